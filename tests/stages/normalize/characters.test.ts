import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { normalizeText } from '../../../src/stages/normalize/normalize-text.js';
import { editText } from '../../../src/text/edits.js';
import { splitSentences } from '../../../src/text/sentences.js';
import { simplify } from '../../../src/text/simplify.js';
import { toTextForm } from '../../../src/text/text-form.js';

const clean = (text: string) => normalizeText(text).text;
const sentencesOf = (text: string) =>
  splitSentences(clean(text)).map(({ start, end }) => [...clean(text)].slice(start, end).join(''));
const simplified = (text: string) => editText(text, simplify(text));

describe('characters that nobody sees', () => {
  it.each([
    ['a soft hyphen', '\u00ad'],
    ['a joiner of graphemes', '\u034f'],
    ['an Arabic letter mark', '\u061c'],
    ['a Hangul filler', '\u3164'],
    ['a Mongolian vowel separator', '\u180e'],
    ['a non-joiner', '\u200c'],
    ['a joiner', '\u200d'],
    ['an isolate', '\u2066'],
    ['a deprecated format character', '\u206a'],
    ['an invisible plus', '\u2064'],
    ['a blank of Braille', '\u2800'],
    ['a variation selector', '\ufe00'],
    ['an emoji selector', '\ufe0f'],
    ['an ideographic variation selector', '\u{e0100}'],
    ['a tag', '\u{e0041}'],
    ['an interlinear anchor', '\ufff9'],
    ['a picture', '\ufffc'],
    ['a noncharacter', '\uffff'],
    ['a byte order mark', '\ufeff'],
    ['a musical control', '\u{1d173}'],
    ['a control character', '\u0007'],
    ['the private blank of GBK', '\ue5e5'],
    ['the private blank of symbol fonts', '\uf020'],
  ])('%s within a word vanishes', (_, character) => {
    expect(clean(`村里办起扶贫${character}车间。`)).toBe('村里办起扶贫车间。');
  });

  it('but private characters, which a font shows, the signs of Arabic numbers and emoji stay whole', () => {
    for (const text of ['姓\ue000的人', '\u0600', '👨‍👩‍👧来了', '👩🏽‍🌾种桃', '🏴󠁧󠁢󠁥󠁮󠁧󠁿'])
      expect(clean(text)).toBe(text);
  });

  it('a blank of Braille between Latin words becomes a space', () => {
    expect(clean('Green\u2800Card')).toBe('Green Card');
  });
});

describe('characters in another form', () => {
  it.each([
    ['\uf9dd益联盟，\uf981性合作社', '利益联盟，女性合作社'],
    ['\u{2f800}人', '丽人'.replace('丽', '\u{2f800}'.normalize('NFC'))],
    ['The o\ufb03ce o\ufb00ers \ufb01nance', 'The office offers finance'],
    ['cafe\u0301书屋', 'café书屋'],
    ['𝐆𝐃𝐏增长', 'GDP增长'],
    ['扶贫﹐车间﹔就业︒', '扶贫，车间；就业。'],
    ['｢扶贫｣､车间｡', '「扶贫」、车间。'],
    ['︽决定︾', '《决定》'],
  ])('%s becomes %s', (text, plain) => expect(clean(text)).toBe(plain));

  it('what says more than its plain form stays', () => {
    expect(clean('①面积100㎡，㈱½²Ⅲ')).toBe('①面积100㎡，㈱½²Ⅲ');
  });
});

describe('half-width marks in Chinese', () => {
  it('end sentences', () => {
    expect(sentencesOf('村里办起车间!孩子也能照看?大家都来;收入也多了.')).toEqual([
      '村里办起车间！',
      '孩子也能照看？',
      '大家都来；',
      '收入也多了。',
    ]);
    expect(sentencesOf('用上了APP!翻了3倍!!真的?"好!"他说......大家都来｡走')).toEqual([
      '用上了APP！',
      '翻了3倍！！',
      '真的？',
      '"好！"',
      '他说……',
      '大家都来。',
      '走',
    ]);
  });

  it('stay in English, numbers, numbering and addresses', () => {
    for (const text of [
      'Is it? Yes; no! It is.',
      '占3.5，比为3:7',
      '一.发展产业',
      '见http://a.example/车间?id=1',
    ])
      expect(clean(text)).toBe(text);
  });
});

describe('traditional characters', () => {
  it.each([
    '产业帮扶成效显著，经验编入专著，原著民参与编著。',
    '乾坤湾边，乾隆年间的村落，瞭望塔，藉口，宫商角徵羽。',
    '後氏宗祠在村后，著于竹帛，这是老话。',
  ])('simplified text stays: %s', (text) => expect(simplified(text)).toBe(text));

  it.each([
    ['看著孩子，著急用錢，著作甚多，成效顯著。', '看着孩子，着急用钱，著作甚多，成效显著。'],
    ['專著與原著，編著者與譯著，卓著，遺著。', '专著与原著，编著者与译著，卓著，遗著。'],
    ['乾燥的天氣，餅乾，以此為藉口，於是後來。', '干燥的天气，饼干，以此为借口，于是后来。'],
    ['看著她。等著你，這裡很好。', '看着她。等着你，这里很好。'],
  ])('traditional text changes: %s', (text, simple) => expect(simplified(text)).toBe(simple));

  it('each passage is judged by itself where both writings are mixed', () => {
    expect(simplified('他引用“看著孩子，著急用錢”，后来这本专著成效显著，乾隆年间。')).toBe(
      '他引用“看着孩子，着急用钱”，后来这本专著成效显著，乾隆年间。',
    );
    expect(simplified('鄉親們看著。\n村里的乾隆年间古树，著者说。')).toBe(
      '乡亲们看着。\n村里的乾隆年间古树，著者说。',
    );
  });
});

describe('what people write', () => {
  const word = fc
    .array(
      fc.constantFrom(
        ...'扶贫车间合作社利益联盟办公',
        ...'ＷＩＦＩ４Ｇ',
        ...'abc7',
        '\uf9dd',
        '\ufb03',
        'e\u0301',
        '⼈',
        '\u200b',
        '\u{e0100}',
        '\ufe0f',
        '\u00ad',
        '\u2800',
        ' ',
        '　',
        '👨‍👩‍👧',
      ),
      { minLength: 1, maxLength: 8 },
    )
    .map((parts) => parts.join(''));

  it('has the form that the clean text around it gives the same characters', () => {
    fc.assert(
      fc.property(word, (written) => {
        const form = toTextForm(written);
        expect(clean(`村里的“${written}”办起来了。`)).toContain(form);
        expect(toTextForm(form)).toBe(form);
      }),
      { numRuns: 2000 },
    );
  });
});
