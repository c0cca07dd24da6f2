import { describe, expect, it } from 'vitest';
import type { ReliabilityRow } from '../../src/model/table-rows.js';
import type { Context } from '../../src/project/context.js';
import { finishCases } from '../../src/workflow/finish-cases.js';
import { codePassage } from '../../src/workflow/judge-passages.js';
import { makeFigure } from '../../src/workflow/make-figure.js';
import { codedProject } from './coded-project.js';
import { copyProject, rowsOf } from './project.js';

const PROJECT = await codedProject('JX');
const CODERS = ['左', '李'];
const GIVEN = [
  ['村里给每户发一本巴掌大的蓝皮折子', ['收益分红'], ['公益性岗位']],
  ['村里', ['公益性岗位'], ['公益性岗位']],
] as const;

/** Two coders who are done with the same cases, and gave one sentence different codes. */
async function judged(): Promise<Context> {
  const context = copyProject(PROJECT);
  for (const [at, coder] of CODERS.entries()) {
    const who = { coder, reason: '读过原文' };
    for (const [quote, ...codes] of GIVEN)
      await codePassage(context, { ...who, caseId: 'JX01', codes: [...(codes[at] ?? [])], quote, nth: 1 });
    await finishCases(context, { ...who, cases: ['JX01', 'JX02'] });
  }
  return context;
}

describe('the figure of agreement', () => {
  it('has the numbers of the table of reliability, of those who are done with the same cases unless others are named', async () => {
    const context = await judged();
    const { table, svg, caption } = await makeFigure(context, { name: 'agreement', level: 3 });
    expect(await makeFigure(context, { name: 'agreement', level: 3, coders: CODERS })).toMatchObject({ svg });
    const rows = rowsOf(context, 'reliability', { coders: CODERS, level: 3 }) as readonly ReliabilityRow[];
    const expected = rows.filter(({ universe }) => universe === 'all');
    expect(table.cells.map(([code, units, n]) => [code, units, n]).sort()).toEqual(
      expected
        .map(({ code, units, positives }) => [code ?? '（全部编码）', `${units}`, `${positives ?? ''}`])
        .sort(),
    );
    for (const { coefficient } of expected) expect(svg).toContain(`>${coefficient?.toFixed(2)} [`);
    expect(caption).toContain(`全部单位 ${expected[0]?.units} 个`);
    expect(caption).toContain('编码者：左、李');
  });

  it('marks the codes of too few units, in both languages', async () => {
    const context = await judged();
    const { svg } = await makeFigure(context, { name: 'agreement', level: 3, width: 80 });
    // Two codes of a unit or two, and the legend.
    expect(svg.match(/<circle [^>]*fill="#ffffff"/g)).toHaveLength(3);
    expect(svg).toContain('不足 10 个单位的编码');
    const english = await makeFigure(context, { name: 'agreement', level: 3, language: 'en' });
    expect(english.svg).toContain('>Public-welfare jobs<');
    expect(english.svg.replace(/<desc>.*<\/desc>/s, '')).not.toMatch(/[\u4e00-\u9fff]/);
  });
});
