import { describe, expect, it } from 'vitest';
import { drawBars } from '../../../src/report/figures/bars.js';
import { escapeText, writeSvg } from '../../../src/report/figures/svg.js';
import { textWidth, wrapText } from '../../../src/report/figures/text.js';

describe('text in a figure', () => {
  it('is text, whatever it contains', () => {
    expect(escapeText('<script>&"\u0000\u202e\ud800末')).toBe('&lt;script&gt;&amp;&quot;末');
  });

  it('takes an em for each Han character', () => {
    expect(textWidth('公益性岗位', 10)).toBe(50);
    expect(textWidth('ABC', 10)).toBeLessThan(30);
  });

  it('is broken into lines of about the same length, none too wide', () => {
    const lines = wrapText('健全多元主体参与机制和利益联结', 10, 100, 3);
    expect(lines.join('')).toBe('健全多元主体参与机制和利益联结');
    expect(lines.map((line) => line.length)).toEqual([8, 7]);
  });

  it('begins no line with a mark, and tears no Latin word apart', () => {
    expect(wrapText('巩固成果，防止返贫', 10, 40, 3)[1]).not.toMatch(/^，/);
    expect(wrapText('Poverty-return early warning', 10, 90, 3)).toEqual(['Poverty-return', 'early warning']);
  });

  it('is cut with an ellipsis where it needs more lines than there are', () => {
    expect(wrapText('一二三四五六七八九十', 10, 40, 2)).toEqual(['一二三四', '五六七…']);
  });
});

describe('bars', () => {
  const bars = (count: number) =>
    Array.from({ length: count }, (_, at) => ({ label: `编码${at}`, value: 99 - (at % 90) }));

  it('fit on a page in columns, however many there are, and say how many were drawn', () => {
    expect(drawBars(bars(75), 1600)).toMatchObject({ drawn: 75 });
    expect(drawBars(bars(75), 1600).drawing.height).toBeLessThan(2300);
    const { drawing, drawn } = drawBars(bars(500), 800);
    expect(drawn).toBeLessThan(500);
    expect(drawing.height).toBeLessThan(2300);
    expect(drawing.body).toHaveLength(drawn);
  });

  it('are a picture of its own with a name and a description', () => {
    const { drawing } = drawBars(bars(3), 800);
    const svg = writeSvg(drawing, { title: '频次<图>', caption: '说明', language: 'zh' });
    expect(svg).toContain('<title>频次&lt;图&gt;</title>');
    expect(svg).toMatch(/width="80mm" height="[\d.]+mm"/);
    expect(svg).not.toMatch(/NaN|Infinity|undefined/);
  });
});
