import type { RegionKind } from '../../../model/region.js';
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

const PLACE = '[A-Z]?\\d{1,3}(?:\\s?[-–—.．]\\s?\\d{1,3}){0,2}[a-z]?';
const CAPTION = new RegExp(
  `^[【［[（(]?(?:续\\s*[图表]|附?[图表]|图表|照片|图片|专栏)\\s*${PLACE}|^(?:figure|fig|table|tab|chart)s?[.．]?\\s*${PLACE}|^续表`,
  'i',
);
/** What a sentence about a figure goes on with: 表1显示. */
const SENTENCE_ABOUT = /^(?:显示|表明|反映|可知|可见|所示|中的|说明了|列出|给出|是|为|的|和|与|、|，|则)/;
const TABLE_NOTE = /^[（(【［[]?(?:注|备\s*注|说\s*明|来源|notes?|sources?)\s*\d*[】］\])）]?\s*[：:]/i;
const SOURCE = /^[（(【［[]?(?:资料|数据|图片|表格|材料)\s*来源\s*[】］\])）]?\s*[：:]/;
const UNIT = /^[（(]?(?:计量)?单位\s*[：:]\s*\S{1,12}[）)]?$/;
/** Who made a picture, in brackets or behind a colon. */
const CREDIT =
  /^[（(](?:本[文报组])?(?:图|照|摄影|文\s?[/／、]\s?图)[^（()）。]{0,24}[）)]$|^[（(][^（()）。]{1,16}(?:摄|供图|提供)[）)]$|^(?:摄影|供图|图片?|照片)\s*[：:／/]\s*\S{1,16}$/;
/** What the parts of a figure show. */
const PANEL = /^[（(]\s?[a-zA-Z]\s?[)）]/;
const NOTE_NUMBER = /^(?:[①-⑳]|[[［]\d{1,2}[\]］]|[*＊†‡])/;
/** In Chinese characters, for an English caption may follow on the line. */
const LONGEST_CAPTION = 60;
const LONGEST_NOTE = 400;
const NEAR = 3;
const FIGURE = /^[【［[（(]?(?:续\s*)?附?图/;
const MOST_LETTERING = 4;

/** Captions of figures and tables by their numbers, and the notes below them; footnotes that cite a publication. */
export function findCaptions(lines: readonly RegionLine[], known: LineKinds): LineKinds {
  const found = new Map<number, RegionKind>();
  for (const [at, line] of lines.entries()) {
    const kind = known.get(at);
    if ((kind === undefined || kind === 'heading') && isCaption(line.text)) found.set(at, 'caption');
  }
  const kindAt = (at: number) => found.get(at) ?? known.get(at);
  if (isChinese(lines)) {
    for (const at of [...found.keys()]) if (FIGURE.test(lines[at]?.text ?? '')) takeLettering(at);
  }
  const isBesideTable = (at: number) => {
    for (let near = at - NEAR; near <= at + NEAR; near += 1) {
      const kind = kindAt(near);
      if (near !== at && (kind === 'table' || kind === 'caption')) return true;
    }
    return false;
  };
  for (const [at, { text }] of lines.entries()) {
    if (kindAt(at) !== undefined || text.length > LONGEST_NOTE) continue;
    const isLegend = PANEL.test(text) && kindAt(at - 1) === 'caption';
    const isNote =
      isLegend || SOURCE.test(text) || CREDIT.test(text) || (TABLE_NOTE.test(text) && isBesideTable(at));
    if (isNote || (NOTE_NUMBER.test(text) && isPublication(text))) found.set(at, 'note');
    else if (UNIT.test(text) && isBesideTable(at)) found.set(at, 'caption');
  }
  return found;

  /** What a figure shows in another language, such as the first page of a paper, is read above its caption. */
  function takeLettering(caption: number): void {
    const isLettering = (at: number) => {
      const line = lines[at];
      const kind = known.get(at);
      if (line === undefined || hasHan(line.text) || endsSentence(line.text)) return false;
      return !found.has(at) && (kind === undefined || kind === 'heading');
    };
    for (let at = caption - 1; at >= caption - MOST_LETTERING && isLettering(at); at -= 1) {
      found.set(at, 'caption');
    }
  }
}

function isCaption(text: string): boolean {
  const number = CAPTION.exec(text)?.[0];
  if (number === undefined || countHan(text) > LONGEST_CAPTION || text.length > LONGEST_NOTE) return false;
  const title = text.slice(number.length).trim();
  return !SENTENCE_ABOUT.test(title) && !endsSentence(text) && !hasSentence(text);
}
