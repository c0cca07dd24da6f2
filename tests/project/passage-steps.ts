import fc from 'fast-check';
import { UserError } from '../../src/errors.js';
import { contestedSentences } from '../../src/project/contested-sentences.js';
import type { Context } from '../../src/project/context.js';
import { passageId } from '../../src/text/passage-id.js';
import { adjudicatePassages } from '../../src/workflow/adjudicate-passages.js';
import {
  codePassage,
  recodePassage,
  reviewPassages,
  uncodePassage,
} from '../../src/workflow/judge-passages.js';
import { rowsOf } from '../workflow/project.js';

const coder = fc.constantFrom('左', '李', '王');
const label = fc.constantFrom('车间带动', '车间带动', '网格治理', '就业');
const chosen = fc.nat(4);

/** A step of a random history that speaks of passages. */
export const passageStep = fc.oneof(
  {
    weight: 4,
    arbitrary: fc.record({
      does: fc.constant('passage' as const),
      says: fc.constantFrom('code' as const, 'code' as const, 'uncode' as const, 'recode' as const),
      coder,
      chosen,
      // Few places, so that coders meet at them.
      start: fc.constantFrom(0, 8, 16, 24),
      length: fc.constantFrom(8, 16),
      isOfCase: fc.boolean(),
      label,
      to: label,
      memo: fc.constantFrom(undefined, '备忘'),
    }),
  },
  {
    weight: 4,
    arbitrary: fc.record({
      does: fc.constant('review' as const),
      says: fc.constantFrom('confirm' as const, 'reject' as const),
      coder,
      chosen: fc.nat(30),
      isBulk: fc.boolean(),
    }),
  },
  {
    weight: 2,
    arbitrary: fc.record({ does: fc.constant('settle' as const), verdictOf: coder, chosen: fc.nat(9) }),
  },
);
type PassageStep = typeof passageStep extends fc.Arbitrary<infer T> ? T : never;

/** Does a step that speaks of passages under the codebook `big`; returns what it logged. */
export async function takePassageStep(context: Context, one: PassageStep, at: number) {
  const by = { codebook: 'big', reason: `r${at}` };
  if (one.does === 'settle') {
    const contested = contestedSentences(context.store, 'big');
    const { verdicts } = pick(contested, one.chosen);
    const passages = verdicts.flatMap(({ judgements }) => judgements.map(passageId)).slice(0, 1);
    return adjudicatePassages(context, { ...by, passages, verdictOf: one.verdictOf, coder: '王' });
  }
  if (one.does === 'review') {
    const { says, coder } = one;
    const { passage, caseId, code } = pick(rowsOf(context, 'evidence', { codebook: 'big' }), one.chosen);
    const which = one.isBulk ? { code, cases: [caseId] } : { passages: [passage] };
    return reviewPassages(context, says, { ...by, ...which, coder });
  }
  const { says, coder, start, length, isOfCase, to, memo } = one;
  const span = isOfCase ? undefined : { start, end: start + length };
  const options = { ...by, coder, caseId: `c${one.chosen}`, span, codes: [one.label], memo };
  if (says === 'code') return codePassage(context, options);
  return says === 'uncode' ? uncodePassage(context, options) : recodePassage(context, { ...options, to });
}

/** One of some rows; where there is none, the step cannot be taken. */
function pick<T>(rows: readonly T[], chosen: number): T {
  const row = rows[chosen % rows.length];
  if (row === undefined) throw new UserError('passage/nothing-chosen', {});
  return row;
}
