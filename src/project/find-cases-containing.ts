import type { Run } from '../model/run.js';
import { readCountedString } from '../store/counted-text.js';
import { casesContaining } from '../store/string-index.js';
import { buildScanner } from '../text/term-matcher.js';
import type { Context } from './context.js';

/** Words beyond which reading all texts once is faster than looking each of them up (docs/decisions/0030-finding-cases.md). */
const MANY_WORDS = 200;

/** Finds the cases that contain each of the words; words that no case contains are left out. */
export async function findCasesContaining(
  context: Context,
  cases: Run['cases'],
  words: readonly string[],
): Promise<Map<string, string[]>> {
  if (words.length > MANY_WORDS) return scanCases(context, cases, words);
  const wanted = new Set(cases.map(({ caseId }) => caseId));
  const containing = Array.from(
    casesContaining(context.store, words),
    ([word, ids]) => [word, ids.filter((id) => wanted.has(id))] as const,
  );
  return new Map(containing.filter(([, ids]) => ids.length > 0));
}

async function scanCases(
  { store, progress }: Context,
  cases: Run['cases'],
  words: readonly string[],
): Promise<Map<string, string[]>> {
  const containing = new Map<string, string[]>();
  const scan = buildScanner([], words);
  for (const one of cases) {
    await progress('segment', 0, null);
    const { literals } = scan(readCountedString(store, one.caseId, one.version));
    for (const word of new Set(literals.map(({ term }) => term))) {
      const known = containing.get(word);
      if (known) known.push(one.caseId);
      else containing.set(word, [one.caseId]);
    }
  }
  return containing;
}
