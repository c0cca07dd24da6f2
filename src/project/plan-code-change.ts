import type { Code, Codebook } from '../model/codebook.js';
import { ALL_GROUPS } from '../model/decisions/all-groups.js';
import { codeKey } from '../model/decisions/code-key.js';
import type { DecidedCode, DecidedWord } from '../model/decisions/verdict.js';
import type { PlannedDecision } from './statement.js';

/** The codebook people decide about: as its file has it, and as their decisions left it. */
export interface CodebookState {
  readonly base: Codebook;
  readonly codebook: Codebook;
  readonly verdicts: readonly DecidedWord[];
}

/** A code that a statement names, or one that it makes of a keyword. */
export interface Named {
  readonly id: string;
  readonly name: string;
  readonly level: string;
  readonly code: Code | null;
}

/** What was decided about a code so far. */
export function decidedBefore({ codebook, verdicts }: CodebookState, id: string): DecidedCode | undefined {
  const key = codeKey(codebook.id, id);
  return verdicts.find(({ aspect, word }) => aspect === 'code' && word === key)?.verdict.code;
}

/** What is decided about a code now, on top of what was; a keyword becomes a code by it. */
export function planChange(
  state: CodebookState,
  named: Named,
  change: Partial<DecidedCode>,
  into?: string,
): PlannedDecision[] {
  const { base, codebook } = state;
  const { id, name, level, code } = named;
  if (!code) return newCode(state, named, change, into);
  const before = decidedBefore(state, id);
  const own = base.codes.some((one) => one.id === id) ? {} : { label: name, level };
  return [
    {
      target: { type: 'code', codebookId: codebook.id, codeId: id },
      ...(into === undefined ? {} : { into }),
      code: { ...own, ...before, name, ...change },
    },
  ];
}

/** A new code; the keyword of its name belongs to it, whatever it was merged into before. */
export function newCode(
  { codebook, verdicts }: CodebookState,
  { id, name, level }: Named,
  change: Partial<DecidedCode> = {},
  into?: string,
): PlannedDecision[] {
  const made: PlannedDecision = {
    target: { type: 'code', codebookId: codebook.id, codeId: id },
    ...(into === undefined ? {} : { into }),
    code: { name, label: name, level, ...change },
  };
  const isMerged = verdicts.some(
    (one) => one.aspect === 'mapping' && one.group === ALL_GROUPS && one.word === name,
  );
  return isMerged
    ? [made, { target: { type: 'mapping', group: ALL_GROUPS, word: name }, into: name }]
    : [made];
}
