/** A piece of text as a PDF page places it: its two-dimensional transform (y downwards), its length, its direction. */
export interface PlacedText {
  readonly text: string;
  readonly transform: readonly number[];
  readonly length: number;
  readonly isVertical: boolean;
}

/** Text that stands together on one line; x runs along the reading direction, y towards the next line. */
export interface Fragment {
  text: string;
  readonly left: number;
  right: number;
  readonly y: number;
  readonly size: number;
}

/** Gaps in ems: within a word, of a blank, of an ideographic blank; what is wider parts cells or columns. */
const NO_GAP = 0.25;
const BLANK = 0.75;
const WIDE_BLANK = 1.5;

/** How far apart (ems) the same words are when they are printed twice. */
const NEAR = 0.2;

/** The fragments of a page, one list for each direction in which it is written, the most used first. */
export function fragmentsByDirection(placed: readonly PlacedText[]): Fragment[][] {
  const directions = new Map<number, { fragments: Fragment[]; amount: number; blank: boolean }>();
  for (const item of printedOnce(placed)) {
    const [degrees, radians] = directionOf(item);
    const direction = directions.get(degrees) ?? { fragments: [], amount: 0, blank: false };
    directions.set(degrees, direction);
    if (item.text.trim() === '') {
      direction.blank ||= item.text !== '';
      continue;
    }
    direction.amount += item.text.length;
    append(direction.fragments, inFrame(item, radians), direction.blank);
    direction.blank = false;
  }
  return [...directions]
    .filter(([, { fragments }]) => fragments.length > 0)
    .sort(([a, first], [b, second]) => second.amount - first.amount || a - b)
    .map(([, { fragments }]) => fragments);
}

/** What stands between two texts on a line that are `gap` ems apart. */
export function blankFor(gap: number, isParted: boolean): string {
  if (gap >= WIDE_BLANK) return '\t';
  if (gap >= BLANK) return '\u3000';
  return gap > NO_GAP || isParted ? ' ' : '';
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
  if (isSameLine && gap > -0.5 && gap < 1) {
    last.text += blankFor(gap, isParted) + next.text;
    last.right = Math.max(last.right, next.right);
  } else {
    fragments.push(next);
  }
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
