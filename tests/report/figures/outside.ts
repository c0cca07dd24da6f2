import { textWidth } from '../../../src/report/figures/text-width.js';

/** Lengths are written with one digit. */
const TOLERANCE = 0.6;

interface Box {
  readonly what: string;
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

/** What lies outside the picture, wholly or in part: texts by the widths that labels are fitted with, and drawn shapes. */
export function partsOutside(svg: string): string[] {
  const [, width = 0, height = 0] = (/viewBox="0 0 ([\d.]+) ([\d.]+)"/.exec(svg) ?? []).map(Number);
  return [...textsOf(svg), ...shapesOf(svg)]
    .map((box) => scaled(box, svg))
    .filter(
      ({ left, right, top, bottom }) =>
        !(
          left >= -TOLERANCE &&
          top >= -TOLERANCE &&
          right <= width + TOLERANCE &&
          bottom <= height + TOLERANCE
        ),
    )
    .map(({ what, left, right, top, bottom }) =>
      [what, ...[left, right, top, bottom].map(Math.round)].join(' '),
    );
}

/** A picture that is scaled as a whole has one group. */
function scaled({ what, ...box }: Box, svg: string): Box {
  const [, shift = 0, scale = 1] = (
    /<g transform="translate\((-?[\d.]+) 0\) scale\(([\d.]+)\)"/.exec(svg) ?? []
  ).map(Number);
  return {
    what,
    left: shift + scale * box.left,
    right: shift + scale * box.right,
    top: scale * box.top,
    bottom: scale * box.bottom,
  };
}

/** The texts of a picture as people read them, line by line. */
export const linesOf = (svg: string): string[] =>
  [...svg.matchAll(/<(text|tspan)[^>]*>([^<]+)<\/\1>/g)].map(([, , text = '']) => plain(text));

const attribute = (of: string, name: string) => new RegExp(` ${name}="([^"]*)"`).exec(of)?.[1];

function textsOf(svg: string): Box[] {
  return [...svg.matchAll(/<text([^>]*)>(.*?)<\/text>/gs)].flatMap(([, style = '', content = '']) => {
    const lines = [...content.matchAll(/<tspan([^>]*)>([^<]*)<\/tspan>/g)].map(
      ([, place = '', text = '']) => [place, text] as const,
    );
    const size = Number(attribute(style, 'font-size'));
    return (lines.length > 0 ? lines : [[style, content] as const]).map(([place, escaped]) => {
      const text = plain(escaped);
      const long = textWidth(text, size);
      const before =
        { start: 0, middle: 0.5, end: 1 }[attribute(style, 'text-anchor') ?? 'start'] ?? Number.NaN;
      const [x, y] = [Number(attribute(place, 'x')), Number(attribute(place, 'y'))];
      const level = {
        left: x - before * long,
        right: x + (1 - before) * long,
        top: y - size * 0.85,
        bottom: y + size * 0.15,
      };
      return { what: text, ...turn(level, attribute(style, 'transform')) };
    });
  });
}

/** A box after `rotate(-90 x y)`: what was to the right is above, what was above is to the left. */
function turn(box: Omit<Box, 'what'>, transform: string | undefined): Omit<Box, 'what'> {
  if (transform === undefined) return box;
  const [angle, x = 0, y = 0] = (transform.match(/-?[\d.]+/g) ?? []).map(Number);
  if (angle !== -90) throw new Error(`not a quarter to the left: ${transform}`);
  return {
    left: x + box.top - y,
    right: x + box.bottom - y,
    top: y - (box.right - x),
    bottom: y - (box.left - x),
  };
}

function shapesOf(svg: string): Box[] {
  // The first rectangle is the paper.
  const [, ...shapes] = svg.matchAll(/<(rect|circle|line|polygon|polyline|path)([^>]*)\/>/g);
  return shapes.map(([, what = '', of = '']) => {
    const [x1, y1, x2, y2, cx, cy, r] = ['x1', 'y1', 'x2', 'y2', 'cx', 'cy', 'r'].map((name) =>
      Number(attribute(of, name)),
    );
    if (what === 'line') return around(what, [x1, x2], [y1, y2]);
    if (what === 'circle')
      return around(
        what,
        [Number(cx) - Number(r), Number(cx) + Number(r)],
        [Number(cy) - Number(r), Number(cy) + Number(r)],
      );
    if (what === 'rect') {
      const [x, y] = [Number(attribute(of, 'x') ?? 0), Number(attribute(of, 'y') ?? 0)];
      return around(what, [x, x + Number(attribute(of, 'width'))], [y, y + Number(attribute(of, 'height'))]);
    }
    const numbers = (
      (attribute(of, 'd') ?? attribute(of, 'points') ?? 'none').match(/-?[\d.]+/g) ?? [Number.NaN]
    ).map(Number);
    return around(
      what,
      numbers.filter((_, at) => at % 2 === 0),
      numbers.filter((_, at) => at % 2 === 1),
    );
  });
}

const around = (
  what: string,
  xs: readonly (number | undefined)[],
  ys: readonly (number | undefined)[],
): Box => ({
  what,
  left: Math.min(...xs.map(Number)),
  right: Math.max(...xs.map(Number)),
  top: Math.min(...ys.map(Number)),
  bottom: Math.max(...ys.map(Number)),
});

const ENTITIES: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"' };

const plain = (text: string) =>
  text.replace(/&(amp|lt|gt|quot);/g, (_, name: string) => ENTITIES[name] ?? '');
