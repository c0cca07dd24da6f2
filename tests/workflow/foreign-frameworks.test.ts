import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Codebook, codebookSchema } from '../../src/model/codebook.js';
import { type TableName, tableNames, tablesOnRequest } from '../../src/model/table-name.js';
import { loadCodebook } from '../../src/sources/load-codebook.js';
import { openStore } from '../../src/store/open.js';
import { auditCodebook } from '../../src/workflow/audit-codebook.js';
import { codeCases } from '../../src/workflow/code-cases.js';
import { exportCodebook, writeCodebook } from '../../src/workflow/export-codebook.js';
import { formatTable } from '../../src/workflow/format-table.js';
import { makeTable } from '../../src/workflow/make-table.js';
import { runAll } from '../../src/workflow/run-all.js';
import { CORPUS, contextOf, copyProject, makeFolder, rowsOf } from './project.js';

const folder = makeFolder();
const PROJECT = join(folder.path, 'zhagen.db');

beforeAll(async () => {
  const store = openStore(PROJECT, { mode: 'create' });
  const paths = ['JX01', 'JX02', 'GS01'].map((id) => join(CORPUS, `${id}.txt`));
  await runAll(contextOf(store), { paths, codebook: 'none' });
  store.close();
});
afterAll(folder.remove);

/** These quote the texts, which may speak of anything. */
const QUOTING: readonly TableName[] = ['evidence', 'counter-evidence', 'uncoded'];

/** A text need not deny anything, nor two codes of two meet, nor codes have facets, nor coders differ or write memos. */
const MAY_BE_EMPTY: readonly TableName[] = [
  'sample',
  'counter-evidence',
  'cooccurrence',
  'contested',
  'revisit',
  'memos',
  'sampling',
  'relations',
  'facets',
];

const level = (id: string, zh: string) => ({ id, name: { zh, en: id } });
const node = (id: string, zh: string, on: string, parent: string | null, terms: readonly string[] = []) => ({
  id,
  label: { zh, en: id },
  level: on,
  parent,
  definition: `${zh}的定义`,
  terms,
});

/** Nodes of an interview study. */
const NODES: Codebook = codebookSchema.parse({
  id: 'interview-nodes',
  title: { zh: '访谈节点', en: 'Interview nodes' },
  version: '2',
  source: '自编',
  levels: [level('node', '节点'), level('child', '子节点')],
  codes: [
    node('work', '谋生', 'node', null),
    node('land', '园区做工', 'child', 'work', ['产业园', '务工']),
    node('help', '求助', 'node', null),
    node('visit', '有人上门', 'child', 'help', ['干部', '排查']),
  ],
});

/** Concept, category, main category: the three levels of another school. */
const CONCEPTS: Codebook = codebookSchema.parse({
  ...NODES,
  id: 'concepts',
  levels: [level('main', '主范畴'), level('category', '范畴'), level('concept', '概念')],
  codes: [
    {
      ...node('living', '生计重建', 'main', null),
      properties: [{ name: '程度', dimensions: ['依赖', '自立'] }],
    },
    node('earning', '就近增收', 'category', 'living'),
    node('land', '园区做工', 'concept', 'earning', ['产业园', '务工']),
    node('care', '照看网络', 'main', null),
    node('watching', '日常察看', 'category', 'care'),
    node('visit', '有人上门', 'concept', 'watching', ['干部', '排查']),
  ],
  theory: {
    core: 'living',
    storyline: '察看在先，增收在后。',
    relations: [
      { from: 'watching', kind: '条件', to: 'earning', memo: '先发现，再安排', evidence: ['JX01'] },
    ],
  },
});

const SIX_PILLARS = loadCodebook('six-pillars').framework.codebook.codes;

describe.each<[string, Codebook, readonly string[]]>([
  ['two levels of interview nodes', NODES, ['谋生', '求助']],
  ['three levels under other names', CONCEPTS, ['生计重建', '照看网络']],
])('%s', (_, book, top) => {
  const coded = async () => {
    const context = copyProject(PROJECT);
    const path = join(folder.path, `${book.id}.qdc`);
    writeCodebook(await exportCodebook(fileOf(book), 'qdc'), path);
    expect(await codeCases(context, { codebook: path })).toMatchObject({ codebookId: book.id });
    return context;
  };

  it('goes through every table, in both languages and all formats, without a trace of another framework', async () => {
    const context = await coded();
    const labels = new Set(book.codes.map(({ label }) => label.zh));
    const foreign = SIX_PILLARS.filter(({ level }) => level !== 'open').map(({ label }) => label.zh);
    for (const name of tableNames.filter((one) => !tablesOnRequest.includes(one))) {
      const table = makeTable(context, { name });
      if (!MAY_BE_EMPTY.includes(name)) expect(table.rows.length, name).toBeGreaterThan(0);
      for (const language of ['zh', 'en'] as const) {
        for (const format of ['csv', 'md', 'json'] as const) {
          const text = formatTable(table, format, language);
          expect(text).not.toMatch(/undefined|\[object|NaN/);
          if (!QUOTING.includes(name)) for (const label of foreign) expect(text).not.toContain(label);
        }
      }
    }
    const lowest = book.levels.at(-1)?.id;
    const coding = rowsOf(context, 'coding').filter(({ level: on }) => on === lowest);
    expect(coding.map(({ code }) => code)).toEqual(['园区做工', '有人上门']);
    expect(coding.map(({ level1 }) => level1)).toEqual(top);
    expect(
      rowsOf(context, 'pillars')
        .map(({ pillar }) => pillar)
        .sort(),
    ).toEqual([...top].sort());
    for (const { code } of rowsOf(context, 'evidence')) expect(labels).toContain(code);
    for (const { code } of rowsOf(context, 'matrix')) expect(labels).toContain(code);
    expect(makeTable(context, { name: 'coding' }).source.codebooks).toEqual([
      { id: book.id, version: '2', levels: book.levels },
    ]);
  });

  it('keeps its theory, and is audited against its own published table', async () => {
    const context = await coded();
    expect(makeTable(context, { name: 'pillars', by: 'case' }).rows.length).toBeGreaterThan(0);
    const yaml = (await exportCodebook(fileOf(book), 'yaml')).data as string;
    const path = join(folder.path, 'again.yaml');
    writeFileSync(path, yaml);
    expect(loadCodebook(path).framework.codebook).toEqual(book);
    const study = join(folder.path, 'claims.yaml');
    const [first] = book.levels;
    const levels = [first?.id, book.levels.at(-1)?.id];
    const claims = (value: number) =>
      `title: 研究\nsource: 自编\ntables:\n  - { kind: list, id: t, name: 正文, level: ${levels[0]}, items: [${top.join(', ')}] }\nclaims:\n  - { kind: count, level: ${levels[1]}, value: ${value}, source: 正文 }\n`;
    writeFileSync(study, claims(2));
    expect((await auditCodebook(path, study)).findings).toEqual([]);
    writeFileSync(study, claims(3));
    expect((await auditCodebook(path, study)).findings).toMatchObject([{ kind: 'count', found: '2' }]);
  });
});

function fileOf(book: Codebook): string {
  const path = join(folder.path, `${book.id}.json.yaml`);
  writeFileSync(path, JSON.stringify(book));
  return path;
}
