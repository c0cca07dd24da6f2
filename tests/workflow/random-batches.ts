import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { expect } from 'vitest';
import type { Context } from '../../src/project/context.js';
import { openStore } from '../../src/store/open.js';
import { readTerms } from '../../src/store/term-table.js';
import { groupBy } from '../../src/text/group-by.js';
import { importCases } from '../../src/workflow/import-cases.js';
import { mineKeywords } from '../../src/workflow/mine-keywords.js';
import { contextOf, makeFolder, rowsOf, statisticsOf } from './project.js';

const PIECES = [
  '晒谷坪',
  '夜话',
  '扶贫',
  '产业',
  '园',
  '农户',
  '四联',
  '五防',
  '竹荪',
  '驿站',
  '，',
  '的',
  '在',
  '。',
];
const BATCHES = 3;

const caseOf = fc.record({
  text: fc.array(fc.constantFrom(...PIECES), { minLength: 5, maxLength: 40 }).map((parts) => parts.join('')),
  province: fc.constantFrom('甲', '乙', '丙'),
  batch: fc.integer({ min: 1, max: BATCHES }),
});

const OPTIONS = { minFrequency: 2, top: 1000 };

type Line = { readonly id: string; readonly text: string; readonly province: string };

/** What a project says of each group, apart from the number of its generation. */
function groupsOf(context: Context): Map<string, unknown> {
  const terms = new Map([...readTerms(context.store)].map((one) => [one.caseId, one.terms]));
  const rows = rowsOf(context, 'weights').map(({ generation, ...row }) => row);
  const keywords = groupBy(rowsOf(context, 'keywords'), ({ group }) => group);
  return new Map(
    [...groupBy(rows, ({ group }) => group)].map(([group, weights]) => [
      group,
      [weights, keywords.get(group)?.map(({ generation, ...row }) => row), terms.get(group)],
    ]),
  );
}

async function importLines(context: Context, path: string, lines: readonly Line[]): Promise<void> {
  writeFileSync(path, lines.map((line) => JSON.stringify(line)).join('\n'));
  await importCases(context, { paths: [path] });
}

/**
 * For random corpora cut into three batches: after each batch the groups with new cases are as if all cases had been mined
 * at once, in any order, and the others are as they were.
 */
export const ranksAsIfMinedAtOnce = fc.asyncProperty(
  fc.array(caseOf, { minLength: 2, maxLength: 7 }),
  fc.constantFrom('case', 'province'),
  async (cases, by) => {
    const folder = makeFolder();
    const opened: Context['store'][] = [];
    const project = (name: string): Context => {
      const store = openStore(join(folder.path, name), { mode: 'create' });
      opened.push(store);
      return contextOf(store);
    };
    try {
      const batches = project('batches.db');
      const seen: Line[] = [];
      for (let batch = 1; batch <= BATCHES; batch += 1) {
        const lines = cases.flatMap(({ batch: one, ...rest }, index) =>
          one === batch ? [{ id: `c${index}`, ...rest }] : [],
        );
        if (lines.length === 0) continue;
        const isFirst = seen.length === 0;
        const before = isFirst ? new Map() : groupsOf(batches);
        seen.push(...lines);
        await importLines(batches, join(folder.path, `batch${batch}.jsonl`), lines);
        const { computedFor } = await mineKeywords(batches, { ...OPTIONS, by });
        expect(computedFor).toBe(isFirst ? 'first' : 'cases');

        const atOnce = project(`at-once-${batch}.db`);
        await importLines(atOnce, join(folder.path, 'all.jsonl'), seen.toReversed());
        await mineKeywords(atOnce, { ...OPTIONS, by });
        const [after, wanted] = [groupsOf(batches), groupsOf(atOnce)];
        const withNew = new Set(lines.map(({ id, province }) => (by === 'case' ? id : province)));
        for (const group of new Set([...before.keys(), ...after.keys(), ...wanted.keys()])) {
          expect(after.get(group)).toEqual((withNew.has(group) ? wanted : before).get(group));
        }
        expect([...after.keys()]).toEqual([...after.keys()].sort());
        const { number, runId, ...statistics } = statisticsOf(batches.store) ?? {};
        expect(statisticsOf(atOnce.store)).toMatchObject(statistics);
      }
    } finally {
      for (const store of opened) store.close();
      folder.remove();
    }
  },
);

/** A first batch, or a group of it, without any term: no table has its groups, and no later batch of others gives it any. */
export const FIRST_WITHOUT_TERM: [{ text: string; province: string; batch: number }[], string][] = [
  [
    [
      { text: '园。四联。的', province: '甲', batch: 1 },
      { text: '晒谷坪晒谷坪晒谷坪晒谷坪晒谷坪', province: '甲', batch: 2 },
      { text: '晒谷坪晒谷坪晒谷坪晒谷坪晒谷坪', province: '甲', batch: 2 },
    ],
    'case',
  ],
  [
    [
      { text: '在的四联。在五防。', province: '乙', batch: 1 },
      { text: '产业园夜话夜话农户夜话夜话', province: '丙', batch: 2 },
      { text: '，在四联的农户园四联四联', province: '甲', batch: 2 },
      { text: '五防在竹荪。农户驿站，的扶贫在，园农户，五防农户', province: '甲', batch: 2 },
    ],
    'province',
  ],
];
