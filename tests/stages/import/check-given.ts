import { readGivenWords } from '../../../src/stages/import/read-given-words.js';
import { codePointLength, sliceCodePoints } from '../../../src/text/code-points.js';

/** The words of a text that was cut before, once it is seen that they are the text, in order, with blanks between them at most. */
export function checkGiven(text: string): string[] {
  const { record, words } = readGivenWords({ text, source: '一.txt', attributes: {} });
  let at = 0;
  for (const { start, end } of [
    ...words,
    { start: codePointLength(record.text), end: Number.POSITIVE_INFINITY },
  ]) {
    const between = sliceCodePoints(record.text, { start: at, end: start });
    if (start < at || end <= start || between.trim() !== '')
      throw new Error(`no words: ${JSON.stringify(between)}`);
    at = end;
  }
  return words.map((word) => sliceCodePoints(record.text, word));
}
