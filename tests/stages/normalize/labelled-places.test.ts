import { describe, expect, it } from 'vitest';
import { normalizeText } from '../../../src/stages/normalize/normalize-text.js';
import { HAN } from '../../../src/text/han.js';
import { fatesOf, hasShared, readOwnDocuments, readSharedDocuments } from './labelled-places.js';

const ANY_HAN = new RegExp(`[${HAN}]`, 'gu');
const own = readOwnDocuments('torn-texts');
const shared = hasShared ? readSharedDocuments() : [];
const documents = [...own, ...shared];
const hanOf = (text: string) => (text.match(ANY_HAN) ?? []).sort().join('');

/** Joins made and right, sentences found torn, and running heads gone, over all documents that are sealed or not. */
function count(isSealed: boolean) {
  const counts = { joins: 0, right: 0, torn: 0, heads: 0, gone: 0 };
  const faults: string[] = [];
  for (const document of documents.filter((each) => each.isSealed === isSealed)) {
    const fates = fatesOf(document, normalizeText(document.raw));
    for (const [at, { verdict, text }] of document.places.entries()) {
      const fate = fates[at];
      if (verdict === 'furniture') counts.heads += 1;
      if (verdict === 'furniture' && fate === 'lost') counts.gone += 1;
      if (verdict === 'continues') counts.torn += 1;
      if (verdict !== 'apart' && fate === 'continues') counts.joins += 1;
      if (verdict === 'continues' && fate === 'continues') counts.right += 1;
      // A picture says nothing: the step of markup takes it out.
      const isPicture = /^!\[\]\([^)]*\)$/.test(text.trim());
      if (verdict !== 'furniture' && fate === 'lost' && !isPicture) faults.push(`${document.name}: ${text}`);
    }
  }
  return { ...counts, faults };
}

describe.each([
  ['that the rules were made with', false],
  ['that nobody looked at before the test', true],
])('labelled places of documents %s', (_, isSealed) => {
  const { joins, right, torn, heads, gone, faults } = count(isSealed);

  it('are many enough to tell', () => {
    expect(torn + heads).toBeGreaterThan(60);
  });

  it('have at least 95 of 100 joins right and most torn sentences whole', () => {
    expect(right / joins).toBeGreaterThanOrEqual(0.95);
    expect(right / torn).toBeGreaterThanOrEqual(0.8);
  });

  it('have no running head left, nor any line lost', () => {
    expect(gone).toBe(heads);
    expect(faults).toEqual([]);
  });
});

describe('cleaning of texts that are labelled whole', () => {
  it.each(own.map((document) => [document.name, document] as const))(
    'takes nothing away from %s but its furniture, and nothing a second time',
    (_, { raw, places }) => {
      const { text } = normalizeText(raw, { steps: undefined });
      const kept = places.filter(({ verdict }) => verdict !== 'furniture').map((place) => place.text);
      const markup = /<[^>]*>|!\[\]\([^)]*\)|[¹²³]/g;
      expect(hanOf(text)).toBe(hanOf(kept.join('').replaceAll(markup, '')));
      expect(normalizeText(text).text).toBe(text);
    },
  );
});

describe.skipIf(!hasShared)('labelled places beside the project (skipped without ../shared)', () => {
  it('are more than a hundred with our own', () => {
    expect(shared.length).toBe(9);
    expect(documents.reduce((sum, { places }) => sum + places.length, 0)).toBeGreaterThan(600);
  });
});
