import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decodeText } from '../../src/formats/decode-text.js';
import { canEncode, encodeText } from './encode-text.js';
import { problemOf } from './user-problem.js';

const SIMPLIFIED = `潜丘县脱贫攻坚工作报告
一、主要做法
2016年以来，全县投入扶贫资金3.2亿元，建成“扶贫车间”48个，带动1260户贫困户就业（其中残疾人87名）。
县里派出驻村工作队，帮助村民发展油茶、大棚蔬菜和电商，收入有了稳定的来源。`;
const TRADITIONAL = `偏鄉產業輔導個案訪談紀錄
會議指出，必須全面推進鄉村振興。農會組織輔導農民發展有機農業，建立產銷履歷制度，增加農家收入。
學校營養午餐、偏鄉醫療與道路改善工程，是居民最關心的事項。`;
const UNICODE = ['utf-8', 'utf-16le', 'utf-16be'];

const bytes = (...values: number[]) => Uint8Array.from(values);
const join = (...parts: Uint8Array[]) => Uint8Array.from(Buffer.concat(parts));
const decode = (content: Uint8Array, encoding?: string) => decodeText(content, 'a.txt', encoding);
const problem = (content: Uint8Array, encoding?: string) => problemOf(() => decode(content, encoding));

describe('decodeText', () => {
  it.each([...UNICODE, 'gb18030'])('reads simplified Chinese in %s', (encoding) => {
    expect(decode(encodeText(SIMPLIFIED, encoding))).toEqual({ text: SIMPLIFIED, encoding });
  });

  it.each([...UNICODE, 'gb18030', 'big5'])('reads traditional Chinese in %s', (encoding) => {
    expect(decode(encodeText(TRADITIONAL, encoding))).toEqual({ text: TRADITIONAL, encoding });
  });

  it.each([...UNICODE, 'gb18030'])('knows %s by its BOM, and drops it', (encoding) => {
    const bom = encoding === 'gb18030' ? bytes(0x84, 0x31, 0x95, 0x33) : encodeText('\ufeff', encoding);
    for (const text of ['中', 'no Chinese', SIMPLIFIED]) {
      expect(decode(join(bom, encodeText(text, encoding)))).toEqual({ text, encoding });
    }
  });

  it.each([...UNICODE, 'gb18030', 'big5'])('reads a title line in %s', (encoding) => {
    for (const title of encoding === 'big5'
      ? ['農會組織輔導紀錄', '鄉村振興', '長者照顧服務與社區營造', '2019年度報告（初稿）']
      : [
          '扶贫车间调查',
          '易地搬迁后续扶持',
          '光伏电站分红公告\n',
          '2019年度工作总结（初稿）',
          '脱贫户访谈 A-07',
        ]) {
      expect(decode(encodeText(title, encoding))).toEqual({ text: title, encoding });
    }
  });

  it('takes ASCII for UTF-8, and finds the few Chinese characters in much of it', () => {
    const ascii = `${'<p class="x">2020, n = 48; p < .05</p>\r\n'.repeat(20_000)}`;
    expect(decode(encodeText(ascii, 'utf-8')).encoding).toBe('utf-8');
    for (const encoding of [...UNICODE, 'gb18030']) {
      expect(decode(encodeText(`${ascii}脱贫攻坚`, encoding))).toEqual({
        text: `${ascii}脱贫攻坚`,
        encoding,
      });
    }
    expect(decode(encodeText('plain text\n', 'utf-16le')).encoding).toBe('utf-16le');
  });

  it('keeps any text in UTF-8 as it is, but for the BOM', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (string) => {
        const text = string.replaceAll(/[\0\ufeff]/g, '');
        expect(decode(new TextEncoder().encode(text)).text).toBe(text);
        expect(decode(new TextEncoder().encode(`\ufeff${text}`)).text).toBe(text);
      }),
      // Two bytes that UTF-16 reads as 气.
      { examples: [['\u0014l']] },
    );
  });

  it('gives the same text from every encoding, for any run of sentences', () => {
    const sentence = (text: string) => fc.constantFrom(...text.split(/(?<=[，。、；\n])/));
    // A text of line ends alone reads the same in most encodings; from eight Han characters on none was mistaken.
    const isSentence = (text: string) => (text.match(/\p{Script=Han}/gu) ?? []).length >= 8;
    const texts = [SIMPLIFIED, TRADITIONAL].map((text) =>
      fc
        .array(sentence(text), { minLength: 2, maxLength: 40 })
        .map((parts) => `${parts.join('')}\r\n`)
        .filter(isSentence),
    );
    fc.assert(
      fc.property(fc.oneof(...texts), (text) => {
        for (const encoding of [...UNICODE, 'gb18030']) {
          expect(decode(encodeText(text, encoding))).toEqual({ text, encoding });
        }
        if (/[會鄉農學]/.test(text) && canEncode(text, 'big5')) {
          expect(decode(encodeText(text, 'big5'))).toEqual({ text, encoding: 'big5' });
        }
      }),
    );
  });

  it('is overruled by a given encoding, under any of its usual names', () => {
    for (const name of ['GBK', 'gb2312', 'cp936', ' GB18030 ']) {
      expect(decode(encodeText('中国', 'gb18030'), name)).toEqual({ text: '中国', encoding: 'gb18030' });
    }
    expect(decode(bytes(0xd6, 0xd0), 'windows-1252').text).toBe('ÖÐ');
    expect(decode(encodeText('\ufeff中', 'utf-16be'), 'utf-16')).toEqual({
      text: '中',
      encoding: 'utf-16be',
    });
    expect(decode(encodeText('中', 'utf-16le'), 'UTF-16').text).toBe('中');
    expect(decode(encodeText('\ufeff中', 'utf-8'), 'utf-8-sig').text).toBe('中');
  });

  it('refuses an encoding that is none', () => {
    expect(problem(bytes(0x61), 'ansi')).toMatchObject({
      code: 'import/unknown-encoding',
      params: { encoding: 'ansi', known: expect.stringContaining('gb18030') },
    });
  });

  it('names the byte at which a given encoding or a BOM proves wrong', () => {
    const wrong = (encoding: string, offset: number) => ({
      code: 'import/wrong-encoding',
      params: { path: 'a.txt', encoding, offset, line: 1 },
    });
    expect(problem(bytes(0x61, 0x62, 0xd6, 0xd0), 'utf8')).toEqual(wrong('utf-8', 3));
    expect(problem(join(bytes(0xef, 0xbb, 0xbf, 0x61), bytes(0xff)))).toEqual(wrong('utf-8', 4));
    expect(problem(bytes(0xff, 0xfe, 0x2d, 0x4e, 0x2d))).toEqual(wrong('utf-16le', 5));
    const long = join(encodeText('中'.repeat(70_001), 'gb18030'), bytes(0xff, 0x61));
    expect(problem(long, 'gbk')).toEqual(wrong('gb18030', 140_002));
  });

  it.each([
    ['gb18030', '扶贫车间建在村口，妇女就近上工。\n'],
    ['big5', '鄉村振興必須全面推進，農家收入增加。\n'],
  ])('names the one bad byte of a text in %s, and its line', (encoding, line) => {
    const whole = encodeText(line.repeat(300), encoding);
    const perLine = encodeText(line, encoding).length;
    for (const lineOfByte of [1, 2, 300]) {
      const offset = (lineOfByte - 1) * perLine + 8;
      // GBK has a character for the byte 80, the euro.
      for (const bad of encoding === 'big5' ? [0xff, 0x80] : [0xff]) {
        const damaged = Uint8Array.from([...whole.subarray(0, offset), bad, ...whole.subarray(offset)]);
        const found = problem(damaged);
        expect(found).toMatchObject({
          code: 'import/wrong-encoding',
          params: { encoding, line: lineOfByte, offset },
        });
      }
    }
  });

  it('refuses damaged or cut text rather than reading it as something else', () => {
    const whole = encodeText(SIMPLIFIED, 'utf-8');
    expect(problem(whole.subarray(0, whole.length - 4))).toMatchObject({
      code: 'import/wrong-encoding',
      params: { encoding: 'utf-8', offset: whole.length - 4 },
    });
    const utf16 = encodeText(SIMPLIFIED, 'utf-16be');
    expect(problem(utf16.subarray(1)).code).toMatch(/^import\/(?:binary-file|wrong-encoding)$/);
    expect(problem(utf16.subarray(0, -1)).params).toMatchObject({
      encoding: 'utf-16be',
      offset: utf16.length - 1,
    });
    expect(problem(whole.with(10, 0xff)).params).toMatchObject({ encoding: 'utf-8', offset: 10 });
  });

  it('refuses binary files', () => {
    const binary = [
      bytes(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 0x0d, 0x49, 0x48, 0x44, 0x52, 0, 0),
      bytes(0x50, 0x4b, 3, 4, 0x14, 0, 0, 0, 8, 0),
      bytes(0x7f, 0x45, 0x4c, 0x46, 2, 1, 1, 0, 0, 0, 0, 0, 0, 0, 0, 0),
      bytes(0xff, 0xd8, 0xff, 0xe0, 0, 0x10, 0x4a, 0x46, 0x49, 0x46, 0, 1),
      bytes(0x61, 0, 0x62),
    ];
    for (const content of binary) {
      expect(problem(content)).toEqual({ code: 'import/binary-file', params: { path: 'a.txt' } });
    }
  });

  it('names --encoding where it cannot tell', () => {
    expect(problem(Buffer.from('Gr\u00fc\u00dfe aus K\u00f6ln, \u00c4\u00d6\u00dc', 'latin1'))).toMatchObject(
      {
        code: 'import/unclear-encoding',
        params: { path: 'a.txt' },
      },
    );
  });

  it('reads no bytes as no text', () => {
    expect(decode(bytes())).toEqual({ text: '', encoding: 'utf-8' });
  });
});
