import { type Edit, editMatches } from '../../../text/edits.js';
import { CLOSING, HAN, OPENING } from '../../../text/han.js';
import { raiseNumber } from '../../../text/raise-number.js';
import { mergeEdits, toCodePoints } from './merge-edits.js';

const ENTITIES: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
  nbsp: ' ',
  ensp: ' ',
  emsp: '\u3000',
  thinsp: ' ',
  middot: '·',
  mdash: '—',
  ndash: '–',
  ldquo: '“',
  rdquo: '”',
  lsquo: '‘',
  rsquo: '’',
  hellip: '…',
  times: '×',
  deg: '°',
  le: '≤',
  ge: '≥',
  bull: '•',
  copy: '©',
  yen: '¥',
};
const BLOCK =
  `html|body|p|div|br|hr|h[1-6]|ul|ol|li|table|thead|tbody|tfoot|tr|td|th|caption|center|blockquote|pre|
  section|article|figure|figcaption`.replaceAll(/\s+/g, '');
const INLINE =
  `a|b|i|u|s|em|strong|span|font|sub|sup|small|big|mark|del|ins|code|img|strike|col|colgroup|label|
  kbd`.replaceAll(/\s+/g, '');
const TARGET = '\\([^()\\s]*(?:\\s+"[^"\\n]*")?\\)';

/** One kind of markup: what a text with it contains, how it looks, and what is put in place of what it keeps not. */
interface Kind {
  readonly sign: string | RegExp;
  /** A group named `kept` stays as it is. */
  readonly pattern: RegExp;
  readonly replace?: (match: RegExpExecArray) => string;
}

const KINDS: readonly Kind[] = [
  { sign: '<!--', pattern: /<!--(?:(?!-->|<!--)[\s\S])*-->/g },
  { sign: '<', pattern: new RegExp(`<\\/?(?:${BLOCK})(?:\\s[^<>]*)?\\/?>`, 'gi'), replace: () => '\n' },
  {
    sign: '<sup',
    pattern: /<sup(?:\s[^<>]*)?>(?:<[^<>]*>)?([^<>]{1,12})(?:<[^<>]*>)?<\/sup>/gi,
    replace: ([whole, number = '']) => raiseNumber(number) ?? whole,
  },
  { sign: '<', pattern: new RegExp(`<\\/?(?:${INLINE})(?:\\s[^<>]*)?\\/?>`, 'gi') },
  { sign: '&', pattern: /&(?:[a-z]{2,6}|#\d{1,7}|#x[\da-f]{1,6});/gi, replace: ([entity]) => decode(entity) },
  { sign: '[^', pattern: /\[\^[^[\]\s]{1,40}\](?!:)|^\[\^[^[\]\s]{1,40}\]:[ \t]*(?=\S)/gm },
  { sign: '](', pattern: new RegExp(`!\\[(?![^\\]]*[${HAN}])[^\\[\\]\\n]*\\]${TARGET}`, 'gu') },
  { sign: '](', pattern: new RegExp(`!\\[(?<kept>[^\\[\\]\\n]*)\\]${TARGET}`, 'gu') },
  {
    sign: '](',
    pattern: new RegExp(
      `\\[(?<kept>[^\\[\\]\\n]+)\\](?=\\((?:https?:|mailto:|#|\\.{0,2}\\/))${TARGET}`,
      'gu',
    ),
  },
  {
    sign: '**',
    pattern: new RegExp(
      `(?<![\\w*)%\\\\])(\\*{2,3})(?=[\\p{L}\\p{N}${OPENING}])(?<kept>[^*\\n]{0,400}?[\\p{L}\\p{N}${CLOSING}：:。！？，；])\\1(?!\\*)`,
      'gu',
    ),
  },
  {
    sign: '*',
    pattern: new RegExp(
      `(?<=^|[\\s${OPENING}，。；：])\\*(?=[\\p{L}${OPENING}])(?<kept>[^*\\n]{0,200}?[\\p{L}${CLOSING}])\\*(?![\\w*])`,
      'gmu',
    ),
  },
  { sign: '\\', pattern: /\\(?<kept>[*_#~[\]()>+.!|`%&$-])/g },
  {
    sign: /^[ \t]*(?:[-*_=]{3}|```)/m,
    pattern: /^[ \t]*(?:(?:[-*_][ \t]*){3,}|={3,}[ \t]*|```[\w-]*[ \t]*)$/gm,
  },
  { sign: '> ', pattern: /^[ \t]{0,3}(?:>[ \t]+)+(?=\S)/gm },
];

/** Marks of Markdown and tags of HTML vanish, and what they enclose stays; the marks of headings are dropped later. */
export function dropMarkup(text: string): Edit[] {
  const edits = KINDS.filter(({ sign }) =>
    typeof sign === 'string' ? text.includes(sign) : sign.test(text),
  );
  return toCodePoints(text, mergeEdits(edits.flatMap((kind) => editKind(text, kind))));
}

function editKind(text: string, { pattern, replace }: Kind): Edit[] {
  const edits: Edit[] = [];
  for (const match of text.matchAll(pattern)) {
    const start = match.index;
    const end = start + match[0].length;
    const kept = match.groups?.['kept'];
    const replacement = replace?.(match) ?? '';
    if (kept === undefined || kept === '') {
      if (replacement !== match[0]) edits.push({ start, end, replacement });
      continue;
    }
    const from = start + match[0].indexOf(kept);
    edits.push({ start, end: from, replacement: '' });
    if (from + kept.length < end) edits.push({ start: from + kept.length, end, replacement: '' });
  }
  return edits;
}

function decode(entity: string): string {
  const name = entity.slice(1, -1).toLowerCase();
  if (!name.startsWith('#')) return ENTITIES[name] ?? entity;
  const code = name.startsWith('#x') ? Number.parseInt(name.slice(2), 16) : Number(name.slice(1));
  const isCharacter = code >= 0x20 && code <= 0x10ffff && !(code >= 0xd800 && code <= 0xdfff);
  return isCharacter ? String.fromCodePoint(code) : entity;
}

const HEADING_MARK = /^[ \t]{0,3}(?:#{1,6}[ \t]+|#{2,6}(?=[^#\s])|#{1,6}$)/gm;

/** The # marks of headings vanish, once the lines that they keep apart are joined. */
export function dropHeadingMarks(text: string): Edit[] {
  return text.includes('#') ? editMatches(text, HEADING_MARK, () => '') : [];
}
