import { useMemo, useRef } from 'preact/hooks';
import { readerWords } from '../../../../messages/web/reader.js';
import type { Span } from '../../../../model/span.js';
import type { ListedCode } from '../../../../workflow/list-codes.js';
import type { ReadCoding } from '../../../../workflow/read-case-coding.js';
import type { ReadPassage } from '../../../../workflow/read-passages.js';
import { caseAddress } from '../../components/case-address.js';
import { usePageKeys } from '../../components/key-sheet.js';
import type { Keys } from '../../state/keys.js';
import { useWords } from '../../state/preferences.js';
import { type EdgeMove, moveEdge } from './edges.js';
import { type ReadPlaces, sentencesOf } from './read-places.js';
import type { ReaderActs } from './reader-acts.js';
import { showSpan } from './show-span.js';
import type { PickerUse } from './use-coding.js';
import type { useEdges } from './use-edges.js';

/** What the keys of the reader act on. */
export interface ReaderKeys {
  readonly coding: ReadCoding | null;
  readonly places: ReadPlaces;
  readonly selected: Span | null;
  readonly chosen: ReadPassage | null;
  readonly marker: ListedCode | null;
  readonly acts: ReaderActs;
  readonly isDone: boolean;
  readonly edges: Pick<ReturnType<typeof useEdges>, 'moved' | 'move' | 'settle' | 'drop'>;
  readonly select: (span: Span | null) => void;
  readonly choose: (passage: string | null) => void;
  readonly setDialog: (use: PickerUse) => void;
  readonly setMarker: (code: null) => void;
  readonly inVivo: () => void;
  readonly copy: () => unknown;
  readonly write: () => void;
  readonly toggleForm: () => void;
  readonly search: () => void;
  readonly route: (path: string) => void;
}

/** Lets keys do all that the mouse does in the reader. */
export function useReaderKeys(given: ReaderKeys): void {
  const say = useWords(readerWords);
  const now = useRef(given);
  now.current = given;
  const sentences = useMemo(() => sentencesOf(given.places.lines), [given.places]);
  const keys = useMemo(() => keysOf(() => now.current, sentences), [sentences]);
  usePageKeys(keys, say.keys);
}

function keysOf(now: () => ReaderKeys, sentences: readonly Span[]): Keys {
  const move = (edge: EdgeMove['edge'], step: 1 | -1, by: EdgeMove['by']) => () => {
    const { places, selected, select, marker, edges } = now();
    // With a marker in hand a moved edge would code again.
    if (selected && !marker) select(moveEdge(places, selected, { edge, step, by }));
    else if (!selected) edges.move({ edge, step, by });
  };
  const stepSentence = (step: 1 | -1) => () => {
    const { places, selected, chosen, select } = now();
    const at = (selected ?? chosen)?.start ?? -1;
    const inOrder = step === 1 ? sentences.find(({ start }) => start > at) : undefined;
    const before = step === -1 ? sentences.findLast(({ start }) => start < at) : undefined;
    const next = inOrder ?? before;
    if (!next) return;
    select(next);
    showSpan(places, next);
    // What had the focus would take the key that comes next.
    document.querySelector<HTMLElement>('.reader-text')?.focus({ preventScroll: true });
  };
  const stepPassage = (step: 1 | -1) => () => {
    const { coding, chosen, choose, select } = now();
    const placed = (coding?.passages ?? []).filter(({ end }) => end > 0);
    const at = placed.findIndex(({ id }) => id === chosen?.id);
    const next = placed[at < 0 ? (step === 1 ? 0 : placed.length - 1) : at + step];
    if (!next) return;
    select(null);
    choose(next.id);
  };
  const open = (id: string | null | undefined) => {
    if (id != null) now().route(caseAddress(id));
  };
  const withChosen = (work: (passage: ReadPassage, all: ReaderKeys) => unknown) => () => {
    const { chosen, selected, edges } = now();
    if (!chosen || selected) return;
    void edges.settle().then((passage) => passage && work(passage, now()));
  };
  return {
    j: stepSentence(1),
    k: stepSentence(-1),
    n: stepPassage(1),
    p: stepPassage(-1),
    ArrowRight: move('end', 1, 'word'),
    ArrowLeft: move('end', -1, 'word'),
    'Shift ArrowRight': move('start', 1, 'word'),
    'Shift ArrowLeft': move('start', -1, 'word'),
    'Alt ArrowRight': move('end', 1, 'character'),
    'Alt ArrowLeft': move('end', -1, 'character'),
    'Alt Shift ArrowRight': move('start', 1, 'character'),
    'Alt Shift ArrowLeft': move('start', -1, 'character'),
    Enter: () => now().selected && now().setDialog('code'),
    v: () => now().inVivo(),
    y: () => now().copy(),
    b: () => (now().marker ? now().setMarker(null) : now().setDialog('marker')),
    Escape: () => {
      const { selected, marker, select, setMarker, choose, edges } = now();
      if (edges.moved) edges.drop();
      else if (selected) select(null);
      else if (marker) setMarker(null);
      else choose(null);
    },
    c: withChosen((passage, { acts }) => acts.review(passage, 'confirm')),
    x: withChosen((passage, { acts }) => acts.review(passage, 'reject')),
    r: withChosen((_, { setDialog }) => setDialog('recode')),
    o: withChosen((passage, { acts }) => passage.end > 0 && acts.turn(passage)),
    Delete: withChosen((passage, { acts }) => passage.isOwn && acts.uncode(passage)),
    m: () =>
      now().selected ??
      void now()
        .edges.settle()
        .then(() => now().write()),
    w: () => now().toggleForm(),
    '/': () => now().search(),
    '[': () => open(now().coding?.previous),
    ']': () => open(now().coding?.next),
    d: () => void now().acts.done(now().isDone),
  };
}
