import { existsSync, mkdirSync, renameSync } from 'node:fs';
import { join } from 'node:path';
import { tableNames, tablesOnRequest } from '../../src/model/table-name.js';
import type { Context } from '../../src/project/context.js';
import { openStore } from '../../src/store/open.js';
import { codeCases } from '../../src/workflow/code-cases.js';
import { importCases } from '../../src/workflow/import-cases.js';
import { makeTable } from '../../src/workflow/make-table.js';
import { mineKeywords } from '../../src/workflow/mine-keywords.js';
import { runAll } from '../../src/workflow/run-all.js';
import { compiledProgram } from '../compile-sources.js';
import { ATTRIBUTES, contextOf, copyCases, makeFolder } from './project.js';

/** A closed project of the sample cases whose ids begin so, as `zhagen run` leaves it. Tests decide in copies of it. */
export const ranProject = (...beginnings: string[]) =>
  preparedProject(`ran ${beginnings.join(' ')}`, async (context, cases) => {
    await runAll(context, { paths: [copyCases(cases, ...beginnings)] });
  });

/** A closed project of the sample cases whose ids begin so, mined by province and coded. Tests decide in copies of it. */
export const codedProject = (...beginnings: string[]) =>
  preparedProject(`coded ${beginnings.join(' ')}`, async (context, cases) => {
    copyCases(cases, ...beginnings);
    await importCases(context, { paths: [cases], attributes: ATTRIBUTES, skipBad: true });
    await mineKeywords(context, { by: 'province', top: 8, minFrequency: 2 });
    await codeCases(context, { codebook: 'six-pillars' });
  });

/** Prepares a closed project that all test files share, and returns where it is. */
export async function preparedProject(
  name: string,
  prepare: (context: Context, cases: string) => Promise<void>,
): Promise<string> {
  const folder = join(compiledProgram(), 'projects');
  const path = join(folder, `${name}.db`);
  if (existsSync(path)) return path;
  mkdirSync(folder, { recursive: true });
  const cases = makeFolder();
  const unfinished = `${path}.${process.pid}`;
  const store = openStore(unfinished, { mode: 'create' });
  await prepare(contextOf(store), cases.path);
  store.close();
  cases.remove();
  // Test files in other processes that want it too find it whole or not at all.
  renameSync(unfinished, path);
  return path;
}

const TABLES = tableNames.filter((name) => !tablesOnRequest.includes(name));

/** The rows of all tables under one codebook. */
export const tablesOf = ({ store }: Context) =>
  TABLES.map((name) => [name, makeTable({ store }, { name }).rows]);

/** The cases and groups that any table names. */
export const idsIn = (context: Context) => {
  const rows = tablesOf(context).flatMap(([, of]) => of as readonly Record<string, unknown>[]);
  return new Set(rows.flatMap(({ caseId, group }) => [caseId, group]));
};
