import { cpSync, mkdirSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { isReference } from '../../src/model/evidence.js';
import { tableNames, tablesOnRequest } from '../../src/model/table-name.js';
import type { EvidenceRow, RawRow } from '../../src/model/table-rows.js';
import { appliedCodebook } from '../../src/project/applied-codebook.js';
import type { Context } from '../../src/project/context.js';
import { openStore } from '../../src/store/open.js';
import { stateHash } from '../../src/store/state-hash.js';
import type { Store } from '../../src/store/store.js';
import { sliceCodePoints } from '../../src/text/code-points.js';
import { groupBy } from '../../src/text/group-by.js';
import { concordance } from '../../src/workflow/concordance.js';
import { makeTable } from '../../src/workflow/make-table.js';
import { type RunReport, runAll } from '../../src/workflow/run-all.js';
import { listCases, showCase } from '../../src/workflow/show-cases.js';
import { ATTRIBUTES, CORPUS, contextOf, makeFolder, rowsOf } from './project.js';

const folder = makeFolder();
const stores: Store[] = [];

/** The whole way over the sample corpus, into a project and a folder of tables of that name. */
async function walk(
  name: string,
  paths: readonly string[],
  options: { attributes?: string; begin?: string } = {},
): Promise<{ context: Context; report: RunReport; files: Map<string, string> }> {
  const store = openStore(join(folder.path, `${name}.db`), { mode: 'create' });
  stores.push(store);
  const context = contextOf(store, options.begin);
  const out = join(folder.path, `${name}-tables`);
  const attributes = options.attributes ?? ATTRIBUTES;
  const report = await runAll(context, { paths, attributes, out });
  const files = new Map(readdirSync(out).map((file) => [file, readFileSync(join(out, file), 'utf8')]));
  return { context, report, files };
}

let first: Awaited<ReturnType<typeof walk>>;
beforeAll(async () => {
  first = await walk('first', [CORPUS]);
});
afterAll(() => {
  for (const store of stores) store.close();
  folder.remove();
});

describe('a run over the sample corpus', () => {
  it('takes every case the whole way and writes every table', () => {
    const { report, files } = first;
    expect(report.import.added).toHaveLength(48);
    expect(report.mine.casesMined).toHaveLength(48);
    // Short cases repeat fewer than three new words, and names of places are no keywords.
    expect(report.screen.kept).toBeGreaterThanOrEqual(48 + 40);
    expect(report.screen.kept).toBeLessThanOrEqual(48 * 3);
    expect(report.code.caseKeywords).toBeGreaterThanOrEqual(report.code.mapped);
    // The others need two codebooks, several coders, or what nobody wrote.
    const others = [...tablesOnRequest, 'contested', 'revisit', 'memos', 'sampling', 'relations', 'facets'];
    const ofOneCodebook = tableNames.filter((name) => !others.includes(name));
    expect([...files.keys()].sort()).toEqual(
      [...ofOneCodebook.flatMap((name) => [`${name}.csv`, `${name}.json`]), 'tables.md'].sort(),
    );
  });

  it('captions every table with a run of the project', () => {
    const page = first.files.get('tables.md');
    expect(page).toContain(first.report.mine.statisticsRunId);
    expect(page).toContain(first.report.code.runId);
  });

  it('gives every candidate its place: ranks without gaps, weights falling', () => {
    const { context } = first;
    for (const by of ['case', 'province']) {
      const groups = groupBy(rowsOf(context, 'keywords', { by }), ({ group }) => group);
      for (const rows of groups.values()) {
        expect(rows.map(({ rank }) => rank)).toEqual(rows.map((_, index) => index + 1));
        const weights = rows.map(({ weight }) => weight);
        expect(weights).toEqual([...weights].sort((a, b) => b - a));
      }
    }
  });

  it('counts the characters of the raw text and shows the text that spans point into', () => {
    const { store } = first.context;
    const listed = listCases({ store }).find(({ id }) => id === 'JX01');
    const { text, cleanText, attributes } = showCase({ store }, 'JX01');
    expect(text).toBe(readFileSync(join(CORPUS, 'JX01.txt'), 'utf8'));
    expect(listed?.characters).toBe([...text].length);
    expect(cleanText).toContain('扶贫产业园');
    expect(attributes['province']).toBe('江西');
  });

  it('finds every occurrence of a word in context', () => {
    const { store } = first.context;
    const lines = concordance({ store }, '扶贫产业园');
    expect(lines.length).toBeGreaterThan(10);
    for (const { caseId, keyword, start, end } of lines) {
      expect(keyword).toBe('扶贫产业园');
      expect(sliceCodePoints(showCase({ store }, caseId).text, { start, end })).toBe('扶贫产业园');
    }
  });
});

describe('every number can be walked back to its sentences', () => {
  const framework = () => appliedCodebook(first.context.store)?.framework;
  let raw: readonly RawRow[];
  let evidence: readonly EvidenceRow[];
  let references: readonly EvidenceRow[];
  beforeAll(() => {
    raw = rowsOf(first.context, 'raw');
    evidence = rowsOf(first.context, 'evidence');
    references = evidence.filter(isReference);
  });

  it('quotes the raw text where it says it does', () => {
    const texts = new Map(listCases(first.context).map(({ id }) => [id, showCase(first.context, id).text]));
    expect(evidence.length).toBeGreaterThan(500);
    for (const { caseId, start, end, quote } of evidence) {
      expect(sliceCodePoints(texts.get(caseId) ?? '', { start, end })).toBe(quote);
    }
  });

  /** Case × keyword pairs of the raw table: what a folded keyword counts for, it counts for once. */
  const pairs = () => {
    const distinct = new Map<string, { caseId: string; word: string; coreKeyword: string }>();
    for (const { caseId, rawKeyword, kept, coreKeyword } of raw) {
      if (kept && coreKeyword !== null) {
        distinct.set(`${caseId} ${rawKeyword}`, { caseId, word: rawKeyword, coreKeyword });
      }
    }
    return [...distinct.values()];
  };

  it('frequency from raw keywords and coded passages', () => {
    for (const row of rowsOf(first.context, 'frequency')) {
      const merged = pairs().filter(({ coreKeyword }) => coreKeyword === row.coreKeyword);
      const passages = references.filter(({ codeId }) => codeId === row.codeId);
      expect(row).toMatchObject({
        assignments: merged.length,
        distinctRaw: new Set(merged.map(({ word }) => word)).size,
        references: passages.length,
        cases: new Set([...merged, ...passages].map(({ caseId }) => caseId)).size,
      });
    }
  });

  it('every assignment has a sentence of its own case as evidence', () => {
    const found = new Set(
      evidence
        .filter(({ origins }) => origins.includes('keyword'))
        .flatMap(({ caseId, code, keywords }) => keywords.map((word) => `${caseId} ${code} ${word}`)),
    );
    expect(pairs().length).toBeGreaterThanOrEqual(10);
    for (const { caseId, word, coreKeyword } of pairs()) {
      expect(found).toContain(`${caseId} ${coreKeyword} ${word}`);
    }
  });

  it('tokens from the occurrences of a code’s own terms', () => {
    const frequency = rowsOf(first.context, 'frequency').find(
      ({ coreKeyword }) => coreKeyword === '庭院经济',
    );
    const matrix = rowsOf(first.context, 'matrix').filter(({ code }) => code === '庭院经济');
    expect(frequency?.tokens).toBe(matrix.reduce((sum, { tokens }) => sum + tokens, 0));
    expect(frequency?.tokens).toBeGreaterThan(0);
  });

  it('coding table from frequency', () => {
    const frequency = new Map(rowsOf(first.context, 'frequency').map((row) => [row.codeId, row]));
    const coding = rowsOf(first.context, 'coding');
    expect(coding).toHaveLength(framework()?.codes.size ?? 0);
    for (const { codeId, level, assignments, references: count, cases } of coding) {
      if (level !== 'open') continue;
      const row = frequency.get(codeId) ?? { assignments: 0, references: 0, cases: 0 };
      expect({ assignments, references: count, cases }).toEqual({
        assignments: row.assignments,
        references: row.references,
        cases: row.cases,
      });
    }
  });

  it('matrix from raw keywords and coded passages', () => {
    const matrix = rowsOf(first.context, 'matrix');
    const sum = (field: 'assignments' | 'references') => matrix.reduce((total, row) => total + row[field], 0);
    expect(sum('assignments')).toBe(pairs().length);
    expect(sum('references')).toBe(references.length);
    for (const { caseId, codeId, references: count } of matrix.slice(0, 50)) {
      expect(references.filter((row) => row.caseId === caseId && row.codeId === codeId)).toHaveLength(count);
    }
  });

  it.each([undefined, 'case', 'province'])('pillars from the codes under them, by %s', (by) => {
    const { store } = first.context;
    const pillars = rowsOf(first.context, 'pillars', { by });
    const groupOf = (caseId: string): string | undefined => {
      if (by === undefined) return '全部';
      return by === 'case' ? caseId : showCase({ store }, caseId).attributes[by];
    };
    const known = framework();
    const openings = new Set(
      rowsOf(first.context, 'evidence')
        .filter(({ start }) => start < 120)
        .map(({ caseId, codeId }) => `${caseId} ${codeId}`),
    );
    const matrix = rowsOf(first.context, 'matrix').map((row) => ({
      ...row,
      group: groupOf(row.caseId),
      pillar: known?.paths.get(row.codeId)?.[0]?.label.zh,
    }));
    for (const [group, rows] of groupBy(pillars, (row) => row.group)) {
      const ranked = rows.filter(({ score }) => score > 0);
      expect(rows.map(({ rank }) => rank)).toEqual(
        rows.map(({ score }) =>
          score > 0 ? 1 + ranked.filter((other) => other.score > score).length : null,
        ),
      );
      const total = rows.reduce((sum, { score }) => sum + score, 0);
      rows.forEach((row, index) => {
        const under = matrix.filter((cell) => cell.group === group && cell.pillar === row.pillar);
        const counted = under.filter(({ assignments, references: count }) => assignments + count > 0);
        const byCode = [...groupBy(counted, ({ codeId }) => codeId).values()];
        const levelOf = (codeId = '') => [2, 1.5, 1][(known?.paths.get(codeId)?.length ?? 0) - 1] ?? 0;
        const sum = byCode.reduce((total, cells) => {
          const n = cells.reduce((count, cell) => count + cell.assignments + cell.references, 0);
          const opened = cells.filter(({ caseId, codeId }) => openings.has(`${caseId} ${codeId}`)).length;
          return total + levelOf(cells[0]?.codeId) * n ** 0.7 * (1 + opened / cells.length);
        }, 0);
        const codes = [...(known?.paths.values() ?? [])].filter(([top]) => top?.label.zh === row.pillar);
        const score = sum / codes.length ** 0.25;
        expect(row.assignments).toBe(under.reduce((sum, { assignments }) => sum + assignments, 0));
        expect(row.references).toBe(under.reduce((sum, cell) => sum + cell.references, 0));
        expect(row.cases).toBe(new Set(counted.map(({ caseId }) => caseId)).size);
        expect(row.score).toBeCloseTo(score, 5);
        expect(row.share).toBeCloseTo(total > 0 ? row.score / total : 0, 5);
        const next = rows[index + 1]?.score ?? 0;
        expect(row.margin).toBeCloseTo(row.score > 0 ? (row.score - next) / row.score : 0, 5);
      });
    }
  });
});

describe('the same input gives the same bytes', () => {
  const runIds = ({ report }: typeof first) => [
    report.import.runId,
    report.mine.statisticsRunId,
    report.screen.runId,
    report.code.runId,
  ];

  it('from another folder, with shuffled arguments, later and in another time zone', async () => {
    const elsewhere = join(folder.path, '别处 elsewhere');
    mkdirSync(elsewhere);
    cpSync(CORPUS, elsewhere, { recursive: true });
    cpSync(ATTRIBUTES, join(folder.path, 'attributes.csv'));
    const shuffled = readdirSync(elsewhere)
      .map((name) => join(elsewhere, name))
      .sort((a, b) => (a.slice(-5) < b.slice(-5) ? 1 : -1));
    const zone = process.env['TZ'];
    process.env['TZ'] = 'Pacific/Kiritimati';
    try {
      const again = await walk('again', shuffled, {
        attributes: join(folder.path, 'attributes.csv'),
        begin: '2031-12-31T23:59:00Z',
      });
      expect(again.files).toEqual(first.files);
      expect(runIds(again)).toEqual(runIds(first));
      expect(stateHash(again.context.store)).toBe(stateHash(first.context.store));
    } finally {
      if (zone === undefined) delete process.env['TZ'];
      else process.env['TZ'] = zone;
    }
  });

  it('on a second run over the same project, to which it adds nothing', async () => {
    const { context, files } = first;
    const before = stateHash(context.store);
    const out = join(folder.path, 'second-tables');
    const report = await runAll(context, { paths: [CORPUS], attributes: ATTRIBUTES, out });
    expect(report.import).toMatchObject({ added: [], changed: [], attributesChanged: [] });
    expect(report.import.unchanged).toHaveLength(48);
    expect(report.mine).toMatchObject({ computed: false, casesMined: [] });
    expect(stateHash(context.store)).toBe(before);
    expect(new Map(readdirSync(out).map((file) => [file, readFileSync(join(out, file), 'utf8')]))).toEqual(
      files,
    );
  });
});

describe('a table', () => {
  it('of one batch counts only its cases, and says when there is no such batch', () => {
    const { store } = first.context;
    expect(makeTable({ store }, { name: 'matrix', batch: '1' }).source.cases).toBe(48);
    expect(() => makeTable({ store }, { name: 'matrix', batch: 'none' })).toThrow('cases/unknown-batch');
  });

  it.each([
    { name: 'matrix', by: 'province' },
    { name: 'coding', unit: 'case' },
    { name: 'evidence', level: 1 },
    { name: 'coverage', codebooks: ['six-pillars', 'sichuan-linkage'] },
  ] as const)('refuses an option that means nothing for it: %o', (request) => {
    expect(() => makeTable(first.context, request)).toThrow('tables/option-elsewhere');
  });

  it('grouped by an unknown attribute names the known ones', () => {
    expect(() => makeTable(first.context, { name: 'pillars', by: 'provinz' })).toThrow(
      /unknown-attribute.*province/,
    );
  });

  it('of a codebook that was not applied names those that were', () => {
    expect(() => makeTable(first.context, { name: 'coding', codebook: 'other' })).toThrow(
      /unknown-codebook.*six-pillars/,
    );
  });

  it('weighs by TF-IDF to compare with', () => {
    const ours = rowsOf(first.context, 'keywords', { by: 'province' });
    const theirs = rowsOf(first.context, 'keywords', { by: 'province', weight: 'tfidf' });
    expect(theirs).toHaveLength(ours.length);
    expect(theirs).not.toEqual(ours);
  });
});
