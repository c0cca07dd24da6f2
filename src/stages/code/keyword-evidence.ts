import type { CodedPassage } from '../../model/coded-passage.js';
import type { CodedText } from '../../model/coded-text.js';
import type { Mapping } from '../../model/mapping.js';
import { offsetMap } from '../../text/code-points.js';
import { placesOfWord } from '../../text/word-bounds.js';
import { type Passages, passagesOf } from './passages.js';

/** Where a mapped keyword of a case is found: the words that count for it and the passages readers quoted. */
export interface KeywordTraces {
  readonly words: readonly string[];
  readonly quotes: readonly string[];
}

/**
 * The evidence of the mapped keywords of one case: one coded passage for each sentence in which a keyword (or
 * a word folded into it) stands, or for a passage a reader quoted.
 */
export function keywordEvidence(
  coded: CodedText,
  mappings: readonly Mapping[],
  tracesOf: (mapping: Mapping) => KeywordTraces,
  passages: Passages = passagesOf(coded),
): CodedPassage[] {
  const clean = coded.normalized.text;
  const offsets = offsetMap(clean);
  return mappings.flatMap((mapping) => {
    const { codeId } = mapping;
    if (codeId === null) return [];
    const { words, quotes } = tracesOf(mapping);
    const indexAt = (at: number) => passages.indexAt(offsets.toCodePoint(at));
    const stretches = new Map<string, readonly [first: number, last: number]>();
    for (const trace of [...words, ...quotes]) {
      for (const at of placesOfWord(clean, trace)) {
        const stretch = [indexAt(at), indexAt(at + trace.length - 1)] as const;
        stretches.set(stretch.join('–'), stretch);
      }
    }
    return [...stretches.values()]
      .sort(([a, b], [c, d]) => a - c || b - d)
      .map(([first, last]) => ({
        caseId: coded.caseId,
        version: coded.version,
        codebookId: mapping.codebookId,
        codeId,
        polarity: 'supports' as const,
        keywords: [mapping.word],
        rules: [],
        ...passages.passage(first, last),
        origin: 'keyword' as const,
        coder: mapping.coder,
        status: mapping.status,
        decisionId: mapping.decisionId,
      }));
  });
}
