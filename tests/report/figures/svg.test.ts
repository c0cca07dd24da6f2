import { describe, expect, it } from 'vitest';
import { drawBars } from '../../../src/report/figures/bars.js';
import { escapeText, writeSvg } from '../../../src/report/figures/svg.js';

describe('text in a figure', () => {
  it('is text, whatever it contains', () => {
    expect(escapeText('<script>&"\u0000\u202e\ud800末')).toBe('&lt;script&gt;&amp;&quot;末');
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
