import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { toFileName } from '../../src/text/file-name.js';

describe('the name of a file', () => {
  it.each([
    ['江西/赣州: “五防”?', '江西_赣州_ “五防”_'],
    ['a\u0000b\tc<d>|e*', 'a_b_c_d__e_'],
    ['结尾的点.', '结尾的点_'],
    ['结尾的空格 ', '结尾的空格_'],
    ['con', 'con_'],
    ['Aux.docx', 'Aux_.docx'],
    ['LPT1.tar.gz', 'LPT1_.tar.gz'],
    ['com¹', 'com¹_'],
    ['\ud800', '_'],
    ['..', '._'],
    ['', '_'],
  ])('%j becomes %j', (name, written) => {
    expect(toFileName(name)).toBe(written);
  });

  it.each(['十八洞村.txt', 'console.txt', 'conan', 'nul-1', '.DS_Store', 'a.b c', '𠮷野'])(
    '%j stays as it is',
    (name) => {
      expect(toFileName(name)).toBe(name);
    },
  );

  it('is one that it would not change again', () => {
    const parts = fc.constantFrom('con', 'NUL', '.', ' ', ':', 'a', '村', '\u0001');
    fc.assert(
      fc.property(fc.array(parts), (some) => {
        const name = toFileName(some.join(''));
        expect(toFileName(name)).toBe(name);
      }),
    );
  });
});
