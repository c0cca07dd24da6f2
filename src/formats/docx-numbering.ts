import { formatNumber } from './number-format.js';
import type { XmlAttributes, XmlListener } from './xml-events.js';

/** The number Word sets before a paragraph, from what its properties say; '' for none. */
export type NumberParagraph = (properties: ParagraphProperties) => string;

/** What decides over the number of a paragraph. */
export interface ParagraphProperties {
  style?: string;
  list?: string;
  level?: number;
}

interface Level {
  start: number;
  format: string;
  /** Text with `%1` for the number of the first level. */
  text: string;
  style?: string;
}

interface List {
  abstract: string;
  /** Numbers that a list begins again with, by level. */
  readonly starts: Map<number, number>;
}

/** How a Word document numbers its paragraphs, as its parts `numbering` and `styles` say. */
export interface DocxNumbering {
  readonly levels: Map<string, Map<number, Level>>;
  readonly lists: Map<string, List>;
  readonly styles: Map<string, ParagraphProperties & { basedOn?: string }>;
}

/** Styles are based on others; a chain longer than this is a circle. */
const LONGEST_CHAIN = 20;

/** A listener that takes in both parts, one after the other. */
export function numberingListener(): XmlListener & { numbering: DocxNumbering } {
  const numbering: DocxNumbering = { levels: new Map(), lists: new Map(), styles: new Map() };
  let abstract = new Map<number, Level>();
  let level: Level | undefined;
  let list: List | undefined;
  let overridden = 0;
  let style: (ParagraphProperties & { basedOn?: string }) | undefined;

  const open = (name: string, { val = '', ...attributes }: XmlAttributes): void => {
    if (name === 'abstractNum') {
      abstract = new Map();
      numbering.levels.set(attributes['abstractNumId'] ?? '', abstract);
    } else if (name === 'lvl' && list === undefined) {
      level = { start: 1, format: 'decimal', text: '' };
      abstract.set(Number(attributes['ilvl']), level);
    } else if (name === 'num') {
      list = { abstract: '', starts: new Map() };
      numbering.lists.set(attributes['numId'] ?? '', list);
    } else if (name === 'abstractNumId' && list) list.abstract = val;
    else if (name === 'lvlOverride') overridden = Number(attributes['ilvl']);
    else if (name === 'startOverride') list?.starts.set(overridden, Number(val));
    else if (name === 'start' && level) level.start = Number(val);
    else if (name === 'numFmt' && level) level.format = val;
    else if (name === 'lvlText' && level) level.text = val;
    else if (name === 'pStyle' && level) level.style = val;
    else if (name === 'style') {
      style = {};
      numbering.styles.set(attributes['styleId'] ?? '', style);
    } else if (name === 'basedOn' && style) style.basedOn = val;
    else if (name === 'numId' && style) style.list = val;
    else if (name === 'ilvl' && style) style.level = Number(val);
  };
  const close = (name: string): void => {
    if (name === 'lvl') level = undefined;
    else if (name === 'num') list = undefined;
    else if (name === 'style') style = undefined;
  };
  return { numbering, open, close };
}

/** Numbers paragraphs one after the other, as Word does when it shows them. */
export function numberParagraphs({ levels, lists, styles }: DocxNumbering): NumberParagraph {
  const counters = new Map<string, number[]>();
  const begun = new Set<string>();

  const listOf = ({ style, ...own }: ParagraphProperties): ParagraphProperties => {
    let name = style;
    for (let left = LONGEST_CHAIN; own.list === undefined && name !== undefined && left > 0; left -= 1) {
      const { list, level, basedOn } = styles.get(name) ?? {};
      if (list !== undefined) {
        const styled = [...(levels.get(lists.get(list)?.abstract ?? '') ?? [])].find(
          ([, { style }]) => style === name,
        );
        return { list, level: own.level ?? level ?? styled?.[0] ?? 0 };
      }
      name = basedOn;
    }
    return own;
  };

  return (properties) => {
    const { list: id = '', level = 0 } = listOf(properties);
    const list = lists.get(id);
    const shape = levels.get(list?.abstract ?? '');
    const own = shape?.get(level);
    if (list === undefined || shape === undefined || own === undefined) return '';
    const numbers = counters.get(list.abstract) ?? [];
    counters.set(list.abstract, numbers);
    const start = begun.has(`${id} ${level}`) ? undefined : list.starts.get(level);
    begun.add(`${id} ${level}`);
    numbers[level] = start ?? (numbers[level] === undefined ? own.start : numbers[level] + 1);
    numbers.length = level + 1;
    if (own.format === 'bullet' || own.format === 'none') return '';
    const label = own.text.replaceAll(/%([1-9])/g, (_, digit: string) => {
      const at = Number(digit) - 1;
      const { format = 'decimal', start: first = 1 } = shape.get(at) ?? {};
      return formatNumber(numbers[at] ?? first, format);
    });
    // A tab would make the paragraph look like a table row; after Chinese marks there is no blank.
    return /[!-~]$/.test(label) ? `${label} ` : label;
  };
}
