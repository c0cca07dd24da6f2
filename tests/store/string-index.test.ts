import fc from 'fast-check';
import { expect, it } from 'vitest';
import type { Region } from '../../src/model/region.js';
import { currentVersions, saveCaseHead } from '../../src/store/case-table.js';
import { readCountedString } from '../../src/store/counted-text.js';
import { openTextIndex } from '../../src/store/index-texts.js';
import { casesWithoutIndex } from '../../src/store/indexed-text-table.js';
import { openCleanParts } from '../../src/store/normalized-text-table.js';
import { openRegions } from '../../src/store/region-table.js';
import type { Store } from '../../src/store/store.js';
import { casesContaining } from '../../src/store/string-index.js';
import { codePointLength } from '../../src/text/code-points.js';
import { containsWord } from '../../src/text/word-bounds.js';
import { makeCase, temporaryStore } from './sample-project.js';

const LETTERS = ['扶', '贫', '车', '间', '𠮷', '👨', 'A', 'I', 'é', '3', ' ', '\n', '，'];
const strings = (maxLength: number) =>
  fc.array(fc.constantFrom(...LETTERS), { maxLength }).map((letters) => letters.join(''));

/** A text of a case in parts, and which line of it is left out. */
interface Version {
  readonly id: string;
  readonly parts: readonly string[];
  readonly leftOut: number;
  /** Whether it is brought into the index, as importing does; else it is only written. */
  readonly isIndexed: boolean;
}

const version = fc.record<Version>({
  id: fc.constantFrom('乙', '甲', 'z', '\u{20bb7}', '\uffee'),
  parts: fc.array(strings(12), { maxLength: 4 }),
  leftOut: fc.nat(3),
  isIndexed: fc.boolean(),
});

function save(store: Store, { id, parts, leftOut, isIndexed }: Version): void {
  store.transaction(() => {
    const text = parts.join('');
    const one = makeCase(id, text);
    saveCaseHead(store, one);
    const clean = openCleanParts(store, id, one.version);
    for (const part of parts) clean.add({ text: part, origins: [] });
    clean.close([]);
    const lines = text.split('\n');
    const start = codePointLength(lines.slice(0, leftOut).join('\n')) + (leftOut === 0 ? 0 : 1);
    const end = start + codePointLength(lines[leftOut] ?? '');
    const regions = openRegions(store, id, one.version);
    const note: Region = { kind: 'note', start, end };
    if (start < end) regions.add([note]);
    regions.close({ characters: codePointLength(text), counted: null, isFromPlainText: false });
    const index = openTextIndex(store);
    if (isIndexed) index.add(id, one.version);
    index.close();
  });
}

function scan(store: Store, string: string): string[] {
  return currentVersions(store)
    .filter(({ caseId, version }) => containsWord(readCountedString(store, caseId, version), string))
    .map(({ caseId }) => caseId);
}

it('the cases that contain a string are those whose counted text contains it, whatever was written before', () => {
  fc.assert(
    fc.property(
      fc.array(version, { maxLength: 8 }),
      fc.array(strings(4), { maxLength: 12 }),
      (history, asked) => {
        const store = temporaryStore();
        for (const one of history) {
          save(store, one);
          expect(casesContaining(store, asked)).toEqual(
            new Map(asked.map((string) => [string, scan(store, string)])),
          );
        }
        store.close();
      },
    ),
    { numRuns: 25 },
  );
});

it('a string is found across parts and blocks, and not from one text into the next', () => {
  const store = temporaryStore();
  const long = '一二三四五六七八九十'.repeat(30_000);
  const parts = [...Array.from({ length: 7 }, () => long), '车', '间'];
  save(store, { id: '长', parts, leftOut: 9, isIndexed: true });
  save(store, { id: '短', parts: ['间或'], leftOut: 9, isIndexed: true });
  expect(casesWithoutIndex(store)).toEqual([]);
  const found = casesContaining(store, ['十一二', '十车', '车间', '间间', '间或', '或']);
  expect(Object.fromEntries(found)).toEqual({
    十一二: ['长'],
    十车: ['长'],
    车间: ['长'],
    间间: [],
    间或: ['短'],
    或: ['短'],
  });
});

it('texts that are gone give back their places when they are the most', () => {
  const store = temporaryStore();
  const sizes = Array.from({ length: 6 }, (_, n) => {
    save(store, { id: '甲', parts: [`${n}扶贫车间`.repeat(5000)], leftOut: 9, isIndexed: true });
    return store.get<{ size: number }>('SELECT sum(length(places)) AS size FROM character_places')?.size ?? 0;
  });
  expect(Math.max(...sizes)).toBeLessThan(3 * (sizes[0] as number));
  expect(casesContaining(store, ['扶贫']).get('扶贫')).toEqual(['甲']);
  expect(casesContaining(store, ['4扶', '5扶'])).toEqual(
    new Map([
      ['4扶', []],
      ['5扶', ['甲']],
    ]),
  );
});
