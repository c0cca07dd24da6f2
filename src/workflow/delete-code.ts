import { UserError } from '../errors.js';
import { codeContents } from '../project/code-contents.js';
import type { Context } from '../project/context.js';
import { findUsedCode } from '../project/find-code.js';
import { planChange } from '../project/plan-code-change.js';
import { verdictsOnCodes } from '../project/project-view.js';
import { recordDecisions } from '../project/record-decisions.js';
import { requireCoder } from '../project/require-coder.js';
import { verdictDecision } from '../project/verdict-decision.js';
import type { CodeDecision } from './define-code.js';
import { type DecideReport, followDecisions } from './follow-decisions.js';

/**
 * Takes a code out of its codebook that has nothing: no passage, keyword or code, and no word that occurs in a case.
 * @throws UserError delete/not-empty, code/unknown-code
 */
export async function deleteCode(context: Context, options: CodeDecision): Promise<DecideReport> {
  const coder = requireCoder(options.coder);
  return followDecisions(context, (again) => {
    const { store } = again;
    const found = findUsedCode(store, options.code, 'delete', options.codebook);
    const { id, level, label } = found.code;
    const contents = codeContents(store, found.codebook, found.code);
    if (Object.values(contents).some((one) => (typeof one === 'number' ? one : one.length) > 0)) {
      throw new UserError('delete/not-empty', { code: label.zh, ...contents });
    }
    const state = { ...found, verdicts: verdictsOnCodes(store) };
    const planned = planChange(state, { id, level, name: label.zh, code: found.code }, { isDeleted: true });
    const statement = { kind: 'delete', coder, reason: options.reason } as const;
    return recordDecisions(
      store,
      planned.map((one) => verdictDecision(again, statement, one)),
    );
  });
}
