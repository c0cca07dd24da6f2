import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { type FigureRequest, makeFigure } from '../../src/workflow/make-figure.js';
import { nameCore, relateCodes } from '../../src/workflow/relate-codes.js';
import { writeFigure } from '../../src/workflow/write-figure.js';
import { rejectionOf } from '../formats/rejection.js';
import { codedProject } from './coded-project.js';
import { copyProject, makeFolder, rowsOf } from './project.js';

const PROJECT = await codedProject('JX');
const folder = makeFolder();
const place = (name: string) => join(folder.path, name);

const ALL: FigureRequest[] = [
  { name: 'bars' },
  { name: 'framework' },
  { name: 'sankey', count: 'references' },
  { name: 'network' },
  { name: 'dendrogram' },
];

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

  it.each(ALL)('draws %o with the same bytes each time, in both languages', async (request) => {
    const draw = (language: 'zh' | 'en') =>
      makeFigure(copyProject(PROJECT), { ...request, width: 80, language });
    const figure = await draw('zh');
    expect((await draw('zh')).svg).toBe(figure.svg);
    expect(figure.svg).not.toMatch(/NaN|Infinity|undefined/);
    expect(figure.table.cells.length).toBeGreaterThan(0);
    expect((await draw('en')).svg).not.toMatch(/[\u4e00-\u9fff]/);
  });

  it('puts the codes of a theory around its centre, in its order, with what they are to it and no sizes', async () => {
    const { svg, table } = await makeFigure(copyProject(PROJECT), { name: 'framework' });
    const roles = ['基础', '前提', '关键', '根本', '重心', '目标'];
    expect(table.cells.map((row) => row[2])).toEqual(roles);
    for (const word of ['巩固拓展脱贫成果', ...roles]) expect(svg).toContain(`>${word}<`);
    expect(svg.replace(/<desc>.*<\/desc>/s, '').match(/>[^<]*\d[^<]*</g)).toBeNull();
  });

  it('puts the core category that people named in the centre, and their relations to it on the lines', async () => {
    const project = copyProject(PROJECT);
    await nameCore(project, { code: '推进产业升级', coder: '左', reason: '' });
    const relation = { code: '落实防贫保障', to: '推进产业升级', as: '条件', coder: '左', reason: '' };
    await relateCodes(project, relation);
    const { table, caption } = await makeFigure(project, { name: 'framework' });
    expect(table.cells.map(([code]) => code)).not.toContain('推进产业升级');
    expect(table.cells.map((row) => row[2]).filter(Boolean)).toEqual(['条件']);
    expect(caption).toContain('中心为核心范畴');
    const mechanism = await makeFigure(project, { name: 'mechanism' });
    expect(mechanism.table.cells).toHaveLength(1);
    expect(mechanism.svg).toContain('>条件<');
  });

  it('shows how much evidence each code has only where that is asked for', async () => {
    const project = copyProject(PROJECT);
    const { table, caption } = await makeFigure(project, { name: 'framework', count: 'cases' });
    const cases = new Map(rowsOf(project, 'coding').map((row) => [row.codeId, String(row.cases)]));
    for (const [, codeId, , count] of table.cells) expect(count).toBe(cases.get(String(codeId)));
    expect(caption).toContain('理论不分大小');
  });

  it.each([
    [{ name: 'agreement' }, 'figure/no-agreement'],
    [{ name: 'agreement', unit: 'passage' }, 'figure/unit-elsewhere'],
    [{ name: 'network', unit: 'keyword' }, 'figure/unit-elsewhere'],
    [{ name: 'bars', coders: ['左', '李'] }, 'figure/option-elsewhere'],
    [{ name: 'network', status: 'confirmed' }, 'figure/too-few-codes'],
    [{ name: 'bars', level: 9 }, 'agree/no-such-level'],
    [{ name: 'mechanism' }, 'figure/no-relations'],
    [{ name: 'crosswalk', codebooks: ['six-pillars'] }, 'tables/needs-two-codebooks'],
    [{ name: 'crosstab' }, 'tables/needs-attribute'],
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
