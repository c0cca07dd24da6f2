import { UserError, type WordListFault } from '../errors.js';
import type { UserWord } from '../model/vocabulary.js';
import { codePointLength } from '../text/code-points.js';

interface Entry extends UserWord {
  readonly line: number;
}

/** Part of speech of a word that is given without one. */
const DEFAULT_POS = 'n_new';

const LONGEST_WORD = 30;

/** Faults named one by one; a file of another kind has one in every line. */
const MOST_NAMED = 20;

/** The tags of the segmenter's dictionary, and those of new words. */
const POS = new Set(
  (
    'a ad ag an b c d df dg e eng f g h i j k l m mg mq n ng nr nrfg nrt ns nt nz o p q r rg rr rz s t tg u ud ug uj ul ' +
    'uv uz v vd vg vi vn vq x y z zg n_new v_new a_new nr_new ns_new'
  ).split(' '),
);
const FREQUENCY = /^\d+$/;
const NUMBER_LIKE = /^[-+.\d]/;
const COMMENT = /^\s*#/;
/** What clean texts do not hold, and nobody sees in a list: such a word would be found nowhere. */
const INVISIBLE = /[\p{Cc}\p{Cf}]/u;
const LONGEST_QUOTE = 40;

/**
 * A user dictionary: `word [frequency] [part of speech]` a line, as jieba has it. Blank lines and lines that begin
 * with # say nothing. The frequency is only checked: a user word is kept whole whatever its frequency.
 * @throws UserError vocabulary/faulty with the faults of its lines
 */
export function readUserWords(bytes: Uint8Array, path: string): UserWord[] {
  return readEntries(bytes, path, (line) => {
    const [word = '', ...rest] = line.trimEnd().split(/[ \t]+/);
    const frequency = NUMBER_LIKE.test(rest[0] ?? '') ? rest.shift() : undefined;
    const [pos = DEFAULT_POS, ...more] = rest;
    if (more.length > 0 || /\s/.test(word)) return 'blank-inside';
    if (frequency !== undefined && !FREQUENCY.test(frequency)) return 'bad-frequency';
    return POS.has(pos) ? { word, pos } : 'bad-pos';
  }).map(({ word, pos }) => ({ word, pos }));
}

/**
 * A list of words, one a line; blank lines and lines that begin with # say nothing.
 * @throws UserError vocabulary/faulty with the faults of its lines
 */
export function readWordList(bytes: Uint8Array, path: string): ReadonlySet<string> {
  const entries = readEntries(
    bytes,
    path,
    (line) => {
      const word = line.trim();
      return /\s/.test(word) ? 'blank-inside' : { word, pos: DEFAULT_POS };
    },
    1,
  );
  return new Set(entries.map(({ word }) => word));
}

function readEntries(
  bytes: Uint8Array,
  path: string,
  read: (line: string) => UserWord | WordListFault,
  shortest = 2,
): Entry[] {
  const entries = new Map<string, Entry>();
  const problems: UserError[] = [];
  let faults = 0;
  let number = 0;
  const check = (line: string): void => {
    const found = line.includes('\ufffd') ? 'not-utf8' : read(line);
    const entry = typeof found === 'string' ? undefined : found;
    const known = entry && entries.get(entry.word);
    const fault = entry === undefined ? found : known ? 'duplicate' : faultOfWord(entry.word, shortest);
    if (typeof fault === 'string') {
      faults += 1;
      const first = known?.line ?? number;
      if (faults <= MOST_NAMED) {
        problems.push(
          new UserError('vocabulary/bad-line', { path, line: number, fault, text: quoteOf(line), first }),
        );
      }
    } else if (entry) entries.set(entry.word, { ...entry, line: number });
  };
  for (const line of new TextDecoder().decode(bytes).split(/\r?\n/)) {
    number += 1;
    if (line.trim() !== '' && !COMMENT.test(line)) check(line);
  }
  if (faults > 0) throw new UserError('vocabulary/faulty', { path, total: faults, problems });
  return [...entries.values()];
}

function faultOfWord(word: string, shortest: number): WordListFault | undefined {
  if (word === '') return 'no-word';
  if (INVISIBLE.test(word)) return 'invisible';
  const length = codePointLength(word);
  if (length < shortest) return 'too-short';
  return length > LONGEST_WORD ? 'too-long' : undefined;
}

/** A faulty line as it can be shown: a file that is no list may have long ones of any characters. */
function quoteOf(line: string): string {
  const shown = [...line.trim().replace(new RegExp(INVISIBLE, 'gu'), '\ufffd')];
  return shown.length > LONGEST_QUOTE ? `${shown.slice(0, LONGEST_QUOTE).join('')}…` : shown.join('');
}
