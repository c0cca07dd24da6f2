import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import type { RegionKind } from '../../src/model/region.js';
import { currentVersions } from '../../src/store/case-table.js';
import { readCountedString, readCountedText } from '../../src/store/counted-text.js';
import { casesWithoutIndex } from '../../src/store/indexed-text-table.js';
import { readNormalizedText } from '../../src/store/normalized-text-table.js';
import { openStore } from '../../src/store/open.js';
import { readCharacters, readSentences } from '../../src/store/sentence-table.js';
import type { Store } from '../../src/store/store.js';
import { casesContaining } from '../../src/store/string-index.js';
import { lengthOfParts, readTextParts } from '../../src/store/text-part-table.js';
import { listSentences } from '../../src/text/sentence-list.js';
import { containsWord } from '../../src/text/word-bounds.js';
import { changeRegions } from '../../src/workflow/change-regions.js';
import { importCases } from '../../src/workflow/import-cases.js';
import { contextOf, makeFolder } from './project.js';

const LINES = [
  '一、产业扶贫',
  '村里办起扶贫车间，𠮷祥村吸纳AI人才20人。妇女在家门口上工！',
  '问：公益岗位有几个？',
  '答：公益岗位有五个，“看护山林”。',
  '图1 扶贫车间的分布',
  '参考文献',
  '[1] 王二小．扶贫车间研究[J]．村庄，2019．',
];
const ASKED = [
  '扶',
  '贫车',
  '扶贫车间',
  '𠮷祥',
  'A',
  'AI',
  '20',
  '2019',
  '公益岗位有',
  '问',
  '产业扶贫\n',
  '王二小',
];

/** A step of the history of a project: a text of a case is imported, or a kind of regions begins or ceases to count. */
const step = fc.oneof(
  fc.record({
    id: fc.constantFrom('a', 'b', 'c'),
    lines: fc.array(fc.constantFrom(...LINES), { minLength: 1, maxLength: 6 }),
  }),
  fc.record({
    kind: fc.constantFrom<RegionKind>('heading', 'question', 'caption', 'references', 'body'),
    isCounted: fc.boolean(),
  }),
);

function checkDerived(store: Store): void {
  const cases = currentVersions(store);
  expect(casesWithoutIndex(store)).toEqual([]);
  const texts = cases.map(({ caseId, version }) => ({
    caseId,
    text: readCountedString(store, caseId, version),
  }));
  for (const [asked, found] of casesContaining(store, ASKED)) {
    expect(found, asked).toEqual(
      texts.filter(({ text }) => containsWord(text, asked)).map(({ caseId }) => caseId),
    );
  }
  for (const { caseId, version } of cases) {
    const [whole, counted] = [readNormalizedText, readCountedText].map((read) =>
      read(store, caseId, version),
    );
    expect(readSentences(store, caseId, version)).toEqual({
      clean: listSentences(whole as NonNullable<typeof whole>),
      counted: listSentences(counted as NonNullable<typeof counted>),
    });
    expect(readCharacters(store, caseId, version)).toBe(lengthOfParts(readTextParts(store, caseId, version)));
  }
  expect(store.all('SELECT 1 FROM case_sentences')).toHaveLength(
    store.all('SELECT 1 FROM case_version').length,
  );
}

it('index and sentences are those of the texts as they are, after any history of imports and changes of regions', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 1, maxLength: 5 }), async (history) => {
      const folder = makeFolder();
      const store = openStore(join(folder.path, 'zhagen.db'), { mode: 'create' });
      try {
        const context = contextOf(store);
        for (const [n, one] of history.entries()) {
          if ('id' in one) {
            const path = join(folder.path, String(n));
            mkdirSync(path);
            writeFileSync(join(path, `${one.id}.txt`), one.lines.join('\n'));
            await importCases(context, { paths: [path] });
          } else {
            const kinds = [one.kind];
            const change = one.isCounted ? { include: kinds } : { exclude: kinds };
            await changeRegions(context, { ...change, coder: '李', reason: '' });
          }
          checkDerived(store);
        }
      } finally {
        store.close();
        rmSync(folder.path, { recursive: true, force: true });
      }
    }),
    { numRuns: 15 },
  );
});
