import { raiseNumber } from '../../text/raise-number.js';
import { blankFor, type Fragment, type PlacedText } from './fragment.js';
import { withoutLineNumbers } from './line-numbers.js';
import type { RuledTable } from './ruled-tables.js';
import { cellAt, joinTableRows } from './table-lines.js';
import { turnUpright } from './upright.js';

/** How far apart (ems) the same words are when they are printed twice. */
const NEAR = 0.2;
/** How small a raised number is beside its line, and how much (ems of the line) higher its baseline is. */
const [SMALL, LIFTED] = [0.8, 0.15];

/** What stands on a page, and the tables that its lines draw. */
interface PlacedPage {
  readonly texts: readonly PlacedText[];
  readonly tables: readonly RuledTable[];
}

/**
 * The fragments of each page, one list for each direction in which it is written, the most used first; those in a row of a table
 * are joined.
 */
export function fragmentsByDirection(pages: readonly PlacedPage[]): Fragment[][][] {
  const directions = pages.map(partDirections);
  const upright = joinTableRows(
    pages.map(({ tables }, at) => ({ fragments: directions[at]?.get(0)?.fragments ?? [], tables })),
  );
  return directions.map((page, at) =>
    [...page]
      .filter(([, { fragments }]) => fragments.length > 0)
      .sort(([a, first], [b, second]) => second.amount - first.amount || a - b)
      .map(([degrees, { fragments }]) => [
        ...withoutLineNumbers(degrees === 0 ? (upright[at] ?? []) : fragments),
      ]),
  );
}

function partDirections({ texts, tables }: PlacedPage) {
  const directions = new Map<number, { fragments: Fragment[]; amount: number; blank: boolean }>();
  for (const item of turnUpright(printedOnce(texts))) {
    const [degrees, radians] = directionOf(item);
    const direction = directions.get(degrees) ?? { fragments: [], amount: 0, blank: false };
    directions.set(degrees, direction);
    if (item.text.trim() === '') {
      direction.blank ||= item.text !== '';
      continue;
    }
    direction.amount += item.text.length;
    const fragment = inFrame(item, radians);
    const middle = (fragment.left + fragment.right) / 2;
    const cell = degrees === 0 ? cellAt(tables, middle, fragment.y - fragment.size / 3) : undefined;
    append(direction.fragments, { ...fragment, cell }, direction.blank);
    direction.blank = false;
  }
  return directions;
}

/** Text set from top to bottom is read as if the page were turned: lines follow from right to left. */
function directionOf({ transform: [a = 1, b = 0], isVertical }: PlacedText): [number, number] {
  const degrees = Math.round((Math.atan2(b, a) * 180) / Math.PI) + (isVertical ? 90 : 0);
  const whole = ((degrees % 360) + 360) % 360;
  return [whole, (whole * Math.PI) / 180];
}

function inFrame({ text, transform, length }: PlacedText, angle: number): Fragment {
  const [, , c = 0, d = 1, e = 0, f = 0] = transform;
  const left = e * Math.cos(angle) + f * Math.sin(angle);
  const y = f * Math.cos(angle) - e * Math.sin(angle);
  return { text, left, right: left + Math.abs(length), y, size: Math.max(Math.hypot(c, d), 0.1) };
}

function append(fragments: Fragment[], next: Fragment, isParted: boolean): void {
  const last = fragments.at(-1);
  if (last === undefined) {
    fragments.push(next);
    return;
  }
  const size = Math.max(last.size, next.size);
  const gap = (next.left - last.right) / size;
  const isSameLine = Math.abs(next.y - last.y) < size / 2;
  if (isSameLine && gap > -0.5 && gap < 1 && last.cell === next.cell) {
    // The number that a note begins with stands before larger letters.
    if (isRaised(next, last)) last.text = raiseNumber(last.text) ?? last.text;
    const text = isRaised(last, next) ? (raiseNumber(next.text) ?? next.text) : next.text;
    last.text += blankFor(gap, isParted) + text;
    last.right = Math.max(last.right, next.right);
  } else {
    fragments.push(next);
  }
}

/** Numbers of notes and powers are small and stand higher. */
function isRaised(beside: Fragment, { size, y }: Fragment): boolean {
  return size <= SMALL * beside.size && y < beside.y - LIFTED * beside.size;
}

/** Texts without those that are printed again a hair apart, as bold type is at times feigned. */
function printedOnce(placed: readonly PlacedText[]): PlacedText[] {
  const printed = new Map<string, PlacedText[]>();
  return placed.filter((item) => {
    const same = printed.get(item.text) ?? [];
    if (item.text !== '' && same.some((earlier) => isPrintedAgain(earlier, item))) return false;
    same.push(item);
    printed.set(item.text, same);
    return true;
  });
}

function isPrintedAgain({ transform: earlier }: PlacedText, { transform: next }: PlacedText): boolean {
  const [a = 1, b = 0, c = 0, d = 1, x = 0, y = 0] = next;
  const [, , , , fromX = 0, fromY = 0] = earlier;
  const isTurned = earlier.slice(0, 4).some((one, at) => Math.abs(one - ([a, b, c, d][at] as number)) > 0.1);
  return !isTurned && Math.hypot(x - fromX, y - fromY) < NEAR * Math.hypot(c, d);
}
