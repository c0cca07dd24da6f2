import { describe, expect, it } from 'vitest';
import { decodeText } from '../../src/formats/decode-text.js';
import { encodeText } from './encode-text.js';
import { problemOf } from './user-problem.js';

const CHINESE = '扶贫车间建在村口，妇女就近上工，每月有工资。';
const KOREAN = '마을에 협동조합이 생긴 뒤로 주민들의 소득이 늘었고 아이들도 학교에 다닌다.';
const JAPANESE = '村に協同組合ができてから、住民の収入は増え、子どもたちは学校に通っている。';
const RUSSIAN = 'После того как в деревне открыли кооператив, доходы жителей выросли.';
const GREEK = 'Μετά την ίδρυση του συνεταιρισμού το εισόδημα των κατοίκων αυξήθηκε.';
const FRENCH = 'Depuis que la coopérative a été créée au village, les revenus ont augmenté.';
/** 村裡辦起了合作社，婦女就近上工… */
const EUC_TW = Buffer.from(
  'cadae6d3f2d6d8c4c4a7c7d9c9a2cfa3a1a2d9e1c4ccdef3cfd4c4b8c4d6a1a2cae4d4b6c5ccdde7c8b4c8adc4aba1a4c8d2c4a9cccfd0e6c4cdc8b4c4a9e4f9fbc1a1a2c4cbd5a5cefbc6edd2a4c5d2c5e8d0a9c7efc4a7a1a4',
  'hex',
);

const refusal = (bytes: Uint8Array) => problemOf(() => decodeText(bytes, 'a.txt'));
const looksLike = (writing: string, encodings: unknown) => ({
  code: 'import/other-encoding',
  params: { path: 'a.txt', writing, encodings },
});

/** The first characters of a text, as a short file has them. */
const short = (text: string) => [...text].slice(0, 20).join('');
const singleBytes = (text: string, encoding: string) => {
  const known = new TextDecoder(encoding).decode(Uint8Array.from({ length: 256 }, (_, at) => at));
  return Uint8Array.from([...text], (character) => [...known].indexOf(character));
};
/** The two bytes of characters without their high bits, as the encodings of mail have them. */
const sevenBits = (text: string, encoding: string) =>
  encodeText([...text].filter((one) => one > '\x7f').join(''), encoding).map((byte) => byte & 0x7f);
const framed = (before: string, bytes: Uint8Array, after: string) =>
  Buffer.concat([Buffer.from(before), bytes, Buffer.from(after)]);
const fourBytes = (text: string, isLittle: boolean) => {
  const view = new DataView(new ArrayBuffer([...text].length * 4));
  for (const [at, one] of [...text].entries()) view.setUint32(at * 4, one.codePointAt(0) ?? 0, isLittle);
  return new Uint8Array(view.buffer);
};

describe('texts in other encodings', () => {
  it.each([
    ['korean', KOREAN, 'euc-kr'],
    ['japanese', JAPANESE, 'euc-jp'],
    ['japanese', JAPANESE, 'shift_jis'],
  ])(
    'are refused as %s, long and short, and read when the encoding is named (%3$s)',
    (writing, text, encoding) => {
      for (const one of [text, short(text), `${text}\n`.repeat(500)]) {
        const bytes = encodeText(one, encoding);
        expect(refusal(bytes)).toEqual(looksLike(writing, expect.stringContaining(encoding)));
        expect(decodeText(bytes, 'a.txt', encoding).text).toBe(one);
      }
    },
  );

  it.each([
    ['cyrillic', RUSSIAN, 'koi8-r'],
    ['cyrillic', RUSSIAN, 'windows-1251'],
    ['cyrillic', RUSSIAN, 'ibm866'],
    ['greek', GREEK, 'windows-1253'],
    ['latin', FRENCH, 'windows-1252'],
  ])('are refused as %s (%3$s)', (writing, text, encoding) => {
    for (const one of [text, `${text}\n`.repeat(50)]) {
      expect(refusal(singleBytes(one, encoding))).toEqual(
        looksLike(writing, expect.stringContaining(encoding)),
      );
    }
  });

  it('are refused where nothing here reads them', () => {
    expect(refusal(EUC_TW)).toEqual(looksLike('unread', 'euc-tw'));
    for (const isLittle of [true, false]) {
      for (const text of [CHINESE, `\ufeff${CHINESE}`, 'abc 中', `标题\n${CHINESE}`]) {
        expect(refusal(fourBytes(text, isLittle))).toEqual(looksLike('unread', 'utf-32'));
      }
    }
    const utf7 = `+${encodeText(CHINESE, 'utf-16be').length > 0 && Buffer.from(encodeText(CHINESE, 'utf-16be')).toString('base64').replace(/=+$/, '')}-`;
    expect(refusal(Buffer.from(`2020 ${utf7}`))).toEqual(looksLike('unread', 'utf-7'));
  });

  it('are refused where escapes shift between ASCII and others', () => {
    const chinese = sevenBits(CHINESE, 'gb18030');
    expect(refusal(framed('~{', chinese, '~}\n'))).toEqual(looksLike('unread', 'hz-gb-2312'));
    expect(refusal(framed('\x1b$)A\x0e', chinese, '\x0f'))).toEqual(looksLike('unread', 'iso-2022-cn'));
    const korean = sevenBits(KOREAN, 'euc-kr');
    expect(refusal(framed('\x1b$)C\x0e', korean, '\x0f'))).toEqual(looksLike('unread', 'iso-2022-kr'));
    const japanese = framed('\x1b$B', sevenBits(JAPANESE, 'euc-jp'), '\x1b(B');
    expect(refusal(japanese)).toEqual(looksLike('japanese', 'iso-2022-jp'));
    expect(decodeText(japanese, 'a.txt', 'iso-2022-jp').text).toBe(JAPANESE);
  });

  it('do not keep Chinese from being read: names, places, short titles, much ASCII', () => {
    const texts = [
      '汤欣、潘雪平、雷飞、邱鑫淼、昝赟、訾婷、逄磊、蔺焱',
      '砚山县\n宿州市\n漾濞彝族自治县\n喀什地区',
      '万秀区 武城县 禹州市',
      '，2022\n\n巩固拓展脱',
      `${'x'.repeat(3000)} (镕) ${'y = 2; '.repeat(300)}朱镕基`,
      '（一）（二）',
    ];
    for (const text of texts) expect(decodeText(encodeText(text, 'gb18030'), 'a.txt').text).toBe(text);
    for (const text of ['漢語，粵語\n%s:%d：RSJ 語法無效', '鄉村振興\n長者照顧']) {
      expect(decodeText(encodeText(text, 'big5'), 'a.txt')).toEqual({ text, encoding: 'big5' });
    }
    const ascii = 'a+b = c~{x} +1234- {"a": "+86 10 1234"}\n'.repeat(20);
    expect(decodeText(Buffer.from(ascii), 'a.txt')).toEqual({ text: ascii, encoding: 'utf-8' });
    const coloured = `\x1b[31m${CHINESE}\x1b[0m`;
    expect(decodeText(Buffer.from(coloured), 'a.txt').text).toBe(coloured);
  });

  it('are read with the characters of Hong Kong where they are Big5', () => {
    const before = encodeText('村民講：', 'big5');
    const bytes = Buffer.concat([before, Buffer.from('9df7fc418862', 'hex'), encodeText('大家開心', 'big5')]);
    expect(decodeText(bytes, 'a.txt')).toEqual({ text: '村民講：咗廻Ê̄大家開心', encoding: 'big5' });
  });
});
