import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { UserError } from '../../src/errors.js';
import { readUserWords, readWordList, wordListInUtf8 } from '../../src/formats/word-list.js';
import { encodeText } from './encode-text.js';

const bytes = (text: string) => new TextEncoder().encode(text);

/** Line and fault of each problem that reading a list ends with. */
function faultsOf(read: () => unknown): [number, string][] {
  try {
    read();
  } catch (error) {
    const { code, params } = error as UserError<'vocabulary/faulty'>;
    expect([error instanceof UserError, code]).toEqual([true, 'vocabulary/faulty']);
    return params.problems.map((problem) => {
      const { line, fault } = problem.params as UserError<'vocabulary/bad-line'>['params'];
      return [line, fault];
    });
  }
  return [];
}

describe('a user dictionary', () => {
  it('has words with or without frequency and part of speech, and comments', () => {
    const file = '\ufeff# 我的词\r\n扶贫车间 100 n\r\n\r\n四联五防\n以奖代补 v\n三变改革\t7\n';
    expect(readUserWords(bytes(file), 'u.txt')).toEqual([
      { word: '扶贫车间', pos: 'n' },
      { word: '四联五防', pos: 'n_new' },
      { word: '以奖代补', pos: 'v' },
      { word: '三变改革', pos: 'n_new' },
    ]);
  });

  it('names every faulty line', () => {
    const lines = [
      ['扶贫车间 100 n', null],
      ['扶贫车间 3', 'other-pos'],
      ['扶贫车间 7 n', null],
      [' 3 n', 'no-word'],
      ['好', 'too-short'],
      ['脱贫 不止 是', 'blank-inside'],
      ['脱贫 1 n 是', 'blank-inside'],
      ['脱贫 -1 n', 'bad-frequency'],
      ['脱贫 1.5', 'bad-frequency'],
      ['脱贫 1 名词', 'bad-pos'],
      ['长'.repeat(31), 'too-long'],
    ] as const;
    const expected = lines.flatMap(([, fault], i) => (fault ? [[i + 1, fault]] : []));
    const file = lines.map(([line]) => line).join('\n');
    expect(faultsOf(() => readUserWords(bytes(file), 'u.txt'))).toEqual(expected);
  });

  it('has words in the form of clean texts, whatever was typed', () => {
    const lines = [
      'ＷＩＦＩ村通工程　100　n',
      'Green Card认证 2000',
      'Green  Card 下乡',
      '零宽\u200b空格 n',
      '三变\u2060改革',
      '⽤工',
      '  缩进\u3000',
      '三变改革',
    ];
    expect(readUserWords(bytes(lines.join('\n')), 'u.txt')).toEqual([
      { word: 'WIFI村通工程', pos: 'n' },
      { word: 'Green Card认证', pos: 'n_new' },
      { word: 'Green Card下乡', pos: 'n_new' },
      { word: '零宽空格', pos: 'n' },
      { word: '三变改革', pos: 'n_new' },
      { word: '用工', pos: 'n_new' },
      { word: '缩进', pos: 'n_new' },
    ]);
  });

  it('refuses words with control characters, and several words in a line', () => {
    const lines = ['扶贫\u0001车间', '四联\u0000五防', '扶贫\u3000车间', '扶贫车间 就业车间 100 n'];
    const faults = ['control', 'control', 'blank-inside', 'blank-inside'];
    expect(faultsOf(() => readUserWords(bytes(lines.join('\n')), 'u.txt'))).toEqual(
      faults.map((fault, i) => [i + 1, fault]),
    );
  });

  it('shows of a file that is no list only so much as can be read', () => {
    const read = () => readWordList(Uint8Array.of(0x7f, 0x1b, ...new Uint8Array(5000).fill(0xe6)), 'l.txt');
    let shown: unknown;
    try {
      read();
    } catch (error) {
      shown = (error as UserError<'vocabulary/faulty'>).params.problems[0]?.params;
    }
    expect(shown).toMatchObject({ fault: 'not-utf8', text: `${'\ufffd'.repeat(40)}…` });
  });

  it('names the line that is not UTF-8', () => {
    const gbk = Buffer.concat([bytes('扶贫车间\n'), Uint8Array.of(0xb7, 0xf6, 0xc6, 0xb6)]);
    expect(faultsOf(() => readUserWords(gbk, 'u.txt'))).toEqual([[2, 'not-utf8']]);
  });

  it('names the first faults of very many, and their number', () => {
    const problem = (() => {
      try {
        return readUserWords(bytes('好\n'.repeat(1000)), 'u.txt');
      } catch (error) {
        return error;
      }
    })();
    expect(problem).toMatchObject({ code: 'vocabulary/faulty', params: { total: 1000 } });
    expect((problem as UserError<'vocabulary/faulty'>).params.problems).toHaveLength(20);
  });
});

describe('a list of words', () => {
  it('gives back what was listed', () => {
    const word = fc.string({ unit: fc.constantFrom(...'扶贫车间𠮷'), minLength: 1, maxLength: 6 });
    fc.assert(
      fc.property(fc.uniqueArray(word), (words) => {
        expect([...readWordList(bytes(words.join('\n')), 's.txt')]).toEqual(words);
      }),
    );
  });

  it('names lines with a blank between Chinese characters, and takes words listed twice', () => {
    expect(faultsOf(() => readWordList(bytes('车间\n扶贫 车间\n'), 's.txt'))).toEqual([[2, 'blank-inside']]);
    expect([...readWordList(bytes('首先\nＡＰＰ\n？\n首先\n APP\n？\nGreen Card\n'), 's.txt')]).toEqual([
      '首先',
      'APP',
      '？',
      'Green Card',
    ]);
  });
});

describe('a list from any editor', () => {
  const words = ['企业', '修路', '扶贫车间'];
  it.each(['utf-8', 'utf-16le', 'utf-16be', 'gb18030'])(
    'is read in %s, whatever ends its lines',
    (encoding) => {
      for (const end of ['\n', '\r\n', '\r']) {
        const bom = encoding.startsWith('utf') ? '\ufeff' : '';
        const saved = encodeText(bom + words.join(end), encoding);
        expect([...readWordList(wordListInUtf8(saved, 'a.txt'), 'a.txt')]).toEqual(words);
      }
    },
  );

  it('names the lines of one that no encoding fits', () => {
    const broken = Uint8Array.of(0xe4, 0xb8, 0x0a, 0xff);
    expect(faultsOf(() => readWordList(wordListInUtf8(broken, 'a.txt'), 'a.txt'))).toEqual([
      [1, 'not-utf8'],
      [2, 'not-utf8'],
    ]);
  });
});
