import fc from 'fast-check';
import { expect, it } from 'vitest';
import { code, codebook } from '../../village-codebook.js';
import { auditOf, contradictions } from './audit-of.js';

type Row = readonly string[];
type Tables = Readonly<Record<'coding' | 'frequency' | 'top' | 'axial', readonly Row[]>>;

interface OpenCode {
  readonly word: string;
  readonly axial: string;
  readonly pillar: string;
  readonly count: number;
}

/** Codes of two pillars or more; every one has a figure, so that nothing can change unseen. */
const openCodes = fc
  .array(
    fc.array(fc.array(fc.integer({ min: 1, max: 60 }), { minLength: 1, maxLength: 4 }), {
      minLength: 1,
      maxLength: 3,
    }),
    { minLength: 2, maxLength: 4 },
  )
  .map((pillars) =>
    pillars.flatMap((axials, p) =>
      axials.flatMap((counts, a) =>
        counts.map(
          (count, c): OpenCode => ({
            word: `编码${p}-${a}-${c}`,
            axial: `范畴${p}-${a}`,
            pillar: `支柱${p}`,
            count,
          }),
        ),
      ),
    ),
  );

const sum = (codes: readonly OpenCode[]) => codes.reduce((total, { count }) => total + count, 0);

/** Four tables that agree with one another: what a careful author would print. */
function tablesOf(codes: readonly OpenCode[]): Tables {
  const ranked = [...codes].sort((a, b) => b.count - a.count);
  const total = sum(codes);
  const axials = [...new Set(codes.map(({ axial }) => axial))];
  return {
    coding: codes.map(({ word, axial, pillar, count }) => [pillar, axial, word, String(count)]),
    frequency: ranked.map(({ word, count }) => [
      word,
      String(count),
      `${((100 * count) / total).toFixed(1)}%`,
      String(1 + ranked.filter((other) => other.count > count).length),
    ]),
    top: ranked.slice(0, Math.ceil(ranked.length / 2)).map(({ word, count }) => [word, String(count)]),
    axial: axials.map((axial) => [axial, String(sum(codes.filter((one) => one.axial === axial)))]),
  };
}

function bookOf(codes: readonly OpenCode[]) {
  const ids = (key: 'pillar' | 'axial') => [...new Set(codes.map((one) => one[key]))];
  const [pillars, axials] = [ids('pillar'), ids('axial')];
  return codebook(
    ['pillar', 'axial', 'open'],
    [
      ...pillars.map((label, p) => code(`p${p}`, label, 'pillar', null)),
      ...axials.map((label, a) => {
        const above = codes.find(({ axial }) => axial === label)?.pillar ?? '';
        return code(`a${a}`, label, 'axial', `p${pillars.indexOf(above)}`);
      }),
      ...codes.map(({ word, axial }, c) => code(`c${c}`, word, 'open', `a${axials.indexOf(axial)}`)),
    ],
  );
}

function audit(codes: readonly OpenCode[], tables: Tables, withBook: boolean): string[] {
  const csv = (head: string, rows: readonly Row[]) => [head, ...rows.map((row) => row.join(','))].join('\n');
  const study = {
    tables: [
      {
        kind: 'table',
        id: 'coding',
        name: '编码表',
        file: 'coding',
        levels: { pillar: 'pillar', axial: 'axial', open: 'open' },
        measures: { assignments: 'count' },
      },
      {
        kind: 'table',
        id: 'frequency',
        name: '频次表',
        file: 'frequency',
        levels: { open: 'word' },
        measures: { assignments: 'count' },
        shares: [{ column: 'share', of: 'count' }],
        order: { column: 'count', direction: 'descending' },
        rank: 'rank',
        total: '合计',
      },
      {
        kind: 'table',
        id: 'top',
        name: '高频表',
        file: 'top',
        extent: 'top',
        levels: { open: 'word' },
        measures: { assignments: 'count' },
        order: { column: 'count', direction: 'descending' },
      },
      {
        kind: 'table',
        id: 'axial',
        name: '范畴表',
        file: 'axial',
        levels: { axial: 'axial' },
        measures: { assignments: 'count' },
      },
    ],
    claims: [
      { kind: 'count', level: 'open', value: codes.length, source: '正文' },
      { kind: 'count', level: 'axial', value: new Set(codes.map(({ axial }) => axial)).size, source: '正文' },
      {
        kind: 'count',
        level: 'pillar',
        value: new Set(codes.map(({ pillar }) => pillar)).size,
        source: '正文',
      },
      { kind: 'rows', table: 'top', value: Math.ceil(codes.length / 2), source: '正文' },
      { kind: 'sum', measure: 'assignments', value: sum(codes), source: '正文' },
    ],
  };
  const files = {
    coding: csv('pillar,axial,open,count', tables.coding),
    frequency: csv('word,count,share,rank', [...tables.frequency, ['合计', String(sum(codes)), '100%', '']]),
    top: csv('word,count', tables.top),
    axial: csv('axial,count', tables.axial),
  };
  return contradictions(auditOf(study, files, withBook ? bookOf(codes) : null));
}

const WORD_AT = { coding: 2, frequency: 0, top: 0, axial: 0 } as const;
const COUNT_AT = { coding: 3, frequency: 1, top: 1, axial: 1 } as const;

type Mutation = 'drop' | 'count' | 'move' | 'rename' | 'duplicate' | 'lose';

/** One slip of the pen in one table. */
function mutate(tables: Tables, name: keyof Tables, mutation: Mutation, at: number, by: number): Tables {
  const rows = mutation === 'move' ? tables.coding : tables[name];
  const index = at % rows.length;
  const row = rows[index] as Row;
  const withRow = (changed: Row) => rows.map((one, other) => (other === index ? changed : one));
  const withCell = (column: number, value: string) =>
    withRow(row.map((cell, c) => (c === column ? value : cell)));
  switch (mutation) {
    case 'drop':
      return { ...tables, [name]: rows.filter((_, other) => other !== index) };
    case 'count':
      return { ...tables, [name]: withCell(COUNT_AT[name], String(Number(row[COUNT_AT[name]]) + by)) };
    case 'rename':
      return { ...tables, [name]: withCell(WORD_AT[name], `别名${by}`) };
    case 'duplicate':
      return { ...tables, [name]: [...rows, row] };
    case 'move': {
      const elsewhere = rows.find(([, axial]) => axial !== row[1]) as Row;
      return { ...tables, coding: withRow([elsewhere[0] ?? '', elsewhere[1] ?? '', ...row.slice(2)]) };
    }
    case 'lose':
      return { ...tables, coding: tables.coding.map(([, ...rest]) => ['支柱0', ...rest]) };
  }
}

it('is silent on tables that agree, with a codebook and without', () => {
  fc.assert(
    fc.property(openCodes, fc.boolean(), (codes, withBook) => {
      expect(audit(codes, tablesOf(codes), withBook)).toEqual([]);
    }),
    { numRuns: 50 },
  );
});

it('finds any one row that was dropped, moved, renamed or doubled, any figure that was changed', () => {
  fc.assert(
    fc.property(
      openCodes,
      fc.constantFrom<keyof Tables>('coding', 'frequency', 'top', 'axial'),
      fc.constantFrom<Mutation>('drop', 'count', 'move', 'rename', 'duplicate', 'lose'),
      fc.nat(),
      fc.integer({ min: 1, max: 9 }),
      fc.boolean(),
      (codes, name, mutation, at, by, withBook) => {
        const mutated = mutate(tablesOf(codes), name, mutation, at, by);
        expect(audit(codes, mutated, withBook), `${mutation} in ${name}`).not.toEqual([]);
      },
    ),
    { numRuns: 200 },
  );
});
