import { expect, it } from 'vitest';
import { readCase, saveCases } from '../../src/store/case-table.js';
import {
  readCleanParts,
  readCleanText,
  readNormalizedText,
  readStepCounts,
  saveNormalizedText,
} from '../../src/store/normalized-text-table.js';
import { stateHash } from '../../src/store/state-hash.js';
import { lengthOfParts, readTextParts } from '../../src/store/text-part-table.js';
import { CLEAN_LONG, fillVersion4, LONG, LONG_PARTS, temporaryStore } from './sample-project.js';

it('a text in parts reads as one, and part by part', () => {
  const store = temporaryStore();
  fillVersion4(store);
  const { id, version } = LONG;
  expect(readCase(store, id)).toEqual(LONG);
  expect([...readTextParts(store, id, version)]).toEqual(LONG_PARTS);
  expect(lengthOfParts(readTextParts(store, id, version))).toBe([...LONG.text].length);
  expect(readNormalizedText(store, id, version)).toEqual(CLEAN_LONG);
  expect(readCleanText(store, id, version)).toBe(CLEAN_LONG.text);
  expect([...readCleanParts(store, id, version)]).toHaveLength(3);
  expect(readStepCounts(store, id, version)).toEqual(CLEAN_LONG.steps);
});

it('where a text is cut into parts says nothing: the state hash is the same', () => {
  const [inParts, inOne] = [temporaryStore(), temporaryStore()];
  fillVersion4(inParts);
  saveCases(inOne, [LONG]);
  saveNormalizedText(inOne, LONG.id, LONG.version, CLEAN_LONG);
  expect(stateHash(inParts)).toBe(stateHash(inOne));
});

it('a clean text that takes the place of one in more parts leaves none of them', () => {
  const store = temporaryStore();
  fillVersion4(store);
  const shorter = { ...CLEAN_LONG, text: '短', origins: [{ start: 0, length: 1, origin: 0, width: 5 }] };
  saveNormalizedText(store, LONG.id, LONG.version, shorter);
  expect(readNormalizedText(store, LONG.id, LONG.version)).toEqual(shorter);
});

it('nothing stays of an attempt that fails, and the transaction around it goes on', async () => {
  const store = temporaryStore();
  await store.longTransaction(async () => {
    saveCases(store, [LONG]);
    const failing = store.attempt(async () => {
      saveCases(store, [{ ...LONG, id: '半' }]);
      throw new Error('half way');
    });
    await expect(failing).rejects.toThrow('half way');
  });
  expect([readCase(store, '半'), readCase(store, LONG.id)?.text]).toEqual([undefined, LONG.text]);
});
