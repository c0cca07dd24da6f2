import type { RegionKind } from '../model/region.js';
import type { XmlAttributes, XmlListener } from './xml-events.js';

/** What the styles of a document say, by their ids. */
export interface DocxStyles {
  /** What a paragraph of a style is. */
  readonly kindOf: (style: string | undefined) => RegionKind | undefined;
  /** The level of a style of headings (1 the highest, 0 that of a title) or of a table of contents. */
  readonly levelOf: (style: string | undefined) => number | undefined;
  /** Whether text of a style is hidden. */
  readonly isHidden: (style: string | undefined) => boolean;
}

interface Style {
  name: string;
  basedOn?: string;
  level?: number | undefined;
  isHidden?: boolean;
}

/** The names that Word gives its own styles in every language, and those that people give theirs in Chinese. */
const KINDS: readonly (readonly [RegExp, RegionKind])[] = [
  [/^(?:toc ?\d|toc heading|table of figures|目录)/i, 'contents'],
  [/^(?:heading ?\d|title|subtitle|(?:\S{0,4})标题)/i, 'heading'],
  [/^(?:caption|题注|图题|表题|图名|表名)/i, 'caption'],
  [/^(?:footnote text|endnote text|脚注|尾注)/i, 'note'],
  [/^(?:bibliography|参考文献)/i, 'references'],
];
/** The styles whose names say a level; that of a title is the highest. */
const LEVEL = /^(?:(?:toc|heading|目录|(?:\S{0,4})标题) ?([1-9])|title)$/i;
/** Styles are based on others; a chain longer than this is a circle. */
const LONGEST_CHAIN = 20;

/** A listener that takes in the styles of a Word document. */
export function stylesListener(): XmlListener & DocxStyles {
  const styles = new Map<string, Style>();
  let style: Style | undefined;
  /** The style of paragraphs that name none. */
  let usual: string | undefined;
  /** What the style itself says, else the one that it is based on. */
  const find = <T>(named: string | undefined, said: (style: Style) => T | undefined): T | undefined => {
    const id = named ?? usual;
    let next = id === undefined ? undefined : (styles.get(id) ?? { name: id });
    for (let left = LONGEST_CHAIN; next !== undefined && left > 0; left -= 1) {
      const value = said(next);
      if (value !== undefined) return value;
      next = next.basedOn === undefined ? undefined : styles.get(next.basedOn);
    }
    return undefined;
  };
  return {
    open(name: string, { val, ...attributes }: XmlAttributes) {
      if (name === 'style') {
        style = { name: '' };
        const { styleId = '', type, default: isUsual = 'off' } = attributes;
        styles.set(styleId, style);
        if (type === 'paragraph' && isOn(isUsual)) usual = styleId;
      } else if (style === undefined) return;
      else if (name === 'vanish') style.isHidden = isOn(val);
      else if (name === 'name') style.name = val ?? '';
      else if (name === 'basedOn') style.basedOn = val ?? '';
      else if (name === 'outlineLvl') style.level = headingLevel(val ?? '');
    },
    close(name: string) {
      if (name === 'style') style = undefined;
    },
    kindOf: (id) =>
      find(
        id,
        ({ name, level }) =>
          KINDS.find(([pattern]) => pattern.test(name))?.[1] ?? (level === undefined ? undefined : 'heading'),
      ),
    levelOf: (id) =>
      find(id, ({ name, level }) => {
        const named = LEVEL.exec(name);
        return named === null ? level : Number(named[1] ?? 0);
      }),
    isHidden: (id) => find(id, ({ isHidden }) => isHidden) ?? false,
  };
}

/** Whether a property that is set, without a value or with one, is on. */
export function isOn(value = 'true'): boolean {
  return !/^(?:0|false|off)$/.test(value);
}

/** The level of headings (1 the highest) that a level of the outline is; the tenth, 9, is that of text. */
export function headingLevel(outline: string): number | undefined {
  return /^[0-8]$/.test(outline) ? Number(outline) + 1 : undefined;
}
