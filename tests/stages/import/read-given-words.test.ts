import fc from 'fast-check';
import { expect, it } from 'vitest';
import { UserError } from '../../../src/errors.js';
import { readGivenWords } from '../../../src/stages/import/read-given-words.js';
import { sliceCodePoints } from '../../../src/text/code-points.js';
import { mixedText } from '../../text/arbitraries.js';
import { checkGiven } from './check-given.js';

const record = (text: string) => ({ text, source: '一.txt', attributes: {} });
const read = (text: string) => {
  const { record: given, words, recognised } = readGivenWords(record(text));
  return {
    text: given.text,
    words: words.map((word) => [sliceCodePoints(given.text, word), word.pos]),
    recognised,
  };
};
const WORDS = ['村里', '办起', '扶贫车间', '，', '妇女', '就近', '上工', '。'];
const TEXT = WORDS.join('');
const untagged = WORDS.map((word) => [word, null]);
const TAGS = ['f', 'v', 'n', 'w', 'n', 'd', 'v', 'w'];
const tagged = WORDS.map((word, at) => [word, TAGS[at]]);
const withTags = (mark: string) => WORDS.map((word, at) => word + mark + TAGS[at]);

it.each([
  ['blanks', WORDS.join(' '), 'blank', null],
  ['full-width blanks', WORDS.join('\u3000'), 'blank', null],
  ['tabs', WORDS.join('\t'), 'blank', null],
  ['slashes', WORDS.join('/'), 'slash', null],
  ['slashes with blanks', WORDS.join(' / '), 'slash', null],
  ['bars', WORDS.join('|'), 'bar', null],
  ['bars with blanks', WORDS.join(' | '), 'bar', null],
  ['full-width bars', WORDS.join('｜'), 'bar', null],
  ['lines', WORDS.join('\n'), 'line', null],
  ['lines of Windows', `${WORDS.join('\r\n')}\r\n`, 'line', null],
  ['a list', JSON.stringify(WORDS), 'list', null],
  ['parts of speech behind slashes', withTags('/').join(' '), 'blank', '/'],
  ['parts of speech behind underscores', withTags('_').join('  '), 'blank', '_'],
  ['parts of speech in lines', withTags('\t').join('\n'), 'line', 'blank'],
  ['parts of speech behind slashes in lines', withTags('/').join('\n'), 'line', '/'],
  ['pairs', JSON.stringify(WORDS.map((word, at) => [word, TAGS[at]])), 'list', 'list'],
  ['parts of speech in a list', JSON.stringify(withTags('/')), 'list', '/'],
])('reads words parted by %s', (_, text, separator, posMark) => {
  const found = read(text);
  expect(found.text.trim()).toBe(TEXT);
  expect(found.words).toEqual(posMark === null ? untagged : tagged);
  expect(found.recognised).toMatchObject({ separator, posMark, words: 8, tagged: posMark === null ? 0 : 8 });
});

it('keeps lines and paragraphs, and the blanks between Latin words and numbers', () => {
  expect(read('村里 用 Green Card 认证 ，\n共 12 345 元 。').text).toBe(
    '村里用Green Card认证，\n共12 345元。',
  );
  expect(read('村里\n办起\n\n妇女\n上工\n').text).toBe('村里办起\n妇女上工');
  expect(read('["村里","办起","\\n","妇女","上工"]').text).toBe('村里办起\n妇女上工');
});

it.each([
  ['a text without marks', '村里办起扶贫车间，妇女就近上工。村里又成立合作社，统一供苗。'],
  [
    'a text with a blank here and there',
    '村里办起扶贫车间，妇女就近上工。 村里又成立合作社，统一供苗。 收入也高了。',
  ],
  ['a text of long lines', '村里办起扶贫车间妇女就近上工\n村里又成立合作社统一供苗\n'],
  ['a text that says and/or once', '合作社和/或公司负责统一供苗和技术指导以及收购。'],
])('refuses %s', (_, text) => {
  expect(() => readGivenWords(record(text))).toThrow(
    expect.objectContaining({ code: 'import/not-segmented' }),
  );
});

/** Words as people have them: short, some of rare characters, Latin letters, digits and marks. */
const word = fc.oneof(
  fc.constantFrom(
    '村里',
    '扶贫车间',
    '，',
    '。',
    '𠮷村',
    '😀',
    '和',
    '12',
    '3.5',
    'GDP',
    '3D打印',
    'NLPIR_v2',
  ),
  fc.string({ unit: fc.constantFrom(...'村里办起扶贫车间妇女'), minLength: 1, maxLength: 3 }),
);
const wordList = fc.array(fc.array(word, { minLength: 2, maxLength: 12 }), { minLength: 1, maxLength: 4 });

it.each([
  ['blanks', (lines: string[][]) => lines.map((words) => words.join(' ')).join('\r\n')],
  ['bars', (lines: string[][]) => lines.map((words) => words.join('|')).join('\n')],
  ['slashes', (lines: string[][]) => lines.map((words) => words.join('/')).join('\n')],
  ['tags', (lines: string[][]) => lines.map((words) => words.map((one) => `${one}/n`).join('  ')).join('\n')],
  ['pairs', (lines: string[][]) => JSON.stringify(lines.flat().map((one) => [one, 'n']))],
  [
    'lines with tags',
    (lines: string[][]) => lines.map((words) => words.map((one) => `${one}\tn`).join('\n')).join('\n\n'),
  ],
])('reads the words that were written, whatever they are, parted by %s', (_, write) => {
  fc.assert(
    fc.property(wordList, (lines) => {
      const wanted = [['村里', '办起', '车间'], ...lines];
      expect(checkGiven(write(wanted))).toEqual(wanted.flat());
    }),
  );
});

it('gives words that are the text, or says that a text was not cut, whatever it is', () => {
  const cut = fc.array(mixedText('/_|｜["],nv '), { maxLength: 8 });
  const join = fc.constantFrom(' ', '/', '|', '\n', '/n ', '_v ', '\t', '","', ' / ');
  fc.assert(
    fc.property(cut, join, fc.constantFrom('', '[', '["'), (parts, by, before) => {
      try {
        checkGiven(before + parts.join(by) + before.replace('[', ']').split('').reverse().join(''));
      } catch (error) {
        if (!(error instanceof UserError)) throw error;
      }
    }),
    { numRuns: 2_000 },
  );
});
