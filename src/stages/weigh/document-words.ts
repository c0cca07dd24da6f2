import type { TaggedWord, WordFacts } from './word-facts.js';

/** The words of a document, numbered in the order in which they first come, and its sections as they are read. */
export interface DocumentWords {
  readonly title: string;
  readonly words: readonly WordFacts[];
  /** How many characters of each word stand in the title. */
  readonly inTitle: readonly number[];
  /** The numbers of the words of all sections read so far, one after another. */
  readonly tokens: readonly number[];
  readonly readSection: (lines: readonly (readonly TaggedWord[])[]) => Section;
}

/** A section under the title of its document: the stretch `[from, to)` of its tokens. */
export interface Section {
  readonly from: number;
  readonly to: number;
  /** Where its lines end among the tokens; the first line is the title. */
  readonly lineEnds: readonly number[];
  /** Occurrences of each word of the document in the section. */
  readonly frequency: Int32Array;
}

/** A document of which nothing but the title is known yet. */
export function openDocument(title: string, factsOf: (tagged: TaggedWord) => WordFacts): DocumentWords {
  const numbers = new Map<string, number>();
  const words: WordFacts[] = [];
  const inTitle: number[] = [];
  const tokens: number[] = [];
  const titleCharacters = new Set(title);
  const numberOf = (tagged: TaggedWord): number => {
    let number = numbers.get(tagged.word);
    if (number === undefined || words[number]?.tag !== tagged.tag) {
      const facts = factsOf(tagged);
      number = words.length;
      numbers.set(facts.word, number);
      words.push(facts);
      let shared = 0;
      for (const character of facts.word) if (titleCharacters.has(character)) shared += 1;
      inTitle.push(shared);
    }
    return number;
  };
  const readSection = (lines: readonly (readonly TaggedWord[])[]): Section => {
    const from = tokens.length;
    const lineEnds = lines.map((line) => {
      for (const tagged of line) tokens.push(numberOf(tagged));
      return tokens.length;
    });
    const frequency = new Int32Array(words.length);
    for (let at = from; at < tokens.length; at += 1) {
      const number = tokens[at] as number;
      frequency[number] = (frequency[number] as number) + 1;
    }
    return { from, to: tokens.length, lineEnds, frequency };
  };
  return { title, words, inTitle, tokens, readSection };
}
