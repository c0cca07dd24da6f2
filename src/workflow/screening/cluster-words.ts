import { undecidedStates } from '../../model/screened-word.js';
import type { ReadContext } from '../../project/context.js';
import { dictionaryEntry } from '../../stages/segment/jieba.js';
import { type NearSynonyms, nearSynonyms } from '../../stages/weigh/near-synonyms.js';
import { compareByCodePoint } from '../../text/code-points.js';
import { listScreenedWords, type ScreeningScope } from './screened-words.js';

/** Words that may mean the same, the most frequent first: what they may be folded into. */
export interface WordCluster {
  readonly words: readonly { readonly word: string; readonly frequency: number; readonly groups: number }[];
  readonly reason: NearSynonyms['reason'];
  /** The greatest of its pairs. */
  readonly similarity: number;
}

/** Clusters the words that are kept in a scope, by rules or people, where they look like near-synonyms. */
export function clusterWords(context: ReadContext, scope: ScreeningScope): WordCluster[] {
  const { rows } = listScreenedWords(context, scope, { limit: Number.POSITIVE_INFINITY });
  const kept = new Map(
    rows
      .filter(({ state }) => state === 'kept' || state === 'added' || state === undecidedStates[0])
      .map((one) => [one.word, one]),
  );
  const clusters = new Map<string, { words: string[]; first: NearSynonyms }>();
  for (const pair of nearSynonyms([...kept.keys()], dictionaryEntry)) {
    const [one, other] = pair.words.map((word) => clusters.get(word));
    if (one !== undefined && one === other) continue;
    const words = [...(one?.words ?? [pair.words[0]]), ...(other?.words ?? [pair.words[1]])];
    const joined = { words, first: one?.first ?? other?.first ?? pair };
    for (const word of words) clusters.set(word, joined);
  }
  return [...new Set(clusters.values())].map(({ words, first }) => ({
    reason: first.reason,
    similarity: first.similarity,
    words: words
      .flatMap((word) => kept.get(word) ?? [])
      .sort((a, b) => b.frequency - a.frequency || b.weight - a.weight || compareByCodePoint(a.word, b.word))
      .map(({ word, frequency, groups }) => ({ word, frequency, groups })),
  }));
}
