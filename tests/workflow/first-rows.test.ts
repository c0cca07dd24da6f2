import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { TableName } from '../../src/model/table-name.js';
import { captionTable } from '../../src/report/caption-table.js';
import { openStore } from '../../src/store/open.js';
import { english } from '../../src/text/english.js';
import { codePassage, reviewPassages } from '../../src/workflow/judge-passages.js';
import { makeTable } from '../../src/workflow/make-table.js';
import { runAll } from '../../src/workflow/run-all.js';
import type { Row } from '../../src/workflow/table.js';
import { CORPUS, contextOf, copyProject, makeFolder, rowsOf } from './project.js';

const projects = makeFolder();
const PROJECT = join(projects.path, 'zhagen.db');
const BY = { coder: '左', reason: '读过原文' };

beforeAll(async () => {
  const store = openStore(PROJECT, { mode: 'create' });
  const context = contextOf(store);
  await runAll(context, { paths: [CORPUS] });
  const quote = '村里给每户发一本巴掌大的蓝皮折子';
  await codePassage(context, { ...BY, caseId: 'JX01', codes: ['收益分红'], quote });
  const proposals = rowsOf(context, 'evidence').filter(({ origins }) => origins.includes('rule'));
  const passages = [0, -1].flatMap((at) => proposals.at(at)?.passage ?? []);
  await reviewPassages(context, 'reject', { ...BY, passages });
  store.close();
});
afterAll(projects.remove);

const pickColumns = (row: Row, columns: readonly string[]) =>
  Object.fromEntries(columns.map((column) => [column, row[column]]));

it.each<TableName>(['evidence', 'counter-evidence', 'frequency', 'keywords', 'uncoded'])(
  'the first rows of %s are those that the whole table begins with, however many',
  (name) => {
    const { store } = copyProject(PROJECT);
    const all = makeTable({ store }, { name });
    for (const rows of [1, 7, 150, all.rows.length, all.rows.length + 10]) {
      const first = makeTable({ store }, { name, rows });
      // Turn and speaker are columns only where a row has one.
      const asShown = all.rows.slice(0, rows).map((row) => pickColumns(row, first.columns));
      expect(first.rows.map((row) => pickColumns(row, first.columns))).toEqual(asShown);
      expect(captionTable(name, first.source, 'en')).toBe(
        english`${captionTable(name, all.source, 'en')} Only the first ${rows} rows.`,
      );
    }
  },
);
