import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decodeUtf8 } from '../../src/formats/decode-text.js';
import { problemOf } from './user-problem.js';

const bytes = (...values: number[]) => Uint8Array.from(values);
const problem = (content: Uint8Array) => problemOf(() => decodeUtf8(content, 'a.txt'));

describe('decodeUtf8', () => {
  it('drops a BOM and changes nothing else', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (string) => {
        const text = string.replaceAll(/[\0\ufeff]/g, '');
        expect(decodeUtf8(new TextEncoder().encode(text), 'a.txt')).toBe(text);
        expect(decodeUtf8(new TextEncoder().encode(`\ufeff${text}`), 'a.txt')).toBe(text);
      }),
    );
  });

  it('refuses a binary file', () => {
    expect(problem(bytes(0x50, 0x4b, 3, 4, 0, 0))).toEqual({
      code: 'import/binary-file',
      params: { path: 'a.txt' },
    });
  });

  it('names the byte at which another encoding shows', () => {
    const gbk = bytes(0x61, 0x62, 0xd6, 0xd0, 0xb9, 0xfa);
    expect(problem(gbk)).toEqual({ code: 'import/not-utf8', params: { path: 'a.txt', offset: 3 } });
    expect(problem(bytes(0x61, 0xff, 0x61)).params).toMatchObject({ offset: 1 });
  });

  it('refuses a text that was cut within a character', () => {
    expect(problem(bytes(0x61, 0xe4, 0xb8)).params).toMatchObject({ offset: 3 });
  });

  it('refuses UTF-16', () => {
    expect(problem(bytes(0xff, 0xfe, 0x2d, 0x4e))).toEqual({
      code: 'import/not-utf8',
      params: { path: 'a.txt', offset: 0 },
    });
  });
});
