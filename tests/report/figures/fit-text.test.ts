import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { chooseSize, fitText } from '../../../src/report/figures/fit-text.js';
import { textWidth } from '../../../src/report/figures/text-width.js';

const linesOf = (text: string, width: number, lines: number, number?: string) =>
  fitText(text, { size: 10, width, lines, number }).lines;

describe('text in the room that it has', () => {
  it('takes an em for each Han character, dash and Chinese mark', () => {
    expect(textWidth('公益性岗位', 10)).toBe(50);
    expect(textWidth('——“”', 10)).toBe(40);
    expect(textWidth('ABC', 10)).toBeLessThan(30);
    expect(textWidth('e\u0301', 10)).toBe(textWidth('e', 10));
  });

  it('is broken into lines of about the same length, none too wide', () => {
    const lines = linesOf('健全多元主体参与机制和利益联结', 100, 3);
    expect(lines.join('')).toBe('健全多元主体参与机制和利益联结');
    expect(lines.map((line) => line.length)).toEqual([8, 7]);
  });

  it('begins no line with a closing mark, and ends none with an opening one', () => {
    expect(linesOf('巩固成果，防止返贫', 40, 3)).toEqual(['巩固成', '果，防', '止返贫']);
    expect(linesOf('五级书记“抓”落实', 50, 3).join('|')).not.toMatch(/“\||\|”/);
  });

  it('tears no Latin word apart where there is a blank', () => {
    expect(linesOf('Poverty-return early warning', 90, 3)).toEqual(['Poverty-return', 'early warning']);
  });

  it('tears a word that is wider than its line behind a hyphen, else shortens it', () => {
    expect(linesOf('Poverty-return', 60, 3)).toEqual(['Poverty-', 'return']);
    expect(linesOf('Industrialisation of farming', 60, 3)).toEqual(['Industrial…', 'of farming']);
  });

  it('is shortened with an ellipsis where it needs more lines than there are', () => {
    expect(linesOf('一二三四五六七八九十', 40, 2)).toEqual(['一二三四', '五六七…']);
    expect(linesOf('Rewards in place of subsidies', 80, 2)).toEqual(['Rewards in', 'place of subs…']);
  });

  it('keeps the number behind it when it is shortened', () => {
    expect(linesOf('一二三四五六七八九十', 60, 1, '128')).toEqual(['一二… 128']);
    expect(linesOf('一二三', 80, 1, '128')).toEqual(['一二三 128']);
    expect(linesOf('一二三四', 45, 2, '128')).toEqual(['一二三', '四 128']);
  });

  it('is no wider than its room, has no more lines, and loses nothing where it is whole', () => {
    const text = fc.stringMatching(/^[一二三，“”a-zA-Z\- <&"😀𠀀]{1,40}$/u);
    fc.assert(
      fc.property(
        text,
        fc.integer({ min: 60, max: 300 }),
        fc.integer({ min: 1, max: 4 }),
        (one, width, most) => {
          const { lines, isWhole } = fitText(one, { size: 10, width, lines: most, number: '42' });
          expect(lines.length).toBeLessThanOrEqual(most);
          for (const line of lines) expect(textWidth(line, 10)).toBeLessThanOrEqual(width + 1e-9);
          expect(lines.at(-1)).toMatch(/42$/);
          const bare = (said: string) => said.replace(/\s/g, '');
          if (isWhole) expect(bare(lines.join(''))).toBe(bare(`${one}42`));
          else expect(lines.join('')).toContain('…');
        },
      ),
    );
  });

  it('is set in the largest size in which nothing is missing, else in which the least is', () => {
    const set = (text: string) => (size: number) => [fitText(text, { size, width: 100, lines: 1 })];
    expect(chooseSize([20, 15, 10], set('一二三四五六')).size).toBe(15);
    expect(chooseSize([20, 15, 10], set('一二三四五六七八九十一二')).size).toBe(20);
  });
});
