import type { ComponentChildren } from 'preact';
import { useLayoutEffect, useRef, useState } from 'preact/hooks';

/** Rows of one height, of which those near the place that is shown are drawn, page by page. */
export interface PagedRowsProps {
  readonly total: number;
  readonly rowHeight: number;
  /** Rows of a page. */
  readonly size: number;
  readonly label: string;
  /** The `colgroup` and `thead` of the table. */
  readonly head: ComponentChildren;
  /** Draws the rows of a page, which begins at row `offset`; `height` is the place that it takes. */
  readonly page: (offset: number, height: number) => ComponentChildren;
}

/** A table of any length that scrolls within its place: pages that come near are asked for, and their place is kept. */
export function PagedRows({ total, rowHeight, size, label, head, page }: PagedRowsProps) {
  const box = useRef<HTMLDivElement>(null);
  const [first, setFirst] = useState(0);
  const pageHeight = rowHeight * size;
  const look = () => {
    const { scrollTop = 0, clientHeight = 0 } = box.current ?? {};
    setFirst(Math.max(0, Math.floor((scrollTop - clientHeight / 2) / pageHeight)));
  };
  useLayoutEffect(look, [total]);
  const pages = Math.ceil(total / size);
  const reach = Math.ceil((box.current?.clientHeight ?? pageHeight) / pageHeight) + 2;
  const shown = Array.from({ length: Math.max(0, Math.min(reach, pages - first)) }, (_, at) => first + at);
  const after = Math.max(0, total - (first + shown.length) * size);
  return (
    <div class="paged" ref={box} onScroll={look}>
      <table aria-label={label} aria-rowcount={total + 1}>
        {head}
        <Filler key="before" height={first * pageHeight} />
        {shown.map((number) => page(number * size, Math.min(size, total - number * size) * rowHeight))}
        <Filler key="after" height={after * rowHeight} />
      </table>
    </div>
  );
}

/** The place of rows that are not drawn. */
export function Filler({ height }: { readonly height: number }) {
  if (height <= 0) return null;
  return (
    <tbody aria-hidden="true">
      <tr style={{ height: `${height}px` }} />
    </tbody>
  );
}
