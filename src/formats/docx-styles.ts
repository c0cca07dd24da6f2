import type { RegionKind } from '../model/region.js';
import type { XmlAttributes, XmlListener } from './xml-events.js';

/** What the styles of a document say, by their ids. */
export interface DocxStyles {
  /** What a paragraph of a style is. */
  readonly kindOf: (style: string | undefined) => RegionKind | undefined;
  /** Whether text of a style is hidden. */
  readonly isHidden: (style: string | undefined) => boolean;
}

interface Style {
  name: string;
  basedOn?: string;
  isOutlined: boolean;
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
/** Styles are based on others; a chain longer than this is a circle. */
const LONGEST_CHAIN = 20;

/** A listener that takes in the styles of a Word document. */
export function stylesListener(): XmlListener & DocxStyles {
  const styles = new Map<string, Style>();
  let style: Style | undefined;
  /** What the style itself says, else the one that it is based on. */
  const find = <T>(id: string | undefined, said: (style: Style) => T | undefined): T | undefined => {
    let next = id === undefined ? undefined : (styles.get(id) ?? { name: id, isOutlined: false });
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
        style = { name: '', isOutlined: false };
        styles.set(attributes['styleId'] ?? '', style);
      } else if (style === undefined) return;
      else if (name === 'vanish') style.isHidden = isOn(val);
      else if (name === 'name') style.name = val ?? '';
      else if (name === 'basedOn') style.basedOn = val ?? '';
      else if (name === 'outlineLvl') style.isOutlined = isHeadingLevel(val ?? '');
    },
    close(name: string) {
      if (name === 'style') style = undefined;
    },
    kindOf: (id) =>
      find(
        id,
        ({ name, isOutlined }) =>
          KINDS.find(([pattern]) => pattern.test(name))?.[1] ?? (isOutlined ? 'heading' : undefined),
      ),
    isHidden: (id) => find(id, ({ isHidden }) => isHidden) ?? false,
  };
}

/** Whether a property that is set, without a value or with one, is on. */
export function isOn(value = 'true'): boolean {
  return !/^(?:0|false|off)$/.test(value);
}

/** Whether a level of the outline is one of headings; the tenth, 9, is that of text. */
export function isHeadingLevel(level: string): boolean {
  return /^[0-8]$/.test(level);
}
