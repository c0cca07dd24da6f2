import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { splitText } from '../../../src/stages/weigh/split-text.js';

describe('splitText', () => {
  it('leaves a text of the length of an abstract whole, even an empty one', () => {
    expect(splitText('')).toEqual(['']);
    expect(splitText('一句话。'.repeat(200))).toEqual(['一句话。'.repeat(200)]);
  });

  it('cuts a longer one at sentence ends into sections of about equal length', () => {
    const sections = splitText('乡村振兴是一句话。'.repeat(300));
    expect(sections.length).toBe(4);
    for (const section of sections) {
      expect(section).toMatch(/。$/);
      expect(section.length).toBeGreaterThan(600);
      expect(section.length).toBeLessThan(900);
    }
  });

  it('loses nothing but blank ends, also without any sentence end', () => {
    const text = fc.array(fc.constantFrom('乡村振兴', '。', '\n', ' ', '😀', '产业'), { maxLength: 3000 });
    fc.assert(
      fc.property(text, (parts) => {
        const whole = parts.join('');
        const sections = splitText(whole);
        expect(whole.startsWith(sections.join(''))).toBe(true);
        expect(whole.slice(sections.join('').length).trim()).toBe('');
      }),
      { numRuns: 50 },
    );
  });
});
