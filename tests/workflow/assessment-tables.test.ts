import { describe, expect, it } from 'vitest';
import { reliabilityRowSchema, saturationRowSchema } from '../../src/model/rows/assessment-rows.js';
import type { Context } from '../../src/project/context.js';
import { adjudicatePassages } from '../../src/workflow/adjudicate-passages.js';
import { agreeCoders } from '../../src/workflow/agree.js';
import { changeSetting } from '../../src/workflow/change-settings.js';
import { finishCases } from '../../src/workflow/finish-cases.js';
import { labelledTable, tableToRead } from '../../src/workflow/format-table.js';
import { codePassage } from '../../src/workflow/judge-passages.js';
import { makeTable, makeTables } from '../../src/workflow/make-table.js';
import { measureProjectSaturation } from '../../src/workflow/saturation.js';
import type { TableRequest } from '../../src/workflow/table.js';
import { codedProject } from './coded-project.js';
import { copyProject, rowsOf } from './project.js';

const PROJECT = await codedProject('JX', 'GZ');
const CODERS = ['左', '李'];
const QUOTE = '村里给每户发一本巴掌大的蓝皮折子';
const CODES = { 左: '收益分红', 李: '公益性岗位', 赵: '公益性岗位' } as const;

/** Coders who are done with the same two cases and gave one sentence different codes. */
async function judged(...coders: readonly (keyof typeof CODES)[]): Promise<Context> {
  const context = copyProject(PROJECT);
  for (const coder of coders) {
    const who = { coder, reason: '读过原文' };
    await codePassage(context, { ...who, caseId: 'JX01', codes: [CODES[coder]], quote: QUOTE });
    await finishCases(context, { ...who, cases: ['JX01', 'JX02'] });
  }
  return context;
}

describe('the table of reliability', () => {
  it('has the numbers of agree, all codes together and each code at each level', async () => {
    const context = await judged('左', '李');
    const options = { coders: CODERS, resamples: 20, seed: 3 };
    const rows = rowsOf(context, 'reliability', options);
    const report = agreeCoders(context, options);
    for (const row of rows) reliabilityRowSchema.parse(row);
    const levels = ['axial', 'selective', 'open'];
    expect([...new Set(rows.map(({ level }) => level))]).toEqual(levels);
    expect(rows).toHaveLength(report.parts.reduce((sum, part) => sum + 2 + part.codes.length, 0));
    for (const [at, part] of report.parts.entries()) {
      const ofPart = rows.filter(({ level }) => level === levels[at]);
      for (const universe of ['all', 'coded'] as const) {
        const { units, measures } = part[universe];
        expect(ofPart.filter((row) => row.code === null && row.universe === universe)).toMatchObject([
          {
            units,
            agreement: measures.percent?.value,
            coefficient: measures.alpha?.value,
            low: measures.alpha?.low,
            high: measures.alpha?.high,
          },
        ]);
      }
      expect(ofPart.filter(({ code }) => code !== null)).toMatchObject(
        part.codes.map(({ code, positives, isTooFew, prevalence, all }) => ({
          code,
          positives,
          isTooFew,
          prevalence,
          units: part.all.units,
          agreement: all.percent?.value,
          coefficient: all.alpha?.value,
        })),
      );
    }
  });

  it('stays what it was before adjudication', async () => {
    const context = await judged('左', '李');
    const before = rowsOf(context, 'reliability', { coders: CODERS, resamples: 5 });
    const passage = rowsOf(context, 'evidence').find(
      ({ caseId, code, coders }) => caseId === 'JX01' && code === CODES.李 && coders.includes('李'),
    )?.passage;
    await adjudicatePassages(context, {
      coder: '王',
      reason: '合议',
      passages: [passage ?? ''],
      verdictOf: '左',
    });
    expect(rowsOf(context, 'reliability', { coders: CODERS, resamples: 5 })).toEqual(before);
  });

  it('lists each pair of three coders, where Cohen’s κ is not defined for all', async () => {
    const context = await judged('左', '李', '赵');
    await changeSetting(context, {
      coder: '王',
      reason: '预先定下',
      name: 'headline-measure',
      value: 'kappa',
    });
    const rows = rowsOf(context, 'reliability', { coders: ['左', '李', '赵'], level: 3, resamples: 5 });
    expect(rows.find(({ code, coders }) => code === null && coders.length === 3)?.coefficient).toBeNull();
    const pairs = rows.filter(({ coders }) => coders.length === 2);
    expect(pairs.map(({ coders }) => coders.join('×'))).toHaveLength(3);
    expect(pairs.find(({ coders }) => !coders.includes('左'))?.coefficient).toBe(1);
  });

  it('says in both languages what was measured on what, and how', async () => {
    const context = await judged('左', '李');
    const table = makeTable(context, { name: 'reliability', coders: CODERS, resamples: 20, seed: 3 });
    const zh = tableToRead(table, 'zh');
    const ofAll = zh.cells[0] ?? [];
    expect(zh.title).toBe('编码者间信度表');
    expect(ofAll.slice(0, 5)).toEqual(['编码', '轴心编码', '（全部编码）', '全部单位', '左；李']);
    expect(ofAll[zh.header.indexOf('一致率')]).toMatch(/%$/);
    for (const part of [
      '裁决前',
      'Krippendorff α',
      '比较单位：句',
      'six-pillars（',
      '20 次，种子 3',
      '均为盲编',
    ])
      expect(zh.caption).toContain(part);
    const en = labelledTable(table, 'en').caption;
    for (const part of [
      'before adjudication',
      'Krippendorff’s α',
      'unit: sentence',
      'six-pillars (',
      '20 resamples',
      'seed 3',
      'Blind',
    ])
      expect(en).toContain(part);
  });

  it.each<[Omit<TableRequest, 'name'>, string]>([
    [{}, 'agree/two-coders'],
    [{ coders: CODERS, unit: 'window' }, 'tables/unit-elsewhere'],
    [{ coders: CODERS, view: 'coder:左' }, 'view/compares-coders'],
    [{ coders: CODERS, order: 'shuffle' }, 'tables/option-elsewhere'],
  ])('refuses %o', async (request, code) => {
    const context = await judged('左', '李');
    expect(() => makeTable(context, { name: 'reliability', ...request })).toThrow(
      expect.objectContaining({ code }),
    );
  });
});

describe('the table of saturation', () => {
  const options = { base: 2, run: 1, runs: 20, seed: 5 };

  it.each(['inductive-thematic', 'a-priori-thematic', 'data'] as const)(
    'has the steps of the verb and where its thresholds are reached: %s',
    async (form) => {
      const context = copyProject(PROJECT);
      const request = { ...options, form, order: 'shuffle', level: 1 };
      const rows = rowsOf(context, 'saturation', request);
      const report = measureProjectSaturation(context, request);
      for (const row of rows) saturationRowSchema.parse(row);
      expect(rows.map(({ reached: _, ...row }) => row)).toEqual(
        report.steps.map((step, at) => ({ ...step, order: at + 1, new: step.new.length })),
      );
      for (const { threshold, at } of report.points) {
        const where = rows.filter(({ reached }) => reached.includes(`${threshold * 100}%`));
        expect(where.map(({ order }) => order)).toEqual(at === null ? [] : [at]);
      }
      const table = makeTable(context, { name: 'saturation', ...request });
      const zh = labelledTable(table, 'zh').caption;
      const en = labelledTable(table, 'en').caption;
      for (const part of ['次序：shuffle', '前 2 个案例', '打乱 20 次，种子 5', '一轮 1 个案例'])
        expect(zh).toContain(part);
      expect(zh).toContain(
        form === 'data' ? '资料饱和' : form === 'a-priori-thematic' ? '先验主题饱和' : '归纳主题饱和',
      );
      for (const part of ['order: shuffle', 'first 2 cases', '20 shuffled orders, seed 5'])
        expect(en).toContain(part);
    },
  );

  it('follows the view of a coder as the verb does, by itself and together with other tables', async () => {
    const context = await judged('左', '李');
    const request = { view: 'coder:左' } as const;
    const { steps } = measureProjectSaturation(context, request);
    const seen = steps.map((step) => step.seen);
    expect(rowsOf(context, 'saturation', request).map((row) => row.seen)).toEqual(seen);
    const [, table] = makeTables(context, ['frequency', 'saturation'], request);
    expect(table?.rows.map((row) => row['seen'])).toEqual(seen);
    expect(table && labelledTable(table, 'zh').caption).toContain('左');
  });

  it('is of all cases, so that no batch goes with it', () => {
    expect(() => makeTable(copyProject(PROJECT), { name: 'saturation', batch: '1' })).toThrow(
      'tables/option-elsewhere',
    );
  });
});
