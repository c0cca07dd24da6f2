import { existsSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { unzipSync } from 'fflate';
import { beforeAll, expect, it, onTestFinished } from 'vitest';
import type { UserError } from '../../src/errors.js';
import { exportFormatNames } from '../../src/model/export-format-name.js';
import { readCase } from '../../src/store/case-table.js';
import { readDecisions } from '../../src/store/decision-log.js';
import { readNormalizedText } from '../../src/store/normalized-text-table.js';
import { openStore } from '../../src/store/open.js';
import { readSealedStatements } from '../../src/store/sealed-statement-table.js';
import { stateHash } from '../../src/store/state-hash.js';
import { sliceCodePoints } from '../../src/text/code-points.js';
import { applyPseudonyms } from '../../src/workflow/apply-pseudonyms.js';
import { codeCases } from '../../src/workflow/code-cases.js';
import { decide, undo } from '../../src/workflow/decide.js';
import { exportDataset } from '../../src/workflow/export-dataset.js';
import { findNames } from '../../src/workflow/find-names.js';
import { importCases } from '../../src/workflow/import-cases.js';
import { joinProject } from '../../src/workflow/join-projects.js';
import { codePassage } from '../../src/workflow/judge-passages.js';
import { mineKeywords } from '../../src/workflow/mine-keywords.js';
import { sealStatements } from '../../src/workflow/seal-statements.js';
import { listCases } from '../../src/workflow/show-cases.js';
import { tagProject } from '../../src/workflow/tag-project.js';
import { verifyProject } from '../../src/workflow/verify-project.js';
import { addMemo } from '../../src/workflow/write-memo.js';
import { contextOf, makeFolder } from './project.js';

const folder = makeFolder();
const place = (name: string) => join(folder.path, name);

const NAMES = [
  '王建国',
  '王书记',
  '老罗',
  '罗永刚',
  '桃花村',
  '石坎镇',
  '13812345678',
  '高峰',
  '桃花源合作社',
];
const TABLE = `名称,化名,词中也替换,类别
王建国,甲书记,是,人名
王书记,甲书记,,人名
罗永刚,B某,是,人名
老罗,B某,否,人名
桃花村,A村,是,地名
石坎镇,A镇,yes,地名
13812345678,号码A,,号码
高峰,C某,否,人名
桃花源合作社,A合作社,是,机构
没有此人,D某,否,人名
老公,,否,人名
`;
const FIRST = `访谈员：请介绍一下。
王建国：我叫王建国，桃花村的支书，电话13812345678。村里办扶贫车间，老罗负责。高峰期请人，高峰也来。
访谈员：合作社呢？
王建国：桃花源合作社是罗永刚办的，产业发展好，村民分红。去石坎镇卖茶叶。
`;
const SECOND = `访谈员：您好。
受访者：王书记带我们办了扶贫车间，老公也在。桃花村的产业发展靠合作社，村民分红。
`;

async function makeProject(path: string) {
  writeFileSync(place('访谈-王建国.txt'), FIRST);
  writeFileSync(place('二.txt'), SECOND);
  writeFileSync(place('属性.csv'), 'id,村,联系人\n访谈-王建国,桃花村,王建国\n二,桃花村,罗永刚\n');
  const store = openStore(path, { mode: 'create' });
  const context = contextOf(store);
  const paths = [place('访谈-王建国.txt'), place('二.txt')];
  await importCases(context, { paths, attributes: place('属性.csv'), batch: '王建国批' });
  // An earlier text of a case stays in the file.
  writeFileSync(place('二.txt'), SECOND.replace('您好', '您好，老罗'));
  await importCases(context, { paths: [place('二.txt')], batch: '王建国批' });
  await mineKeywords(context, { by: '村', minFrequency: 2 });
  await codeCases(context, { codebook: 'six-pillars' });
  const by = { coder: '王', reason: '王建国说的' };
  const coding = { ...by, codebook: 'six-pillars', caseId: '访谈-王建国', codes: ['就业扶贫'] };
  await codePassage(context, { ...coding, quote: '桃花村的支书，电话13812345678。', codes: ['扶贫产业'] });
  // A span that cuts into a name widens to the whole pseudonym.
  await codePassage(context, { ...coding, span: { start: 21, end: 23 }, codes: ['扶贫产业'] });
  await codePassage(context, {
    ...coding,
    caseId: '二',
    quote: '王书记带我们办了扶贫车间',
    codes: ['扶贫产业'],
  });
  await decide(context, { ...by, kind: 'add', words: ['桃花源合作社'] });
  await decide(context, { ...by, kind: 'drop', words: ['扶贫车间'] });
  await undo(context, by);
  await addMemo(context, { coder: '王', on: 'case:二', text: '老罗与罗永刚是同一人' });
  const statements = new Map([['二', [{ start: 4, end: 11 }]]]);
  await sealStatements(context, { ...by, statements });
  await tagProject(context, { ...by, name: '王建国稿' });
  store.close();
}

const original = place('原.db');
const out = place('化名.db');
let report: Awaited<ReturnType<typeof applyPseudonyms>>;

beforeAll(async () => {
  await makeProject(original);
  writeFileSync(place('化名表.csv'), TABLE);
  report = await reading(original, (context) =>
    applyPseudonyms(context, { table: place('化名表.csv'), out }),
  );
  return folder.remove;
}, 120_000);

async function reading<T>(
  path: string,
  work: (context: ReturnType<typeof contextOf>) => T | Promise<T>,
): Promise<T> {
  const store = openStore(path, { mode: 'read' });
  try {
    return await work(contextOf(store));
  } finally {
    store.close();
  }
}

/** The texts of all files of a folder, and of the members of archives among them. */
function contentsOf(path: string): string {
  if (statSync(path).isDirectory())
    return readdirSync(path)
      .map((name) => name + contentsOf(join(path, name)))
      .join('\n');
  const bytes = readFileSync(path);
  const text = `${bytes.toString('utf8')}${bytes.toString('utf16le')}`;
  if (bytes.toString('latin1', 0, 2) !== 'PK') return text;
  const decoder = new TextDecoder();
  return Object.entries(unzipSync(bytes))
    .map(([name, part]) => name + decoder.decode(part))
    .join('\n');
}

const REPLACED = NAMES.filter((name) => name !== '高峰');

it('replaces every name of the table in the texts, ids, titles and attributes', async () => {
  const cases = await reading(out, ({ store }) => listCases({ store }));
  expect(cases.map(({ id }) => id)).toEqual(['二', '访谈-甲书记']);
  const one = await reading(out, ({ store }) => readCase(store, '访谈-甲书记'));
  expect(one?.text).toContain(
    '甲书记：我叫甲书记，A村的支书，电话号码A。村里办扶贫车间，B某负责。高峰期请人，C某也来。',
  );
  expect(one?.attributes).toEqual({ 村: 'A村', 联系人: '甲书记' });
  expect(one?.source).toBe('访谈-甲书记');
});

it('leaves no name in the bytes of the new project', () => {
  const contents = contentsOf(out);
  for (const name of REPLACED) expect(contents.includes(name), name).toBe(false);
  // The characters of 高峰 are part of 高峰期, which stays.
  expect(contents.replaceAll('高峰期', '')).not.toContain('高峰');
});

it.each(exportFormatNames)(
  'leaves no name in what %s exports',
  async (format) => {
    const target = place(`export-${format}`);
    await reading(out, (context) => exportDataset(context, { format, out: target }));
    const contents = contentsOf(target);
    for (const name of REPLACED) expect(contents.includes(name), name).toBe(false);
  },
  60_000,
);

it('says what was replaced, what was kept within words, what has no pseudonym and what is in no text', () => {
  const of = (name: string) => report.names.find((one) => one.name === name);
  expect(of('高峰')).toMatchObject({ count: 1, withinWords: 1 });
  expect(of('没有此人')).toMatchObject({ count: 0, withinWords: 0 });
  expect(report.left).toEqual(['老公']);
  expect(report.tagsLeftOut).toBe(1);
});

it('moves coded passages, memos and the log, so that each quotes what is at its place', async () => {
  await reading(out, ({ store }) => {
    const log = readDecisions(store);
    const passages = log.flatMap(({ target, after }) =>
      target.type === 'passage' && after && 'says' in after ? [{ target, after }] : [],
    );
    expect(passages.map(({ after }) => after.quote)).toEqual([
      'A村的支书，电话号码A。',
      'A村',
      '甲书记带我们办了扶贫车间',
    ]);
    for (const { target, after } of passages) {
      const text = readCase(store, target.caseId, target.version)?.text ?? '';
      expect(sliceCodePoints(text, target)).toBe(after.quote);
    }
    expect(log.map(({ kind }) => kind)).toContain('undo');
    expect(log.some(({ after }) => after && 'text' in after && after.text === 'B某与B某是同一人')).toBe(true);
    expect(log.some(({ target }) => target.type === 'keyword' && target.word === 'A合作社')).toBe(true);
    expect(readNormalizedText(store, '二', readCase(store, '二')?.version ?? '')?.text).toContain(
      '甲书记带我们',
    );
  });
});

it('holds out the statements that were held out', async () => {
  await reading(out, ({ store }) => {
    const one = readCase(store, '二');
    const [sealed] = readSealedStatements(store, '二', one?.version ?? '');
    expect(sealed && sliceCodePoints(one?.text ?? '', sealed)).toBe('访谈员：您好，B某。');
  });
});

it('gives a project that can be checked, decided in and undone', async () => {
  const store = openStore(out, { mode: 'write' });
  onTestFinished(() => store.close());
  const context = contextOf(store, '2022-01-01T00:00:00Z');
  await undo({ ...context, newId: () => 'f'.repeat(32) }, { coder: '王', reason: '' });
  expect((await verifyProject(context)).faults).toEqual([]);
});

it('leaves the project as it is, and says the same when it is made again', async () => {
  const before = readFileSync(original);
  const again = (name: string) =>
    reading(original, (context) =>
      applyPseudonyms(context, { table: place('化名表.csv'), out: place(name) }),
    );
  await again('再.db');
  await again('三.db');
  expect(readFileSync(original).equals(before)).toBe(true);
  const [one, other] = await Promise.all(
    ['再.db', '三.db'].map((name) => reading(place(name), ({ store }) => readDecisions(store))),
  );
  expect(one).toEqual(other);
  const hashes = await Promise.all(
    ['再.db', '三.db'].map((name) => reading(place(name), ({ store }) => stateHash(store))),
  );
  expect(hashes[0]).toBe(hashes[1]);
});

it('writes nothing in a dry run, and never over a file that is there', async () => {
  const target = place('试.db');
  const rehearsed = await reading(original, (context) =>
    applyPseudonyms(context, { table: place('化名表.csv'), out: target, dryRun: true }),
  );
  expect(rehearsed.names).toEqual(report.names);
  expect(existsSync(target)).toBe(false);
  await expect(
    reading(original, (context) => applyPseudonyms(context, { table: place('化名表.csv'), out })),
  ).rejects.toMatchObject({ code: 'pseudonyms/file-there' });
  expect(readdirSync(folder.path).filter((name) => name.includes('unfinished'))).toEqual([]);
});

it('takes a later batch with the same table: the new projects are joined', async () => {
  writeFileSync(place('三.txt'), '访谈员：您好。\n受访者：老罗和罗永刚去了桃花村。\n');
  const store = openStore(original, { mode: 'write' });
  await importCases(contextOf(store, '2023-01-01T00:00:00Z'), { paths: [place('三.txt')], batch: '2' });
  store.close();
  const second = place('化名2.db');
  await reading(original, (context) => applyPseudonyms(context, { table: place('化名表.csv'), out: second }));
  const joined = openStore(place('再.db'), { mode: 'write' });
  onTestFinished(() => joined.close());
  const result = await joinProject(contextOf(joined, '2024-01-01T00:00:00Z'), { path: second, coder: '王' });
  expect(result.casesAdded).toEqual(['三']);
  expect(readCase(joined, '三')?.text).toContain('B某和B某去了A村');
});

it('names each wrong row of a table, and writes nothing', async () => {
  writeFileSync(
    place('错.csv'),
    '名称,化名,词中也替换\n王,甲,\n王建国,甲:乙,\n罗永刚,桃花村人,\n桃花村,A村,也许\n,B村,\n石坎镇,A镇,\n石坎镇,B镇,\n桃花村,C村,\n',
  );
  const error = await reading(original, (context) =>
    applyPseudonyms(context, { table: place('错.csv'), out: place('错.db') }),
  ).catch((thrown: UserError<'pseudonyms/bad-rows'>) => thrown);
  const { problems } = (error as UserError<'pseudonyms/bad-rows'>).params;
  expect(problems.map(({ code, params }) => [code, 'line' in params && params.line])).toEqual([
    ['sheet/row', 2],
    ['sheet/row', 3],
    ['sheet/row', 5],
    ['sheet/row', 6],
    ['sheet/row', 8],
    ['pseudonyms/contains-name', false],
  ]);
  expect(existsSync(place('错.db'))).toBe(false);
});

it('refuses pseudonyms under which two cases would have one id', async () => {
  writeFileSync(place('访谈-罗永刚.txt'), '访谈员：您好。\n罗永刚：好。\n');
  const path = place('同.db');
  const store = openStore(path, { mode: 'create' });
  await importCases(contextOf(store), { paths: [place('访谈-王建国.txt'), place('访谈-罗永刚.txt')] });
  store.close();
  writeFileSync(place('同.csv'), 'Name,Pseudonym\n王建国,甲某\n罗永刚,甲某\n');
  await expect(
    reading(path, (context) => applyPseudonyms(context, { table: place('同.csv'), out: place('同2.db') })),
  ).rejects.toMatchObject({ code: 'pseudonyms/same-id' });
});

it('proposes a table that keeps the rows of an earlier one, and proposes nothing twice', async () => {
  const found = await reading(original, (context) =>
    findNames(context, { out: place('新.xlsx'), known: place('化名表.csv') }),
  );
  const of = (name: string) => found.names.find((one) => one.name === name);
  expect(of('罗永刚')).toMatchObject({ pseudonym: 'B某', count: 2 });
  expect(of('老公')).toMatchObject({ pseudonym: '' });
  expect(of('没有此人')).toMatchObject({ pseudonym: 'D某', count: 0 });
  const given = found.names.flatMap(({ name, pseudonym }) =>
    TABLE.includes(name) || !pseudonym ? [] : pseudonym,
  );
  expect(new Set(given).size).toBe(given.length);
  for (const pseudonym of given) expect(TABLE).not.toContain(`,${pseudonym},`);
  const applied = await reading(original, (context) =>
    applyPseudonyms(context, { table: place('新.xlsx'), out: place('新.db'), dryRun: true }),
  );
  expect(applied.names.map(({ name }) => name)).toEqual(expect.arrayContaining(REPLACED));
});
