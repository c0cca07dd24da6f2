import { createRequire } from 'node:module';
import { codePointLength } from './code-points.js';
import type { Edit } from './edits.js';
import { countSimplified, isSimplified } from './script-evidence.js';

type Convert = (text: string) => string;

/** Loaded and built on first use: its tables take 80 ms. */
let built: Convert | undefined;

const PHRASES = /[\p{Script=Han}\u3006\u3007]+|[^\p{Script=Han}\u3006\u3007]+/gu;
const HAN = /^\p{Script=Han}/u;
/** Where a sentence or a quotation begins or ends, and where a paragraph does. */
const PASSAGE_END = /[。！？；“”‘’"「」『』《》\n]/;
const PARAGRAPH_END = '\n';

/** Words of 著, which Taiwan also writes for 着; OpenCC knows some of them. */
const WRITTEN_BEFORE = /[顯显專专原編编名巨鉅卓昭土遺遗論论譯译合撰拙]$/u;
const WRITTEN_AFTER = /^[名作稱称述錄录書书者文]/u;

/** What could be changed in a run of Chinese characters, and where it belongs. */
interface Phrase {
  readonly text: string;
  readonly edits: readonly PossibleEdit[];
  readonly passage: number;
  readonly paragraph: number;
}

/** An edit; a sure one changes a character that simplified writing does not have. */
interface PossibleEdit extends Edit {
  readonly isSure: boolean;
}

/**
 * Traditional characters become simplified ones (OpenCC tw2cn: variants and characters, never the words). Characters of
 * both writings (著, 乾, 後) change only in traditional passages: what the phrase itself has more of decides, traditional
 * or simplified characters, else its sentence or quotation, else its paragraph, else the text.
 */
export function simplify(text: string): Edit[] {
  const phrases = readPhrases(text);
  const isDoubtful = phrases.some(({ edits }) => edits.some(({ isSure }) => !isSure));
  const isTraditional = isDoubtful ? judgePhrases(phrases) : () => false;
  return phrases.flatMap((phrase) =>
    phrase.edits
      .filter(({ isSure }) => isSure || isTraditional(phrase))
      .map(({ start, end, replacement }) => ({ start, end, replacement })),
  );
}

function readPhrases(text: string): Phrase[] {
  const convert = converter();
  const phrases: Phrase[] = [];
  let [at, passage, paragraph] = [0, 0, 0];
  for (const [phrase] of text.matchAll(PHRASES)) {
    if (HAN.test(phrase)) {
      const simple = convert(phrase);
      const edits = simple === phrase ? [] : editsBetween(phrase, simple, at);
      phrases.push({ text: phrase, edits, passage, paragraph });
    } else if (PASSAGE_END.test(phrase)) {
      passage += 1;
      if (phrase.includes(PARAGRAPH_END)) paragraph += 1;
    }
    at += codePointLength(phrase);
  }
  return phrases;
}

/** How many more traditional than simplified characters the passages have decides what they are. */
function judgePhrases(phrases: readonly Phrase[]): (phrase: Phrase) => boolean {
  const passages = new Map<number, number>();
  const paragraphs = new Map<number, number>();
  let whole = 0;
  for (const phrase of phrases) {
    const lean = leanOf(phrase);
    passages.set(phrase.passage, (passages.get(phrase.passage) ?? 0) + lean);
    paragraphs.set(phrase.paragraph, (paragraphs.get(phrase.paragraph) ?? 0) + lean);
    whole += lean;
  }
  return (phrase) =>
    (leanOf(phrase) || passages.get(phrase.passage) || paragraphs.get(phrase.paragraph) || whole) > 0;
}

function leanOf({ text, edits }: Phrase): number {
  return edits.filter(({ isSure }) => isSure).length - countSimplified(text);
}

function converter(): Convert {
  const made = built ?? loadConverter();
  built = made;
  return made;
}

function loadConverter(): Convert {
  const { Converter } = createRequire(import.meta.url)('opencc-js/t2cn') as typeof import('opencc-js/t2cn');
  return Converter({ from: 'tw', to: 'cn' });
}

/** Equal lengths differ character by character; otherwise what lies between equal ends stands for the whole. */
function editsBetween(before: string, after: string, at: number): PossibleEdit[] {
  const [old, now] = [[...before], [...after]];
  if (old.length === now.length) {
    return old.flatMap((letter, i) =>
      letter === now[i] || isWritten(old, i)
        ? []
        : [{ start: at + i, end: at + i + 1, replacement: now[i] ?? '', isSure: !isSimplified(letter) }],
    );
  }
  const shorter = Math.min(old.length, now.length);
  let head = 0;
  while (head < shorter - 1 && old[head] === now[head]) head += 1;
  let tail = 0;
  while (tail < shorter - 1 - head && old.at(-1 - tail) === now.at(-1 - tail)) tail += 1;
  const replacement = now.slice(head, now.length - tail).join('');
  const isSure = !old.slice(head, old.length - tail).every(isSimplified);
  return [{ start: at + head, end: at + old.length - tail, replacement, isSure }];
}

/** Whether a character is the 著 of 專著 or 著名, which stays. */
function isWritten(characters: readonly string[], at: number): boolean {
  return (
    characters[at] === '著' &&
    (WRITTEN_BEFORE.test(characters[at - 1] ?? '') || WRITTEN_AFTER.test(characters[at + 1] ?? ''))
  );
}
