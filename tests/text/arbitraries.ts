import fc from 'fast-check';

/** Texts that mix Chinese, layout, rare characters beyond the basic plane, emoji and lone control characters. */
export const mixedText = (alphabet = '') =>
  fc
    .array(
      fc.oneof(
        {
          weight: 6,
          arbitrary: fc.constantFrom(...'脱贫攻坚乡村振兴〇一二，。！？；…“”（）、', ...alphabet),
        },
        {
          weight: 2,
          arbitrary: fc.constantFrom('\n', '\r\n', ' ', '　', '2020', 'NLPIR', '２０', '［1］', '.'),
        },
        { weight: 1, arbitrary: fc.constantFrom('𠮷', '😀', '👨‍👩‍👧', '\u200b', '\u0007', '⾰', '⺠', '»') },
        { weight: 1, arbitrary: fc.string({ unit: 'grapheme', maxLength: 3 }) },
      ),
      { maxLength: 60 },
    )
    .map((parts) => parts.join(''));
