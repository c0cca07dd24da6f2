import { copyFileSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import type { z } from 'zod';
import { localEngine } from '../../src/engine/engine.js';
import type { rowShapes, TableName } from '../../src/model/table-rows.js';
import type { Context } from '../../src/project/context.js';
import { type Generation, newestGeneration, readStatistics } from '../../src/store/generation-table.js';
import { openStore } from '../../src/store/open.js';
import type { Store } from '../../src/store/store.js';
import { makeTable } from '../../src/workflow/make-table.js';
import type { TableRequest } from '../../src/workflow/table.js';

const ROOT = join(import.meta.dirname, '../..');
export const CORPUS = join(ROOT, 'corpus/cases');
export const ATTRIBUTES = join(ROOT, 'corpus/cases.csv');

/** A folder for one test file; remove it in afterAll. */
export function makeFolder() {
  const path = mkdtempSync(join(tmpdir(), 'zhagen-workflow-'));
  return { path, remove: () => rmSync(path, { recursive: true, force: true }) };
}

/** A clock that moves on by a second each time, and ids that count up. */
export function contextOf(store: Store, begin = '2021-01-01T00:00:00Z'): Context {
  let seconds = 0;
  let ids = 0;
  return {
    store,
    engine: localEngine(),
    toolVersion: 'test',
    now: () => new Date(Date.parse(begin) + 1000 * seconds++),
    newId: () => (++ids).toString(16).padStart(32, '0'),
    progress: async () => {},
  };
}

/** A project in a file, closed with the test. */
function openProject(path: string): Context {
  const store = openStore(path, { mode: 'create' });
  onTestFinished(() => store.close());
  return contextOf(store);
}

/** A copy of a closed project, opened for one test. */
export function copyProject(path: string): Context {
  const folder = makeFolder();
  const copy = join(folder.path, 'copy.db');
  copyFileSync(path, copy);
  onTestFinished(folder.remove);
  return openProject(copy);
}

/** Copies the sample cases whose ids begin so into a folder, and returns it. */
export function copyCases(folder: string, ...beginnings: string[]): string {
  for (const name of readdirSync(CORPUS)) {
    if (beginnings.some((beginning) => name.startsWith(beginning))) {
      copyFileSync(join(CORPUS, name), join(folder, name));
    }
  }
  return folder;
}

/** Rewrites a text file. */
export function rewrite(path: string, change: (text: string) => string): void {
  writeFileSync(path, change(readFileSync(path, 'utf8')));
}

/** The newest generation of statistics, if any was computed. */
export function statisticsOf(store: Store): Generation | undefined {
  const head = newestGeneration(store);
  return head && { ...head, ...readStatistics(store, head) };
}

type Rows = { readonly [N in TableName]: z.infer<z.ZodObject<(typeof rowShapes)[N]>> };

/** The rows of a table under their types. */
export function rowsOf<N extends TableName>(
  { store }: Pick<Context, 'store'>,
  name: N,
  request: Omit<TableRequest, 'name'> = {},
): readonly Rows[N][] {
  return makeTable({ store }, { name, ...request }).rows as unknown as readonly Rows[N][];
}
