import type { Segmenter } from '../../model/token.js';
import { compareByCodePoint } from '../../text/code-points.js';
import { newWordPos } from '../../text/new-word-pos.js';
import { quantise } from '../../text/quantise.js';
import { readTrees } from '../../text/tree-model.js';
import { describeCandidates, type TitledText, type UnwantedWords } from './describe-candidates.js';
import type { DocumentWord } from './document-words.js';
import { KEYWORD_MODEL } from './keyword-model.js';
import { splitText } from './split-text.js';
import { REACH, withoutNested } from './without-nested.js';

/** A keyword of one document. */
export interface DocumentKeyword {
  readonly word: string;
  readonly pos: string;
  readonly weight: number;
  readonly frequency: number;
  /** Whether the dictionary does not know it. */
  readonly isNew: boolean;
}

interface Weighed {
  readonly word: string;
  readonly parts: readonly DocumentWord[];
  frequency: number;
  weight: number;
}

const probabilities = readTrees(KEYWORD_MODEL);

/**
 * The keywords of one document, whatever other documents say: runs of one to five words. In a text of the length of an
 * abstract the weight is the probability (0–1) that an author would choose it, after `KEYWORD_MODEL`. A longer one is
 * read in sections of that length: the weight is the root mean square of theirs, which prefers what some sections are
 * about to what all mention; words within longer ones are left out.
 */
export function extractKeywords(
  document: TitledText,
  segmenter: Segmenter,
  idf: (word: string) => number,
  { top, vocabulary }: { readonly top: number; readonly vocabulary?: UnwantedWords },
): DocumentKeyword[] {
  const sections = splitText(document.text);
  const weighed = weighCandidates(sections, (text) =>
    describeCandidates({ title: document.title, text }, segmenter, idf, vocabulary),
  );
  const best =
    sections.length === 1 ? heaviest(weighed, top) : withoutNested(heaviest(weighed, REACH * top), top);
  return best.map(({ word, parts, frequency, weight }) => {
    const isNew = !segmenter.inDictionary(word);
    const pos = isNew || parts.length > 1 ? newWordPos(parts) : (parts[0]?.tag as string);
    return { word, pos, weight, frequency, isNew };
  });
}

/** The first `most` by weight, ties by code point; only what weighs enough is put in order. */
function heaviest(weighed: readonly Weighed[], most: number): Weighed[] {
  const weights = Float64Array.from(weighed.map(({ weight }) => weight)).sort();
  const least = weights.at(-most) ?? Number.NEGATIVE_INFINITY;
  return weighed
    .filter(({ weight }) => weight >= least)
    .sort((a, b) => b.weight - a.weight || compareByCodePoint(a.word, b.word))
    .slice(0, most);
}

function weighCandidates(
  sections: readonly string[],
  describe: (text: string) => ReturnType<typeof describeCandidates>,
): Weighed[] {
  const weighed = new Map<string, Weighed>();
  for (const [index, section] of sections.entries()) {
    const { candidates, rows } = describe(section);
    const chances = probabilities(rows);
    for (const [i, candidate] of candidates.entries()) {
      // The title speaks for the whole text, but what stands nowhere else is counted once.
      if (index > 0 && candidate.textFrequency === 0) continue;
      const { word, parts } = candidate;
      let known = weighed.get(word);
      if (known === undefined) {
        known = { word, parts, frequency: 0, weight: 0 };
        weighed.set(word, known);
      }
      known.frequency += index === 0 ? candidate.frequency : candidate.textFrequency;
      known.weight += (chances[i] as number) ** 2 / sections.length;
    }
  }
  for (const candidate of weighed.values()) candidate.weight = quantise(Math.sqrt(candidate.weight));
  return [...weighed.values()];
}
