import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { codeCases } from '../../../src/workflow/code-cases.js';
import { importCases } from '../../../src/workflow/import-cases.js';
import { relateCodes } from '../../../src/workflow/relate-codes.js';
import { addMemo } from '../../../src/workflow/write-memo.js';
import { codedProject } from '../coded-project.js';
import { makeFolder } from '../project.js';
import { exchange, handCoded } from './coded-texts.js';
import { freshProject, take } from './rewrite-qdpx.js';

beforeAll(() => codedProject('JX01', 'JX02', 'AH'), 120_000);

/** A project with a value of each type, a relation, two memos of one coder on one case, and a second codebook. */
async function fullProject() {
  const context = await handCoded();
  const values = { 年份: '2019', 占比: '0.5', 日期: '2020-02-29', 编号: '01', 说明: 'a & <b> “c”' };
  const { path, remove } = makeFolder();
  const file = join(path, '变量.jsonl');
  writeFileSync(file, `${JSON.stringify({ id: '变量', title: '各类变量', ...values })}\n`);
  await importCases(context, { paths: [file], columns: { withoutText: true } });
  remove();
  await relateCodes(context, {
    code: '收益分红',
    to: '扶贫产业',
    as: '因果条件',
    coder: '王',
    reason: '',
  });
  await addMemo(context, { on: 'case:怪文', text: '又去了一次😀\n第二行', coder: '王' });
  await codeCases(context, { codebook: 'five-revitalisations' });
  return context;
}

describe('an exported project that is imported into a fresh one', () => {
  it.each([
    ['with proposals as a coder of their own', false],
    ['without proposals', true],
  ])('is the same bytes when it is exported again, %s', async (_, withoutProposals) => {
    const request = { codebook: 'six-pillars', withoutProposals };
    const first = await exchange(await fullProject(), request);
    expect(new Set(first.project.variables.map(({ type }) => type))).toEqual(
      new Set(['Integer', 'Float', 'Date', 'Text']),
    );
    const fresh = freshProject();
    const report = await take(fresh, first.out);
    expect(report).toMatchObject({ isNewCodebook: true, notTaken: [], coders: ['李', '王'] });
    const again = await exchange(fresh, { withoutProposals });
    expect(again.project).toEqual(first.project);
    expect(Buffer.compare(again.bytes, first.bytes)).toBe(0);
    expect((await take(fresh, first.out)).decisions).toEqual([]);
  });
});
