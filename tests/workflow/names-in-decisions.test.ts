import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, describe, expect, it } from 'vitest';
import { codebookInForce } from '../../src/project/applied-codebook.js';
import type { Context } from '../../src/project/context.js';
import { codeNamed } from '../../src/project/find-code.js';
import { groupCases } from '../../src/project/group-cases.js';
import { loadCodebook } from '../../src/sources/load-codebook.js';
import { stateHash } from '../../src/store/state-hash.js';
import { decide, type Statement } from '../../src/workflow/decide.js';
import { importCases } from '../../src/workflow/import-cases.js';
import { mineKeywords } from '../../src/workflow/mine-keywords.js';
import { ranProject } from './coded-project.js';
import { copyCases, copyProject, makeFolder, rowsOf } from './project.js';

const projects = makeFolder();
const cases = makeFolder();
copyCases(cases.path, 'JX01', 'JX02');
const PROJECT = await ranProject('JX01', 'JX02');

afterAll(() => {
  cases.remove();
  projects.remove();
});

const say = (context: Context, kind: Statement['kind'], words: string[], rest: Partial<Statement> = {}) =>
  decide(context, { kind, words, coder: '左', reason: '都是产业', ...rest });
const codeOf = ({ store }: Context, name: string) =>
  codeNamed(codebookInForce(store)?.codebook.codes ?? [], name);
const keywords = (context: Context) =>
  rowsOf(context, 'raw').flatMap(({ kept, coreKeyword, rawKeyword }) =>
    kept && coreKeyword === null ? [rawKeyword] : [],
  );

it('a name means the same code whatever blanks, invisible characters or wide letters it is typed with', () => {
  const { codes } = loadCodebook('six-pillars').framework.codebook;
  const dressing = fc.array(fc.constantFrom(' ', '　', '\t', '\u200b', '\ufeff', '\u2066', '\u00a0'));
  fc.assert(
    fc.property(fc.constantFrom(...codes), dressing, dressing, (code, before, after) => {
      for (const name of [code.label.zh, code.label.en, code.id]) {
        expect(codeNamed(codes, [...before, name, ...after].join(''))?.id).toBe(code.id);
      }
    }),
  );
  expect(codeNamed(codes, '　Ｉｎｆｒａｓｔｒｕｃｔｕｒｅ')?.id).toBe(codeNamed(codes, '基础设施')?.id);
});

describe('a name that nobody has', () => {
  it.each<[Statement['kind'], (keyword: string) => string[]]>([
    ['merge', (keyword) => [keyword, '收溢分红']],
    ['merge', () => ['利益联结', '收溢分红']],
    ['fold', (keyword) => [keyword, '收溢分红']],
    ['group', () => ['利益联结', '推近产业升级']],
    ['move', () => ['利益联结', '推近产业升级']],
  ])('is refused as the target of %s with the nearest, and founded with --new', async (kind, wordsFor) => {
    const context = copyProject(PROJECT);
    const [keyword = ''] = keywords(context);
    const words = wordsFor(keyword);
    const name = words.at(-1) as string;
    const before = stateHash(context.store);
    await expect(say(context, kind, words)).rejects.toMatchObject({
      code: 'decide/unknown-target',
      params: { name, near: expect.stringContaining(name === '收溢分红' ? '收益分红' : '推进产业升级') },
    });
    expect(stateHash(context.store)).toBe(before);
    await say(context, kind, words, { isNew: true });
    expect(stateHash(context.store)).not.toBe(before);
    await expect(say(context, kind, words, { isNew: true })).rejects.toMatchObject({
      code: 'decide/not-new',
    });
  });

  it('is made a code of its own by promote with --new only', async () => {
    const context = copyProject(PROJECT);
    await expect(say(context, 'promote', ['收溢分红'])).rejects.toMatchObject({
      code: 'screen/unknown-word',
      params: { near: expect.stringContaining('收益分红') },
    });
    await say(context, 'promote', ['利益共享观'], { isNew: true });
    expect(codeOf(context, '利益共享观')).toMatchObject({ level: 'open' });
  });
});

it('a core keyword that a merge founded takes more keywords without being founded again', async () => {
  const context = copyProject(PROJECT);
  const [one = '', two = ''] = keywords(context);
  await say(context, 'merge', [one, '村庄合作'], { isNew: true });
  await say(context, 'merge', [two, ' 村庄合作　']);
  const coreKeywords = rowsOf(context, 'raw').map(({ coreKeyword }) => coreKeyword);
  expect(coreKeywords.filter((name) => name === '村庄合作').length).toBeGreaterThanOrEqual(2);
  expect(coreKeywords.some((name) => name !== null && name !== name.trim())).toBe(false);
});

it('a name with a blank at its end is taken like the name itself, and never saved with it', async () => {
  const context = copyProject(PROJECT);
  await say(context, 'rename', ['扶贫产业', '就业车间']);
  await expect(say(context, 'rename', ['收益分红', '就业车间 '])).rejects.toMatchObject({
    code: 'decide/name-taken',
  });
  await say(context, 'rename', [' 收益分红', '分红　']);
  expect(codeOf(context, '分红')?.label.zh).toBe('分红');
});

it('why codes were grouped is not what belongs to one of them', async () => {
  const context = copyProject(PROJECT);
  const [keyword = ''] = keywords(context);
  await say(context, 'group', [keyword, '产业做法'], { isNew: true });
  for (const name of [keyword, '产业做法']) expect(codeOf(context, name)?.definition).toBe(name);
});

it.each([
  ['an attribute table', 'id,province\nJX01,江西\nJX02,*\n', 'province'],
  ['a case of its own', 'id,file\nJX01,JX01.txt\n" * ",JX02.txt\n', 'id'],
])('the name * in %s is refused at import with its row, since * means all groups', async (_, rows, field) => {
  const context = copyProject(PROJECT);
  const table = join(projects.path, 'reserved.csv');
  writeFileSync(table, rows);
  await expect(importCases(context, { paths: [cases.path], attributes: table })).rejects.toMatchObject({
    code: 'import/bad-files',
    params: {
      problems: [
        { code: 'import/reserved-value', params: { place: expect.stringMatching(/reserved.csv#3$/), field } },
      ],
    },
  });
  const { skipped } = await importCases(context, { paths: [cases.path], attributes: table, skipBad: true });
  expect(skipped).toHaveLength(1);
});

it('a project that already has a group called * is not grouped by it', async () => {
  const context = copyProject(PROJECT);
  const table = join(projects.path, 'provinces.csv');
  writeFileSync(table, 'id,province\nJX01,甲\nJX02,江西\n');
  await importCases(context, { paths: [cases.path], attributes: table });
  context.store.run("UPDATE attribute SET value = '*' WHERE value = '甲'");
  expect([...groupCases(context.store, 'case').keys()]).toContain('JX01');
  await expect(mineKeywords(context, { by: 'province' })).rejects.toMatchObject({
    code: 'mine/reserved-group',
    params: { by: 'province', cases: 'JX01' },
  });
});
