import fc from 'fast-check';
import stringWidth from 'string-width';
import { expect, it } from 'vitest';
import { textWidth } from '../../src/cli/text-width.js';
import { mixedText } from '../text/arbitraries.js';

it('the width of any text is that of string-width', () => {
  fc.assert(
    fc.property(
      fc.oneof(
        mixedText('—·⸺ｶﾞ\u0300\u200b\ufe0f\u{e0020}👩🏽‍🚀🇨🇳'),
        fc.string({ unit: 'grapheme' }),
        fc.string({ unit: 'binary' }),
      ),
      (text) => {
        expect(textWidth(text)).toBe(stringWidth(text, { countAnsiEscapeCodes: true }));
      },
    ),
    { numRuns: 1000 },
  );
});
