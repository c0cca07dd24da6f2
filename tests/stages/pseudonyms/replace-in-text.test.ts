import fc from 'fast-check';
import { expect, it } from 'vitest';
import { normalizeText } from '../../../src/stages/normalize/normalize-text.js';
import { buildNameMatcher } from '../../../src/stages/pseudonyms/name-matcher.js';
import { nameReplacer, replaceInStrings } from '../../../src/stages/pseudonyms/replace-in-strings.js';
import { replaceInText } from '../../../src/stages/pseudonyms/replace-in-text.js';
import { openSegmenter } from '../../../src/stages/segment/jieba.js';
import { segmentText } from '../../../src/stages/segment/segment-text.js';
import { codePointLength, sliceCodePoints } from '../../../src/text/code-points.js';
import { rawSpan } from '../../../src/text/origins.js';

const segmenter = openSegmenter();
const cutter = {
  cut: (text: string) => segmentText(segmenter, text),
  inDictionary: segmenter.inDictionary,
};
const TABLE = [
  { name: '王建国', pseudonym: 'A某', alsoWithinWords: true },
  { name: '建国', pseudonym: '乙', alsoWithinWords: false },
  { name: '石坎镇', pseudonym: 'AB地方镇', alsoWithinWords: true },
  { name: '老杨', pseudonym: '老B', alsoWithinWords: false },
  { name: '𠮷田村', pseudonym: 'C村', alsoWithinWords: true },
];
const match = buildNameMatcher(TABLE, cutter);
const findEdits = (text: string) =>
  match(text).names.map(({ term, start, end }) => ({
    start,
    end,
    replacement: TABLE.find(({ name }) => name === term)?.pseudonym ?? '',
  }));
const replace = (raw: string) => replaceInText(raw, normalizeText(raw), findEdits);

const PIECES = [
  '王建国',
  '王建\n国',
  '王 建国',
  '石坎镇',
  '石坎\n镇',
  '老杨',
  '𠮷田村',
  '建国',
  '建国以来',
  '的',
  '说',
  '，',
  '。',
  '\n',
  '\n\n',
  ' ',
  '😀',
  '１２３',
  '扶贫车间',
  '（1）',
];
const text = fc
  .array(fc.constantFrom(...PIECES), { minLength: 1, maxLength: 40 })
  .map((parts) => parts.join(''));

it('replaces names that a line end or a blank parts in the text, as the clean text has them whole', () => {
  const lines = [
    '村里去年修了一条通往每户门口的水泥路，带头做这件事情的人叫王建',
    '国，他住在石坎 镇的街上，开了一家卖农资的店，店里的事情都归老杨',
    '管。老杨说，这条路修好以后，拉茶叶的车子就能够一直开到地头上来，',
    '大家都说这件事情办得好，也都愿意出工出力，把剩下的路也一起修完。',
  ];
  const { text: replaced, clean } = replace(lines.join('\n'));
  expect(clean.text).toContain('人叫A某，他住在AB地方镇的街上');
  expect(replaced).toContain('人叫A某，他住在AB地方镇的街上');
  expect(replaced).toContain('老B说，');
});

it('keeps the characters of a name within longer words unless somebody asks for them', () => {
  const { names, withinWords } = match('建国说，建国以来的建国门。');
  expect(names.map(({ start }) => start)).toEqual([0]);
  expect(withinWords.map(({ start }) => start)).toEqual(expect.arrayContaining([9]));
});

it('leaves no name in the text or the clean text, for any text', () => {
  fc.assert(
    fc.property(text, (raw) => {
      const { text: replaced, clean } = replace(raw);
      for (const one of [replaced, clean.text]) expect(match(one).names).toEqual([]);
    }),
    { numRuns: 300 },
  );
});

it('leads every character of the clean text to the same character as before, or to the whole pseudonym', () => {
  fc.assert(
    fc.property(text, (raw) => {
      const before = normalizeText(raw);
      const { text: replaced, clean, cleanPlaces } = replace(raw);
      const length = codePointLength(clean.text);
      expect(clean.origins.reduce((sum, run) => sum + run.length, 0)).toBe(length);
      for (let at = 0; at < codePointLength(before.text); at += 1) {
        const one = { start: at, end: at + 1 };
        const moved = cleanPlaces.span(one);
        const origin = sliceCodePoints(replaced, rawSpan(clean, moved));
        const isSame = sliceCodePoints(clean.text, moved) === sliceCodePoints(before.text, one);
        if (isSame) expect(origin).toBe(sliceCodePoints(raw, rawSpan(before, one)));
        else expect(TABLE.map(({ pseudonym }) => pseudonym)).toContain(origin);
      }
    }),
    { numRuns: 300 },
  );
});

it('moves spans in order, widens those that cut into a name, and keeps the words of the others', () => {
  fc.assert(
    fc.property(text, fc.nat(), fc.nat(), (raw, one, other) => {
      const length = codePointLength(raw);
      const [start, end] = [one % (length + 1), other % (length + 1)].sort((a, b) => a - b) as [
        number,
        number,
      ];
      const { text: replaced, places } = replace(raw);
      const moved = places.span({ start, end });
      expect(moved.start <= moved.end && moved.end <= codePointLength(replaced)).toBe(true);
      const words = sliceCodePoints(raw, { start, end });
      const cut = places.span({ start: 0, end: length });
      expect(cut).toEqual({ start: 0, end: codePointLength(replaced) });
      if (!/[王建国石坎镇老杨𠮷田村]/u.test(words))
        expect(sliceCodePoints(replaced, moved)).toContain(words.trim());
    }),
    { numRuns: 300 },
  );
});

it('replaces names in all strings of a value, and gives one string the same everywhere', () => {
  const everywhere = nameReplacer(TABLE);
  expect(replaceInStrings({ 王建国: ['老杨同志', { on: '建国以来' }], n: 3, no: null }, everywhere)).toEqual({
    A某: ['老B同志', { on: '乙以来' }],
    n: 3,
    no: null,
  });
});
