import { join } from 'node:path';
import Database from 'better-sqlite3';
import { expect, it } from 'vitest';
import type { Fault } from '../../src/model/verification.js';
import { checkSeals } from '../../src/store/check-seals.js';
import { deriveMissing } from '../../src/store/derive-missing.js';
import { openStore } from '../../src/store/open.js';
import { fillUpTo, temporaryFolder } from './sample-project.js';

/** Compared with the log, whose index it is. */
const UNSEALED = 'decision_subject';

function filledFile(): string {
  const path = join(temporaryFolder(), 'zhagen.db');
  const store = openStore(path, { mode: 'create' });
  fillUpTo(store);
  deriveMissing(store);
  store.run(`INSERT INTO ranking VALUES ('甘肃', x'00')`);
  store.run(`INSERT INTO derivation VALUES ('screening', 1, 1)`);
  store.run(`INSERT OR IGNORE INTO parsed_content SELECT hash, '{}' FROM content`);
  store.close();
  return path;
}

function faultsOf(path: string): Fault[] {
  return [...checkSeals(path)].flat();
}

/** A connection as any other program has it, which refuses nothing. */
function openByHand(path: string): Database.Database {
  const database = new Database(path);
  database.pragma('foreign_keys = OFF');
  database.pragma('ignore_check_constraints = ON');
  const inTheWay = database.prepare<[], { type: string; name: string }>(
    `SELECT type, name FROM sqlite_schema WHERE type = 'trigger' OR (type = 'index' AND sql IS NOT NULL)`,
  );
  for (const { type, name } of inTheWay.all()) database.exec(`DROP ${type} ${name}`);
  return database;
}

it('what the program wrote is found as it was written', () => {
  expect(faultsOf(filledFile())).toEqual([]);
});

it('a changed value in any column of any table is found, in its table', { timeout: 60_000 }, () => {
  const path = filledFile();
  const database = openByHand(path);
  const columns = database
    .prepare<[], { table: string; column: string; cid: number }>(
      `SELECT m.name AS "table", c.name AS "column", cid FROM sqlite_schema m JOIN pragma_table_info(m.name) c
       WHERE m.type = 'table' AND m.name NOT LIKE 'sqlite_%' AND m.name <> '${UNSEALED}'`,
    )
    .all();
  expect(columns.length).toBeGreaterThan(150);
  const unseen: string[] = [];
  // One column of each table at a time.
  for (let position = 0; columns.some(({ cid }) => cid === position); position += 1) {
    const changed = columns.filter(({ cid }) => cid === position);
    const before = changed.map(({ table }) => database.prepare(`SELECT * FROM ${table}`).all());
    for (const { table, column } of changed) database.exec(changeOf(table, column));
    const seen = new Set(faultsOf(path).map(({ table }) => table));
    // A seal that was changed accuses the rows it is of.
    const isSeen = ({ table }: (typeof changed)[number]) => seen.has(table) || table === 'seal';
    unseen.push(...changed.filter((one) => !isSeen(one)).map(({ table, column }) => `${table}.${column}`));
    for (const [at, { table }] of changed.entries()) {
      expect(before[at], `fill ${table} in sample-project.ts`).not.toEqual([]);
      restore(database, table, before[at] as Record<string, unknown>[]);
    }
  }
  database.close();
  expect(unseen).toEqual([]);
  expect(faultsOf(path)).toEqual([]);
});

it('a changed seal is found, in the rows it is of', () => {
  const path = filledFile();
  const database = openByHand(path);
  database.exec(`UPDATE seal SET hash = 'x' || substr(hash, 2) WHERE table_name = 'coder'`);
  database.close();
  expect(faultsOf(path)).toEqual([{ kind: 'rows-changed', table: 'coder', at: {} }]);
});

it('a removed and an added row are found, with the case they are about', () => {
  const path = filledFile();
  const database = openByHand(path);
  const [region] = database.prepare<[], { version_no: number }>('SELECT version_no FROM region').all();
  const id = database
    .prepare('SELECT id FROM project_case JOIN case_version USING (case_no) WHERE version_no = ?')
    .pluck()
    .get(region?.version_no);
  database.prepare('DELETE FROM region WHERE version_no = ?').run(region?.version_no);
  database.exec(`INSERT INTO setting VALUES ('lead-coder', '王')`);
  database.close();
  expect(faultsOf(path)).toEqual([
    { kind: 'rows-gone', table: 'region', at: { case: id } },
    { kind: 'rows-added', table: 'setting', at: { name: 'lead-coder' } },
  ]);
});

it('what is rolled back leaves no seal behind, and what is written outside of a transaction has one', () => {
  const path = join(temporaryFolder(), 'zhagen.db');
  const store = openStore(path, { mode: 'create' });
  fillUpTo(store, 1);
  expect(() =>
    store.transaction(() => {
      store.run(`INSERT INTO setting VALUES ('gone', '1')`);
      throw new Error('no');
    }),
  ).toThrow('no');
  store.run(`INSERT INTO setting VALUES ('kept', '1')`);
  store.run(`UPDATE setting SET name = 'renamed' WHERE name = 'kept'`);
  store.run(`DELETE FROM setting WHERE name = 'language'`);
  expect(faultsOf(path)).toEqual([]);
  store.close();
  expect(faultsOf(path)).toEqual([]);
});

function changeOf(table: string, column: string): string {
  const other = `CASE typeof(${column}) WHEN 'text' THEN substr(${column}, 2) || 'x' WHEN 'null' THEN CAST(abs(random() % 1000000000) AS TEXT)
    WHEN 'blob' THEN x'01' ELSE ${column} + 1000 END`;
  return `UPDATE ${table} SET ${column} = ${other}
    WHERE ${column} IS (SELECT ${column} FROM ${table} ORDER BY 1 DESC LIMIT 1)`;
}

function restore(database: Database.Database, table: string, rows: readonly Record<string, unknown>[]): void {
  database.exec(`DELETE FROM ${table}`);
  for (const row of rows) {
    const columns = Object.keys(row);
    database
      .prepare(`INSERT INTO ${table} (${columns.join()}) VALUES (${columns.map(() => '?').join()})`)
      .run(...Object.values(row));
  }
}

it.each([28, 29, 30, 31, 34])(
  'rows of a file of version %i are found as they were put together and sealed then',
  (version) => {
    expect(faultsOf(`tests/store/fixtures/version-${version}.db`)).toEqual([]);
  },
);
