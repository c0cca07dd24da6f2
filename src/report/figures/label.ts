import { COLOUR, SIZE } from './style.js';
import { element, escapeText } from './svg.js';
import { LINE } from './text-width.js';

/** Chinese fonts set this one in the middle of a whole em. */
const APOSTROPHE = /(?<=[a-z])’/giu;

/** How a label is set; `y` is the middle of its lines. */
export interface LabelStyle {
  readonly size?: number;
  readonly anchor?: 'start' | 'middle' | 'end';
  readonly fill?: string;
  readonly weight?: 'bold';
  /** A white border under the letters, where they lie on lines. */
  readonly halo?: boolean;
  readonly rotate?: number;
}

/** Lines of text around a middle; the fonts agree about where the middle of a Han character is, renderers do not. */
export function label(
  x: number,
  y: number,
  lines: string | readonly string[],
  { size = SIZE.text, anchor = 'start', fill = COLOUR.ink, weight, halo = false, rotate }: LabelStyle = {},
): string {
  const all = (typeof lines === 'string' ? [lines] : lines).map((line) => line.replace(APOSTROPHE, "'"));
  const pitch = size * LINE;
  const first = y + size * 0.36 - ((all.length - 1) * pitch) / 2;
  const style = {
    'font-size': size,
    'text-anchor': anchor === 'start' ? undefined : anchor,
    fill,
    'font-weight': weight,
    transform: rotate === undefined ? undefined : `rotate(${rotate} ${x} ${y})`,
    ...(halo && {
      stroke: '#ffffff',
      'stroke-width': size * 0.2,
      'stroke-linejoin': 'round',
      'paint-order': 'stroke',
    }),
  };
  if (all.length === 1) return element('text', { x, y: first, ...style }, escapeText(all[0] ?? ''));
  return element(
    'text',
    style,
    ...all.map((line, at) => element('tspan', { x, y: first + at * pitch }, escapeText(line))),
  );
}
