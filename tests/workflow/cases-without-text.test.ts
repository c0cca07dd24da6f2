import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import type { Context } from '../../src/project/context.js';
import { captionTable } from '../../src/report/caption-table.js';
import { openStore } from '../../src/store/open.js';
import { stateHash } from '../../src/store/state-hash.js';
import { codeCases } from '../../src/workflow/code-cases.js';
import { concordance } from '../../src/workflow/concordance.js';
import { finishCases } from '../../src/workflow/finish-cases.js';
import { importCases } from '../../src/workflow/import-cases.js';
import { codePassage } from '../../src/workflow/judge-passages.js';
import { makeTable } from '../../src/workflow/make-table.js';
import { mineKeywords } from '../../src/workflow/mine-keywords.js';
import { screenKeywords } from '../../src/workflow/screen-keywords.js';
import { casesWithoutText, listCases, showCase } from '../../src/workflow/show-cases.js';
import { ranProject } from './coded-project.js';
import { contextOf, copyProject, makeFolder, rowsOf, statisticsOf } from './project.js';

const projects = makeFolder();
const PROJECT = await ranProject('JX01', 'JX02');
const CODE = '收益分红';
const ROWS = '编号,正文,省份\nB01,,江西\nB02, \t ,湖北\n';

afterAll(projects.remove);

let files = 0;
/** Imports a file of its own name with the given content. */
function importFile(context: Context, content: string, name = `cases-${++files}.csv`, withoutText = true) {
  const path = join(projects.path, name);
  writeFileSync(path, content);
  return importCases(context, { paths: [path], ...(withoutText && { columns: { withoutText } }) });
}
const codeWhole = (context: Context, caseId: string) =>
  codePassage(context, { caseId, codes: [CODE], coder: '左', reason: '凭纸本' });
const caption = (context: Context, name: 'frequency' | 'keywords' | 'coverage') =>
  captionTable(name, makeTable(context, { name }).source, 'zh');

describe('cases without text', () => {
  it('are imported from the rows of a table where that is asked for, and refused with their place otherwise', async () => {
    const context = copyProject(PROJECT);
    await expect(importFile(context, ROWS, undefined, false)).rejects.toThrow('import/bad-files');
    const { added, withoutText, nearDuplicates } = await importFile(context, ROWS);
    expect([added, withoutText, nearDuplicates]).toEqual([['B01', 'B02'], ['B01', 'B02'], []]);
    expect(showCase(context, 'B01')).toMatchObject({ text: '', title: 'B01', attributes: { 省份: '江西' } });
    expect(listCases(context).map(({ id, characters }) => [id, characters > 0])).toEqual([
      ['B01', false],
      ['B02', false],
      ['JX01', true],
      ['JX02', true],
    ]);
  });

  it('need no column of texts, and may be lines of JSON', async () => {
    const context = copyProject(PROJECT);
    await importFile(context, 'id,省份\nB01,江西\n');
    await importFile(context, '{"id":"B02","省份":"湖北"}\n{"id":"B03","text":null}\n', 'bare.jsonl');
    expect(casesWithoutText(context)).toBe(3);
    await expect(importFile(context, '省份\n江西\n')).rejects.toThrow('import/missing-column');
    await expect(importFile(context, ' ', 'empty.txt')).rejects.toThrow('import/empty-file');
  });

  it('are in no statistic, keyword, occurrence or coverage, and are counted as cases in captions', async () => {
    const context = copyProject(PROJECT);
    const before = [rowsOf(context, 'keywords'), rowsOf(context, 'coverage'), rowsOf(context, 'raw')];
    await importFile(context, ROWS);
    const mined = await mineKeywords(context, {});
    expect(mined).toMatchObject({ computed: false, casesMined: [], withoutText: 2 });
    expect((await screenKeywords(context, {})).withoutText).toBe(2);
    const coded = await codeCases(context, {});
    expect(coded.notMined).toEqual([]);
    expect([rowsOf(context, 'keywords'), rowsOf(context, 'coverage'), rowsOf(context, 'raw')]).toEqual(
      before,
    );
    await mineKeywords(context, { restat: true });
    expect(statisticsOf(context.store)?.documents).toBe(2);
    expect(concordance(context, '合作社').every(({ caseId }) => caseId.startsWith('JX'))).toBe(true);
    for (const name of ['frequency', 'keywords', 'coverage'] as const) {
      expect(caption(context, name)).toContain('共 4 个案例；其中 2 个没有文本');
    }
  });

  it('are coded as a whole, counted, finished and compared as other cases', async () => {
    const context = copyProject(PROJECT);
    await importFile(context, ROWS);
    await codeCases(context, {});
    const frequency = () => rowsOf(context, 'frequency').find(({ coreKeyword }) => coreKeyword === CODE);
    const [references = 0, cases = 0] = [frequency()?.references, frequency()?.cases];
    await codeWhole(context, 'B01');
    await codeWhole(context, 'B02');
    expect(frequency()).toMatchObject({ references: references + 2, cases: cases + 2 });
    const place = { caseId: 'B01', codes: [CODE], coder: '左', reason: '' };
    await expect(codePassage(context, { ...place, quote: '分红' })).rejects.toThrow('passage/no-text');
    await finishCases(context, { cases: ['B01'], coder: '李', reason: '' });
    expect(rowsOf(context, 'contested')).toMatchObject([
      { group: 'B01', coder: '左' },
      { group: 'B01', coder: '李', verdict: 'silence' },
    ]);
  });

  it('get a new version with their text, to which their codings are carried over', async () => {
    const context = copyProject(PROJECT);
    await importFile(context, ROWS);
    await codeCases(context, {});
    await codeWhole(context, 'B01');
    const report = await importFile(context, '年底村里按股分红，户户有份。', 'B01.txt', false);
    expect([report.changed, report.sameNames, report.reanchored.orphaned]).toEqual([['B01'], [], []]);
    await mineKeywords(context, {});
    await codeCases(context, {});
    expect(casesWithoutText(context)).toBe(1);
    const whole = rowsOf(context, 'evidence').filter(({ caseId, end }) => caseId === 'B01' && end === 0);
    expect(whole).toMatchObject([{ code: CODE, coders: ['左'] }]);
    expect(rowsOf(context, 'coverage').some(({ caseId }) => caseId === 'B01')).toBe(true);
  });

  it('whose text is known already keep it, and only their attributes change', async () => {
    const context = copyProject(PROJECT);
    const { text, title, source } = showCase(context, 'JX01');
    const report = await importFile(context, 'id,正文,年份\nJX01,,2020\n');
    expect(report).toMatchObject({ unchanged: ['JX01'], attributesChanged: ['JX01'], withoutText: [] });
    expect(showCase(context, 'JX01')).toMatchObject({ text, title, source, attributes: { 年份: '2020' } });
    const hash = stateHash(context.store);
    await importFile(context, 'id,正文,年份\nJX01,,2020\n');
    expect(stateHash(context.store)).toBe(hash);
  });
});

describe('a project in which no case has a text', () => {
  it('is coded under a codebook without mining', async () => {
    const own = makeFolder();
    const store = openStore(join(own.path, 'zhagen.db'), { mode: 'create' });
    try {
      const context = contextOf(store);
      await importFile(context, ROWS);
      await expect(mineKeywords(context, {})).rejects.toThrow('mine/no-texts');
      await codeCases(context, { codebook: 'six-pillars' });
      await codeWhole(context, 'B02');
      expect(rowsOf(context, 'frequency')).toMatchObject([{ coreKeyword: CODE, references: 1, cases: 1 }]);
      expect(caption(context, 'frequency')).not.toContain('计入的文本区域');
      const hash = stateHash(store);
      await codeCases(context, {});
      expect(stateHash(store)).toBe(hash);
    } finally {
      store.close();
      own.remove();
    }
  });
});
