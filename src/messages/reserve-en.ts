import { counted } from './counted.js';
import type { ReserveWords } from './reserve-words.js';

/** What is said about reserved cases, in English. */
export const reserveWords: ReserveWords = {
  reserved: ({ drawn, of }) => [
    `Reserved: ${counted(drawn.length, 'case')} of ${of}. They count nowhere, and nobody can code them, until: zhagen unseal`,
  ],
  heads: ['Level', 'Code', 'Cases', 'Passages', 'Confirmed'],
  tested: ({ reserved, others, isGiven, uncoded, codes, relations }) => {
    const concepts = codes.filter(({ isConcept }) => isConcept);
    const categories = codes.filter(({ isConcept }) => !isConcept);
    const listed = (names: readonly string[]) => (names.length > 0 ? ` (${names.join(', ')})` : '');
    return [
      `Test of theoretical saturation with ${counted(reserved.length, 'reserved case')}, against ${counted(others, 'other case')}: new concepts ${concepts.length}${listed(concepts.map(({ code }) => code))}, new categories ${categories.length}${listed(categories.map(({ code }) => code))}, new relations ${relations.length}${listed(relations.map(({ from, relation, to }) => `${from} – ${relation} → ${to}`))}.`,
      ...(isGiven
        ? ['The codebook was given: new is what the other cases do not have, not what the codebook lacks.']
        : []),
      ...(uncoded.length > 0
        ? [
            `In ${counted(uncoded.length, 'reserved case')} no person has coded or confirmed anything yet (${uncoded.join(', ')}): mine and code them (zhagen mine, zhagen code), and call this again.`,
          ]
        : []),
    ];
  },
};
