import { UserError } from '../../errors.js';
import type { CaseRecord } from '../../model/case-record.js';
import type { GivenWord, PosMark, RecognisedWords, WordSeparator } from '../../model/given-word.js';
import { BLANK } from '../../text/blanks.js';
import { codePointLength } from '../../text/code-points.js';

/** A text without the marks that parted its words, and where these are in it. */
export interface GivenText {
  readonly record: CaseRecord;
  readonly words: readonly GivenWord[];
  readonly recognised: RecognisedWords;
}

/** A word as it is written, with its part of speech. */
interface WrittenWord {
  readonly word: string;
  readonly pos: string | null;
}

/** The words of a text, line by line, and how they were parted. */
interface Recognised {
  readonly separator: WordSeparator;
  readonly posMark: PosMark | null;
  readonly lines: readonly (readonly WrittenWord[])[];
}

const BLANKS = new RegExp(`[\\s${BLANK}]+`, 'u');
const SLASHES = /[/／]/u;
/** A line with such a mark within is several words. */
const WITHIN = /.[|｜/／]./u;
/** A slash or bar between blanks parts words, and is none itself. */
const LONE_MARK = /(?<=\s)[/／|｜](?=\s)/u;
const SEPARATORS = { blank: BLANKS, bar: /[|｜]/u };
const LINE_END = /\r\n?|\n/;
/** A word with its part of speech: letters and a digit or two, as the tag sets have them. */
const WITH_POS = /^(.+)([/_])([A-Za-z][A-Za-z\d-]{0,7})$/su;
const POS = /^[A-Za-z][A-Za-z\d-]{0,7}$/;
const LATIN_BEFORE = /[\p{Script=Latin}\p{Nd}]$/u;
const LATIN_BEHIND = /^[\p{Script=Latin}\p{Nd}]/u;
/** Chinese characters of a word that is no word but a text without marks. */
const LONGEST_MEAN = 4;
/** Share of the words that have a part of speech where these are given. */
const MOSTLY = 0.9;

/**
 * Reads a text that was cut into words before: parted by blanks, slashes, bars or line ends, or as a list of JSON, each word
 * with its part of speech (词/n, 词_n) or without. The text is put together again; blanks stay between Latin words.
 * @throws UserError import/not-segmented, import/segmented-document
 */
export function readGivenWords(record: CaseRecord): GivenText {
  const { text, source, marks = [] } = record;
  if (marks.length > 0) throw new UserError('import/segmented-document', { path: source });
  const found = recogniseList(text) ?? recogniseLines(text) ?? recogniseWithin(text);
  if (!found) throw new UserError('import/not-segmented', { path: source });
  const { joined, words } = joinWords(found.lines);
  return {
    record: { ...record, text: joined },
    words,
    recognised: {
      source,
      separator: found.separator,
      posMark: found.posMark,
      words: words.length,
      tagged: words.filter(({ pos }) => pos !== null).length,
    },
  };
}

/** A list of JSON: ["村里", "办起"], or of pairs [["村里", "f"], …]; a line end may be one of its words. */
function recogniseList(text: string): Recognised | null {
  if (!/^\s*\[/.test(text)) return null;
  let list: unknown;
  try {
    list = JSON.parse(text);
  } catch {
    return null;
  }
  if (!Array.isArray(list)) return null;
  const isPair = (item: unknown) =>
    Array.isArray(item) && item.length === 2 && item.every((one) => typeof one === 'string');
  if (!list.every((item) => typeof item === 'string' || isPair(item))) return null;
  const items = (list as (string | [string, string])[]).map(
    (item) => (typeof item === 'string' ? [item, null] : item) as [string, string | null],
  );
  const { lines, posMark } = withPos([items.map(([word]) => word)]);
  const given = items.some(([, pos]) => pos !== null);
  const words = given ? items.map(([word, pos]): WrittenWord => ({ word, pos })) : (lines[0] ?? []);
  return { separator: 'list', posMark: given ? 'list' : posMark, lines: atLineEnds(words) };
}

function atLineEnds(words: readonly WrittenWord[]): WrittenWord[][] {
  const lines: WrittenWord[][] = [[]];
  for (const one of words) {
    if (/^\s*[\r\n]\s*$/.test(one.word)) lines.push([]);
    else if (one.word.trim() !== '') lines.at(-1)?.push({ ...one, word: one.word.trim() });
  }
  return lines;
}

/** One word a line, perhaps with its part of speech behind it; an empty line ends a paragraph. */
function recogniseLines(text: string): Recognised | null {
  const lines = text.split(LINE_END).map((line) => line.split(BLANKS).filter((part) => part !== ''));
  const filled = lines.filter((parts) => parts.length > 0);
  if (filled.length < 2) return null;
  const isTagged = filled.every(
    ([, pos, ...more]) => pos !== undefined && more.length === 0 && POS.test(pos),
  );
  if (!isTagged && filled.some((parts) => parts.length > 1)) return null;
  const words = filled.map(([word = '']) => word);
  if (!areWords(words)) return null;
  const paragraphs: string[][][] = [];
  for (const [at, parts] of lines.entries()) {
    if (parts.length === 0) continue;
    if (at === 0 || lines[at - 1]?.length === 0) paragraphs.push([]);
    paragraphs.at(-1)?.push(parts);
  }
  if (isTagged) {
    const tagged = paragraphs.map((parts) => parts.map(([word = '', pos = null]) => ({ word, pos })));
    return { separator: 'line', posMark: 'blank', lines: tagged };
  }
  const { lines: read, posMark } = withPos(paragraphs.map((parts) => parts.map(([word = '']) => word)));
  const parted = wordsOf(read).filter((word) => WITHIN.test(word));
  if (parted.length * 2 > filled.length) return null;
  return { separator: 'line', posMark, lines: read };
}

/** Words parted within the lines of the text by blanks or bars, whichever there are more of, else by slashes. */
function recogniseWithin(text: string): Recognised | null {
  const kinds = (['blank', 'bar'] as const)
    .map((separator) => ({ separator, cut: cutLines(text, SEPARATORS[separator]) }))
    .sort((a, b) => b.cut.flat().length - a.cut.flat().length);
  for (const { separator, cut } of kinds) {
    if (separator === 'blank' && LONE_MARK.test(text)) continue;
    const { lines, posMark } = withPos(cut);
    if (areCut(cut) && areWords(wordsOf(lines))) return { separator, posMark, lines };
  }
  const lines = cutLines(text, SLASHES).map(untagged);
  return areCut(lines) && areWords(wordsOf(lines)) ? { separator: 'slash', posMark: null, lines } : null;
}

function cutLines(text: string, pattern: RegExp): string[][] {
  return text.split(LINE_END).map((line) =>
    line
      .split(pattern)
      .map((part) => part.trim())
      .filter((part) => part !== ''),
  );
}

const areCut = (lines: readonly (readonly unknown[])[]) => lines.some(({ length }) => length > 1);
const wordsOf = (lines: readonly (readonly WrittenWord[])[]) => lines.flat().map(({ word }) => word);

const untagged = (words: readonly string[]): WrittenWord[] => words.map((word) => ({ word, pos: null }));

/** Takes the parts of speech off words, where most words have one by the same mark. */
function withPos(lines: readonly (readonly string[])[]): Pick<Recognised, 'lines' | 'posMark'> {
  const words = lines.flat();
  for (const mark of ['/', '_'] as const) {
    const has = (word: string) => WITH_POS.exec(word)?.[2] === mark;
    if (words.length > 0 && words.filter(has).length >= words.length * MOSTLY) {
      return { posMark: mark, lines: lines.map((line) => line.map((word) => takePos(word, mark))) };
    }
  }
  return { posMark: null, lines: lines.map(untagged) };
}

function takePos(written: string, mark: string): WrittenWord {
  const [, word, by, pos] = WITH_POS.exec(written) ?? [];
  return word !== undefined && by === mark ? { word, pos: pos ?? null } : { word: written, pos: null };
}

/** Whether strings are as long as words are: a text without marks has few blanks, and much between them. */
function areWords(words: readonly string[]): boolean {
  const han = words.map((word) => word.match(/\p{Script=Han}/gu)?.length ?? 0).filter((length) => length > 0);
  const total = han.reduce((sum, length) => sum + length, 0);
  return words.length > 1 && han.length > 0 && total <= han.length * LONGEST_MEAN;
}

/** Puts lines together again, with a blank where it parts Latin words or numbers. */
function joinWords(lines: readonly (readonly WrittenWord[])[]) {
  const words: GivenWord[] = [];
  const parts: string[] = [];
  let length = 0;
  const put = (part: string) => {
    parts.push(part);
    length += codePointLength(part);
  };
  for (const [at, line] of lines.entries()) {
    if (at > 0) put('\n');
    let before = '';
    for (const { word, pos } of line) {
      if (LATIN_BEFORE.test(before) && LATIN_BEHIND.test(word)) put(' ');
      const start = length;
      put(word);
      words.push({ start, end: length, pos });
      before = word;
    }
  }
  return { joined: parts.join(''), words };
}
