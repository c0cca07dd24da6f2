import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { UserError } from '../../src/errors.js';
import { errors as en } from '../../src/messages/errors-en.js';
import { errors as zh } from '../../src/messages/errors-zh.js';
import type { Context } from '../../src/project/context.js';
import { currentRevision } from '../../src/project/require-revision.js';
import { openStore } from '../../src/store/open.js';
import { stateHash } from '../../src/store/state-hash.js';
import { casesNotMined } from '../../src/store/term-lists.js';
import { changeRegions } from '../../src/workflow/change-regions.js';
import { decide, type Statement } from '../../src/workflow/decide.js';
import { excludeCases } from '../../src/workflow/exclude-cases.js';
import { importCases } from '../../src/workflow/import-cases.js';
import { listDecisions } from '../../src/workflow/list-history.js';
import { mineKeywords } from '../../src/workflow/mine-keywords.js';
import { withProject } from '../../src/workflow/open-project.js';
import { runAll } from '../../src/workflow/run-all.js';
import { contextOf, copyCases, copyProject, makeFolder, rewrite, rowsOf } from './project.js';

const folder = makeFolder();
const PROJECT = join(folder.path, 'project.db');
const CASES = join(folder.path, 'cases');
let [first, second] = ['', ''];

beforeAll(async () => {
  mkdirSync(CASES);
  const options = { mode: 'create', toolVersion: '0', progress: async () => {} } as const;
  await withProject(PROJECT, options, async (context) => {
    await runAll(context, { paths: [copyCases(CASES, 'JX01', 'JX02')], codebook: 'six-pillars' });
    const kept = rowsOf(context, 'raw').filter((row) => row.kept && row.caseId === 'JX01');
    [first = '', second = ''] = kept.map(({ rawKeyword }) => rawKeyword);
  });
});
afterAll(() => folder.remove());

const keep = (word: string, coder: string): Statement => ({ kind: 'keep', words: [word], coder, reason: '' });

describe('a decision of somebody who says which revision they saw', () => {
  it('is refused where another process decided since, and says who did', async () => {
    const mine = copyProject(PROJECT);
    const seen = currentRevision(mine);
    const other = openStore(mine.store.path, { mode: 'write' });
    try {
      const theirs = contextOf(other, '2022-01-01T00:00:00Z');
      await decide({ ...theirs, newId: () => 'f'.repeat(32), expectedRevision: seen }, keep(first, '李'));
    } finally {
      other.close();
    }
    const before = stateHash(mine.store);
    const refused = decide({ ...mine, expectedRevision: seen }, keep(second, '左'));
    await expect(refused).rejects.toMatchObject({
      code: 'decide/changed-since',
      params: { coders: ['李'], stages: [] },
    });
    expect(stateHash(mine.store)).toBe(before);
    await decide({ ...mine, expectedRevision: currentRevision(mine) }, keep(second, '左'));
    expect(listDecisions(mine).map(({ coder }) => coder)).toEqual(['李', '左']);
  });

  it('is accepted where rows are only derived again for it, and refused after a mining', async () => {
    const context = copyProject(PROJECT);
    rewrite(join(CASES, 'JX02.txt'), (text) => `${text}\n又及。`);
    await importCases(context, { paths: [CASES] });
    const seen = currentRevision(context);
    await decide({ ...context, expectedRevision: seen }, keep(second, '左'));
    expect(currentRevision(context)).toBeGreaterThan(seen + 1);
    const beforeMining = currentRevision(context);
    await mineKeywords(context, {});
    const error = await decide({ ...context, expectedRevision: beforeMining }, keep(first, '左')).catch(
      (caught: unknown) => caught,
    );
    expect(error).toBeInstanceOf(UserError);
    expect(error).toMatchObject({ params: { coders: [], stages: ['mine'] } });
    const params = { coders: ['李', '王'], stages: ['mine'] };
    expect(en['decide/changed-since'](params)).toContain('decisions by 李, 王; mine');
    expect(zh['decide/changed-since'](params)).toContain('李、王 的决定；挖掘');
  });
});

describe('a mining', () => {
  it.each([
    [
      'a decision about regions',
      (context: Context) => changeRegions(context, { exclude: ['heading'], coder: '李', reason: '' }),
    ],
    [
      'an excluded case',
      (context: Context) => excludeCases(context, { cases: ['JX02'], coder: '李', reason: '' }),
    ],
  ])(
    'is not saved where %s changed meanwhile what it mined, and is once it is made again',
    async (_, change) => {
      const context = copyProject(PROJECT);
      const other = openStore(context.store.path, { mode: 'write' });
      let isFirst = true;
      const progress = async (step: string) => {
        if (step !== 'segment' || !isFirst) return;
        isFirst = false;
        await change({ ...contextOf(other, '2022-01-01T00:00:00Z'), newId: () => 'f'.repeat(32) });
      };
      const mined = mineKeywords({ ...context, progress }, { restat: true });
      await expect(mined).rejects.toMatchObject({ code: 'mine/changed-since', params: { coders: ['李'] } });
      other.close();
      const { casesMined } = await mineKeywords(context, { restat: true });
      expect(casesNotMined(context.store)).toEqual([]);
      expect(casesMined).toContain('JX01');
    },
  );
});
