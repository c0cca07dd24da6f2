import { describe, expect, it } from 'vitest';
import type { Context } from '../../src/project/context.js';
import { codeCases } from '../../src/workflow/code-cases.js';
import { type FigureRequest, makeFigure } from '../../src/workflow/make-figure.js';
import { linesOf } from '../report/figures/outside.js';
import { codedProject } from './coded-project.js';
import { copyProject, rowsOf } from './project.js';

const PROJECT = await codedProject('JX', 'GS', 'SH');

/** The words and numbers of each row of cells, as they are drawn. */
const cellsOf = (svg: string) =>
  svg
    .split('\n')
    .filter((line) => /^<text.*<rect/.test(line))
    .map((line) => {
      const [label = ''] = /^<text.*?<\/text>/.exec(line) ?? [];
      return { label: linesOf(label).join(''), cells: linesOf(line.slice(label.length)) };
    });

describe('the heat map of a crosstab', () => {
  const request = { name: 'crosstab', by: 'province', level: 1 } as const;

  it('has the share of each code in each group, as the table has it', async () => {
    const context = copyProject(PROJECT);
    const { svg, table } = await makeFigure(context, request);
    const rows = rowsOf(context, 'crosstab', request);
    const groups = [...new Set(rows.map(({ group }) => group))];
    expect(groups.length).toBeGreaterThan(2);
    const codes = [...new Set(rows.map(({ code }) => code))];
    expect(cellsOf(svg)).toEqual(
      codes.map((label) => ({
        label,
        cells: rows.filter(({ code }) => code === label).map(({ share }) => `${Math.round(100 * share)}`),
      })),
    );
    for (const { group, groupCases } of rows) expect(svg).toMatch(new RegExp(`${group}.*n=${groupCases}<`));
    expect(table.cells.map(([code, , , group, cases]) => [code, group, cases])).toEqual(
      rows.map(({ code, group, cases }) => [code, group, `${cases}`]),
    );
  });

  it('tells which groups are too small to be compared, in both languages', async () => {
    const context = copyProject(PROJECT);
    const small = new Set(
      rowsOf(context, 'crosstab', request)
        .filter(({ groupCases }) => groupCases < 5)
        .map(({ group }) => group),
    );
    expect(small).toContain('上海');
    const { caption } = await makeFigure(context, request);
    expect(caption).toContain(`案例不足 5 个的组：${[...small].join('、')}`);
    const english = await makeFigure(context, { ...request, language: 'en' });
    expect(english.caption).toContain(
      `Groups of fewer than 5 cases: ${[...small].join(', ')}; so nothing is tested`,
    );
    // The groups are values of the researcher's own table.
    const groups = rowsOf(context, 'crosstab', request).map(({ group }) => group);
    const words = linesOf(english.svg).filter((line) => !groups.includes(line));
    expect(words.join('')).not.toMatch(/[\u4e00-\u9fff]/);
    expect(cellsOf(english.svg).map(({ cells }) => cells)).toEqual(
      cellsOf((await makeFigure(context, request)).svg).map(({ cells }) => cells),
    );
  });
});

describe('the heat map of a crosswalk', () => {
  const codebooks = ['six-pillars', 'five-revitalisations'];
  const request = { name: 'crosswalk', codebooks, level: 1 } as const;

  async function codedTwice(): Promise<Context> {
    const context = copyProject(PROJECT);
    await codeCases(context, { codebook: 'five-revitalisations' });
    return context;
  }

  it('has the number of passages that two codes share, and 0 for those that never meet', async () => {
    const context = await codedTwice();
    const { svg, table } = await makeFigure(context, request);
    const rows = rowsOf(context, 'crosswalk', { codebooks, level: 1, unit: 'passage' });
    const shared = new Map(rows.map((row) => [`${row.code} ${row.otherCode}`, row.sharedUnits]));
    const drawn = cellsOf(svg);
    const heads = linesOf(svg.slice(0, svg.indexOf('<rect x'))).filter((text) => /振兴$/.test(text));
    expect(heads.length).toBeGreaterThan(2);
    expect(drawn.map(({ label }) => label).sort()).toEqual([...new Set(rows.map(({ code }) => code))].sort());
    for (const { label, cells } of drawn) {
      expect(cells).toEqual(heads.map((head) => `${shared.get(`${label} ${head}`) ?? 0}`));
    }
    expect(table.cells).toHaveLength(rows.length);
  });

  it.each(['paragraph', 'passage', 'case'] as const)('counts %ss, in English as in Chinese', async (unit) => {
    const context = await codedTwice();
    const draw = (more: Partial<FigureRequest>) => makeFigure(context, { ...request, unit, ...more });
    const chinese = await draw({});
    const english = await draw({ language: 'en' });
    const numbers = ({ svg }: { svg: string }) => cellsOf(svg).map(({ cells }) => cells);
    expect(numbers(english)).toEqual(numbers(chinese));
    expect(linesOf(english.svg).join('')).not.toMatch(/[\u4e00-\u9fff]/);
    const total = rowsOf(context, 'crosswalk', { codebooks, level: 1, unit }).reduce(
      (sum, { sharedUnits }) => sum + sharedUnits,
      0,
    );
    expect(
      numbers(chinese)
        .flat()
        .map(Number)
        .reduce((sum, one) => sum + one),
    ).toBe(total);
  });
});
