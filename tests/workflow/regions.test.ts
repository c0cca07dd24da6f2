import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import type { RegionKind } from '../../src/model/region-kind.js';
import type { Context } from '../../src/project/context.js';
import { currentVersions } from '../../src/store/case-table.js';
import { readCleanText } from '../../src/store/normalized-text-table.js';
import { openStore } from '../../src/store/open.js';
import { openRegions, readTextScope } from '../../src/store/region-table.js';
import { stateHash } from '../../src/store/state-hash.js';
import type { Store } from '../../src/store/store.js';
import { splitSentences } from '../../src/text/sentences.js';
import { changeRegions, listRegions } from '../../src/workflow/change-regions.js';
import { codeCases } from '../../src/workflow/code-cases.js';
import { compareCodes } from '../../src/workflow/compare-codes.js';
import { concordance } from '../../src/workflow/concordance.js';
import { decide, undo } from '../../src/workflow/decide.js';
import { importCases } from '../../src/workflow/import-cases.js';
import { makeTable } from '../../src/workflow/make-table.js';
import { mineKeywords } from '../../src/workflow/mine-keywords.js';
import { contextOf, copyProject, makeFolder, rowsOf } from './project.js';

const CODEBOOK = `id: villages
title: { zh: 村庄, en: Villages }
version: "1"
source: 自编
levels:
  - id: open
    name: { zh: 开放性编码, en: Open code }
codes:
  - { id: workshop, label: { zh: 扶贫车间, en: workshop }, level: open, definition: 车间 }
  - { id: posts, label: { zh: 公益岗位, en: posts }, level: open, definition: 岗位 }
`;

/** A paper, line by line, with what each line is. */
const PAPER: readonly (readonly [RegionKind, string])[] = [
  ['front-matter', '关键词：扶贫车间；公益岗位'],
  ['heading', '一、扶贫车间'],
  ['body', '村里办起扶贫车间，妇女在家门口上工。扶贫车间吸纳二十人。'],
  ['question', '问：公益岗位有几个？'],
  ['body', '河边的公益岗位由村里出钱。老人们看护山林。'],
  ['caption', '图1 扶贫车间的分布'],
  ['references', '[1] 王二小．扶贫车间研究[J]．村庄，2019．'],
  ['references', '[2] 王二小．公益岗位研究[J]．村庄，2020．'],
];
const VILLAGE = '山下的扶贫车间有三十人。公益岗位有五个，看护山林。\n扶贫车间吸纳老人。';

const folder = makeFolder();
const PROJECT = join(folder.path, 'zhagen.db');
const codebook = join(folder.path, 'villages.yaml');
const lists = { minFrequency: 2 } as const;

/** Says what the lines of the paper are, in place of what was recognised. */
function markPaper(store: Store): void {
  const version = currentVersions(store).find(({ caseId }) => caseId === 'paper')?.version as string;
  const counted = readTextScope(store, 'paper', version)?.counted ?? null;
  const rows = openRegions(store, 'paper', version);
  let start = 0;
  for (const [kind, line] of PAPER) {
    const end = start + [...line].length;
    if (kind !== 'body') rows.add([{ kind, start, end }]);
    start = end + 1;
  }
  rows.close({ characters: start - 1, counted, isFromPlainText: false });
}

const LI = { coder: '李', reason: '' };

beforeAll(async () => {
  writeFileSync(codebook, CODEBOOK);
  writeFileSync(join(folder.path, 'paper.txt'), PAPER.map(([, line]) => line).join('\n'));
  writeFileSync(join(folder.path, 'village.txt'), VILLAGE);
  const store = openStore(PROJECT, { mode: 'create' });
  const context = contextOf(store);
  await importCases(context, {
    paths: ['paper.txt', 'village.txt'].map((name) => join(folder.path, name)),
    steps: ['line-ends'],
  });
  markPaper(store);
  await mineAndCode(context);
  store.close();
  return folder.remove;
});

async function mineAndCode(context: Context) {
  await mineKeywords(context, lists);
  return codeCases(context, { codebook });
}

const quotesOf = (context: Context, table: 'evidence' | 'uncoded', caseId = 'paper') => [
  ...new Set(
    rowsOf(context, table)
      .filter((row) => row.caseId === caseId)
      .map(({ quote }) => quote),
  ),
];
const linesOf = (...kinds: RegionKind[]) =>
  PAPER.flatMap(([kind, line]) => (kinds.includes(kind) ? [line] : []));
const sentencesOf = (lines: readonly string[]) =>
  lines.flatMap((line) => splitSentences(line).map(({ start, end }) => line.slice(start, end)));

describe('what does not count', () => {
  it('is in no keyword, evidence, uncoded sentence, context or coverage', () => {
    const context = copyProject(PROJECT);
    const counted = sentencesOf(linesOf('heading', 'body'));
    const all = [...quotesOf(context, 'evidence'), ...quotesOf(context, 'uncoded')];
    expect(new Set(all)).toEqual(new Set(counted));
    expect(concordance(context, '扶贫车间').filter(({ caseId }) => caseId === 'paper')).toHaveLength(3);
    const words = rowsOf(context, 'keywords').map(({ word }) => word);
    expect(words).toContain('扶贫车间');
    expect(words.filter((word) => word.includes('王') || word.includes('研究'))).toEqual([]);
    expect(rowsOf(context, 'matrix').find(({ codeId }) => codeId === 'workshop')?.tokens).toBe(3);
  });

  it('is in no denominator: all tables and the caption are about the same sentences', () => {
    const context = copyProject(PROJECT);
    const counted = sentencesOf(linesOf('heading', 'body'));
    const coverage = rowsOf(context, 'coverage').find(({ caseId }) => caseId === 'paper');
    const coded = quotesOf(context, 'evidence');
    const lengthOf = (texts: readonly string[]) => texts.join('').length;
    expect(coverage).toMatchObject({
      sentences: counted.length,
      codedSentences: coded.length,
      characters: lengthOf(counted),
      codedCharacters: lengthOf(coded),
    });
    const { regions } = makeTable(context, { name: 'coverage' }).source;
    const whole = [...PAPER.map(([, line]) => line).join('\n')].length;
    expect(regions.characters).toBe(whole + [...VILLAGE].length);
    expect(regions.leftOut).toBe(lengthOf(linesOf('front-matter', 'question', 'caption', 'references')));
    expect(regions.sets).toEqual([{ kinds: ['body', 'heading', 'table'], cases: 2 }]);
  });

  it('leaves the numbers of passages as they are in the whole text', async () => {
    const context = copyProject(PROJECT);
    const [row] = rowsOf(context, 'evidence').filter(({ quote }) => quote.startsWith('扶贫车间吸纳二'));
    expect(row).toMatchObject({ paragraph: 3, sentence: 2 });
    for (const column of ['turn', 'speaker']) expect(row).not.toHaveProperty(column);
    const [line] = concordance(context, '河边');
    expect(line).toMatchObject({ paragraph: 5, sentence: 1 });
    await changeRegions(context, { ...LI, include: ['references', 'question'] });
    expect(concordance(context, '河边')).toEqual([line]);
    const cited = concordance(context, '公益岗位研究');
    expect(cited).toMatchObject([{ paragraph: PAPER.length, sentence: 1 }]);
  });
});

describe('a change of what counts', () => {
  it('is followed by the coding at once, and by keywords at the next mining', async () => {
    const context = copyProject(PROJECT);
    const report = await changeRegions(context, { ...LI, include: ['references'], exclude: ['heading'] });
    expect(report).toMatchObject({
      counted: ['body', 'table', 'references'],
      changedCases: ['paper'],
      notMined: ['paper'],
    });
    const all = () => new Set([...quotesOf(context, 'evidence'), ...quotesOf(context, 'uncoded')]);
    expect(all()).toEqual(new Set(sentencesOf(linesOf('body', 'references'))));
    expect((await codeCases(context, {})).notMined).toEqual(['paper']);
    expect((await mineAndCode(context)).notMined).toEqual([]);
    expect(all()).toEqual(new Set(sentencesOf(linesOf('body', 'references'))));
  });

  it('made by importing again makes the coding stale until it is made again', async () => {
    const context = copyProject(PROJECT);
    const options = { paths: [join(folder.path, 'paper.txt')], steps: ['line-ends'] } as const;
    await importCases(context, { ...options, regions: { include: ['references'] } });
    for (const name of ['evidence', 'coverage', 'pillars', 'frequency'] as const) {
      expect(() => makeTable(context, { name })).toThrow('regions/changed');
    }
    expect(() => compareCodes(context, ['扶贫车间'])).toThrow('regions/changed');
  });

  it('and back again leads to the same keywords, codings and counts as before', {
    timeout: 120_000,
  }, async () => {
    const context = copyProject(PROJECT);
    await changeRegions(context, { ...LI, include: ['body'] });
    await codeCases(context, { codebook });
    const tables = ['keywords', 'raw', 'evidence', 'uncoded', 'coverage', 'pillars', 'frequency'] as const;
    const rows = () => tables.map((name) => makeTable(context, { name }).rows);
    const before = rows();
    await changeRegions(context, { ...LI, include: ['references'] });
    await mineKeywords(context, { ...lists, restat: true });
    await codeCases(context, {});
    expect(rows()).not.toEqual(before);
    await changeRegions(context, { ...LI, exclude: ['references'] });
    await mineKeywords(context, { ...lists, restat: true });
    await codeCases(context, {});
    expect(rows()).toEqual(before);
  });

  it('that leaves nothing is refused, and nothing changes', async () => {
    const context = copyProject(PROJECT);
    const hash = stateHash(context.store);
    const changing = changeRegions(context, { ...LI, exclude: ['body', 'heading', 'table'] });
    await expect(changing).rejects.toMatchObject({ code: 'regions/nothing-left' });
    expect(stateHash(context.store)).toBe(hash);
  });

  it('of one import holds for its cases alone, until they are imported without it', async () => {
    const context = copyProject(PROJECT);
    const path = join(folder.path, 'village.txt');
    const options = { paths: [path], steps: ['line-ends'] } as const;
    const own = await importCases(context, { ...options, regions: { include: ['note'] } });
    expect(own.regions.sets).toEqual([{ kinds: ['body', 'heading', 'table', 'note'], cases: 1 }]);
    expect((await changeRegions(context, { ...LI, exclude: ['table'] })).regions.sets).toEqual([
      { kinds: ['body', 'heading'], cases: 1 },
      { kinds: ['body', 'heading', 'table', 'note'], cases: 1 },
    ]);
    await importCases(context, options);
    expect(listRegions(context).regions.sets).toEqual([{ kinds: ['body', 'heading'], cases: 2 }]);
  });

  it('is taken up by importing the same text when its regions are others', async () => {
    const context = copyProject(PROJECT);
    const options = { paths: [join(folder.path, 'paper.txt')], steps: ['line-ends'] } as const;
    expect((await importCases(context, options)).recleaned).toEqual(['paper']);
    expect((await importCases(context, options)).recleaned).toEqual([]);
    const widened = { ...options, regions: { include: ['caption'] } } as const;
    markPaper(context.store);
    expect((await importCases(context, widened)).recleaned).toEqual(['paper']);
  });
});

describe('what a person found where the text does not count', () => {
  const found = { kind: 'add', words: ['山林看护'], coder: '左', reason: '读过原文' } as const;
  const quote = '公益岗位研究[J]';

  it('stays and is listed, and is not counted until its region counts', { timeout: 120_000 }, async () => {
    const context = copyProject(PROJECT);
    const before = makeTable(context, { name: 'raw' }).rows;
    const { leftOutPassages } = await decide(context, { ...found, caseId: 'paper', quote });
    expect(leftOutPassages).toEqual([
      { caseId: 'paper', word: '山林看护', quote, coder: '左', kinds: ['references'], isSealed: false },
    ]);
    expect(makeTable(context, { name: 'raw' }).rows).toEqual(before);
    // What stands elsewhere is not told again.
    const elsewhere = { ...found, words: ['别处的词'], caseId: 'village', quote: '看护山林' };
    expect((await decide(context, elsewhere)).leftOutPassages).toEqual([]);
    await undo(context, { coder: '左', reason: '' });
    await changeRegions(context, { ...LI, include: ['references'] });
    expect((await mineAndCode(context)).leftOutPassages).toEqual([]);
    expect(rowsOf(context, 'raw').filter(({ rawKeyword }) => rawKeyword === '山林看护')).toHaveLength(1);
    await undo(context, { coder: '左', reason: '' });
    expect(rowsOf(context, 'raw').filter(({ rawKeyword }) => rawKeyword === '山林看护')).toEqual([]);
  });

  it('is refused without the passage, naming the regions in which it occurs', async () => {
    const context = copyProject(PROJECT);
    const statement = { ...found, words: ['岗位研究'] };
    await expect(decide(context, statement)).rejects.toMatchObject({
      code: 'screen/add-in-left-out-region',
      params: { word: '岗位研究', kinds: ['references'] },
    });
    await expect(decide(context, { ...found, words: ['不见此词'] })).rejects.toMatchObject({
      code: 'screen/add-without-evidence',
    });
  });
});

describe('a project made before regions were recognised', () => {
  it('counts all of its texts and says so, until its set is changed', async () => {
    const context = copyProject(PROJECT);
    const { store } = context;
    store.run('DELETE FROM region');
    store.run('DELETE FROM text_scope');
    const { regions } = listRegions(context);
    expect(regions).toMatchObject({ leftOut: 0, fromPlainText: 2 });
    expect(regions.sets[0]?.kinds).toContain('references');
    const version = currentVersions(store)[0]?.version as string;
    expect(concordance(context, '王二小')).toHaveLength(2);
    await changeRegions(context, { ...LI, exclude: ['note'] });
    expect(readTextScope(store, 'paper', version)).toEqual({
      characters: [...(readCleanText(store, 'paper', version) ?? '')].length,
      counted: 'until-given',
      isFromPlainText: true,
    });
    expect(listRegions(context).regions.fromPlainText).toBe(2);
  });
});
