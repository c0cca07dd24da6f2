import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  attributeNames,
  batchNames,
  caseIds,
  readCase,
  readCases,
  saveCases,
} from '../../src/store/case-table.js';
import { compareByCodePoint } from '../../src/text/code-points.js';
import { GANSU, JIANGSU, makeCase, temporaryStore } from './sample-project.js';

const NOTHING = { added: [], changed: [], unchanged: [], attributesChanged: [] };

describe('cases', () => {
  it('come back exactly as they were saved, and saving them again adds nothing', () => {
    const store = temporaryStore();
    expect(saveCases(store, [JIANGSU, GANSU])).toEqual({ ...NOTHING, added: [JIANGSU.id, GANSU.id] });
    expect(saveCases(store, [GANSU, JIANGSU])).toEqual({ ...NOTHING, unchanged: [GANSU.id, JIANGSU.id] });
    expect([...readCases(store)]).toEqual([JIANGSU, GANSU]);
    expect(readCase(store, '无')).toBeUndefined();
  });

  it('keep their old versions when their text changes, and can change back', () => {
    const store = temporaryStore();
    const revised = makeCase(GANSU.id, `${GANSU.text}（修订）`, { attributes: GANSU.attributes, batch: '2' });
    saveCases(store, [GANSU]);
    expect(saveCases(store, [revised])).toEqual({ ...NOTHING, changed: [GANSU.id] });
    expect(readCase(store, GANSU.id)).toEqual(revised);
    expect(readCase(store, GANSU.id, GANSU.version)).toEqual(GANSU);
    expect(batchNames(store)).toEqual(['2']);

    expect(saveCases(store, [GANSU])).toEqual({ ...NOTHING, changed: [GANSU.id] });
    expect([...readCases(store)]).toEqual([GANSU]);
  });

  it('stay in the batch they came with', () => {
    const store = temporaryStore();
    saveCases(store, [GANSU]);
    saveCases(store, [
      { ...GANSU, batch: '2' },
      { ...JIANGSU, batch: '2' },
    ]);
    expect([...readCases(store, { batch: '2' })].map((one) => one.id)).toEqual([JIANGSU.id]);
    expect(caseIds(store, { batch: '1' })).toEqual([GANSU.id]);
    expect(batchNames(store)).toEqual(['1', '2']);
  });

  it('take new attributes and titles without losing those not given again', () => {
    const store = temporaryStore();
    saveCases(store, [JIANGSU]);
    const described = { ...JIANGSU, attributes: { province: '江苏省', region: '东部' } };
    expect(saveCases(store, [described])).toEqual({
      ...NOTHING,
      unchanged: [JIANGSU.id],
      attributesChanged: [JIANGSU.id],
    });
    expect(readCase(store, JIANGSU.id)?.attributes).toEqual({
      province: '江苏省',
      region: '东部',
      year: '2020',
    });
    expect(attributeNames(store)).toEqual(['province', 'region', 'year']);
    expect(saveCases(store, [{ ...described, title: '新题' }]).attributesChanged).toEqual([JIANGSU.id]);
    expect(readCase(store, JIANGSU.id)?.title).toBe('新题');
  });

  it('with any ids and texts are read in code point order, character for character', () => {
    const words = fc.string({ unit: 'binary', maxLength: 12 }).map((text) => text.toWellFormed());
    const pairs = fc.uniqueArray(fc.tuple(words, words), { selector: ([id]) => id, maxLength: 8 });
    const store = temporaryStore();
    fc.assert(
      fc.property(pairs, (drawn) => {
        const cases = drawn.map(([id, text]) => makeCase(`x${id}`, text, { attributes: { [id]: text } }));
        try {
          store.transaction(() => {
            saveCases(store, cases);
            const sorted = cases.toSorted((a, b) => compareByCodePoint(a.id, b.id));
            expect([...readCases(store)]).toEqual(sorted);
            throw new Error('rollback');
          });
        } catch (error) {
          if (!(error instanceof Error && error.message === 'rollback')) throw error;
        }
      }),
    );
  });
});
