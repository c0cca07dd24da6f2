import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import type { Context } from '../../src/project/context.js';
import { groupBy } from '../../src/text/group-by.js';
import { codeCases } from '../../src/workflow/code-cases.js';
import { labelledTable } from '../../src/workflow/format-table.js';
import { importCases } from '../../src/workflow/import-cases.js';
import { codePassage, reviewPassages } from '../../src/workflow/judge-passages.js';
import { makeTable } from '../../src/workflow/make-table.js';
import { relateCodes } from '../../src/workflow/relate-codes.js';
import { showCase } from '../../src/workflow/show-cases.js';
import { addMemo } from '../../src/workflow/write-memo.js';
import { codedProject } from './coded-project.js';
import { copyProject, makeFolder, rowsOf } from './project.js';

const BY = { coder: '左', reason: '' };
let path = '';
beforeAll(async () => {
  path = await codedProject('JX', 'BT');
}, 120_000);
const open = () => copyProject(path);

/** How many rows of a table each code has. */
function countByCode(rows: readonly { readonly codeId: string }[]) {
  const counts = new Map<string, number>();
  for (const { codeId } of rows) counts.set(codeId, (counts.get(codeId) ?? 0) + 1);
  return counts;
}

describe('examples of the coding', () => {
  it('quote sentences of the case that they name, which the table of evidence has under the same code and place', () => {
    const context = open();
    const evidence = [...rowsOf(context, 'evidence'), ...rowsOf(context, 'counter-evidence')];
    const rows = rowsOf(context, 'examples');
    expect(rows.length).toBeGreaterThan(20);
    for (const { quote, caseId, paragraph, sentence, codeId, passage, kind } of rows) {
      if (kind === 'limit') continue;
      expect(showCase(context, caseId ?? '').cleanText).toContain(quote);
      const source = evidence.find((one) => one.passage === passage);
      expect(source).toMatchObject({ caseId, codeId, paragraph, sentence });
    }
  });

  it('count all passages of the code, as evidence and counter-evidence list them', () => {
    const context = open();
    const counts = {
      example: countByCode(rowsOf(context, 'evidence')),
      counter: countByCode(rowsOf(context, 'counter-evidence')),
    };
    for (const { kind, codeId, passages } of rowsOf(context, 'examples', { quotes: 3 })) {
      if (kind !== 'limit') expect(passages, codeId).toBe(counts[kind].get(codeId));
    }
  });

  it('are no more than asked for, and number the statements of a code on from 1', () => {
    const rows = rowsOf(open(), 'examples', { quotes: 1 }).filter(({ kind }) => kind === 'example');
    expect(new Set(rows.map(({ codeId }) => codeId)).size).toBe(rows.length);
    for (const { number, conceptNumber, categoryNumber, concept } of rows) {
      expect(number).toBe(`${concept === null ? categoryNumber : conceptNumber}-1`);
    }
  });

  it('begin with what a person confirmed, one by one before in bulk', async () => {
    const context = open();
    const own = rowsOf(context, 'evidence').filter(({ origins }) => origins.includes('rule'));
    const ofCodes = [...groupBy(own, ({ codeId }) => codeId).values()];
    const bulkOf = (rows: typeof own) => rows.filter(({ caseId }) => caseId === rows[0]?.caseId);
    const passages =
      ofCodes.find((rows) => bulkOf(rows).length > 1 && bulkOf(rows).length < rows.length) ?? [];
    const bulk = bulkOf(passages).map(({ passage }) => passage);
    const [{ code = '', codeId = '', caseId = '' } = {}] = passages;
    const [last = ''] = passages.slice(-1).map(({ passage }) => passage);
    await reviewPassages(context, 'confirm', { ...BY, code, cases: [caseId] });
    await reviewPassages(context, 'confirm', { ...BY, passages: [last] });
    const chosen = rowsOf(context, 'examples', { quotes: 4 }).filter(
      (one) => one.codeId === codeId && one.kind === 'example',
    );
    expect(bulk.length).toBeGreaterThan(1);
    expect(bulk).not.toContain(last);
    expect(chosen[0]?.passage).toBe(last);
    expect(bulk).toContain(chosen[1]?.passage);
    expect(chosen.filter(({ status }) => status === 'confirmed')).toHaveLength(Math.min(4, bulk.length + 1));
  });
});

it('categories have the counts of the coding table, and each code of the middle level once', () => {
  const context = open();
  const coding = new Map(rowsOf(context, 'coding').map((row) => [row.codeId, row]));
  const rows = rowsOf(context, 'categories');
  expect(rows).toHaveLength([...coding.values()].filter(({ level }) => level === 'axial').length);
  for (const { codeId, category, mainCategory, assignments, references, cases } of rows) {
    expect(coding.get(codeId)).toMatchObject({
      level1: mainCategory,
      level2: category,
      assignments,
      references,
      cases,
    });
  }
});

describe('what argues for pillars', () => {
  it('agrees with the pillars of cases and of places', () => {
    const context = open();
    const key = (group: string | null, pillar: string | null) => `${group} ${pillar}`;
    const of = (by: string) =>
      new Map(rowsOf(context, 'pillars', { by }).map((row) => [key(row.group, row.pillar), row]));
    const [byCase, byPlace] = [of('case'), of('province')];
    const rows = rowsOf(context, 'pillar-evidence');
    expect(rows.filter(({ role }) => role === 'exemplar')).toHaveLength(6);
    for (const row of rows) {
      expect(byCase.get(key(row.caseId, row.pillar))).toMatchObject({
        rank: row.caseRank,
        margin: row.margin,
        references: row.references,
      });
      const place = byPlace.get(key(row.place, row.pillar));
      if (row.leads !== null) {
        expect(place).toMatchObject({ references: row.placeReferences, assignments: row.placeAssignments });
      }
    }
  });

  it('has a row of every place that has most of a pillar, whether its case is the exemplar or not', () => {
    const context = open();
    const rows = rowsOf(context, 'pillar-evidence');
    for (const pillar of new Set(rows.map((row) => row.pillar))) {
      const places = rowsOf(context, 'pillars', { by: 'province' }).filter((row) => row.pillar === pillar);
      const n = ({ references, assignments }: (typeof places)[number]) => references + assignments;
      const most = Math.max(...places.map(n));
      for (const { group } of places.filter((row) => n(row) === most)) {
        expect(rows).toContainEqual(
          expect.objectContaining({ pillar, place: group, leads: expect.any(String) }),
        );
      }
    }
  });

  it('flags a place that leads a pillar by codings that have no words', async () => {
    const context = open();
    const folder = makeFolder();
    const table = join(folder.path, 'more.csv');
    const ids = Array.from({ length: 30 }, (_, at) => `X${at}`);
    writeFileSync(table, ['编号,标题,正文,province', ...ids.map((id) => `${id},${id},,海南`)].join('\n'));
    await importCases(context, { paths: [table], columns: { withoutText: true } });
    for (const caseId of ids) {
      await codePassage(context, { ...BY, caseId, codes: ['防贫预警'] });
    }
    folder.remove();
    const rows = rowsOf(context, 'pillar-evidence').filter(({ pillar }) => pillar === '落实防贫保障');
    expect(rows[0]).toMatchObject({ role: 'exemplar', flag: null });
    expect(rows.at(-1)).toMatchObject({
      role: 'leading-place',
      place: '海南',
      placeReferences: 30,
      caseId: null,
      quote: null,
      flag: 'untold',
    });
    const { header, cells } = labelledTable(makeTable(context, { name: 'pillar-evidence' }), 'zh');
    expect(cells.map((row) => row[header.indexOf('缺项')])).toContain('有编码而无原文可引');
  });

  it('lists a case without any evidence as that, under no pillar', async () => {
    const context = open();
    const folder = makeFolder();
    writeFileSync(join(folder.path, 'Z1.txt'), '今天天气很好。大家吃过饭，坐在树下说话。');
    await importCases(context, { paths: [folder.path] });
    folder.remove();
    const last = rowsOf(context, 'pillar-evidence').at(-1);
    expect(last).toMatchObject({ pillar: null, caseId: 'Z1', caseRank: null, flag: 'no-evidence' });
    const { header, cells } = labelledTable(makeTable(context, { name: 'pillar-evidence' }), 'zh');
    expect(cells.at(-1)?.[header.indexOf('选择式编码')]).toBe('无编码');
  });
});

describe('quotations', () => {
  it('list so many passages of a code and count those that they leave out', () => {
    const context = open();
    const all = countByCode(rowsOf(context, 'evidence'));
    const rows = rowsOf(context, 'quotations', { quotes: 2 }).filter(({ kind }) => kind === 'example');
    for (const [codeId, count] of countByCode(rows)) {
      for (const row of rows.filter((one) => one.codeId === codeId)) {
        expect([row.passages, row.omitted]).toEqual([all.get(codeId), (all.get(codeId) ?? 0) - count]);
      }
    }
    expect(rows.some(({ omitted }) => omitted > 0)).toBe(true);
  });

  it('show memos on the passage and, once, on the code, and the attributes asked for', async () => {
    const context = open();
    const [first] = rowsOf(context, 'quotations');
    await addMemo(context, { coder: '李', on: `passage:${first?.passage}`, text: '这一句最清楚' });
    await addMemo(context, { coder: '左', on: `code:${first?.code}`, text: '与兜底保障分不开？' });
    const rows = rowsOf(context, 'quotations', { withAttributes: ['province', 'year'] });
    expect(rows[0]).toMatchObject({ memos: ['李：这一句最清楚'], codeMemos: ['左：与兜底保障分不开？'] });
    expect(rows.filter(({ codeMemos }) => codeMemos.length > 0)).toHaveLength(1);
    const table = makeTable(context, { name: 'quotations', withAttributes: ['province', 'year'] });
    expect(labelledTable(table, 'zh').header.slice(5, 8)).toEqual(['案例', 'province', 'year']);
    expect(table.rows[0]).toMatchObject({ 'attribute:province': expect.stringMatching(/江西|兵团/) });
  });

  it('say which attributes there are when another is asked for', () => {
    const ask = () => makeTable(open(), { name: 'quotations', withAttributes: ['省份'] });
    expect(ask).toThrow(expect.objectContaining({ code: 'mine/unknown-attribute' }));
  });
});

it('the caption says how many quotes there are at most, and a table that quotes nothing takes no number of them', () => {
  const context: Context = open();
  const table = makeTable(context, { name: 'examples', quotes: 3 });
  expect(labelledTable(table, 'zh').caption).toContain('每项至多引用 3 条');
  expect(() => makeTable(context, { name: 'coding', quotes: 3 })).toThrow('tables/option-elsewhere');
});

describe('relations', () => {
  it('count the sentences in which both codes meet as co-occurrence does, and quote one of them', async () => {
    const context = open();
    const pairs = rowsOf(context, 'cooccurrence', { level: 2 });
    const [met] = pairs;
    await relateCodes(context, { ...BY, code: met?.code ?? '', as: '因果条件', to: met?.otherCode ?? '' });
    const [row] = rowsOf(context, 'relations');
    expect(row).toMatchObject({
      pair: `${met?.code}→${met?.otherCode}`,
      sharedUnits: met?.sharedUnits,
      sharedCases: met?.sharedCases,
    });
    const here = rowsOf(context, 'evidence').filter(
      ({ caseId, quote }) => caseId === row?.caseId && quote === row?.quote,
    );
    expect(new Set(here.map(({ codeId }) => codeId)).size).toBeGreaterThan(1);
  });

  it('are written in the order in which one leads to the other, and codes under each other meet without a count', async () => {
    const context = open();
    await relateCodes(context, { ...BY, code: '收益分红', as: '结果', to: '龙头企业' });
    await relateCodes(context, { ...BY, code: '实施动态监测', as: '脉络', to: '落实防贫保障' });
    expect(rowsOf(context, 'relations').map(({ pair, sharedUnits }) => [pair, sharedUnits])).toEqual([
      ['实施动态监测→落实防贫保障', null],
      ['龙头企业→收益分红', expect.any(Number)],
    ]);
  });
});

describe('several codebooks', () => {
  const THREE = ['six-pillars', 'five-revitalisations', 'sichuan-linkage'];
  const three = async () => {
    const context = open();
    for (const codebook of THREE.slice(1)) await codeCases(context, { codebook });
    return context;
  };

  it('are crossed pair by pair, each pair as a crosswalk of the two has it', async () => {
    const context = await three();
    const all = rowsOf(context, 'crosswalk', { codebooks: THREE, level: 1 });
    expect(new Set(all.map(({ codebook, otherCodebook }) => `${codebook} ${otherCodebook}`)).size).toBe(3);
    const two = rowsOf(context, 'crosswalk', { codebooks: THREE.slice(1), level: 1 });
    const same = all.filter(({ codebook }) => codebook === THREE[1]);
    expect(same.map(({ codebook: _, otherCodebook: __, ...row }) => row)).toEqual(two);
  });

  it('stand beside each top code of the first in one table, with the counts of the crosswalk', async () => {
    const context = await three();
    const all = rowsOf(context, 'crosswalk', { codebooks: THREE, level: 1 });
    const { rows, columns } = makeTable(context, { name: 'correspondence', codebooks: THREE });
    expect(columns).toEqual(['code', 'codeId', 'units', ...THREE.slice(1).map((id) => `codebook:${id}`)]);
    expect(rows).toHaveLength(6);
    for (const row of rows) {
      for (const id of THREE.slice(1)) {
        const met = all.filter((one) => one.otherCodebook === id && one.codeId === row['codeId']);
        const named = met.slice(0, 3).map(({ otherCode, sharedUnits }) => `${otherCode}（${sharedUnits}）`);
        expect(row[`codebook:${id}`]).toEqual(named);
        for (const { units } of met) expect(units).toBe(row['units']);
      }
    }
  });

  it('must be two or more, and different', () => {
    for (const codebooks of [['six-pillars'], ['six-pillars', 'six-pillars']]) {
      expect(() => makeTable(open(), { name: 'correspondence', codebooks })).toThrow(
        'tables/needs-two-codebooks',
      );
    }
  });
});
