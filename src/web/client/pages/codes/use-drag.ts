import { useRef, useState } from 'preact/hooks';

/** What is dragged, and what it is over: elements with `data-drop` take it. */
interface Drag {
  readonly from: string;
  readonly over: string | null;
}

/** How far a pointer moves before it drags: less is a click. */
const SLACK = 6;

/** Lets rows be dragged onto others by pointer; keys do the same elsewhere. */
export function useDrag(onDrop: (from: string, to: string) => void) {
  const [drag, setDrag] = useState<Drag | null>(null);
  const start = useRef<{ readonly key: string; readonly x: number; readonly y: number } | null>(null);
  const wasDragged = useRef(false);
  const propsOf = (key: string) => ({
    'data-drop': key,
    onPointerDown: (event: PointerEvent) => {
      wasDragged.current = false;
      if (event.button === 0) start.current = { key, x: event.clientX, y: event.clientY };
    },
    onPointerMove: (event: PointerEvent) => {
      const from = start.current;
      if (from === null) return;
      if (drag === null && Math.hypot(event.clientX - from.x, event.clientY - from.y) < SLACK) return;
      if (drag === null) (event.currentTarget as Element).setPointerCapture(event.pointerId);
      const under = document.elementFromPoint(event.clientX, event.clientY)?.closest('[data-drop]');
      const over = under?.getAttribute('data-drop') ?? null;
      if (drag?.over !== over || drag.from !== from.key) setDrag({ from: from.key, over });
    },
    onPointerUp: () => {
      start.current = null;
      if (drag === null) return;
      wasDragged.current = true;
      setDrag(null);
      if (drag.over !== null && drag.over !== drag.from) onDrop(drag.from, drag.over);
    },
    onPointerCancel: () => {
      start.current = null;
      setDrag(null);
    },
    onDragStart: (event: Event) => event.preventDefault(),
  });
  return {
    drag,
    propsOf,
    /** Whether the click that comes now only ends a drag. */
    endsDrag: () => wasDragged.current,
  };
}
