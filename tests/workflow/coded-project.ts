import { join } from 'node:path';
import { tableNames } from '../../src/model/table-name.js';
import type { Context } from '../../src/project/context.js';
import { openStore } from '../../src/store/open.js';
import { codeCases } from '../../src/workflow/code-cases.js';
import { importCases } from '../../src/workflow/import-cases.js';
import { makeTable } from '../../src/workflow/make-table.js';
import { mineKeywords } from '../../src/workflow/mine-keywords.js';
import { ATTRIBUTES, contextOf, copyCases, makeFolder } from './project.js';

/** A project in a folder, coded, of the sample cases whose ids begin so. */
export async function codedProject(folder: string, name: string, ...beginnings: string[]): Promise<string> {
  const cases = makeFolder();
  const path = join(folder, name);
  const store = openStore(path, { mode: 'create' });
  const context = contextOf(store);
  copyCases(cases.path, ...beginnings);
  await importCases(context, { paths: [cases.path], attributes: ATTRIBUTES, skipBad: true });
  await mineKeywords(context, { by: 'province', top: 8, minFrequency: 2 });
  await codeCases(context, { codebook: 'six-pillars' });
  store.close();
  cases.remove();
  return path;
}

const TABLES = tableNames.filter((name) => name !== 'crosswalk');

/** The rows of all tables under one codebook. */
export const tablesOf = ({ store }: Context) =>
  TABLES.map((name) => [name, makeTable({ store }, { name }).rows]);

/** The cases and groups that any table names. */
export const idsIn = (context: Context) => {
  const rows = tablesOf(context).flatMap(([, of]) => of as readonly Record<string, unknown>[]);
  return new Set(rows.flatMap(({ caseId, group }) => [caseId, group]));
};
