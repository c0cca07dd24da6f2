import type { ComponentChildren } from 'preact';

/** What stands beside a page: open where there is room for it, folded under its head on half a screen. */
export function Folding({
  head,
  chosen,
  children,
}: {
  readonly head: string;
  /** On half a screen it folds again when something else is chosen in it. */
  readonly chosen?: string;
  readonly children: ComponentChildren;
}) {
  const hasRoom = matchMedia('(width > 900px)').matches;
  return (
    <details key={hasRoom ? '' : chosen} class="folding" open={hasRoom}>
      <summary>{head}</summary>
      <div>{children}</div>
    </details>
  );
}
