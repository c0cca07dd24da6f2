import { describe, expect, it } from 'vitest';
import { drawFlow } from '../../../src/report/figures/flow.js';
import { drawHeatMap } from '../../../src/report/figures/heat-map.js';
import { drawMechanism } from '../../../src/report/figures/mechanism.js';
import { type FlowNode, placeFlow } from '../../../src/report/figures/place-flow.js';
import { drawSaturation } from '../../../src/report/figures/saturation.js';
import { BRANCHES, SHADES } from '../../../src/report/figures/style.js';

/** The contrast of two colours (WCAG 2), which follows their lightness alone, as a copy in grey does. */
function contrast(one: string, other: string): number {
  const luminance = (colour: string) => {
    const [r = 0, g = 0, b = 0] = [1, 3, 5].map((at) => {
      const share = Number.parseInt(colour.slice(at, at + 2), 16) / 255;
      return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
    });
    return 0.2126 * r + 0.7152 * g + 0.0722 * b;
  };
  const [dark = 0, light = 0] = [luminance(one), luminance(other)].sort((a, b) => a - b);
  return (light + 0.05) / (dark + 0.05);
}

const rectangles = (body: readonly string[]) =>
  [...body.join('').matchAll(/<rect x="([\d.]+)" y="([\d.]+)" width="([\d.]+)" height="([\d.]+)"/g)].map(
    (match) => match.slice(1).map(Number),
  );

describe('colours', () => {
  it('of neighbouring steps and branches differ in grey, and numbers can be read on them', () => {
    for (const [at, { fill, ink }] of SHADES.entries()) {
      expect(contrast(fill, ink)).toBeGreaterThanOrEqual(4.5);
      const next = SHADES[at + 1];
      if (next) expect(contrast(fill, next.fill), fill).toBeGreaterThanOrEqual(1.25);
    }
    for (const [at, branch] of BRANCHES.entries()) {
      expect(contrast(branch, BRANCHES[(at + 1) % BRANCHES.length] ?? '')).toBeGreaterThanOrEqual(2);
    }
  });
});

describe('a flow', () => {
  const node = (id: string, column: number, value: number, parent: string | null): FlowNode => ({
    id,
    parent,
    label: `编码${id}`,
    column,
    value,
  });
  // Five cases with one code or several of four.
  const nodes = [node('top', 1, 5, null), ...['a', 'b', 'c', 'd'].map((id) => node(id, 0, 4, 'top'))];

  it('has ribbons that are together as wide as the bar they reach, also where the cases below are more', () => {
    const placed = placeFlow(nodes, 1600);
    const top = placed.find(({ id }) => id === 'top');
    const shares = placed.filter(({ parent }) => parent === 'top').map(({ share }) => share);
    expect(shares.reduce((sum, share) => sum + share, 0)).toBeCloseTo(top?.height ?? 0, 6);
  });

  it('leaves room in the bar for what was given to the code itself', () => {
    const placed = placeFlow([node('top', 1, 10, null), node('a', 0, 4, 'top')], 1600);
    const [top, a] = placed;
    expect((a?.share ?? 0) / (top?.height ?? 1)).toBeCloseTo(0.4, 6);
  });

  it('writes the number of every code, however long its label and however many there are', () => {
    const many = Array.from({ length: 60 }, (_, at) => ({
      ...node(`${at}`, 0, 1000 + at, 'top'),
      label: '非常长的编码名称'.repeat(5),
    }));
    const { body, height } = drawFlow([node('top', 1, 99_999, null), ...many], ['低', '高'], 800);
    for (const { value } of many) expect(body.join('')).toMatch(new RegExp(`… ${value}<`));
    expect(height).toBeLessThan(2300);
  });

  it('sets no label over the next one, however many codes of small counts stand side by side', () => {
    for (const count of [12, 40, 75]) {
      const low = Array.from({ length: count }, (_, at) => ({
        ...node(`low${at}`, 0, 1 + (at % 5) * 9, 'top'),
        label: `防贫保障金${at}`,
      }));
      const { body } = drawFlow([node('top', 1, 3000, null), ...low], ['低', '高'], 1600);
      const texts = [...body.join('').matchAll(/<text[^>]*y="([\d.]+)" font-size="([\d.]+)"[^>]*>防/g)];
      const places = texts.map(([, y, size]) => ({ y: Number(y), size: Number(size) }));
      expect(places.length).toBe(count);
      for (const [at, { y, size }] of places.slice(1).entries())
        expect(y - (places[at]?.y ?? 0), `${count} codes`).toBeGreaterThanOrEqual(size);
    }
  });

  it('is refused where its labels have no room', () => {
    const heads = Array.from({ length: 6 }, (_, at) => `层${at}`);
    expect(() => drawFlow(nodes, heads, 600)).toThrow(expect.objectContaining({ code: 'figure/too-narrow' }));
  });
});

describe('a heat map', () => {
  const map = (rows: number, columns: number) => ({
    rows: Array.from({ length: rows }, (_, at) => `一个名称较长的编码${at}`),
    columns: Array.from({ length: columns }, (_, at) => ({ text: `省份${at}`, number: 'n=12' })),
    cells: Array.from({ length: rows }, () =>
      Array.from({ length: columns }, () => ({ shade: 1, text: '100' })),
    ),
    steps: ['0', '1', '2', '3', '4', '5'],
    legend: '说明',
  });

  it.each([
    [66, 4],
    [66, 28],
    [3, 3],
  ])('of %i × %i fits on a page, and no row lies over another', (rows, columns) => {
    const { drawing } = drawHeatMap(map(rows, columns), 1600);
    expect(drawing.height).toBeLessThan(2300);
    const cells = rectangles(drawing.body).slice(0, rows * columns);
    const [first, second] = [cells[0], cells[columns]];
    expect((second?.[1] ?? 0) - (first?.[1] ?? 0)).toBeCloseTo(first?.[3] ?? 0, 0);
  });

  it('says whether its cells have room for numbers, and refuses more columns than have room for heads', () => {
    expect(drawHeatMap(map(5, 4), 800)).toMatchObject({ hasNumbers: true });
    expect(drawHeatMap(map(5, 25), 800)).toMatchObject({ hasNumbers: false });
    expect(() => drawHeatMap(map(5, 60), 800)).toThrow(
      expect.objectContaining({ code: 'figure/too-many-columns' }),
    );
  });
});

describe('a curve of saturation', () => {
  it('has all its words in the picture', () => {
    const bars = Array.from({ length: 50 }, (_, at) => ({
      at: at + 1,
      fresh: 1,
      seen: at + 1,
      low: null,
      high: null,
    }));
    const text = { x: 'x', y: 'y', legend: ['甲', '乙', '丙'] as const };
    const { body } = drawSaturation(bars, [{ at: 1, text: '≤5%：第 1 个案例' }], text, 800);
    const [, x = ''] = /<text x="([\d.]+)"[^>]*>50</.exec(body.slice(-20).join('')) ?? [];
    expect(Number(x)).toBeLessThan(800 - 12);
    const [, mark = ''] = /<text x="([\d.]+)"[^>]*>≤5%/.exec(body.join('')) ?? [];
    expect(Number(mark)).toBeGreaterThan(80);
  });
});

describe('a mechanism', () => {
  it('is refused where its words would be too small to be read', () => {
    const nodes = Array.from({ length: 30 }, (_, at) => ({
      id: `${at}`,
      label: `编码名称${at}`,
      isCore: at === 0,
    }));
    const arrows = nodes.slice(1).map(({ id }) => ({ from: id, to: '0', label: '中介条件' }));
    expect(() => drawMechanism(nodes, arrows, 800)).toThrow(
      expect.objectContaining({ code: 'figure/too-narrow' }),
    );
    expect(drawMechanism(nodes.slice(0, 4), arrows.slice(0, 3), 800).width).toBe(800);
  });
});
