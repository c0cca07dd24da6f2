import type { PlacedText } from './fragment.js';

/** Letters one below the other are so many ems apart at most, and so far to one side. */
const NEAREST = 1.35;
const ASIDE = 0.25;
/** How far (ems) the top of an upright letter is above its baseline, and its middle from its left edge. */
const [ASCENT, MIDDLE] = [0.88, 0.5];
const MOSTLY = 0.5;

/**
 * The texts of a page with its letters as vertical text where most of them are placed one by one, each nearer to the one below
 * than to the one beside it, as programs write vertical Chinese with fonts that are not vertical.
 */
export function turnUpright(placed: readonly PlacedText[]): readonly PlacedText[] {
  const upright = placed.filter(isSingle);
  const letters = placed.reduce((sum, { text }) => sum + [...text.trim()].length, 0);
  if (upright.length <= MOSTLY * letters) return placed;
  const below = countNear(upright, ({ x, y }) => [x, y]);
  const beside = countNear(upright, ({ x, y }) => [y, x]);
  if (below <= beside || below <= MOSTLY * upright.length) return placed;
  const turned = new Set(upright);
  return placed.map((one) => (turned.has(one) ? setVertical(one) : one));
}

function isSingle({ text, transform, isVertical }: PlacedText): boolean {
  const isTurned = Math.abs(transform[1] ?? 0) > 0.01;
  return !isVertical && !isTurned && [...text.trim()].length === 1;
}

interface Place {
  readonly x: number;
  readonly y: number;
  readonly size: number;
}

/** How many letters have the next one of their line, which shares the first coordinate, nearer than the limit. */
function countNear(texts: readonly PlacedText[], coordinates: (place: Place) => [number, number]): number {
  const places = texts
    .map((one) => ({ size: sizeOf(one), at: coordinates(placeOf(one)) }))
    .sort((a, b) => a.at[0] - b.at[0] || a.at[1] - b.at[1]);
  let near = 0;
  let line: typeof places = [];
  const endLine = () => {
    line.sort((a, b) => a.at[1] - b.at[1]);
    for (const [index, { at, size }] of line.entries()) {
      const next = line[index + 1];
      if (next !== undefined && next.at[1] - at[1] <= NEAREST * size) near += 1;
    }
    line = [];
  };
  for (const place of places) {
    const [first] = line;
    if (first !== undefined && place.at[0] - first.at[0] > ASIDE * first.size) endLine();
    line.push(place);
  }
  endLine();
  return near;
}

function setVertical(one: PlacedText): PlacedText {
  const { x, y, size } = placeOf(one);
  const transform = [...one.transform.slice(0, 4), x + MIDDLE * size, y - ASCENT * size];
  return { ...one, transform, length: size, isVertical: true };
}

function placeOf(one: PlacedText): Place {
  const [, , , , x = 0, y = 0] = one.transform;
  return { x, y, size: sizeOf(one) };
}

function sizeOf({ transform: [, , c = 0, d = 1] }: PlacedText): number {
  return Math.max(Math.hypot(c, d), 0.1);
}
