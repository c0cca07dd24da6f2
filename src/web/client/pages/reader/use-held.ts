import { useEffect, useRef, useState } from 'preact/hooks';

/** What ends a press of the pointer, wherever that is. */
const RELEASES = ['pointerup', 'pointercancel', 'blur'] as const;

/**
 * Gives what is to be shown, but while the pointer is pressed what was shown before: text that is drawn again under the mouse
 * loses what is being selected in it.
 * @returns what is shown, and what is called when the pointer is pressed
 */
export function useHeld<Shown>(now: Shown): readonly [Shown, (event: PointerEvent) => void] {
  const [isHeld, hold] = useState(false);
  const shown = useRef(now);
  if (!isHeld) shown.current = now;
  const timer = useRef<ReturnType<typeof setTimeout> | undefined>(undefined);
  useEffect(() => {
    // Behind the release, at which the selection is still read; the pointer may be pressed again before that.
    const release = () => {
      timer.current = setTimeout(() => hold(false));
    };
    for (const name of RELEASES) window.addEventListener(name, release);
    return () => {
      for (const name of RELEASES) window.removeEventListener(name, release);
    };
  }, []);
  const press = ({ button }: PointerEvent) => {
    clearTimeout(timer.current);
    hold(button === 0);
  };
  return [shown.current, press];
}
