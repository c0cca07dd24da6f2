import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { anchorPassage } from '../../src/text/anchor-passage.js';
import { sliceCodePoints } from '../../src/text/code-points.js';

const anchor = { quote: '分红', prefix: '年底', suffix: '给农户', start: 4 };

describe('anchorPassage', () => {
  it('follows a passage that moved, counting code points', () => {
    expect(anchorPassage('😀新写的开头。合作社年底分红给农户。', anchor)).toEqual({ start: 12, end: 14 });
  });

  it('tells places apart by what stands around them, however far', () => {
    const text = '村里分红会上，大家谈分红。后来，合作社年底分红给农户。';
    expect(anchorPassage(text, anchor)).toEqual({ start: 21, end: 23 });
  });

  it('takes the nearest of places that look the same', () => {
    expect(
      anchorPassage('，分红。，分红。，分红。', { ...anchor, prefix: '', suffix: '', start: 6 }),
    ).toEqual({
      start: 5,
      end: 7,
    });
  });

  it('finds nothing when the words are gone', () => {
    expect(anchorPassage('年底分粮给农户', anchor)).toBeNull();
  });

  it('leaves a case as a whole what it is', () => {
    expect(anchorPassage('年底分红', { ...anchor, quote: '' })).toEqual({ start: 0, end: 0 });
    expect(anchorPassage('', { ...anchor, quote: '' })).toEqual({ start: 0, end: 0 });
  });

  it('finds every passage of an unchanged text again, and the same words after an insertion', () => {
    const letters = fc.string({ unit: fc.constantFrom('分', '红', '，', '😀'), minLength: 1, maxLength: 20 });
    fc.assert(
      fc.property(letters, fc.nat(), fc.nat(), letters, (text, a, b, inserted) => {
        const places = [...text];
        const start = a % places.length;
        const end = start + 1 + (b % (places.length - start));
        const quote = places.slice(start, end).join('');
        const passage = {
          quote,
          prefix: places.slice(0, start).join(''),
          suffix: places.slice(end).join(''),
          start,
        };
        expect(anchorPassage(text, passage)).toEqual({ start, end });
        const moved = anchorPassage(inserted + text, passage);
        expect(moved && sliceCodePoints(inserted + text, moved)).toBe(quote);
      }),
    );
  });
});
