import { UserError } from '../errors.js';
import { HAN } from '../text/han.js';
import type { Limits } from './limits.js';

/** An element of a web page, with what its text is made of; what no reader sees is not in the tree. */
export interface HtmlElement {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: (HtmlElement | string)[];
  /** Han characters outside links, and in them. */
  proseHan: number;
  linkHan: number;
  links: number;
  /** Whether it holds a sentence, a paragraph, a list, a table or a heading below the first. */
  hasContent: boolean;
}

/** A parsed web page: its visible body, and what its head says. */
export interface HtmlPage {
  readonly root: HtmlElement;
  readonly meta: ReadonlyMap<string, string>;
  readonly title: string;
}

const UNSEEN = new Set(
  `applet aside audio button canvas datalist dialog embed footer frameset iframe math menu nav noscript object
  option rp rt script select style svg template textarea title video`.split(/\s+/),
);
const CONTENT = new Set('blockquote dl h2 h3 h4 h5 h6 ol p pre table ul'.split(' '));
const HAN_CHARACTER = new RegExp(`[${HAN}]`, 'gu');
const SENTENCE_MARK = /[。！？；]/;
/** WeChat hides the text of an article until its script has run. */
const SHOWN_BY_SCRIPT = 'js_content';

/**
 * The tree of a web page without scripts, menus, forms and hidden elements.
 * @throws UserError import/over-limit
 */
export async function parseHtml(html: string, path: string, limits: Limits): Promise<HtmlPage> {
  const { Parser } = await import('htmlparser2');
  const root = element('body', {});
  const open: HtmlElement[] = [root];
  const meta = new Map<string, string>();
  let title = '';
  let depth = 0;
  let unseen = 0;
  let links = 0;
  let inTitle = false;
  const parser = new Parser({
    onopentag(name, attributes) {
      depth += 1;
      if (depth > limits.nesting) {
        throw new UserError('import/over-limit', { path, limit: 'nesting', allowed: limits.nesting });
      }
      if (name === 'meta') readMeta(meta, attributes);
      // Pictures have titles too, but they are unseen; the first other one is that of the page.
      if (name === 'title' && unseen === 0) inTitle = title === '';
      if (unseen > 0 || UNSEEN.has(name) || isHidden(attributes)) {
        unseen += 1;
        return;
      }
      if (isLink(name, attributes)) links += 1;
      const child = element(name, attributes);
      open.at(-1)?.children.push(child);
      open.push(child);
    },
    ontext(text) {
      const parent = open.at(-1);
      if (inTitle) title += text;
      if (unseen > 0 || parent === undefined) return;
      const han = text.match(HAN_CHARACTER)?.length ?? 0;
      if (links > 0) parent.linkHan += han;
      else parent.proseHan += han;
      if (links === 0 && SENTENCE_MARK.test(text)) parent.hasContent = true;
      parent.children.push(text);
    },
    onclosetag() {
      depth -= 1;
      if (unseen > 0) {
        unseen -= 1;
        if (unseen === 0) inTitle = false;
        return;
      }
      const child = open.pop();
      const parent = open.at(-1);
      if (child === undefined || parent === undefined) return;
      const isOpenLink = isLink(child.name, child.attributes);
      if (isOpenLink) links -= 1;
      parent.proseHan += child.proseHan;
      parent.linkHan += child.linkHan;
      parent.links += child.links + (isOpenLink ? 1 : 0);
      parent.hasContent ||= child.hasContent || (CONTENT.has(child.name) && child.proseHan > 0);
    },
  });
  parser.end(html);
  return { root, meta, title: title.replaceAll(/\s+/g, ' ').trim() };
}

/** The elements under one in document order, itself first, without those that are not wanted. */
export function* walk(root: HtmlElement, wanted: (element: HtmlElement) => boolean): Generator<HtmlElement> {
  const left = [root];
  for (let next = left.pop(); next !== undefined; next = left.pop()) {
    if (!wanted(next)) continue;
    yield next;
    for (let at = next.children.length - 1; at >= 0; at -= 1) {
      const child = next.children[at];
      if (child !== undefined && typeof child !== 'string') left.push(child);
    }
  }
}

function element(name: string, attributes: Readonly<Record<string, string>>): HtmlElement {
  return { name, attributes, children: [], proseHan: 0, linkHan: 0, links: 0, hasContent: false };
}

function isLink(name: string, attributes: Readonly<Record<string, string>>): boolean {
  return name === 'a' && attributes['href'] !== undefined;
}

function isHidden({ hidden, style = '', id }: Readonly<Record<string, string>>): boolean {
  if (hidden !== undefined) return true;
  if (/display\s*:\s*none/i.test(style)) return true;
  return /visibility\s*:\s*hidden/i.test(style) && id !== SHOWN_BY_SCRIPT;
}

function readMeta(meta: Map<string, string>, attributes: Readonly<Record<string, string>>): void {
  const name = attributes['property'] ?? attributes['name'];
  const content = attributes['content'];
  if (name !== undefined && content !== undefined && !meta.has(name)) meta.set(name, content.trim());
}
