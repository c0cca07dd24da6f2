import { codePointLength } from '../text/code-points.js';
import type { LineAnchor, MarkedLine } from './document-text.js';

/** A line without the blanks around it; what pointed into these points to its ends. */
export function trimLine(line: MarkedLine): MarkedLine {
  const text = line.text.trim();
  if (text.length === line.text.length) return line;
  const shift = line.text.length - line.text.trimStart().length;
  return { ...line, text, anchors: moved(line.anchors, -shift, text.length) };
}

/** Lines as one, with a separator between them and without a kind. */
export function joinLines(lines: readonly MarkedLine[], separator: string): MarkedLine {
  let length = 0;
  const anchors = lines.flatMap(({ text, anchors: own }) => {
    const at = length;
    length += text.length + separator.length;
    return moved(own, at) ?? [];
  });
  const text = lines.map((line) => line.text).join(separator);
  return { text, anchors: anchors.length > 0 ? anchors : undefined };
}

/** A line that ends where it breaks, as several; what points to the end of one points there. */
export function splitLine(line: MarkedLine): MarkedLine[] {
  const parts = line.text.split('\n');
  if (parts.length === 1) return [line];
  let at = 0;
  return parts.map((text, part) => {
    const [start, isLast] = [at, part === parts.length - 1];
    at += text.length + 1;
    const own = line.anchors?.filter((one) => one.at >= start && (isLast || one.at < at));
    return { text, kind: line.kind, level: line.level, anchors: moved(own, -start, text.length) };
  });
}

/**
 * The lines of cells that are not blank; what pointed into a blank one points to the next line of the row, or to the end of the
 * last. Of a row without any it is lost.
 */
export function filledCells(cells: readonly (readonly MarkedLine[])[]): MarkedLine[][] {
  let pending: LineAnchor[] = [];
  const filled = cells.map((lines) =>
    lines.flatMap((line) => {
      if (line.text === '') pending.push(...(line.anchors ?? []));
      if (line.text === '') return [];
      const own = pending;
      pending = [];
      return [withAnchors(line, own, 0)];
    }),
  );
  const last = filled.findLast((lines) => lines.length > 0);
  const line = last?.pop();
  if (last && line) last.push(withAnchors(line, pending, line.text.length));
  return filled;
}

/** A line to one place of which further anchors point. */
export function withAnchors(line: MarkedLine, more: readonly LineAnchor[], at: number): MarkedLine {
  if (more.length === 0) return line;
  return { ...line, anchors: [...(line.anchors ?? []), ...more.map(({ name }) => ({ name, at }))] };
}

/** Where in the text of lines that are joined by line ends each anchor points, in code points; of one name the first counts. */
export function anchorPlaces(lines: readonly MarkedLine[]): Map<string, number> {
  const places = new Map<string, number>();
  let start = 0;
  for (const { text, anchors = [] } of lines) {
    for (const { name, at } of anchors) {
      if (!places.has(name)) places.set(name, start + codePointLength(text.slice(0, at)));
    }
    start += codePointLength(text) + 1;
  }
  return places;
}

function moved(
  anchors: readonly LineAnchor[] | undefined,
  by: number,
  most = Number.POSITIVE_INFINITY,
): readonly LineAnchor[] | undefined {
  return anchors?.map(({ name, at }) => ({ name, at: Math.min(most, Math.max(0, at + by)) }));
}
