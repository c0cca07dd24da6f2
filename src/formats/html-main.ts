import { type HtmlElement, walk } from './html-tree.js';

/** The part of a page that is its text, and what in it is none. */
export interface MainText {
  readonly element: HtmlElement;
  readonly isLeftOut: (element: HtmlElement) => boolean;
  /** How many Han characters of comments are left out. */
  readonly comments: number;
}

const NAMED_CONTENT = /^(?:article|main)$/;
/** Where WeChat and the systems that Chinese authorities publish with keep the text of a page. */
const WECHAT_CONTENT = /(?:^|\s)(?:js_content|rich_media_content)(?:\s|$)/;
const SYSTEM_CONTENT = /(?:^|\s)(?:UCAP-CONTENT|TRS_Editor|trs_editor_view|pages_content|zoom|Zoom)(?:\s|$)/;
const FURNITURE =
  /(?:^|\s)(?:nav|navbar|navigation|menu|topbar|breadcrumbs?|crumbs?|side|footer|foot|bottom|beian|copyright|share|related|recommend|tuijian|rank|ranking|paihang|pagination|pager|toolbar|qrcode|login)(?=$|[\s_-]|[A-Z\d])|(?:^|[\s_-])(?:sidebar|rightbar|widget|teaser)(?=$|[\s_-]|[A-Z\d])/;
/** What readers wrote below a text may well be longer than it. */
const COMMENTS =
  /(?:^|[\s_-])(?:comments?|comment(?:list|box|area|wrap)|repl(?:y|ies)|reply(?:list|box)|pinglun|disqus)(?=$|[\s_-]|[A-Z\d])/;

/** Of a page's text, furniture and link lists hold less than this share, comments less than that. */
const MOST_FURNITURE = 0.3;
const MOST_COMMENTS = 0.8;
/** Content by its name holds more than this share; what a system of authorities names needs less. */
const LEAST_CONTENT = 0.6;
const LEAST_OF_SYSTEM = 0.25;
/** A list of links: so many of them, and so much of its text in them. */
const LEAST_LINKS = 4;
const LINK_SHARE = 0.8;
/** One block holds the text when it has this share of it, and nothing beside it is a sentence or a table. */
const BLOCK_SHARE = 0.5;
const BLOCKS = new Set('article body center div form html main section table tbody td tr'.split(' '));

/**
 * The main text of a page: WeChat's article; else what the page names as its content when most of its text is
 * there; else the smallest block beside which no sentence, table, list or heading stands. Menus, link lists
 * and page furniture are left out.
 */
export function mainText(root: HtmlElement): MainText {
  const all = () => true;
  for (const element of walk(root, all)) {
    if (WECHAT_CONTENT.test(namesOf(element)) && element.children.length > 0) {
      return { element, isLeftOut: () => false, comments: 0 };
    }
  }
  const total = root.proseHan + root.linkHan;
  const leftOut = new Set<HtmlElement>();
  const isLeftOut = (element: HtmlElement) => leftOut.has(element);
  for (const element of walk(root, (candidate) => !isLeftOut(candidate))) {
    for (const child of element.children) {
      if (typeof child !== 'string' && isFurniture(child, total)) leftOut.add(child);
    }
  }
  let kept = root.proseHan;
  let comments = 0;
  for (const one of leftOut) {
    kept -= one.proseHan;
    if (COMMENTS.test(namesOf(one))) comments += one.proseHan;
  }
  let element = root;
  for (const candidate of walk(root, (under) => !isLeftOut(under))) {
    const isOfSystem = SYSTEM_CONTENT.test(namesOf(candidate));
    const isNamed = NAMED_CONTENT.test(candidate.name) || isOfSystem;
    const least = isOfSystem ? LEAST_OF_SYSTEM : LEAST_CONTENT;
    if (isNamed && candidate.proseHan > 0 && candidate.proseHan >= least * kept) {
      element = candidate;
      break;
    }
  }
  return { element: isWhole(element) ? element : innermostBlock(element, isLeftOut), isLeftOut, comments };
}

/** Whether an element is named as the text itself, not only as the part of the page that has it. */
function isWhole(element: HtmlElement): boolean {
  return element.name === 'article' || SYSTEM_CONTENT.test(namesOf(element));
}

/** What its author calls an element: its id, its classes and its role. */
export function namesOf({ attributes }: HtmlElement): string {
  return `${attributes['id'] ?? ''} ${attributes['class'] ?? ''} ${attributes['role'] ?? ''}`;
}

function isFurniture(element: HtmlElement, total: number): boolean {
  const { proseHan, linkHan, links, name } = element;
  const isLinkList = name !== 'p' && links >= LEAST_LINKS && linkHan >= LINK_SHARE * (proseHan + linkHan);
  if (isLinkList) return true;
  const names = namesOf(element);
  if (COMMENTS.test(names)) return proseHan < MOST_COMMENTS * total;
  return FURNITURE.test(names) && proseHan < MOST_FURNITURE * total;
}

function innermostBlock(outer: HtmlElement, isLeftOut: (element: HtmlElement) => boolean): HtmlElement {
  let block = outer;
  for (;;) {
    const parts = block.children.filter((child) => typeof child === 'string' || !isLeftOut(child));
    const prose = parts.reduce((sum, part) => sum + (typeof part === 'string' ? 0 : part.proseHan), 0);
    const inner = parts.find(
      (part): part is HtmlElement =>
        typeof part !== 'string' &&
        BLOCKS.has(part.name) &&
        part.proseHan >= BLOCK_SHARE * prose &&
        part.proseHan > 0,
    );
    if (inner === undefined || parts.some((part) => part !== inner && isContent(part))) return block;
    // Paragraphs may be blocks, one beside the other.
    if (isParagraph(inner) && parts.some((part) => part !== inner && isParagraph(part))) return block;
    block = inner;
  }
}

/** Whether a part is a block of words without blocks in it. */
function isParagraph(part: HtmlElement | string): boolean {
  if (typeof part === 'string' || part.proseHan === 0) return false;
  return (
    BLOCKS.has(part.name) &&
    part.children.every((child) => typeof child === 'string' || !BLOCKS.has(child.name))
  );
}

function isContent(part: HtmlElement | string): boolean {
  if (typeof part === 'string') return part.trim() !== '';
  return (
    part.hasContent ||
    (part.proseHan > 0 && /^(?:blockquote|dl|h[2-6]|ol|p|pre|table|td|th|tr|ul)$/.test(part.name))
  );
}
