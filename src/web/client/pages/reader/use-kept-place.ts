import type { RefObject } from 'preact';
import { useLayoutEffect, useRef } from 'preact/hooks';
import type { Span } from '../../../../model/span.js';
import { rawOfStretch } from './places.js';
import type { ReadPlaces } from './read-places.js';

/** A line of which less is in sight, in pixels, is not read any more. */
const EDGE = 12;

/** Keeps what is read at the top of the text where it is when the text is shown in another form. */
export function useKeptPlace(box: RefObject<HTMLElement | null>, places: ReadPlaces): void {
  const last = useRef(places);
  // What was drawn last is still in the document.
  const top = last.current.lines === places.lines ? null : spanAtTop(box.current, last.current);
  last.current = places;
  useLayoutEffect(() => {
    const [line] = top ? places.find(top) : [];
    if (line !== undefined) box.current?.querySelector(`[data-line="${line}"]`)?.scrollIntoView();
  }, [places]);
}

/** The raw span of the first line that is in sight, unless the text is at its beginning. */
function spanAtTop(box: HTMLElement | null, { lines }: ReadPlaces): Span | null {
  if (box === null || box.scrollTop === 0) return null;
  const { top } = box.getBoundingClientRect();
  const shown = [...box.querySelectorAll<HTMLElement>('[data-line]')].find(
    (line) => line.getBoundingClientRect().bottom > top + EDGE,
  );
  const line = lines[Number(shown?.dataset['line'] ?? -1)];
  return line ? rawOfStretch(line, [0, Number.POSITIVE_INFINITY]) : null;
}
