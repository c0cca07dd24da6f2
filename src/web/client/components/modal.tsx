import type { ComponentChildren } from 'preact';
import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import { lastToast } from '../state/acts.js';
import { Toasts } from './toasts.js';

/** A question over the page, which Escape closes; the focus goes back to where it was. */
export function Modal({
  title,
  onClose,
  children,
}: {
  readonly title: string;
  readonly onClose: () => void;
  readonly children: ComponentChildren;
}) {
  const dialog = useRef<HTMLDialogElement>(null);
  const [before] = useState(lastToast);
  useLayoutEffect(() => {
    const opener = document.activeElement;
    const shown = dialog.current;
    shown?.showModal();
    return () => {
      // What is behind an open dialog takes no focus.
      shown?.close();
      if (opener instanceof HTMLElement) opener.focus({ preventScroll: true });
    };
  }, []);
  return (
    <dialog
      ref={dialog}
      aria-label={title}
      onClose={({ currentTarget }) => currentTarget.isConnected && onClose()}
    >
      <h2>{title}</h2>
      {children}
      <Toasts only="refused" after={before} />
    </dialog>
  );
}
