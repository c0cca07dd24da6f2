import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { type FigureRequest, makeFigure } from '../../src/workflow/make-figure.js';
import { writeFigure } from '../../src/workflow/write-figure.js';
import { rejectionOf } from '../formats/rejection.js';
import { codedProject } from './coded-project.js';
import { copyProject, makeFolder, rowsOf } from './project.js';

const PROJECT = await codedProject('JX');
const folder = makeFolder();
const place = (name: string) => join(folder.path, name);

describe('makeFigure', () => {
  it('draws the numbers of the frequency table, and gives them', async () => {
    const project = copyProject(PROJECT);
    const { svg, table, caption } = await makeFigure(project, { name: 'bars' });
    const counted = rowsOf(project, 'frequency').filter(({ assignments }) => assignments > 0);
    expect(table.cells.map(([label]) => label).sort()).toEqual(counted.map((row) => row.coreKeyword).sort());
    for (const { coreKeyword } of counted) expect(svg).toContain(`>${coreKeyword}<`);
    const total = counted.reduce((sum, { assignments }) => sum + assignments, 0);
    expect(caption).toContain(`合计 ${total}`);
  });

  it('gives the codes of a level with what is under them', async () => {
    const project = copyProject(PROJECT);
    const { table } = await makeFigure(project, { name: 'bars', level: 1, count: 'references' });
    const pillars = rowsOf(project, 'coding').filter(({ level }) => level === 'selective');
    const referred = pillars.filter(({ references }) => references > 0);
    expect(table.cells.map((row) => row[4])).toEqual(
      referred.map(({ references }) => String(references)).sort((a, b) => Number(b) - Number(a)),
    );
  });

  it('has everything in English where that is asked for', async () => {
    const { svg, caption } = await makeFigure(copyProject(PROJECT), { name: 'bars', language: 'en' });
    expect(`${svg}${caption}`).not.toMatch(/[\u4e00-\u9fff]/);
  });

  it('draws the same bytes each time', async () => {
    const draw = () => makeFigure(copyProject(PROJECT), { name: 'bars', width: 80 });
    expect((await draw()).svg).toBe((await draw()).svg);
  });

  it.each([
    [{ name: 'bars', level: 9 }, 'agree/no-such-level'],
    [{ name: 'bars', status: 'confirmed' }, 'figure/nothing-to-draw'],
  ] satisfies [FigureRequest, string][])('refuses %o', async (request, code) => {
    expect(await rejectionOf(makeFigure(copyProject(PROJECT), request))).toMatchObject({ code });
  });
});

describe('writeFigure', () => {
  it('writes the picture and its numbers, and replaces nothing', async () => {
    const request = { name: 'bars', out: place('a.svg'), data: place('a.md') } as const;
    const { files } = await writeFigure(copyProject(PROJECT), request);
    expect(files).toEqual([request.out, request.data]);
    expect(readFileSync(request.out, 'utf8')).toMatch(/^<\?xml[\s\S]*<\/svg>\n$/);
    expect(readFileSync(request.data, 'utf8')).toContain('| 核心关键词 |');
    const again = writeFigure(copyProject(PROJECT), { ...request, out: place('b.svg') });
    expect(await rejectionOf(again)).toMatchObject({ code: 'export/exists' });
    expect(existsSync(place('b.svg'))).toBe(false);
  });

  it('draws a PNG in the size and resolution that are asked for', async () => {
    await writeFigure(copyProject(PROJECT), { name: 'bars', out: place('c.png'), width: 80, dpi: 300 });
    const png = readFileSync(place('c.png'));
    expect(png.readUInt32BE(16)).toBe(945);
    expect(png.subarray(37, 41).toString('latin1')).toBe('pHYs');
    expect(png.readUInt32BE(41)).toBe(11811);
  });
});
