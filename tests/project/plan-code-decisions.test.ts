import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { codebookInForce } from '../../src/project/applied-codebook.js';
import type { Context } from '../../src/project/context.js';
import { stateHash } from '../../src/store/state-hash.js';
import { codeCases } from '../../src/workflow/code-cases.js';
import { decide, type Statement, undo } from '../../src/workflow/decide.js';
import { exportEffective } from '../../src/workflow/export-codebook.js';
import { listDecisions } from '../../src/workflow/list-history.js';
import { ranProject } from '../workflow/coded-project.js';
import { copyProject, makeFolder, rowsOf } from '../workflow/project.js';

const projects = makeFolder();
const PROJECT = await ranProject('JX01', 'JX02');

afterAll(projects.remove);

const say = (context: Context, kind: Statement['kind'], words: string[], rest: Partial<Statement> = {}) =>
  decide(context, { kind, words, coder: '左', reason: '读过原文', ...rest });
const codingOf = (context: Context, name: string) =>
  rowsOf(context, 'coding').find(({ code }) => code === name);
const codeNamed = (context: Context, name: string) =>
  codebookInForce(context.store)?.codebook.codes.find(({ label }) => label.zh === name);
/** A keyword that no code took. */
const unmapped = (context: Context) =>
  rowsOf(context, 'raw').find(({ kept, coreKeyword }) => kept && coreKeyword === null)?.rawKeyword ?? '';
const sum = (context: Context, field: 'ownReferences' | 'ownAssignments') =>
  rowsOf(context, 'coding').reduce((total, row) => total + row[field], 0);

describe('a decision about a code of the codebook applied', () => {
  it('renames it in every table, and its old name still finds its sentences', async () => {
    const context = copyProject(PROJECT);
    const before = codingOf(context, '扶贫产业');
    await say(context, 'rename', ['扶贫产业', '帮扶产业']);
    expect(codingOf(context, '扶贫产业')).toBeUndefined();
    expect(codingOf(context, '帮扶产业')).toEqual({ ...before, code: '帮扶产业', level3: '帮扶产业' });
    for (const table of ['frequency', 'matrix', 'evidence'] as const) {
      const text = JSON.stringify(rowsOf(context, table));
      expect(text).toContain('"帮扶产业"');
      expect(text).not.toMatch(/"(code|coreKeyword)":"扶贫产业"/);
    }
  });

  it('moves it under another category, whose pillar counts it from then on', async () => {
    const context = copyProject(PROJECT);
    const before = codingOf(context, '扶贫产业');
    const other = rowsOf(context, 'coding').find(
      ({ level, level1 }) => level === 'open' && level1 !== before?.level1,
    );
    const { level1 = '', level2 = '' } = other ?? {};
    const pillarBefore = codingOf(context, level1 ?? '');
    await say(context, 'move', ['扶贫产业', level2 ?? '']);
    expect(codingOf(context, '扶贫产业')).toEqual({ ...before, level1, level2 });
    expect(codingOf(context, level1 ?? '')?.references).toBe(
      (pillarBefore?.references ?? 0) + (before?.references ?? 0),
    );
  });

  it('groups codes and keywords under a new category without a pillar', async () => {
    const context = copyProject(PROJECT);
    const word = unmapped(context);
    await say(context, 'group', ['扶贫产业', word, '产业做法'], { isNew: true });
    expect(codingOf(context, '扶贫产业')).toMatchObject({ level1: null, level2: '产业做法' });
    expect(codingOf(context, word)).toMatchObject({ level2: '产业做法', assignments: 1 });
    await say(context, 'group', ['产业做法', '推进产业升级']);
    expect(codingOf(context, word)).toMatchObject({ level1: '推进产业升级' });
  });

  it('promotes a keyword to a core keyword, then up to a category', async () => {
    const context = copyProject(PROJECT);
    const word = unmapped(context);
    await say(context, 'promote', [word]);
    expect(codingOf(context, word)).toMatchObject({ level1: null, level2: null, assignments: 1 });
    await say(context, 'promote', [word]);
    expect(codeNamed(context, word)?.level).toBe('axial');
    expect(codingOf(context, word)).toMatchObject({ level: 'axial', level2: word, level3: null });
  });

  it('merges it into another with all that finds it, and splits it off again', async () => {
    const context = copyProject(PROJECT);
    const before = stateHash(context.store);
    const references = sum(context, 'ownReferences');
    const [a, b] = rowsOf(context, 'coding').filter((row) => row.level === 'open' && row.references > 0);
    const [gone, into] = [a?.code ?? '', b?.code ?? ''];
    await say(context, 'merge', [gone, into]);
    expect(codingOf(context, gone)).toBeUndefined();
    // A sentence of both was counted for each of them.
    expect(codingOf(context, into)?.references).toBeGreaterThanOrEqual(b?.references ?? 0);
    expect(sum(context, 'ownReferences')).toBeLessThanOrEqual(references);
    expect(codeNamed(context, into)?.terms).toContain(gone);
    await say(context, 'split', [gone]);
    expect(codingOf(context, gone)).toEqual(a);
    expect(codingOf(context, into)).toEqual(b);
    await undo(context, { coder: '左', reason: '' });
    await undo(context, { coder: '左', reason: '' });
    expect(stateHash(context.store)).toBe(before);
  });

  it('makes a merged keyword a term of the code, so that the export knows it', async () => {
    const context = copyProject(PROJECT);
    const word = unmapped(context);
    await say(context, 'merge', [word, '利益联结']);
    expect(codeNamed(context, '利益联结')?.terms).toContain(word);
    expect(codebookInForce(context.store)?.codebook.version).toMatch(/^\d+\.\d+\.\d+\+1$/);
    await say(context, 'split', [word]);
    expect(codeNamed(context, '利益联结')?.terms).not.toContain(word);
  });

  it('is in the export, which applied to the same project changes nothing', async () => {
    const context = copyProject(PROJECT);
    const word = unmapped(context);
    await say(context, 'merge', [word, '利益联结']);
    await say(context, 'rename', ['扶贫产业', '帮扶产业']);
    await say(context, 'group', ['帮扶产业', '收益分红', '产业做法'], { isNew: true });
    await say(context, 'group', ['产业做法', '推进产业升级']);
    await say(context, 'merge', ['防贫预警', '数据平台']);
    const coding = rowsOf(context, 'coding');
    const path = join(projects.path, 'exported.yaml');
    writeFileSync(path, (await exportEffective(context, 'yaml')).data);
    const version = codebookInForce(context.store)?.codebook.version;
    const { changes, conflicts } = await codeCases(context, { codebook: path });
    expect(changes).toEqual({ codes: [], mainPillars: [] });
    expect(conflicts).toEqual([]);
    expect(rowsOf(context, 'coding')).toEqual(coding);
    expect(codebookInForce(context.store)?.codebook.version).toBe(version);
  });

  it('is followed by every codebook in use at once', async () => {
    const context = copyProject(PROJECT);
    await codeCases(context, { codebook: 'five-revitalisations' });
    const word = rowsOf(context, 'raw').find(({ kept }) => kept)?.rawKeyword ?? '';
    await say(context, 'drop', [word]);
    for (const codebook of ['six-pillars', 'five-revitalisations']) {
      const row = rowsOf(context, 'raw', { codebook }).find(({ rawKeyword }) => rawKeyword === word);
      expect(row).toMatchObject({ kept: false, coreKeyword: null });
      expect(
        rowsOf(context, 'evidence', { codebook }).some(
          ({ origins, keywords }) => origins.includes('keyword') && keywords.includes(word),
        ),
      ).toBe(false);
    }
    expect(rowsOf(context, 'coding')).toEqual(
      rowsOf(context, 'coding', { codebook: 'five-revitalisations' }),
    );
  });
});

describe('taking back what was said about codes', () => {
  it('takes back a whole statement, and leaves no trace in the state', async () => {
    const context = copyProject(PROJECT);
    const before = stateHash(context.store);
    const { decisions } = await say(context, 'group', ['扶贫产业', unmapped(context), '产业做法'], {
      isNew: true,
    });
    expect(decisions).toHaveLength(3);
    const { decisions: undone } = await undo(context, { coder: '左', reason: '' });
    expect(undone.map(({ undoes }) => undoes)).toEqual(decisions.map(({ id }) => id).reverse());
    expect(stateHash(context.store)).toBe(before);
    expect(listDecisions(context)).toHaveLength(6);
  });

  it('is refused, with their list, while other people’s decisions rest on it', async () => {
    const context = copyProject(PROJECT);
    await say(context, 'group', ['扶贫产业', '产业做法'], { isNew: true });
    await say(context, 'move', ['利益联结', '产业做法'], { coder: '李' });
    const before = stateHash(context.store);
    await expect(undo(context, { coder: '左', reason: '' })).rejects.toMatchObject({
      code: 'decide/undo-blocked',
      params: { later: [{ kind: 'move', coder: '李' }] },
    });
    expect(stateHash(context.store)).toBe(before);
    await undo(context, { coder: '李', reason: '' });
    await undo(context, { coder: '左', reason: '' });
    expect(codeNamed(context, '产业做法')).toBeUndefined();
  });
});

describe('a decision about codes that makes no sense is refused and changes nothing', () => {
  it.each<[string, Statement['kind'], string[], string]>([
    ['to move an unknown code', 'move', ['没有的编码', '扶贫产业'], 'code/unknown-code'],
    ['to move under a code of its own level', 'move', ['扶贫产业', '利益联结'], 'decide/wrong-level'],
    ['to group what is of two levels', 'group', ['扶贫产业', '推进产业升级', '新类'], 'decide/mixed-levels'],
    ['to group above the top', 'group', ['推进产业升级', '新类'], 'decide/top-level'],
    ['to group an unknown word', 'group', ['量子计算机', '新类'], 'screen/unknown-word'],
    ['to promote what has codes under it', 'promote', ['推进产业升级'], 'decide/has-codes-under'],
    ['to give a name that another code has', 'rename', ['扶贫产业', '利益联结'], 'decide/name-taken'],
    ['to give a level the name of another', 'rename', ['开放式编码', '轴心编码 '], 'decide/level-taken'],
    ['to rename without a new name', 'rename', ['扶贫产业'], 'decide/needs-target'],
    ['to give two new names', 'rename', ['扶贫产业', '甲产业', '乙产业'], 'decide/takes-two'],
    ['to merge a code into itself', 'merge', ['扶贫产业', '扶贫产业'], 'decide/fold-into-itself'],
  ])('%s', async (_, kind, words, code) => {
    const context = copyProject(PROJECT);
    const before = stateHash(context.store);
    await expect(say(context, kind, words)).rejects.toMatchObject({ code });
    expect(stateHash(context.store)).toBe(before);
  });
});
