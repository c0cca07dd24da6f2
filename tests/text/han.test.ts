import { describe, expect, it } from 'vitest';
import { HAN, isHan } from '../../src/text/han.js';

const PATTERN = new RegExp(`^[${HAN}]$`, 'u');

describe('Han characters', () => {
  it('include 〇 and rare ideographs, not punctuation, kana, radicals or Latin', () => {
    for (const letter of '〇贫㐀𠮷龦豈') expect(isHan(letter.codePointAt(0) as number), letter).toBe(true);
    for (const letter of '。，ー⾰⺠Aａ２ 　😀')
      expect(isHan(letter.codePointAt(0) as number), letter).toBe(false);
  });

  it('are the same by function and by pattern', () => {
    for (let codePoint = 0; codePoint < 0x35000; codePoint += 1) {
      if (isHan(codePoint) !== PATTERN.test(String.fromCodePoint(codePoint)))
        expect.fail(codePoint.toString(16));
    }
  });
});
