import type { CaseRecord } from '../../../src/model/case-record.js';
import type { SplitBy } from '../../../src/model/split-by.js';
import { splitRecord } from '../../../src/stages/import/split-record.js';
import { codePointLength, sliceCodePoints } from '../../../src/text/code-points.js';

/** The cases of a document that is split, once it is seen that none of its characters is lost or in two cases. */
export function checkSplit(record: CaseRecord, by: SplitBy, hasPages = false): readonly CaseRecord[] {
  const { records, split } = splitRecord(record, by, hasPages);
  const must = (isSo: boolean, what: string) => {
    if (!isSo) throw new Error(`${what}: ${JSON.stringify(split)}`);
  };
  let at = 0;
  let between = '';
  for (const [index, { start, end }] of split.cases.entries()) {
    must(start >= at && end > start, 'cases overlap');
    between += sliceCodePoints(record.text, { start: at, end: start });
    must(records[index]?.text === sliceCodePoints(record.text, { start, end }), 'a case is not its span');
    at = end;
  }
  between += sliceCodePoints(record.text, { start: at, end: codePointLength(record.text) });
  const outside = split.outside.reduce((sum, { characters }) => sum + characters, 0);
  const letters = codePointLength(between.replaceAll(/\s+/gu, ''));
  must(letters <= outside && outside <= codePointLength(between), 'what is in no case is not told');
  for (const own of ['id', 'source'] as const)
    must(new Set(records.map((one) => one[own])).size === records.length, `two cases share their ${own}`);
  for (const { text, marks = [], title = '' } of records) {
    const length = codePointLength(text);
    must(
      marks.every(({ start, end }) => start >= 0 && end > start && end <= length),
      'a mark is outside',
    );
    must(title !== '' && codePointLength(title) <= 80 && text.trim() !== '', 'a case has no title or text');
  }
  return records;
}
