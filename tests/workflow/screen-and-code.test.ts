import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Codebook } from '../../src/model/codebook.js';
import { loadCodebook, shippedCodebooks } from '../../src/sources/load-codebook.js';
import { openStore } from '../../src/store/open.js';
import { stateHash } from '../../src/store/state-hash.js';
import { codeCases } from '../../src/workflow/code-cases.js';
import { decide } from '../../src/workflow/decide.js';
import { makeTable } from '../../src/workflow/make-table.js';
import { runAll } from '../../src/workflow/run-all.js';
import { screenKeywords } from '../../src/workflow/screen-keywords.js';
import { writeTables } from '../../src/workflow/write-tables.js';
import { ONE_LEVEL, TWO_LEVELS } from '../stages/village-codebook.js';
import { CORPUS, contextOf, copyProject, makeFolder, rowsOf } from './project.js';

const folder = makeFolder();
const PROJECT = join(folder.path, 'zhagen.db');

beforeAll(async () => {
  const store = openStore(PROJECT, { mode: 'create' });
  const paths = ['JX01', 'JX02', 'GS01'].map((id) => join(CORPUS, `${id}.txt`));
  await runAll(contextOf(store), { paths });
  store.close();
});
afterAll(folder.remove);

function file(name: string, text: string): string {
  const path = join(folder.path, name);
  writeFileSync(path, text);
  return path;
}

/** A codebook as a file; JSON is YAML. */
const codebookFile = (codebook: Codebook, name = 'village.yaml') => file(name, JSON.stringify(codebook));

describe('screening by a file of rules', () => {
  const RULES = `
drop:
  - reason: 不说产业
    endings: [产业园]
take: { top: 1, newWordsOnly: true }
`;

  it('follows the file, and goes on with it until another is named', async () => {
    const context = copyProject(PROJECT);
    const report = await screenKeywords(context, { rules: file('rules.yaml', RULES) });
    expect(report.kept).toBe(3);
    await codeCases(context, {});
    const raw = rowsOf(context, 'raw');
    expect(raw.filter(({ kept }) => kept)).toHaveLength(3);
    expect(raw.find(({ rawKeyword }) => rawKeyword === '扶贫产业园')?.reason).toBe('rule-drop: 不说产业');
  });

  it('leaves the file for the general rules and those of the study when asked for general ones', async () => {
    const context = copyProject(PROJECT);
    const before = rowsOf(context, 'raw');
    const own = file('rules.yaml', RULES);
    await codeCases(context, { screening: await screenKeywords(context, { rules: own }) });
    expect((await codeCases(context, {})).rules).toBe(own);
    const general = 'screening-rules.yaml + six-pillars.rules.yaml';
    expect((await screenKeywords(context, { rules: 'general' })).rules).toBe(general);
    expect((await codeCases(context, {})).rules).toBe(general);
    expect(rowsOf(context, 'raw')).toEqual(before);
  });

  it('applies the study of the codebook coded last once the general rules are asked for', async () => {
    const context = copyProject(PROJECT);
    await screenKeywords(context, { rules: file('rules.yaml', RULES) });
    await codeCases(context, { codebook: codebookFile(TWO_LEVELS, 'bare.yaml') });
    expect((await screenKeywords(context, { rules: 'general' })).rules).toBe('screening-rules.yaml');
  });

  it.each([
    ['no YAML', 'drop: [', 'screen/bad-rules'],
    ['a word where a number belongs', 'take: { top: three, newWordsOnly: true }', 'screen/bad-rules'],
    ['a rule it does not know', `${RULES}\nkeep: [扶贫]`, 'screen/bad-rules'],
  ])('refuses %s and leaves the project as it was', async (_, text, code) => {
    const context = copyProject(PROJECT);
    const before = stateHash(context.store);
    await expect(screenKeywords(context, { rules: file('bad.yaml', text) })).rejects.toMatchObject({ code });
    expect(stateHash(context.store)).toBe(before);
  });
});

describe('coding under a codebook of one’s own', () => {
  it.each([
    ['two levels', TWO_LEVELS, '产业兴旺'],
    ['one level', ONE_LEVEL, '扶贫产业园'],
  ])('fills every table: %s', async (_, codebook, leading) => {
    const context = copyProject(PROJECT);
    const report = await codeCases(context, { codebook: codebookFile(codebook) });
    expect(report.codebookId).toBe('village');
    const lowest = codebook.levels.at(-1)?.id;
    const coding = rowsOf(context, 'coding').filter(({ level }) => level === lowest);
    expect(coding.map(({ code }) => code)).toEqual(['扶贫产业园', '网格管理']);
    expect(rowsOf(context, 'pillars')[0]).toMatchObject({ pillar: leading, rank: 1 });
    expect(rowsOf(context, 'raw').find(({ rawKeyword }) => rawKeyword === '扶贫产业园')).toMatchObject({
      kind: 'free',
      inCodebook: true,
      coreKeyword: '扶贫产业园',
    });
    const [park] = rowsOf(context, 'frequency');
    expect(park?.tokens).toBeGreaterThan(5);
    const passages = rowsOf(context, 'evidence').filter(
      ({ codeId, origins }) => codeId === park?.codeId && origins.includes('rule'),
    );
    expect(passages).toHaveLength(park?.references ?? -1);
    expect(makeTable(context, { name: 'matrix' }).source.codebooks).toEqual([
      { id: 'village', version: '1', levels: codebook.levels },
    ]);
  });

  it('stays in force for later decisions, also when the file is gone', async () => {
    const context = copyProject(PROJECT);
    const path = codebookFile(TWO_LEVELS, 'gone.yaml');
    const { codebookId } = await codeCases(context, { codebook: path });
    writeFileSync(path, '');
    await decide(context, {
      kind: 'drop',
      words: ['扶贫产业园'],
      coder: '左',
      reason: '',
    });
    expect(codebookId).toBe('village');
    expect(rowsOf(context, 'frequency').find(({ codeId }) => codeId === 'park')?.assignments).toBe(0);
  });

  it('names the place of a fault, and the codebooks that there are', () => {
    const { codes, ...rest } = TWO_LEVELS;
    const faulty = { ...rest, codes: codes.map((code) => ({ ...code, parent: code.parent && 'a9' })) };
    expect(() => loadCodebook(codebookFile(faulty, 'faulty.yaml'))).toThrow(
      /bad-codebook.*codes\[1\]\.parent/,
    );
    expect(() => loadCodebook(file('broken.yaml', 'id: ['))).toThrow('code/bad-codebook');
    expect(() => loadCodebook('eight-pillars')).toThrow(/unknown-codebook.*six-pillars/);
    for (const name of shippedCodebooks())
      expect(loadCodebook(name).framework.open.length).toBeGreaterThan(0);
  });
});

describe('coding without a codebook', () => {
  it('lets every keyword be its own core keyword until people merge some', async () => {
    const context = copyProject(PROJECT);
    await codeCases(context, { codebook: 'none' });
    const kept = rowsOf(context, 'raw').filter((row) => row.kept);
    expect(kept.length).toBeGreaterThan(3);
    for (const { rawKeyword, coreKeyword } of kept) expect(coreKeyword).toBe(rawKeyword);

    const words = kept.filter(({ caseId }) => caseId === 'JX01').map(({ rawKeyword }) => rawKeyword);
    await decide(context, {
      kind: 'merge',
      words: [...words, '园区做法'],
      coder: '左',
      reason: '',
      isNew: true,
    });
    const frequency = rowsOf(context, 'frequency');
    expect(frequency.find(({ coreKeyword }) => coreKeyword === '园区做法')).toMatchObject({
      codeId: expect.stringMatching(/^u[0-9a-f-]+$/),
      distinctRaw: words.length,
    });
    const alone = frequency.filter(({ coreKeyword }) => coreKeyword !== '园区做法');
    expect(alone.length).toBeGreaterThan(0);
    for (const row of alone) expect(row).toMatchObject({ codeId: null, references: 0, tokens: 0 });
  });

  it('writes the tables that need no codebook and refuses the others', async () => {
    const context = copyProject(PROJECT);
    await codeCases(context, { codebook: 'none' });
    const names = ['flow', 'top-words', 'keywords', 'weights', 'raw', 'frequency'].flatMap((name) => [
      `${name}.csv`,
      `${name}.json`,
    ]);
    expect(await writeTables(context, join(folder.path, 'out'))).toEqual([...names, 'tables.md']);
    expect(() => makeTable(context, { name: 'coding' })).toThrow('tables/no-codes');
  });

  it('leaves the tables of the codebook applied before within reach, under the run that made them', async () => {
    const context = copyProject(PROJECT);
    const before = makeTable(context, { name: 'coding' });
    const { runId } = await codeCases(context, { codebook: 'none' });
    expect(makeTable(context, { name: 'frequency' }).source.runIds[0]).toBe(runId);
    expect(makeTable(context, { name: 'coding', codebook: 'six-pillars' })).toEqual(before);
  });
});

describe('attributes that change the groups', () => {
  it('change the identity of the screening', async () => {
    const screeningRun = async (name: string, attributes: string) => {
      const store = openStore(join(folder.path, `${name}.db`), { mode: 'create' });
      const paths = ['JX01', 'GS01'].map((id) => join(CORPUS, `${id}.txt`));
      const table = file(`${name}.csv`, attributes);
      const { screen } = await runAll(contextOf(store), { paths, attributes: table, by: 'province' });
      store.close();
      return screen.runId;
    };
    const apart = await screeningRun('apart', 'id,province\nJX01,江西\nGS01,甘肃\n');
    const together = await screeningRun('together', 'id,province\nJX01,全国\nGS01,全国\n');
    expect(apart).not.toBe(together);
  });
});
