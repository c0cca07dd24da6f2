import { expect, it } from 'vitest';
import { passagesOf } from '../../../src/stages/code/passages.js';
import { sliceCodePoints } from '../../../src/text/code-points.js';
import { rawSpan } from '../../../src/text/origins.js';
import { codedText } from './coded-text.js';

const TORN = [
  '栖禾县把桃园交给合作社统一管理，农户按地块入股，',
  '每年秋后由村里当众分一次账，谁家出了多少工、投了',
  '多少肥都写在祠堂的墙上。去年全村分到手的钱一共是',
  '十二万元，比前年多了三成，最少的一户也拿到了八百',
  '①这里说的“八百”是指八百元现金。',
  '元。老支书说，账要算给大家看，大家才肯出力。',
  '（一）看得见的账本',
  '村里买了一块黑板，谁都可以问。',
].join('\n');

it('a footnote that stands behind the text keeps the sentence that it tore as its neighbour', () => {
  const coded = codedText(TORN);
  const passages = passagesOf(coded);
  const place = [...coded.normalized.text].indexOf('①');
  const note = passages.indexAt(place);
  const quotes = Array.from({ length: passages.count }, (_, at) =>
    passages.passage(at).cleanQuote.slice(0, 3),
  );
  expect(quotes).toEqual(['栖禾县', '去年全', '①这里', '老支书', '（一）', '村里买']);
  expect(note).toBe(2);
  expect(passages.indexAt(0)).toBe(0);
});

it('a stretch from the body into the notes leads back to all it stems from', () => {
  const { text, normalized } = codedText(TORN);
  const letters = [...normalized.text];
  const stretch = { start: letters.lastIndexOf('村'), end: letters.indexOf('①') + 1 };
  const { start, end } = rawSpan(normalized, stretch);
  expect(sliceCodePoints(text, { start, end })).toBe(TORN.slice(TORN.indexOf('①')));
});
