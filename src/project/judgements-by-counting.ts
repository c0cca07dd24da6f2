import type { PassageJudgement } from '../model/decisions/passage-verdict.js';
import { leftOutSpans, readCountedString } from '../store/counted-text.js';
import { readPassageJudgements } from '../store/passage-verdict-table.js';
import type { Store } from '../store/store.js';
import { groupBy } from '../text/group-by.js';
import { rememberByCase } from './remember-by-case.js';
import { isSealed, sealedReader } from './sealed-places.js';

/** What coders judged where the text counts, and what in text that is left out. */
interface PartedJudgements {
  readonly counted: readonly PassageJudgement[];
  readonly leftOut: readonly PassageJudgement[];
}

/**
 * Tells the passages that coders judged where the text counts from those they judged in what is left out, in the order of cases
 * and places.
 */
export function judgementsByCounting(store: Store, codebookId: string): PartedJudgements {
  const parted = [...judgementsByCase(store, codebookId).values()];
  return {
    counted: parted.flatMap(({ counted }) => counted),
    leftOut: parted.flatMap(({ leftOut }) => leftOut),
  };
}

/** The same by case, whichever version of it the passages lie in. */
export function judgementsByCase(store: Store, codebookId: string): ReadonlyMap<string, PartedJudgements> {
  return rememberByCase(store, { name: 'judgements', codebookId }, (caseIds) => {
    const byCase = groupBy(readPassageJudgements(store, codebookId, caseIds), ({ caseId }) => caseId);
    return new Map([...byCase].map(([id, own]) => [id, partByCounting(store, own)] as const));
  });
}

/** The same of judgements that were read. */
export function partByCounting(store: Store, judgements: readonly PassageJudgement[]): PartedJudgements {
  const sealedOf = sealedReader(store);
  const texts = new Map<string, string | null>();
  const textOf = (caseId: string, version: string): string | null => {
    const known = texts.get(caseId);
    if (known !== undefined) return known;
    const isWhole = leftOutSpans(store, caseId, version).length === 0;
    const text = isWhole ? null : readCountedString(store, caseId, version);
    texts.set(caseId, text);
    return text;
  };
  const counted: PassageJudgement[] = [];
  const leftOut: PassageJudgement[] = [];
  for (const judgement of judgements) {
    const text = textOf(judgement.caseId, judgement.version);
    const counts =
      text === null ||
      (text.includes(judgement.verdict.cleanQuote) && !isSealed(judgement, sealedOf(judgement)));
    (counts ? counted : leftOut).push(judgement);
  }
  return { counted, leftOut };
}
