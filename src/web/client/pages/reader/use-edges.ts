import { useEffect, useRef, useState } from 'preact/hooks';
import { readerWords } from '../../../../messages/web/reader.js';
import type { Span } from '../../../../model/span.js';
import { comparePassages } from '../../../../text/compare-passages.js';
import type { ReadPassage } from '../../../../workflow/read-passages.js';
import { showToast } from '../../state/acts.js';
import { language } from '../../state/preferences.js';
import { type EdgeMove, moveEdge } from './edges.js';
import type { ReadPlaces } from './read-places.js';
import type { ReaderActs } from './reader-acts.js';
import { showSpan } from './show-span.js';

/** An own coding whose edges are being moved, and where it is then. */
interface MovedEdges {
  readonly passage: ReadPassage;
  readonly span: Span;
}

/** How long nobody moved an edge before it is saved, in milliseconds: several moves are one statement. */
const PAUSE = 800;

/** Moves the edges of the chosen coding: shown at once, saved as one statement when the keys rest or something else is done. */
export function useEdges({
  places,
  acts,
  chosen,
  choose,
}: {
  readonly places: ReadPlaces;
  readonly acts: ReaderActs;
  readonly chosen: ReadPassage | null;
  readonly choose: (passage: string | null) => void;
}) {
  const [moved, show] = useState<MovedEdges | null>(null);
  const now = useRef<MovedEdges | null>(null);
  const timer = useRef<ReturnType<typeof setTimeout> | undefined>(undefined);
  const put = (next: MovedEdges | null) => {
    clearTimeout(timer.current);
    now.current = next;
    show(next);
  };
  /** Saves what was moved, and gives the coding as it is then; null where nothing was. */
  const save = async (): Promise<ReadPassage | null> => {
    const last = now.current;
    if (last === null) return null;
    now.current = null;
    clearTimeout(timer.current);
    const { passage, span } = last;
    const isSame = passage.start === span.start && passage.end === span.end;
    const passages = isSame ? null : await acts.move(passage, span);
    const made = passages?.find(
      (one) =>
        one.isOwn &&
        one.codeId === passage.codeId &&
        one.polarity === passage.polarity &&
        one.start === span.start &&
        one.end === span.end,
    );
    // Somebody may move it on meanwhile.
    if (now.current === null) show(null);
    return made ?? null;
  };
  /** The same, and stays with it: the coding that is chosen then. */
  const settle = async (): Promise<ReadPassage | null> => {
    const made = await save();
    if (made) choose(made.id);
    return made ?? chosen;
  };
  const leave = useRef(save);
  leave.current = save;
  useEffect(
    () => () => {
      void leave.current();
    },
    [chosen?.id],
  );
  return {
    moved,
    settle,
    drop: () => put(null),
    move: (move: EdgeMove) => {
      if (chosen === null || chosen.end === 0) return;
      if (!chosen.isOwn) {
        const { notOwnEdges } = readerWords[language.value];
        showToast({ text: notOwnEdges, kind: 'refused', canUndo: false });
        return;
      }
      const span = moveEdge(places, now.current?.span ?? chosen, move);
      put({ passage: chosen, span });
      showSpan(places, span);
      timer.current = setTimeout(() => void settle(), PAUSE);
    },
  };
}

/** The codings of a case with the one whose edges are being moved where it is then. */
export function withEdges(
  passages: readonly ReadPassage[],
  moved: MovedEdges | null,
): readonly ReadPassage[] {
  if (moved === null) return passages;
  return passages
    .map((one) => (one.id === moved.passage.id ? { ...one, ...moved.span } : one))
    .sort(comparePassages);
}
