import type { RegionKind } from '../../../model/region.js';
import type { Span } from '../../../model/span.js';
import { HAN } from '../../../text/han.js';
import { isPublication } from './references.js';
import {
  countHan,
  endsSentence,
  hasHan,
  hasSentence,
  isChinese,
  type LineKinds,
  type RegionLine,
} from './region-line.js';

const OPEN = '^[\\s【［[（(*＊†#]*';
const CLOSE = '\\s*[】］\\])）]?\\s*';
/** What papers print around their text, with a colon or a bracket behind it. */
const FIELD = new RegExp(
  `${OPEN}(?:关\\s*键\\s*[词字]|主\\s*题\\s*词|key\\s?-?words?|(?:中图)?分类号|中图法?分类|文献标[识志]码|文献标识|文章编号|文章类型|doi|(?:基金|资助|支持|科研)(?:项目|课题|来源|资助)|项目(?:基金|资助|来源)|(?:收|来|投)稿日期|(?:修改?|返修|修订)(?:回|稿)?(?:收到)?日期|修改稿收到日期|录用日期|(?:网络)?(?:出版|首发)(?:日期|时间|地址)|(?:第一)?作者(?:简介|单位|信息|介绍)|第一作者|通[讯信](?:作者|地址)|责任(?:编辑|校对)|责编|(?:本文)?引用(?:格式|本文)|引文格式|e-?mail|orcid|学校代码|密级|udc|issn|cn|funding|foundation(?: item)?s?|received|accepted|author(?:s|'s)? (?:biograph\\w+|contact)|corresponding authors?|citation)${CLOSE}(?:[：:】\\]］]|(?<=[】\\]］])\\S)`,
  'i',
);
/** These need no colon, for they name nothing that a sentence speaks of; OCR loses the colon. */
const BARE_FIELD = new RegExp(
  `${OPEN}(?:关\\s*键\\s*词(?=[${HAN}\\s])(?!(?:是|为|的|有|在|之|，))|key\\s?words?(?=\\w|\\s)|(?:中图)?分类号${CLOSE}(?:$|[A-Z]\\d)|文献标[识志]码${CLOSE}(?:$|[A-Z])|文章编号${CLOSE}(?:$|\\d)|doi${CLOSE}\\d)`,
  'iu',
);
const KEYWORDS_BEHIND = /(?<=[。；\s][【［[]?)关\s*键\s*词\s*[】］\]]?\s*[：:]/;
const FUNDED =
  /^[（([【*＊\s]*(?:[①-⑳*]\s*)?(?:本[文书项课研论]\S{0,4}|感谢)?(?:系|为|是|受|获|得到|由)[^。]{0,80}(?:基金|项目|课题|计划|专项)[^。]{0,120}(?:成果|资助|支持|编号|批准号|项目号)/;
const ABSTRACT = new RegExp(`${OPEN}(?:摘\\s*要|内容\\s*提要|内容摘要|提\\s*要)${CLOSE}`);
const ABSTRACT_BEHIND = /摘\s*要\s*[：:】\]]?/;
const ENGLISH_ABSTRACT = /^[^A-Za-z\u2e80-\uffef]{0,4}(?:abstract|summary\s*[:：])/i;
const ENGLISH_KEYWORDS = /^[^A-Za-z\u2e80-\uffef]{0,4}key\s?-?words?/i;
const MAIL = /e-?mail\s*[：:]|[\w.]@[\w-]+\.\w/i;

const ORGANISATION =
  /大学|学院|研究[院所室]|研究中心|党校|科学院|科院|实验室|编辑部|课题组|调研组|学报|杂志|期刊|出版社|研究会|政策研究/;
const POSTCODE = /\d{6}/;
const ISSUE =
  /第\s?\d+\s?[卷期]|\bvol\b|\bno\b\.?\s?\d|issn|journal of|https?:|学报|专题：|^\d{4}年\d{1,2}月(?:\d{1,2}日)?$/i;
const PERSON = new RegExp(
  `^[${HAN}]{2,4}\\s?(?:特聘|青年|副|助理)?(?:教授|研究员|讲师|博士|硕士|研究生|博士生|工程师|院长|主任)`,
  'u',
);
const NAME_GAP = '[d¹²³⁴⁵,，、.*＊†✉s]';
const NAMES = new RegExp(`^[${HAN}]{2,4}(?:${NAME_GAP}+[${HAN}]{2,4})*${NAME_GAP}*$`, 'u');
const AFFILIATION_BEHIND = /(?<=^.{6,60})[（(][^（()）]+\d{6}[)）]$/;
/** Names with the numbers of their affiliations, fields and addresses; a title may have a year and a colon: …：以…为例. */
const FIELD_NAME =
  '(?:作者|来源|单位|日期|时间|文|图|记者|通讯员|编辑|责编|地址|电话|邮编|姓名|学号|专业|学科|院系|学院|学校|导师|指导教师|申请人|答辩.{0,4}|研究方向|分类号|编号|密级)';
const TITLE_SPOILED = new RegExp(
  `[¹²³*＊@]|^[（(]|^(?!(?:19|20)\\d\\d)\\d|^[${HAN}]{2,4}\\s?\\d|^\\s*${FIELD_NAME}[^：:]{0,3}[：:]|\\d$|年\\d{1,2}月`,
  'u',
);

const OFFICE =
  /^[^的，：:]{2,26}(?:大学|学院|研究[院所室会]|研究中心|委员会|办公室|人民政府|[课调]题?研?组|编写组|[局厅])$/;

const LONGEST_HEAD = 60;
const WIDEST_GAP = 3;
const MOST_PARAGRAPHS = 2;
const LONGEST_LINE = 120;
const HEAD_WITHOUT_ABSTRACT = 12;
const MOST_ENGLISH_BEFORE = 6;
const FEWEST_LETTERS = 200;
const FEWEST_HAN_OF_TITLE = 6;

/** What stands around the text of a paper and is none of it: authors, affiliations, keywords, an abstract in another language. */
export function findFrontMatter(lines: readonly RegionLine[], known: LineKinds): Span[] {
  const claimed = new Map<number, Span>();
  const claim = (at: number, span?: Span) => {
    const line = lines[at];
    if (line !== undefined && !claimed.has(at)) claimed.set(at, span ?? { start: line.start, end: line.end });
  };
  for (const [at, { text }] of lines.entries()) {
    if (LISTS.has(known.get(at))) continue;
    if (FIELD.test(text) || BARE_FIELD.test(text) || (FUNDED.test(text) && text.length <= 300)) claim(at);
  }
  claimHead(lines, known, claim);
  if (isChinese(lines)) claimEnglish(lines, known, claim);
  else claimChineseAbstract(lines, claim);
  claimBiographies(lines, known, claim);
  for (const [at, line] of lines.entries()) {
    const behind = line.text.includes('键') ? KEYWORDS_BEHIND.exec(line.text) : null;
    if (behind !== null && !known.has(at)) claim(at, { start: codePoint(line, behind.index), end: line.end });
  }
  return [...claimed.values()].sort((a, b) => a.start - b.start);
}

/** Lists have lines that look like all others. */
const LISTS: ReadonlySet<RegionKind | undefined> = new Set(['references', 'contents', 'table']);

type Claim = (at: number, span?: Span) => void;

/** The lines above an abstract or the keywords but the title; where there is neither, affiliations and who works there. */
function claimHead(lines: readonly RegionLine[], known: LineKinds, claim: Claim): void {
  const end = endOfHead(lines);
  if (end === null) {
    claimAffiliations(lines, claim);
    return;
  }
  const title = titleOf(lines.slice(0, end));
  for (let at = 0; at < end; at += 1) {
    const line = lines[at] as RegionLine;
    if (line.mark === 'heading' || known.get(at) === 'contents') continue;
    const affiliation = AFFILIATION_BEHIND.exec(line.text);
    if (line === title && affiliation !== null) {
      claim(at, { start: codePoint(line, affiliation.index), end: line.end });
    }
    if (line === title) continue;
    if (!endsSentence(line.text) && line.text.length <= LONGEST_LINE) claim(at);
  }
  const last = lines[end];
  const behind = last === undefined ? null : ABSTRACT_BEHIND.exec(last.text);
  if (last === undefined || behind === null || behind.index === 0) return;
  if (isAffiliation(last.text.slice(0, behind.index))) {
    claim(end, { start: last.start, end: codePoint(last, behind.index) });
  }
}

/** The line of the abstract or the keywords near the beginning, above which no text stands. */
function endOfHead(lines: readonly RegionLine[]): number | null {
  let paragraphs = 0;
  for (let at = 0; at < Math.min(lines.length, LONGEST_HEAD); at += 1) {
    const { text } = lines[at] as RegionLine;
    const behind = ABSTRACT_BEHIND.exec(text);
    const isGlued =
      behind !== null && behind.index <= LONGEST_LINE && isAffiliation(text.slice(0, behind.index));
    if (ABSTRACT.test(text) || isGlued || /^\W*关\s*键\s*词/.test(text)) return at;
    if (hasSentence(text) && countHan(text) > LONGEST_HEAD) paragraphs += 1;
    if (paragraphs > MOST_PARAGRAPHS) return null;
  }
  return null;
}

function titleOf(head: readonly RegionLine[]): RegionLine | undefined {
  const marked = head.find(({ mark, text }) => mark === 'heading' && hasHan(text));
  if (marked !== undefined) return marked;
  const lengthAsTitle = ({ text }: RegionLine) => {
    const title = text.replace(AFFILIATION_BEHIND, '');
    if (endsSentence(title) || ISSUE.test(title) || TITLE_SPOILED.test(title) || isAffiliation(title))
      return 0;
    return NAMES.test(title) ? 0 : countHan(title);
  };
  const longest = Math.max(FEWEST_HAN_OF_TITLE, ...head.map(lengthAsTitle));
  return head.find((line) => lengthAsTitle(line) === longest);
}

function isAffiliation(text: string): boolean {
  return (
    ORGANISATION.test(text) &&
    (POSTCODE.test(text) || /^[（(].*[）)]$|[）)][^（(]{2,14}$|^\d/.test(text.trim()))
  );
}

function claimAffiliations(lines: readonly RegionLine[], claim: Claim): void {
  const first = lines.findIndex(({ text }) => hasSentence(text));
  const head = lines.slice(0, first === -1 ? 0 : Math.min(first, LONGEST_HEAD));
  const isCredit = ({ text, mark }: RegionLine, at: number) => {
    if (mark !== undefined || text.length > LONGEST_LINE) return false;
    if (isAffiliation(text) || PERSON.test(text.replace(/^[^：:]{1,10}[：:]/, ''))) return true;
    return at > 0 && at < HEAD_WITHOUT_ABSTRACT && (ISSUE.test(text) || OFFICE.test(text));
  };
  const credits = [...head.keys()].filter((at) => isCredit(head[at] as RegionLine, at));
  for (const [index, at] of credits.entries()) {
    claim(at);
    const names = head[at - 1];
    if (at > 1 && names?.mark === undefined && NAMES.test(names?.text ?? '')) claim(at - 1);
    const next = credits[index + 1] ?? at;
    if (next - at <= WIDEST_GAP) for (let between = at + 1; between < next; between += 1) claim(between);
  }
}

/** The English title, authors and abstract of a Chinese paper, wherever they stand. */
function claimEnglish(lines: readonly RegionLine[], known: LineKinds, claim: Claim): void {
  const isFree = (at: number) => {
    const line = lines[at];
    const kind = known.get(at);
    return line !== undefined && (kind === undefined || kind === 'heading') && isEnglish(line.text);
  };
  for (const [at, { text }] of lines.entries()) {
    if (LISTS.has(known.get(at))) continue;
    if (!ENGLISH_ABSTRACT.test(text) && !ENGLISH_KEYWORDS.test(text)) continue;
    claim(at);
    for (let before = at - 1; before >= at - MOST_ENGLISH_BEFORE && isFree(before); before -= 1)
      claim(before);
    for (let behind = at + 1; isFree(behind); behind += 1) claim(behind);
  }
  const end = endOfReferences(known);
  for (let at = end; at > 0 && at < lines.length; at += 1) {
    let last = at;
    while (isFree(last)) last += 1;
    const run = lines.slice(at, last);
    const letters = run.reduce((sum, { text }) => sum + (text.match(/[A-Za-z]/g)?.length ?? 0), 0);
    if (letters >= FEWEST_LETTERS) for (let line = at; line < last; line += 1) claim(line);
    at = last;
  }
}

function claimChineseAbstract(lines: readonly RegionLine[], claim: Claim): void {
  for (const [at, { text }] of lines.entries()) if (ABSTRACT.test(text)) claim(at);
}

/** Behind the references, what gives an address for mail tells who the authors are. */
function claimBiographies(lines: readonly RegionLine[], known: LineKinds, claim: Claim): void {
  const end = endOfReferences(known);
  for (let at = end; at > 0 && at < lines.length; at += 1) if (MAIL.test(lines[at]?.text ?? '')) claim(at);
}

function endOfReferences(known: LineKinds): number {
  let end = 0;
  for (const [at, kind] of known) if (kind === 'references') end = Math.max(end, at + 1);
  return end;
}

function isEnglish(text: string): boolean {
  return !hasHan(text) && /[A-Za-z]{2}/.test(text) && !isPublication(text) && !text.includes('\t');
}

function codePoint({ text, start }: RegionLine, unit: number): number {
  return start + [...text.slice(0, unit)].length;
}
