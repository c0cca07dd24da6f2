import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { readCsv } from '../../../src/formats/csv.js';
import { DEFAULT_LIMITS } from '../../../src/formats/limits.js';
import { readXlsx } from '../../../src/formats/xlsx.js';
import { type ExportDatasetRequest, exportDataset } from '../../../src/workflow/export-dataset.js';
import { rejectionOf } from '../../formats/rejection.js';
import { ranProject } from '../coded-project.js';
import { copyProject, makeFolder, rowsOf } from '../project.js';
import { CODE_LABELS, hostileProject } from './hostile-project.js';
import { NETWORKX, noteMissing, runPython, XMLLINT } from './statistics-programs.js';

const RAN = await ranProject('JX');
const HOSTILE = await hostileProject();
const folder = makeFolder();

noteMissing({ networkx: NETWORKX, xmllint: XMLLINT });

async function exported(project: string, request: Omit<ExportDatasetRequest, 'out'>) {
  const out = join(folder.path, `${request.format} ${Math.random()}`);
  const context = copyProject(project);
  await exportDataset(context, { ...request, out });
  const rows = (name: string) =>
    readCsv(readFileSync(join(out, name), 'utf8'), name).rows.map((row) => row.values);
  return { out, context, rows };
}

describe('cooccurrence', () => {
  it('has what the table counts, in both triangles, and the units of each code on the diagonal', async () => {
    const { rows, context } = await exported(RAN, { format: 'cooccurrence', level: 2 });
    const pairs = rowsOf(context, 'cooccurrence', { level: 2 });
    const [counts, jaccard] = [rows('counts.csv'), rows('jaccard.csv')];
    const cell = (of: typeof counts, row: string, column: string) =>
      Number(of.find((one) => one['编码'] === row)?.[column]);
    expect(pairs.length).toBeGreaterThan(3);
    for (const { code, otherCode, units, otherUnits, sharedUnits, jaccard: alike } of pairs) {
      expect(cell(counts, code, otherCode)).toBe(sharedUnits);
      expect(cell(counts, otherCode, code)).toBe(sharedUnits);
      expect(cell(counts, code, code)).toBe(units);
      expect(cell(counts, otherCode, otherCode)).toBe(otherUnits);
      expect(cell(jaccard, code, otherCode)).toBe(alike);
    }
    const met = counts.flatMap((row) =>
      Object.values(row)
        .slice(1)
        .filter((value) => value !== '0'),
    );
    expect(met.length).toBe(2 * pairs.length + counts.length);
    expect(counts.every((row) => cell(jaccard, row['编码'] ?? '', row['编码'] ?? '') === 1)).toBe(true);
  });

  it.each([{ unit: 'paragraph' }, { unit: 'case' }, { within: 2 }, { unit: 'window' }] as const)(
    'counts in the units that are asked for, as the table does: %o',
    async (asked) => {
      const { rows, out, context } = await exported(RAN, { format: 'cooccurrence', level: 2, ...asked });
      const pairs = rowsOf(context, 'cooccurrence', { level: 2, ...asked });
      const counts = rows('counts.csv');
      expect(pairs.length).toBeGreaterThan(3);
      for (const { code, otherCode, sharedUnits } of pairs) {
        expect(counts.find((one) => one['编码'] === code)?.[otherCode]).toBe(String(sharedUnits));
      }
      const book = await readXlsx('matrices.xlsx', readFileSync(join(out, 'matrices.xlsx')), DEFAULT_LIMITS);
      expect(book.map(({ rows: of }) => of.length)).toEqual([counts.length, counts.length, counts.length]);
    },
  );

  it('refuses a distance in anything but windows, and a unit of coders', async () => {
    const refused = async (asked: object) =>
      rejectionOf(exported(RAN, { format: 'cooccurrence', ...asked } as never));
    expect(await refused({ unit: 'case', within: 2 })).toMatchObject({ code: 'tables/within-no-window' });
    expect(await refused({ unit: 'keyword' })).toMatchObject({ code: 'tables/unit-elsewhere' });
  });

  it('writes Ucinet DL in which no label ends a line or a text', async () => {
    const { out, rows } = await exported(HOSTILE, { format: 'cooccurrence' });
    const [head, format, labels, ...lines] = readFileSync(join(out, 'counts.dl'), 'utf8')
      .trimEnd()
      .split('\n');
    const n = Object.keys(CODE_LABELS).length;
    expect([head, format, labels]).toEqual([`DL N=${n}`, 'FORMAT = FULLMATRIX DIAGONAL PRESENT', 'LABELS:']);
    expect(lines.slice(0, n).filter((line) => !/^"[^"]+"$/u.test(line))).toEqual([]);
    expect(lines[n]).toBe('DATA:');
    expect(lines.slice(n + 1)).toEqual(
      rows('counts.csv').map((row) => Object.values(row).slice(1).join(' ')),
    );
  });
});

describe('gexf', () => {
  const READ = `
import json, sys, networkx
graph = networkx.read_gexf(sys.argv[1])
print(json.dumps({
    "labels": [node["label"] for _, node in graph.nodes(data=True)],
    "degrees": [[node["degree"], node["weightedDegree"], graph.degree(name), graph.degree(name, weight="weight")]
                for name, node in graph.nodes(data=True)],
    "weights": sum(edge["weight"] for _, _, edge in graph.edges(data=True)),
}))`;

  it.skipIf(!NETWORKX)(
    'is read by networkx with the weights of the table and whatever labels there are',
    async () => {
      for (const project of [RAN, HOSTILE]) {
        const { out, context } = await exported(project, { format: 'gexf' });
        const read = runPython(READ, out) as { labels: string[]; degrees: number[][]; weights: number };
        for (const [degree, weighted, counted, summed] of read.degrees) {
          expect([degree, weighted]).toEqual([counted, summed]);
        }
        const pairs = rowsOf(context, 'cooccurrence');
        expect(read.weights).toBe(pairs.reduce((sum, { sharedUnits }) => sum + sharedUnits, 0));
        if (project === HOSTILE) expect(read.labels).toEqual(Object.values(CODE_LABELS));
      }
    },
  );

  it.skipIf(!XMLLINT)('is well-formed, and the same each time', async () => {
    const [one, two] = [
      await exported(HOSTILE, { format: 'gexf' }),
      await exported(HOSTILE, { format: 'gexf' }),
    ];
    execFileSync('xmllint', ['--noout', one.out]);
    expect(readFileSync(one.out, 'utf8')).toBe(readFileSync(two.out, 'utf8'));
  });
});

describe('dtm', () => {
  it('counts the words of each case, and adds up to the sums of its rows and columns', async () => {
    const { out, rows } = await exported(RAN, { format: 'dtm', minDf: 2 });
    const [banner, sizes = '', ...lines] = readFileSync(join(out, 'matrix.mtx'), 'utf8')
      .trimEnd()
      .split('\n');
    const entries = lines.map((line) => line.split(' ').map(Number) as [number, number, number]);
    const [documents, words] = [rows('documents.csv'), rows('words.csv')];
    expect(banner).toBe('%%MatrixMarket matrix coordinate integer general');
    expect(sizes).toBe(`${documents.length} ${words.length} ${entries.length}`);
    const sum = (of: typeof entries) => of.reduce((all, [, , n]) => all + n, 0);
    for (const word of words) {
      const own = entries.filter(([, column]) => column === Number(word['列号']));
      expect([own.length, sum(own)]).toEqual([Number(word['材料来源数']), Number(word['词频（分词计数）'])]);
      expect(own.length).toBeGreaterThanOrEqual(2);
    }
    for (const document of documents) {
      const own = entries.filter(([row]) => row === Number(document['行号']));
      expect(sum(own)).toBe(Number(document['本行词频合计']));
    }
  });

  it('refuses what means nothing for it, under the name of the flag', async () => {
    const written = exportDataset(copyProject(RAN), { format: 'gexf', out: 'x', minDf: 2 });
    expect(await rejectionOf(written)).toMatchObject({
      code: 'export/option-elsewhere',
      params: { option: 'min-df' },
    });
  });
});
