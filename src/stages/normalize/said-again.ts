import { type HeadKey, headOf, isAsked, isSpoken } from './head-keys.js';
import type { Line } from './lines.js';
import { isNumber } from './page-numbers.js';

/** Lines that begin with the same letters are taken for the same. */
const SAME_START = 6;

/**
 * Whether lines that come again are said: somebody speaks in them or asks, where sentences are not torn around them, or
 * they begin what is the same each time.
 */
export function isSaid(
  lines: readonly Line[],
  key: HeadKey,
  same: readonly number[],
  tearSentences: () => boolean,
): boolean {
  return isSpoken(key) || (isAsked(key) && !tearSentences()) || runsOnAlike(lines, same);
}

/** Whether what follows is the same twice up to a line that is no head: then all of it is said again. */
function runsOnAlike(lines: readonly Line[], same: readonly number[]): boolean {
  return isTwice(
    same.map((at) => {
      let following = '';
      for (let next = at + 1; next < lines.length && next - at < SAME_START; next += 1) {
        const line = lines[next] as Line;
        if (isNumber(line)) continue;
        if (headOf(line) === null) return following + line.text.slice(0, SAME_START);
        following += line.text;
      }
      return undefined;
    }),
  );
}

function isTwice(texts: readonly (string | undefined)[]): boolean {
  const known = texts.filter((text) => text !== undefined);
  return new Set(known).size < known.length;
}
