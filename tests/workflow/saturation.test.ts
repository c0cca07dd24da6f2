import { describe, expect, it } from 'vitest';
import type { Context } from '../../src/project/context.js';
import { decide } from '../../src/workflow/decide.js';
import { excludeCases } from '../../src/workflow/exclude-cases.js';
import { reviewPassages } from '../../src/workflow/judge-passages.js';
import { measureProjectSaturation, type SaturationRequest } from '../../src/workflow/saturation.js';
import { codedProject } from './coded-project.js';
import { copyProject, rowsOf } from './project.js';

const PROJECT = await codedProject('JX', 'GS', 'GZ');

const measure = (context: Context, request: SaturationRequest = {}) =>
  measureProjectSaturation(context, { base: 2, run: 1, runs: 10, ...request });
const LI = { coder: '李', reason: '读过原文' };

describe('under a given codebook', () => {
  it('a priori thematic saturation is the share of codes that a person confirmed, and the curve counts keywords', async () => {
    const context = copyProject(PROJECT);
    const before = measure(context);
    expect(before).toMatchObject({ form: 'a-priori-thematic', counted: 'keywords', order: 'import' });
    expect(before.coverage?.confirmed).toBe(0);
    const { passage = '', code = '' } =
      rowsOf(context, 'evidence').find(({ origins }) => origins.includes('rule')) ?? {};
    await reviewPassages(context, 'confirm', { ...LI, passages: [passage] });
    const { coverage, steps } = measure(context);
    expect(coverage?.confirmed).toBe(1);
    expect(coverage?.without).not.toContain(code);
    expect(coverage?.without).toHaveLength((coverage?.codes ?? 0) - 1);
    const kept = new Set(rowsOf(context, 'raw').flatMap((row) => (row.kept ? [row.rawKeyword] : [])));
    expect(steps.at(-1)?.seen).toBe(kept.size);
  });

  it('codes are counted where that form is asked for, at the level asked for', () => {
    const context = copyProject(PROJECT);
    const { counted, coverage, level, steps } = measure(context, { form: 'inductive-thematic', level: 1 });
    expect([counted, coverage, level?.en]).toEqual(['codes', null, 'Selective coding']);
    expect(steps.at(-1)?.seen).toBeLessThanOrEqual(6);
    expect(() => measure(context, { level: 4 })).toThrow('agree/no-such-level');
  });
});

describe('the cases', () => {
  it('come as they were imported, by an attribute, or shuffled with a seed', () => {
    const context = copyProject(PROJECT);
    const ids = (request: SaturationRequest) => measure(context, request).steps.map(({ caseId }) => caseId);
    const imported = ids({});
    const byProvince = ids({ order: 'province' });
    expect(byProvince.toSorted()).toEqual(imported.toSorted());
    expect(ids({ order: 'shuffle', seed: 5 })).toEqual(ids({ order: 'shuffle', seed: 5 }));
    expect(ids({ order: 'shuffle', seed: 5 })).not.toEqual(imported);
    expect(() => ids({ order: '年份' })).toThrow('saturation/unknown-order');
  });

  it('are those that count, and must be enough for base and run', async () => {
    const context = copyProject(PROJECT);
    const { length } = measure(context).steps;
    await excludeCases(context, { ...LI, cases: ['JX01'] });
    const left = measure(context).steps.map(({ caseId }) => caseId);
    expect(left).toHaveLength(length - 1);
    expect(left).not.toContain('JX01');
    expect(() => measure(context, { base: length })).toThrow('saturation/too-few-cases');
  });
});

it('a keyword that is dropped is not new anywhere', async () => {
  const context = copyProject(PROJECT);
  const [first] = measure(context).steps;
  const word = first?.new[0] ?? '';
  await decide(context, { ...LI, kind: 'drop', words: [word] });
  expect(measure(context).steps.flatMap((step) => step.new)).not.toContain(word);
});
