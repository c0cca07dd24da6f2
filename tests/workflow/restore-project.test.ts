import { randomBytes } from 'node:crypto';
import { copyFileSync, existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { UserError } from '../../src/errors.js';
import { logHash } from '../../src/store/decision-log.js';
import { openStore } from '../../src/store/open.js';
import { stateHash } from '../../src/store/state-hash.js';
import { adjudicate } from '../../src/workflow/adjudicate.js';
import { decide, undo } from '../../src/workflow/decide.js';
import { excludeCases } from '../../src/workflow/exclude-cases.js';
import { exportDataset } from '../../src/workflow/export-dataset.js';
import { importCases } from '../../src/workflow/import-cases.js';
import { reviewPassages } from '../../src/workflow/judge-passages.js';
import { restoreProject } from '../../src/workflow/restore-project.js';
import { sealCases } from '../../src/workflow/seal-cases.js';
import { listTags, tagProject } from '../../src/workflow/tag-project.js';
import { verifyProject } from '../../src/workflow/verify-project.js';
import { addMemo } from '../../src/workflow/write-memo.js';
import { codedProject } from './coded-project.js';
import { contextOf, copyCases, makeFolder, rowsOf } from './project.js';

const folder = makeFolder();
afterAll(folder.remove);
const place = (name: string) => join(folder.path, name);
const by = (coder: string) => ({ coder, reason: '依原文' });
const project = place('project.db');

beforeAll(async () => {
  copyFileSync(await codedProject('GS01', 'GS02', 'JX01'), project);
  const context = contextOf(openStore(project, { mode: 'write' }));
  const [first, second] = rowsOf(context, 'raw').flatMap(({ kept, rawKeyword }) => (kept ? rawKeyword : []));
  await decide(context, { ...by('李'), kind: 'drop', words: [first as string] });
  await decide(context, { ...by('王'), kind: 'keep', words: [first as string] });
  await adjudicate(context, { ...by('左'), words: [first as string], verdictOf: '王' });
  await decide(context, { ...by('李'), kind: 'drop', words: [second as string] });
  await undo(context, by('李'));
  const [evidence] = rowsOf(context, 'evidence');
  await reviewPassages(context, 'confirm', { ...by('王'), passages: [evidence?.passage as string] });
  await addMemo(context, { coder: '李', on: `passage:${evidence?.passage}`, text: '=这一句\n最清楚' });
  await importCases(context, { paths: [copyCases(makeFolder().path, 'JX02', 'JX03')], batch: '2' });
  await excludeCases(context, { ...by('王'), cases: ['JX02'] });
  await sealCases(context, { ...by('王'), cases: ['JX03'] });
  await tagProject(context, { ...by('王'), name: '投稿稿' });
  context.store.close();
  for (const format of ['json', 'jsonl', 'json-schema'] as const) {
    const reader = contextOf(openStore(project, { mode: 'read' }));
    await exportDataset(reader, { format, out: place(`project.${format}`) });
    reader.store.close();
  }
}, 60_000);

/** What tells a project: its state, its log, its tags, and every row of its tables. */
function tellProject(path: string) {
  const context = contextOf(openStore(path, { mode: 'read' }));
  const told = {
    state: stateHash(context.store),
    log: logHash(context.store),
    tags: listTags(context),
    seals: context.store.all('SELECT * FROM seal ORDER BY table_name, key'),
  };
  context.store.close();
  return told;
}

const refusal = (file: string, name: string): Pick<UserError, 'code' | 'params'> | undefined => {
  try {
    restoreProject(file, place(name));
    return undefined;
  } catch (error) {
    const { code, params } = error as UserError;
    return { code, params };
  }
};

describe('a project that was exported and restored', () => {
  it.each(['json', 'jsonl'] as const)(
    'from %s says the same, with its log, tags and seals',
    async (format) => {
      const path = place(`${format}.db`);
      expect(restoreProject(place(`project.${format}`), path)).toMatchObject({ path, texts: 5 });
      expect(tellProject(path)).toEqual(tellProject(project));
      const context = contextOf(openStore(path, { mode: 'read' }));
      await exportDataset(context, { format, out: place(`again.${format}`) });
      context.store.close();
      expect(readFileSync(place(`again.${format}`)).equals(readFileSync(place(`project.${format}`)))).toBe(
        true,
      );
    },
  );

  it('is intact, and coders go on with it: what was said can be taken back', {
    timeout: 120_000,
  }, async () => {
    const path = place('on.db');
    restoreProject(place('project.jsonl'), path);
    const context = contextOf(openStore(path, { mode: 'write' }), '2022-01-01T00:00:00Z');
    const onward = { ...context, newId: () => randomBytes(16).toString('hex') };
    await undo(onward, by('李'));
    expect((await verifyProject(onward)).faults).toEqual([]);
    context.store.close();
  });

  it('never takes the place of what is there', () => {
    writeFileSync(place('there.db'), '旧');
    expect(refusal(place('project.json'), 'there.db')?.code).toBe('restore/project-there');
    expect(readFileSync(place('there.db'), 'utf8')).toBe('旧');
  });
});

describe('a file that is not a project as it was exported', () => {
  const lines = () => readFileSync(place('project.jsonl'), 'utf8').trimEnd().split('\n');
  const damaged: Readonly<Record<string, () => string>> = {
    'cut off': () => lines().slice(0, -40).join('\n'),
    'without its last line': () => `${lines().slice(0, -1).join('\n')}\n`,
    'with a line gone': () => lines().toSpliced(5, 1).join('\n'),
    'with a line twice': () =>
      lines()
        .toSpliced(5, 0, lines()[5] as string)
        .join('\n'),
    'with a word changed': () => lines().join('\n').replace('依原文', '依印象'),
    'with a value of another type': () => lines().join('\n').replace('"is_current":1', '"is_current":"1"'),
    'with a column that no table has': () => lines().join('\n').replace('"is_current":', '"is_now":'),
    'with a table that no project has': () =>
      lines().join('\n').replace('{"kind":"word"', '{"kind":"words; DROP"'),
    'with a line that is no JSON': () => lines().toSpliced(7, 0, '{"kind":').join('\n'),
  };

  it.each(Object.keys(damaged))('%s is refused, and nothing is left of it', (kind) => {
    const file = place('damaged.jsonl');
    writeFileSync(file, damaged[kind]?.() ?? '');
    expect(refusal(file, 'damaged.db')?.code).toBe('restore/damaged');
    for (const name of ['damaged.db', 'damaged.db.unfinished']) expect(existsSync(place(name))).toBe(false);
  });

  it('of another program, a later version, or none at all is told apart', () => {
    const write = (text: string) => {
      writeFileSync(place('other.json'), text);
      return refusal(place('other.json'), 'other.db')?.code;
    };
    expect(write('{"id":"c1","text":"文本"}\n')).toBe('restore/not-a-project');
    expect(write('文本')).toBe('restore/not-a-project');
    expect(write('')).toBe('restore/not-a-project');
    const head = lines()[0] as string;
    expect(write(head.replace(/"schemaVersion":\d+/, '"schemaVersion":9999'))).toBe('store/newer-version');
    expect(refusal(place('none.json'), 'other.db')?.code).toBe('import/missing-path');
  });
});

describe('the JSON Schema of a project', () => {
  it('names every table and column that the file has, each with its type', () => {
    const { $defs, properties } = JSON.parse(readFileSync(place('project.json-schema'), 'utf8'));
    const { tables } = JSON.parse(readFileSync(place('project.json'), 'utf8'));
    expect(Object.keys(properties.tables.properties)).toEqual(Object.keys(tables));
    const fits = (value: unknown, type: string) =>
      type === 'integer' ? Number.isInteger(value) : value === null ? type === 'null' : typeof value === type;
    for (const [table, rows] of Object.entries(tables as Record<string, Record<string, unknown>[]>)) {
      for (const row of rows) {
        expect(Object.keys(row)).toEqual($defs[table].required);
        for (const [column, value] of Object.entries(row)) {
          const types: string[] = [$defs[table].properties[column].type].flat();
          expect(
            types.some((type) => fits(value, type)),
            `${table}.${column} ${value}`,
          ).toBe(true);
        }
      }
    }
    const database = new Database(project, { readonly: true });
    expect(Object.keys(tables).length).toBe(
      database.prepare(`SELECT 1 FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite_%'`).all()
        .length,
    );
    database.close();
  });
});
