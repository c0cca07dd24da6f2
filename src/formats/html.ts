import { isUtf8 } from 'node:buffer';
import { UserError } from '../errors.js';
import { bomOf, type DecodedText, decodeText, knownEncoding } from './decode-text.js';
import { type DocumentText, joinMarkedLines, type MarkedLine, NOTHING_LEFT_OUT } from './document-text.js';
import { mainText, namesOf } from './html-main.js';
import { htmlLines } from './html-text.js';
import { type HtmlElement, type HtmlPage, parseHtml, walk } from './html-tree.js';
import type { Limits } from './limits.js';

/** So far into a page its encoding is declared. */
const DECLARATION_BYTES = 4096;
const DECLARATION = /<meta[^>]+?charset\s*=\s*["']?\s*([\w:-]+)|<\?xml[^>]+?encoding\s*=\s*["']([\w:-]+)/i;
const WECHAT_TITLE = 'activity-name';

/**
 * The main text of a web page with its heading, and its title. A given encoding rules; else the BOM, UTF-8 when
 * every byte fits, what the file around the page or the page itself declares, and what its bytes look like.
 * @throws UserError import/over-limit, and those of `decodeText`
 */
export async function readHtml(
  path: string,
  bytes: Uint8Array,
  limits: Limits,
  encoding?: string,
  declaredAround?: string,
): Promise<DocumentText & { readonly encoding: string }> {
  if (bytes.length > limits.pageBytes) {
    throw new UserError('import/over-limit', { path, limit: 'pageBytes', allowed: limits.pageBytes });
  }
  const decoded = decodePage(path, bytes, encoding, declaredAround);
  const page = await parseHtml(decoded.text, path, limits);
  const { element, isLeftOut, comments } = mainText(page.root);
  const main = htmlLines(element, isLeftOut);
  const heading = headingOf(page, main);
  // A page of links only is no menu but what there is.
  const lines = main.length > 0 ? main : htmlLines(page.root, () => false);
  const hasHeading = heading === '' || lines.some(({ text }) => text === heading);
  const title = page.meta.get('og:title') || heading || page.title;
  return {
    ...joinMarkedLines(hasHeading ? lines : [{ text: heading, kind: 'heading', level: 1 }, ...lines]),
    ...(title === '' ? {} : { title }),
    ...(comments > 0 && main.length > 0 ? { leftOut: { ...NOTHING_LEFT_OUT, comments } } : {}),
    encoding: decoded.encoding,
  };
}

function decodePage(
  path: string,
  bytes: Uint8Array,
  encoding?: string,
  declaredAround?: string,
): DecodedText {
  if (encoding !== undefined || bomOf(bytes) !== undefined || isUtf8(bytes)) {
    return decodeText(bytes, path, encoding);
  }
  const [, meta, xml] =
    DECLARATION.exec(Buffer.from(bytes.subarray(0, DECLARATION_BYTES)).toString('latin1')) ?? [];
  const declared = knownEncoding(declaredAround ?? meta ?? xml ?? '');
  // UTF-8 was tried, a page read as ASCII so far is no UTF-16, and Latin is what programs say who do not know.
  const isBelievable = declared !== undefined && !/^utf-|^windows-1252$/.test(declared);
  return decodeText(bytes, path, isBelievable ? declared : undefined);
}

/**
 * The heading that readers see above the text: WeChat's title; else the heading of first rank that stands in the
 * text or begins the title, where others name the site; else what the page says its article is called.
 */
function headingOf({ root, meta, title }: HtmlPage, lines: readonly MarkedLine[]): string {
  const first = [...walk(root, () => true)].filter(({ name }) => name === 'h1');
  const named = first.find((element) => namesOf(element).includes(WECHAT_TITLE));
  if (named !== undefined) return textOf(named);
  const texts = first.map(textOf).filter((text) => text !== '');
  const heading =
    texts.find((title) => lines.some(({ text }) => text === title)) ??
    texts.find((text) => title.startsWith(text));
  return heading ?? meta.get('ArticleTitle') ?? (texts.length === 1 ? texts[0] : undefined) ?? '';
}

function textOf(element: HtmlElement): string {
  return htmlLines(element, () => false)
    .map(({ text }) => text)
    .join(' ');
}
