import type { Assignment } from '../model/assignment.js';
import type { PassageJudgement } from '../model/decisions/passage-verdict.js';
import { settlePassages } from '../stages/settle/settle-passages.js';
import { readAssignments } from '../store/assignment-table.js';
import { leftOutSpans, readCountedString } from '../store/counted-text.js';
import { readPassageJudgements } from '../store/passage-verdict-table.js';
import { getSetting } from '../store/setting-table.js';
import type { Store } from '../store/store.js';

/**
 * Reads the coded passages of a codebook: what the program proposed, with what coders said of it and coded themselves, as it is
 * settled. Rejected ones are among them.
 * @param caseIds the cases to read, with every case that coders judged among them; otherwise all
 */
export function readCodedPassages(
  store: Store,
  codebookId: string,
  caseIds?: readonly string[],
): Assignment[] {
  const { counted } = judgementsByCounting(store, codebookId);
  return settlePassages(
    readAssignments(store, { codebookId, caseIds }),
    counted,
    getSetting(store, 'lead-coder'),
  );
}

/** Tells the passages that coders judged where the text counts from those they judged in what is left out. */
export function judgementsByCounting(
  store: Store,
  codebookId: string,
): { readonly counted: readonly PassageJudgement[]; readonly leftOut: readonly PassageJudgement[] } {
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
  for (const judgement of readPassageJudgements(store, codebookId)) {
    const text = textOf(judgement.caseId, judgement.version);
    const counts = text === null || text.includes(judgement.verdict.cleanQuote);
    (counts ? counted : leftOut).push(judgement);
  }
  return { counted, leftOut };
}
