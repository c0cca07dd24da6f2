import type { Span } from '../../../../model/span.js';
import { stretchOfRaw } from './places.js';
import type { ReadPlaces } from './read-places.js';

/** Brings a span into sight, in the middle of the text where it was not. */
export function showSpan({ lines, find }: ReadPlaces, span: Span): void {
  const [index = -1] = find(span);
  const line = document.querySelector(`[data-line="${index}"]`);
  const box = line?.closest('.reader-text');
  const stretch = lines[index] && stretchOfRaw(lines[index], span);
  if (!line || !box || !stretch) return;
  // A paragraph may be longer than the screen: the words themselves are to be seen.
  const words = document.createRange();
  words.setStart(...pointAt(line, stretch[0]));
  words.setEnd(...pointAt(line, stretch[1]));
  const { top, bottom, height } = words.getBoundingClientRect();
  const seen = box.getBoundingClientRect();
  if (top < seen.top || bottom > seen.bottom) {
    box.scrollTop += top - seen.top - Math.max(0, seen.height - height) / 2;
  }
}

/** The point of the document before the character of a line that has so many code points before it. */
function pointAt(line: Element, at: number): [Node, number] {
  const parts = [...line.querySelectorAll<HTMLElement>('[data-at]')];
  const part = parts.findLast(({ dataset }) => Number(dataset['at']) <= at) as HTMLElement;
  const before = [...(part.textContent ?? '')].slice(0, at - Number(part.dataset['at'])).join('');
  return [part.firstChild ?? part, before.length];
}
