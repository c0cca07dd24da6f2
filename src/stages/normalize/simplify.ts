import { Converter } from 'opencc-js/t2cn';
import { codePointLength } from '../../text/code-points.js';
import type { Edit } from '../../text/edits.js';
import { pushAll } from '../../text/many.js';

type Convert = (text: string) => string;

/** Built on first use: its tables take 80 ms. */
let built: Convert | undefined;

const PHRASES = /[\p{Script=Han}\u3006\u3007]+|[^\p{Script=Han}\u3006\u3007]+/gu;
const HAN = /^\p{Script=Han}/u;

/** Traditional characters become simplified ones (OpenCC tw2cn: variants and characters, never the words). */
export function simplify(text: string): Edit[] {
  const convert = converter();
  const edits: Edit[] = [];
  let at = 0;
  for (const [phrase] of text.matchAll(PHRASES)) {
    if (HAN.test(phrase)) {
      const simple = convert(phrase);
      if (simple !== phrase) pushAll(edits, editsBetween(phrase, simple, at));
    }
    at += codePointLength(phrase);
  }
  return edits;
}

function converter(): Convert {
  const made = built ?? Converter({ from: 'tw', to: 'cn' });
  built = made;
  return made;
}

/** Equal lengths differ character by character; otherwise what lies between equal ends stands for the whole. */
function editsBetween(before: string, after: string, at: number): Edit[] {
  const [old, now] = [[...before], [...after]];
  if (old.length === now.length) {
    return old.flatMap((letter, i) =>
      letter === now[i] ? [] : [{ start: at + i, end: at + i + 1, replacement: now[i] ?? '' }],
    );
  }
  const shorter = Math.min(old.length, now.length);
  let head = 0;
  while (head < shorter - 1 && old[head] === now[head]) head += 1;
  let tail = 0;
  while (tail < shorter - 1 - head && old.at(-1 - tail) === now.at(-1 - tail)) tail += 1;
  const replacement = now.slice(head, now.length - tail).join('');
  return [{ start: at + head, end: at + old.length - tail, replacement }];
}
