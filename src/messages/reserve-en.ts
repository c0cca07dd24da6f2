import { counted } from './counted.js';
import type { ReserveWords } from './reserve-words.js';

/** What is said about reserved cases and statements, in English. */
export const reserveWords: ReserveWords = {
  reserved: ({ drawn, of }) => [
    `Reserved: ${counted(drawn.length, 'case')} of ${of}. They count nowhere, and nobody can code them, until: zhagen unseal`,
  ],
  reservedStatements: ({ statements, of, cases }) => [
    `Reserved: ${counted(statements, 'statement')} of ${of}, in ${counted(cases.length, 'case')}. They count nowhere, and nobody can code them, until: zhagen unseal --unit statement`,
  ],
  heads: ['Level', 'Code', 'Cases', 'Passages', 'Confirmed'],
  tested: ({ unit, reserved, statements, others, isGiven, uncoded, codes, relations }) => {
    const concepts = codes.filter(({ isConcept }) => isConcept);
    const categories = codes.filter(({ isConcept }) => !isConcept);
    const listed = (names: readonly string[]) => (names.length > 0 ? ` (${names.join(', ')})` : '');
    return [
      `Test of theoretical saturation with ${unit === 'case' ? `${counted(reserved.length, 'reserved case')}, against ${counted(others, 'other case')}` : `${counted(statements, 'reserved statement')} of ${counted(reserved.length, 'case')}, against all other statements`}: new concepts ${concepts.length}${listed(concepts.map(({ code }) => code))}, new categories ${categories.length}${listed(categories.map(({ code }) => code))}, new relations ${relations.length}${listed(relations.map(({ from, relation, to }) => `${from} – ${relation} → ${to}`))}.`,
      ...(isGiven
        ? [`The codebook was given: new is what the other ${unit}s do not have, not what the codebook lacks.`]
        : []),
      ...(uncoded.length > 0
        ? [
            `In ${unit === 'case' ? counted(uncoded.length, 'reserved case') : `the reserved statements of ${counted(uncoded.length, 'case')}`} no person has coded or confirmed anything yet (${uncoded.join(', ')}): mine and code them (zhagen mine, zhagen code), and call this again.`,
          ]
        : []),
    ];
  },
};
