import { useEffect, useMemo, useRef, useState } from 'preact/hooks';
import { readerWords } from '../../../../messages/web/reader.js';
import type { Span } from '../../../../model/span.js';
import type { ReadPassage } from '../../../../workflow/read-passages.js';
import { useWords } from '../../state/preferences.js';
import { selectedSpan } from './dom-selection.js';
import { BLOCK, type LineLook, type Overlay, useLineLooks } from './line-layers.js';
import type { ReadPlaces } from './read-places.js';
import { HUES, ReaderLine } from './reader-line.js';
import { useHeld } from './use-held.js';
import { useKeptPlace } from './use-kept-place.js';

/** The text, what is laid over it, and what a click or a selection in it means. */
export interface ReaderTextProps {
  readonly places: ReadPlaces;
  readonly overlay: Overlay;
  readonly showsKinds: boolean;
  /** Whether it opens at its beginning, so that the rest may follow. */
  readonly isAtStart: boolean;
  readonly onSelect: (span: Span | null) => void;
  readonly onChoose: (passage: string | null) => void;
}

/** The text line by line; lines out of sight keep their place and cost nothing. */
export function ReaderText({ showsKinds, isAtStart, onSelect, onChoose, ...given }: ReaderTextProps) {
  const say = useWords(readerWords);
  const [{ places, overlay }, hold] = useHeld(given);
  const { lines, find } = places;
  const looks = useLineLooks(lines, find, overlay);
  const box = useRef<HTMLElement>(null);
  useKeptPlace(box, places);
  const drawn = useDrawn(lines, isAtStart);
  const hueOf = useMemo(() => hues(), []);
  // The click that ends a selection chooses nothing.
  const isEnding = useRef(false);
  const finish = () => {
    const span = selectedSpan(lines);
    isEnding.current = span !== null;
    if (span === null) return;
    document.getSelection()?.removeAllRanges();
    onSelect(span);
  };
  const click = (target: Element) => {
    if (isEnding.current) return;
    onSelect(null);
    onChoose(passageAt(target, overlay.passages));
  };
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: keys do the same, as the sheet of keys says
    <section
      ref={box}
      class="reader-text"
      aria-label={say.text}
      // biome-ignore lint/a11y/noNoninteractiveTabindex: who has no mouse scrolls it by keys
      tabIndex={0}
      onPointerDown={hold}
      onMouseUp={finish}
      onClick={({ target }) => click(target as Element)}
    >
      {looks.slice(0, drawn).map((block, at) => (
        <Block
          key={at}
          lines={lines}
          first={at * BLOCK}
          looks={block}
          showsKinds={showsKinds}
          hueOf={hueOf}
        />
      ))}
    </section>
  );
}

/** Lines that are drawn together, and not looked through again unless one of them changed. */
function Block({
  lines,
  first,
  looks,
  showsKinds,
  hueOf,
}: {
  readonly lines: ReadPlaces['lines'];
  readonly first: number;
  readonly looks: readonly LineLook[];
  readonly showsKinds: boolean;
  readonly hueOf: (path: readonly string[]) => number;
}) {
  const say = useWords(readerWords);
  return useMemo(
    () => (
      <div>
        {looks.map((look, at) => {
          const [line, before] = [lines[first + at], lines[first + at - 1]];
          return (
            line && (
              <ReaderLine
                key={first + at}
                line={line}
                index={first + at}
                look={look}
                kind={kindOf(line, before, showsKinds, say)}
                hueOf={hueOf}
              />
            )
          );
        })}
      </div>
    ),
    [lines, first, looks, showsKinds, hueOf, say],
  );
}

/** How many blocks are drawn: of a text that opens at its beginning first one, which is more than a screen, then all. */
function useDrawn(lines: ReadPlaces['lines'], isAtStart: boolean): number {
  const [isWhole, setWhole] = useState(false);
  useEffect(() => {
    if (lines.length === 0) return;
    // Behind the next picture of the page, not before it.
    let timer: ReturnType<typeof setTimeout> | undefined;
    const frame = requestAnimationFrame(() => {
      timer = setTimeout(() => setWhole(true));
    });
    return () => {
      cancelAnimationFrame(frame);
      clearTimeout(timer);
    };
  }, [lines]);
  return isAtStart && !isWhole ? 1 : Number.POSITIVE_INFINITY;
}

/** What a line is called where another kind of region, or another speaker, begins. */
function kindOf(
  line: ReadPlaces['lines'][number],
  before: ReadPlaces['lines'][number] | undefined,
  shows: boolean,
  say: (typeof readerWords)['zh'],
): string | null {
  const isOut = line.leftOut.some(([start, end]) => start <= 1 && end >= [...line.text].length - 1);
  if (!shows || (line.kind === 'body' && !isOut)) return null;
  if (before?.kind === line.kind) return null;
  return isOut ? `${say.kinds[line.kind]} · ${say.notCounted}` : (say.kinds[line.kind] ?? null);
}

/** The coding that a click means: the stripe, or of those that cover the words the smallest. */
function passageAt(target: Element, passages: readonly ReadPassage[]): string | null {
  const stripe = target.closest<HTMLElement>('[data-passage]')?.dataset['passage'];
  if (stripe !== undefined) return stripe;
  const ids = target.closest<HTMLElement>('[data-passages]')?.dataset['passages']?.split(' ') ?? [];
  const size = ({ start, end }: Span) => end - start;
  return (
    passages.filter(({ id }) => ids.includes(id)).sort((one, other) => size(one) - size(other))[0]?.id ?? null
  );
}

/** Gives each pillar a hue, in the order in which they are met; nothing is told by the hue alone. */
function hues(): (path: readonly string[]) => number {
  const known = new Map<string, number>();
  return ([pillar = '']) => {
    const hue = known.get(pillar) ?? known.size % HUES;
    known.set(pillar, hue);
    return hue;
  };
}
