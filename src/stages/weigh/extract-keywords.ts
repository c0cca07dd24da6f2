import type { Segmenter } from '../../model/token.js';
import { compareByCodePoint } from '../../text/code-points.js';
import { probabilityOf } from '../../text/linear-model.js';
import { newWordPos } from '../../text/new-word-pos.js';
import { quantise } from '../../text/quantise.js';
import { isTermShaped } from '../../text/term-shape.js';
import { blankAddresses } from './addresses.js';
import { candidateDescriber, type DescribedDocument, type UnwantedWords } from './describe-candidates.js';
import { KEYWORD_MODEL } from './keyword-model.js';
import { usualForms } from './letter-case.js';
import { splitText } from './split-text.js';
import { REACH, withoutNested } from './without-nested.js';

/** A text under its title. */
export interface TitledText {
  readonly title: string;
  readonly text: string;
}

/** A keyword of one document. */
export interface DocumentKeyword {
  readonly word: string;
  readonly pos: string;
  readonly weight: number;
  readonly frequency: number;
  /** Whether the dictionary does not know it. */
  readonly isNew: boolean;
}

/** What is known of a candidate of a document: its first occurrence, and sums over the sections. */
interface Weighed {
  readonly word: string;
  readonly first: number;
  readonly parts: number;
  frequency: number;
  weight: number;
}

const NO_WORDS: UnwantedWords = { stopWords: new Set(), rejected: new Set() };

const probability = probabilityOf(KEYWORD_MODEL);

/**
 * Makes what extracts the `top` keywords of a document, whatever other documents say: runs of one to five words. In a
 * text of the length of an abstract the weight is the probability (0–1) that an author would choose it, after
 * `KEYWORD_MODEL`; only the 50 or so of the shortlist come so far, all others weigh 0. A longer text is read in sections of
 * that length: the weight is the root mean square of theirs, which prefers what some sections are about to what all
 * mention; words within longer ones and what is built like a clause are left out. Addresses and tags are no words, and
 * words that differ in capitals alone are one.
 */
export function keywordExtractor(
  segmenter: Segmenter,
  idf: (word: string) => number,
  { top, vocabulary = NO_WORDS }: { readonly top: number; readonly vocabulary?: UnwantedWords },
): (document: TitledText) => DocumentKeyword[] {
  const open = candidateDescriber(segmenter, idf, vocabulary);
  return (document) => {
    const [title, text] = [blankAddresses(document.title), blankAddresses(document.text)];
    const sections = splitText(text);
    const described = open(title, usualForms(`${title}\n${text}`));
    const weighed = weighCandidates(sections, described);
    const isShaped = ({ first, parts }: Weighed) => isTermShaped(described.partsAt(first, parts));
    const best =
      sections.length === 1
        ? heaviest(weighed, top)
        : withoutNested(heaviest(weighed.filter(isShaped), REACH * top), top);
    return best.map(({ word, first, parts, frequency, weight }) => {
      const isNew = !segmenter.inDictionary(word);
      const words = described.partsAt(first, parts);
      const pos = isNew || parts > 1 ? newWordPos(words) : (words[0]?.tag as string);
      return { word, pos, weight, frequency, isNew };
    });
  };
}

/** The first `most` by weight, ties by code point; only what weighs enough is put in order. */
function heaviest(weighed: readonly Weighed[], most: number): Weighed[] {
  const weights = Float64Array.from(weighed, ({ weight }) => weight).sort();
  const least = weights.at(-most) ?? Number.NEGATIVE_INFINITY;
  return weighed
    .filter(({ weight }) => weight >= least)
    .sort((a, b) => b.weight - a.weight || compareByCodePoint(a.word, b.word))
    .slice(0, most);
}

/** The candidates that were on the shortlist of a section, in the order of their first occurrence. */
function weighCandidates(sections: readonly string[], { describe, wordOf }: DescribedDocument): Weighed[] {
  const weighed: Weighed[] = [];
  for (const [index, section] of sections.entries()) {
    const { candidates, shortlist, rows } = describe(section);
    const { size, columns } = candidates;
    for (let i = 0; i < size; i += 1) {
      const number = columns.number[i] as number;
      // The title speaks for the whole text, but what stands nowhere else is counted once.
      const frequency = (index === 0 ? columns.frequency : columns.textFrequency)[i] as number;
      if (number === weighed.length) {
        const [first, parts] = [columns.first[i] as number, columns.parts[i] as number];
        weighed.push({ word: wordOf(number), first, parts, frequency: 0, weight: 0 });
      }
      (weighed[number] as Weighed).frequency += frequency;
    }
    for (const [n, i] of shortlist.entries()) {
      if (index > 0 && columns.textFrequency[i] === 0) continue;
      (weighed[columns.number[i] as number] as Weighed).weight +=
        probability(rows, n * KEYWORD_MODEL.features.length) ** 2 / sections.length;
    }
  }
  for (const candidate of weighed) candidate.weight = quantise(Math.sqrt(candidate.weight));
  return weighed.filter(({ weight }) => weight > 0);
}
