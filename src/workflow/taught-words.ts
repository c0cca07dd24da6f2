import type { NewWord } from '../model/new-word.js';
import type { UserWord } from '../model/vocabulary.js';
import { inDictionary } from '../stages/segment/jieba.js';
import { readCountedString } from '../store/counted-text.js';
import { readVerdicts } from '../store/decision-log.js';
import type { Store } from '../store/store.js';
import { readTaughtWords } from '../store/taught-word-table.js';
import { compareByCodePoint } from '../text/code-points.js';
import { buildScanner } from '../text/term-matcher.js';
import type { Context } from './context.js';

/** New words that look like names of persons and places, and so are no terms unless people say so. */
const NAME = /^n[rs]_new$/;

/** A case as it reads now. */
export interface CaseVersion {
  readonly caseId: string;
  readonly version: string;
}

/** A word that people accepted, or accept no longer, since the cases of the project were last mined. */
export interface ChangedWord {
  readonly word: string;
  readonly change: 'accepted' | 'withdrawn';
  /** The cases mined earlier whose clean text contains it. */
  readonly cases: number;
}

/** Words that people kept, added or folded others into: they stay words whatever the statistics say. */
export function acceptedWords(store: Store): string[] {
  const words = readVerdicts(store).flatMap(({ word, verdict: { kind, into, added } }) => [
    ...(kind === 'keep' || kind === 'add' || added ? [word] : []),
    ...(kind === 'fold' && into !== undefined ? [into] : []),
  ]);
  return [...new Set(words)].sort(compareByCodePoint);
}

/** The accepted words that the segmenter would cut or tag otherwise, unless it is taught them as new words. */
export function wordsToTeach(
  store: Store,
  newWords: readonly NewWord[],
  userWords: readonly UserWord[],
): ReadonlySet<string> {
  const toTeach = new Set(acceptedWords(store));
  for (const { word, pos } of newWords) if (!NAME.test(pos)) toTeach.delete(word);
  for (const { word } of userWords) toTeach.delete(word);
  return new Set([...toTeach].filter((word) => !inDictionary(word)));
}

/** Of cases that were mined, those which a changed word stands in, and the changed words that stand in any. */
export async function casesCutOtherwise(
  { store, progress }: Context,
  mined: readonly CaseVersion[],
  taught: ReadonlySet<string>,
): Promise<{ readonly cases: readonly CaseVersion[]; readonly words: readonly ChangedWord[] }> {
  const before = readTaughtWords(store);
  const changed = [...new Set([...before.keys(), ...taught])].filter(
    (word) => before.get(word) === null || before.has(word) !== taught.has(word),
  );
  if (changed.length === 0) return { cases: [], words: [] };
  const scan = buildScanner([], changed);
  const standing = new Map<string, number>();
  const cases: CaseVersion[] = [];
  for (const one of mined) {
    await progress('segment', 0, null);
    const { literals } = scan(readCountedString(store, one.caseId, one.version));
    const words = new Set(literals.map(({ term }) => term));
    for (const word of words) standing.set(word, (standing.get(word) ?? 0) + 1);
    if (words.size > 0) cases.push(one);
  }
  const words = [...standing]
    .map(
      ([word, count]): ChangedWord => ({
        word,
        change: taught.has(word) ? 'accepted' : 'withdrawn',
        cases: count,
      }),
    )
    .sort((a, b) => compareByCodePoint(a.word, b.word));
  return { cases, words };
}
