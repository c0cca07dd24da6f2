import { FONT_FAMILY } from './style.js';

/** Units of a drawing in a millimetre: whole numbers place everything well within what a printer can show. */
export const PER_MM = 10;

type Attributes = Readonly<Record<string, string | number | undefined>>;

/** A drawing that is cut to its height: everything is measured in tenths of a millimetre. */
export interface Drawing {
  readonly width: number;
  readonly height: number;
  readonly body: readonly string[];
}

/** What is not allowed in XML, or turns the direction of what follows. */
const NOT_IN_XML = /[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]|\p{Bidi_Control}/gu;
const ENTITIES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

/** A text from elsewhere as content of an element or attribute. */
export function escapeText(text: string): string {
  return text.replace(NOT_IN_XML, '').replace(/[&<>"]/g, (character) => ENTITIES[character] ?? '');
}

/** An element; numbers keep one digit, attributes that are undefined are left out. */
export function element(name: string, attributes: Attributes, ...content: readonly string[]): string {
  const written = Object.entries(attributes)
    .filter(([, value]) => value !== undefined)
    .map(([key, value]) => ` ${key}="${typeof value === 'number' ? round(value) : escapeText(value ?? '')}"`)
    .join('');
  return content.length === 0 ? `<${name}${written}/>` : `<${name}${written}>${content.join('')}</${name}>`;
}

/** A number with one digit, the same wherever it is written. */
function round(value: number): string {
  return String(Math.round(value * 10) / 10 + 0);
}

/** The whole picture as a file of its own, with a name and a description for those who do not see it. */
export function writeSvg(
  { width, height, body }: Drawing,
  {
    title,
    caption,
    language,
  }: { readonly title: string; readonly caption: string; readonly language: string },
): string {
  const drawn = element(
    'svg',
    {
      xmlns: 'http://www.w3.org/2000/svg',
      width: `${round(width / PER_MM)}mm`,
      height: `${round(height / PER_MM)}mm`,
      viewBox: `0 0 ${round(width)} ${round(height)}`,
      'xml:lang': language === 'zh' ? 'zh-CN' : 'en',
      'font-family': FONT_FAMILY,
      role: 'img',
    },
    '\n',
    element('title', {}, escapeText(title)),
    '\n',
    element('desc', {}, escapeText(caption)),
    '\n',
    element('rect', { width, height, fill: '#ffffff' }),
    '\n',
    ...body.map((one) => `${one}\n`),
  );
  return `<?xml version="1.0" encoding="UTF-8"?>\n${drawn}\n`;
}
