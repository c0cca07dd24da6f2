import type { PDFPageProxy } from 'pdfjs-dist';
import { multiply } from './transform.js';

/** A straight line of a page, along one of its edges; y downwards. */
export interface Rule {
  readonly isVertical: boolean;
  /** Its x where it is vertical, else its y. */
  readonly at: number;
  readonly from: number;
  readonly to: number;
}

/** Shorter lines (points) part no cells: they are parts of letters and the ends of thick lines. */
const SHORTEST = 4;
const STRAIGHT = 0.5;
/** A page with more lines than this is a drawing. */
const MOST_RULES = 4000;
/** How pdf.js writes a path: a number for what is drawn, then its coordinates. */
const [MOVE, LINE, CURVE, QUADRATIC] = [0, 1, 2, 3];

/** The straight lines that a page draws; none where it draws too many or cannot be drawn. */
export async function readRules(page: PDFPageProxy): Promise<Rule[]> {
  const { AnnotationMode, OPS } = await import('pdfjs-dist/legacy/build/pdf.mjs');
  const { fnArray, argsArray } = await page
    .getOperatorList({ annotationMode: AnnotationMode.DISABLE })
    .catch(() => ({ fnArray: [], argsArray: [] }));
  let transform = page.getViewport({ scale: 1 }).transform as number[];
  const saved: number[][] = [];
  const rules: Rule[] = [];
  for (const [at, operator] of fnArray.entries()) {
    const args = argsArray[at] as unknown[];
    if (operator === OPS.save || operator === OPS.paintFormXObjectBegin) saved.push(transform);
    if (operator === OPS.transform) transform = multiply(transform, args as number[]);
    if (operator === OPS.paintFormXObjectBegin && args[0])
      transform = multiply(transform, args[0] as number[]);
    if (operator === OPS.restore || operator === OPS.paintFormXObjectEnd)
      transform = saved.pop() ?? transform;
    if (operator !== OPS.constructPath || args[0] === OPS.endPath) continue;
    for (const path of args[1] as (Float32Array | null)[]) if (path) addRules(rules, path, transform);
    if (rules.length > MOST_RULES) return [];
  }
  return rules;
}

function addRules(rules: Rule[], path: Float32Array, transform: readonly number[]): void {
  const [a = 1, b = 0, c = 0, d = 1, e = 0, f = 0] = transform;
  let [startX, startY, x, y] = [0, 0, 0, 0];
  const lineTo = (nextX: number, nextY: number) => {
    const [width, height] = [Math.abs(nextX - x), Math.abs(nextY - y)];
    if (height < STRAIGHT && width >= SHORTEST)
      rules.push({ isVertical: false, at: y, from: Math.min(x, nextX), to: Math.max(x, nextX) });
    if (width < STRAIGHT && height >= SHORTEST)
      rules.push({ isVertical: true, at: x, from: Math.min(y, nextY), to: Math.max(y, nextY) });
    [x, y] = [nextX, nextY];
  };
  for (let at = 0; at < path.length; ) {
    const kind = path[at] as number;
    const coordinates = { [MOVE]: 2, [LINE]: 2, [CURVE]: 6, [QUADRATIC]: 4 }[kind] ?? 0;
    const [left = 0, low = 0] = path.subarray(at + coordinates - 1, at + coordinates + 1);
    const [nextX, nextY] = [a * left + c * low + e, b * left + d * low + f];
    if (coordinates === 0) lineTo(startX, startY);
    else if (kind === LINE) lineTo(nextX, nextY);
    else [x, y] = [nextX, nextY];
    if (kind === MOVE) [startX, startY] = [x, y];
    at += 1 + coordinates;
  }
}
