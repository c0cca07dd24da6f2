import type { Code, Codebook } from '../../model/codebook.js';
import type { PassageJudgement } from '../../model/decisions/passage-verdict.js';
import { readPassageJudgements } from '../../store/passage-verdict-table.js';
import type { Store } from '../../store/store.js';
import { compareByCodePoint } from '../../text/code-points.js';
import { passageId } from '../../text/passage-id.js';
import { codeFollower } from '../code-names.js';
import type { MatchedCodes } from './match-codes.js';

/** A code that a file has no longer and that stays: others coded with it, or codes below it stay. */
export interface KeptCode {
  readonly code: Code;
  readonly codings: number;
  readonly coders: readonly string[];
}

/** What becomes of the codes that a file has no longer, and of what was coded with them. */
export interface GoneCodes {
  readonly deleted: readonly Code[];
  readonly kept: readonly KeptCode[];
  readonly removed: readonly PassageJudgement[];
}

/** Tells which codes somebody deleted, without the codings of others: a code that these would lose stays, and they with it. */
export function goneCodes(
  store: Store,
  { missing, changed }: MatchedCodes,
  { id: codebookId, codes }: Codebook,
  { removed, whose }: { readonly removed: readonly PassageJudgement[]; readonly whose: string },
): GoneCodes {
  if (missing.length === 0) return { deleted: [], kept: [], removed };
  const keyOf = (one: PassageJudgement) => `${passageId(one)} ${one.verdict.coder}`;
  const taken = new Set(removed.filter(({ verdict }) => verdict.coder === whose).map(keyOf));
  const current = codeFollower(store);
  const left = readPassageJudgements(store, codebookId)
    .map((one) => ({ ...one, codeId: current(codebookId, one.codeId).id }))
    .filter((one) => one.verdict.says !== 'reject' && !taken.has(keyOf(one)));
  const moved = new Map(
    changed.flatMap(({ code, parent }) => (parent === undefined ? [] : [[code.id, parent]])),
  );
  const deleted: Code[] = [];
  const kept: KeptCode[] = [];
  for (const code of missing) {
    const coded = left.filter(({ codeId }) => codeId === code.id);
    const isAbove = codes.some(
      (one) => (moved.has(one.id) ? moved.get(one.id) : one.parent) === code.id && !deleted.includes(one),
    );
    const coders = [...new Set(coded.map(({ verdict }) => verdict.coder))].sort(compareByCodePoint);
    if (coded.length > 0 || isAbove) kept.push({ code, codings: coded.length, coders });
    else deleted.push(code);
  }
  const staying = new Set(kept.map(({ code }) => code.id));
  return {
    deleted,
    kept,
    removed: removed.filter(({ codeId, verdict }) => verdict.coder === whose || !staying.has(codeId)),
  };
}
