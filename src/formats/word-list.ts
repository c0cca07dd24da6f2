import { UserError } from '../errors.js';
import type { WordListFault } from '../model/problem.js';
import type { UserWord } from '../model/vocabulary.js';
import { BLANK } from '../text/blanks.js';
import { codePointLength } from '../text/code-points.js';
import { HAN } from '../text/han.js';
import { type TextForm, toTextForm } from '../text/text-form.js';
import { decodeText } from './decode-text.js';

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
const NUMBER = /^[-+.]?\d+(?:\.\d+)?$/;
const BLANKS = new RegExp(`[${BLANK}\\t]+`, 'u');
const COMMENT = /^\s*#/;
/** What no list has and nobody sees: such a file is something else. */
const CONTROL = /(?!\t)\p{Cc}/u;
const ENDS_CHINESE = new RegExp(`[${HAN}]$`, 'u');
const BEGINS_CHINESE = new RegExp(`^[${HAN}]`, 'u');
const LONGEST_QUOTE = 40;

/**
 * Reads a user dictionary: `word [frequency] [part of speech]` a line, as jieba has it. Blank lines and lines that begin
 * with # say nothing. The frequency is only checked: a user word is kept whole whatever its frequency.
 * @throws UserError vocabulary/faulty with the faults of its lines
 */
export function readUserWords(bytes: Uint8Array, path: string, form: TextForm = toTextForm): UserWord[] {
  return readEntries(bytes, path, form, readUserWord).map(({ word, pos }) => ({ word, pos }));
}

/**
 * Reads a list of words, one a line; blank lines and lines that begin with # say nothing.
 * @throws UserError vocabulary/faulty with the faults of its lines
 */
export function readWordList(
  bytes: Uint8Array,
  path: string,
  form: TextForm = toTextForm,
): ReadonlySet<string> {
  const entries = readEntries(
    bytes,
    path,
    form,
    (line) => {
      const parts = partsOf(line);
      return hasChineseBlank(parts) ? 'blank-inside' : { word: parts.join(' '), pos: DEFAULT_POS };
    },
    1,
  );
  return new Set(entries.map(({ word }) => word));
}

/** The bytes of a list in UTF-8, whatever encoding its editor saved it in; of an unclear one as they are. */
export function wordListInUtf8(bytes: Uint8Array, path: string): Uint8Array {
  try {
    return Buffer.from(decodeText(bytes, path).text);
  } catch (error) {
    if (error instanceof UserError) return bytes;
    throw error;
  }
}

/** A word may have blanks beside Latin letters (Green Card 认证); between Chinese it would be two words. */
function readUserWord(line: string): UserWord | WordListFault {
  const parts = partsOf(line);
  if (BLANKS.test(line.charAt(0)) && FREQUENCY.test(parts[0] ?? '')) return 'no-word';
  const pos = parts.length > 1 && POS.has(parts.at(-1) ?? '') ? (parts.pop() as string) : DEFAULT_POS;
  const frequency = parts.length > 1 && NUMBER.test(parts.at(-1) ?? '') ? parts.pop() : undefined;
  if (frequency !== undefined && !FREQUENCY.test(frequency)) return 'bad-frequency';
  if (parts.length > 1 && NUMBER.test(parts.at(-2) ?? '')) return 'bad-pos';
  return hasChineseBlank(parts) ? 'blank-inside' : { word: parts.join(' '), pos };
}

function partsOf(line: string): string[] {
  return line.split(BLANKS).filter((part) => part !== '');
}

/** Whether a blank stands between Chinese characters, or before a number or part of speech that is not the last. */
function hasChineseBlank(parts: readonly string[]): boolean {
  return parts.some(
    (part, at) =>
      at > 0 &&
      ENDS_CHINESE.test(parts[at - 1] ?? '') &&
      (BEGINS_CHINESE.test(part) || NUMBER.test(part) || POS.has(part)),
  );
}

function readEntries(
  bytes: Uint8Array,
  path: string,
  form: TextForm,
  read: (line: string) => UserWord | WordListFault,
  shortest = 2,
): Entry[] {
  const entries = new Map<string, Entry>();
  const problems: UserError[] = [];
  let faults = 0;
  let number = 0;
  const check = (line: string): void => {
    const found = faultOfLine(line) ?? read(line);
    const entry = typeof found === 'string' ? undefined : { ...found, word: form(found.word) };
    const known = entry && entries.get(entry.word);
    const isOther = known !== undefined && known.pos !== entry?.pos;
    const fault = entry === undefined ? found : isOther ? 'other-pos' : faultOfWord(entry.word, shortest);
    if (typeof fault === 'string') {
      faults += 1;
      const first = known?.line ?? number;
      if (faults <= MOST_NAMED) {
        problems.push(
          new UserError('vocabulary/bad-line', { path, line: number, fault, text: quoteOf(line), first }),
        );
      }
    } else if (entry && !known) entries.set(entry.word, { ...entry, line: number });
  };
  for (const line of new TextDecoder().decode(bytes).split(/\r\n|\r|\n/)) {
    number += 1;
    if (line.trim() !== '' && !COMMENT.test(line)) check(line);
  }
  if (faults > 0) throw new UserError('vocabulary/faulty', { path, total: faults, problems });
  return [...entries.values()];
}

function faultOfLine(line: string): WordListFault | undefined {
  if (line.includes('\ufffd')) return 'not-utf8';
  return CONTROL.test(line) ? 'control' : undefined;
}

function faultOfWord(word: string, shortest: number): WordListFault | undefined {
  if (word === '') return 'no-word';
  const length = codePointLength(word);
  if (length < shortest) return 'too-short';
  return length > LONGEST_WORD ? 'too-long' : undefined;
}

/** A faulty line as it can be shown: a file that is no list may have long ones of any characters. */
function quoteOf(line: string): string {
  const shown = [...line.trim().replace(/[\p{Cc}\p{Cf}]/gu, '\ufffd')];
  return shown.length > LONGEST_QUOTE ? `${shown.slice(0, LONGEST_QUOTE).join('')}…` : shown.join('');
}
