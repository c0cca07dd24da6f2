import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, expect, it, onTestFinished } from 'vitest';
import { readCase } from '../../src/store/case-table.js';
import { casesWithGivenWords, readGivenWords } from '../../src/store/given-word-table.js';
import { openStore } from '../../src/store/open.js';
import { sliceCodePoints } from '../../src/text/code-points.js';
import { applyPseudonyms } from '../../src/workflow/apply-pseudonyms.js';
import { codeCases } from '../../src/workflow/code-cases.js';
import { concordance } from '../../src/workflow/concordance.js';
import { importCases } from '../../src/workflow/import-cases.js';
import { joinProject } from '../../src/workflow/join-projects.js';
import { codePassage } from '../../src/workflow/judge-passages.js';
import { mineKeywords } from '../../src/workflow/mine-keywords.js';
import { verifyProject } from '../../src/workflow/verify-project.js';
import { contextOf, makeFolder, rowsOf } from './project.js';

const folder = makeFolder();
afterAll(folder.remove);
const place = (name: string) => join(folder.path, name);
const write = (name: string, text: string) => {
  writeFileSync(place(name), text);
  return place(name);
};
let projects = 0;
function openProject() {
  projects += 1;
  const store = openStore(place(`${projects}.db`), { mode: 'create' });
  onTestFinished(() => store.close());
  return contextOf(store);
}
const columns = { segmented: true };

const TEXT = '村里 办起 扶贫车间 ， 妇女 就近 上工 。 晒谷坪产业 好 ， 村里 又 成立 合作 社 ， 统一供苗 。';
const PLAIN = '村里办起扶贫车间，妇女就近上工。村里又成立合作社，统一供苗。';

it('stores the text without marks, and mines the words that were given, none joined and none cut', async () => {
  const context = openProject();
  const report = await importCases(context, { paths: [write('一.txt', TEXT)], columns });
  expect(report.segmented).toEqual([
    { source: '一.txt', separator: 'blank', posMark: null, words: 19, tagged: 0 },
  ]);
  expect(readCase(context.store, '一')?.text).toBe(TEXT.replaceAll(' ', ''));
  const mined = await mineKeywords(context, { minFrequency: 2 });
  expect(mined).toMatchObject({ givenWords: 1, newWords: 0 });
  await codeCases(context, { codebook: 'six-pillars' });
  const words = rowsOf(context, 'raw').map(({ rawKeyword }) => rawKeyword);
  expect(words).toEqual(expect.arrayContaining(['扶贫车间', '晒谷坪产业', '统一供苗']));
  expect(words).not.toContain('产业');
  expect(words).not.toContain('合作社');
  expect((await verifyProject(context)).faults).toEqual([]);
});

it('finds, quotes and codes in the text as it is shown', async () => {
  const context = openProject();
  await importCases(context, { paths: [write('一.txt', TEXT)], columns });
  await mineKeywords(context, {});
  await codeCases(context, { codebook: 'six-pillars' });
  const [line] = concordance(context, '扶贫车间');
  expect(line?.caseId).toBe('一');
  const by = { coder: '王', reason: '', codebook: 'six-pillars', caseId: '一', codes: ['扶贫产业'] };
  await codePassage(context, { ...by, quote: '成立合作社，统一供苗' });
  expect(rowsOf(context, 'evidence').some(({ quote }) => quote.includes('合作社，统一供苗'))).toBe(true);
});

it('mines given words beside texts that the program cuts, and cuts again what is imported without', async () => {
  const context = openProject();
  await importCases(context, { paths: [write('一.txt', TEXT)], columns });
  await importCases(context, { paths: [write('二.txt', PLAIN)] });
  await mineKeywords(context, { minFrequency: 2 });
  expect(casesWithGivenWords(context.store)).toEqual(['一']);
  write('一.txt', TEXT.replaceAll(' ', ''));
  const again = await importCases(context, { paths: [place('一.txt')] });
  expect(again).toMatchObject({ unchanged: ['一'], recleaned: ['一'] });
  expect(casesWithGivenWords(context.store)).toEqual([]);
  expect((await mineKeywords(context, { minFrequency: 2 })).casesMined).toContain('一');
});

it('sees that the same text was cut otherwise', async () => {
  const context = openProject();
  await importCases(context, { paths: [write('一.txt', TEXT)], columns });
  write('一.txt', TEXT.replace('合作 社', '合作社'));
  expect(await importCases(context, { paths: [place('一.txt')], columns })).toMatchObject({
    recleaned: ['一'],
  });
  expect(await importCases(context, { paths: [place('一.txt')], columns })).toMatchObject({ recleaned: [] });
});

it('reads lists of words in JSONL, and words in the cells of a table', async () => {
  const context = openProject();
  const jsonl = write(
    '表.jsonl',
    '{"id":"a","text":["村里","办起","扶贫车间","。"]}\n{"id":"b","text":[["村里","f"],["办起","v"]]}\n',
  );
  const csv = write('表.csv', 'id,text\nc,村里/f 办起/v 车间/n\nd,"[""村里"",""办起""]"\n');
  await importCases(context, { paths: [jsonl, csv], columns });
  const textOf = (id: string) => readCase(context.store, id)?.text;
  expect(['a', 'b', 'c', 'd'].map(textOf)).toEqual([
    '村里办起扶贫车间。',
    '村里办起',
    '村里办起车间',
    '村里办起',
  ]);
  expect(
    readGivenWords(context.store, 'c', readCase(context.store, 'c')?.version ?? '')?.map(({ pos }) => pos),
  ).toEqual(['f', 'v', 'n']);
});

it('names a file that is not segmented, and leaves it out where bad files are left out', async () => {
  const context = openProject();
  const paths = [write('一.txt', TEXT), write('二.txt', PLAIN)];
  await expect(importCases(context, { paths, columns })).rejects.toMatchObject({
    code: 'import/bad-files',
    params: { problems: [{ code: 'import/not-segmented', params: { path: '二.txt' } }] },
  });
  const report = await importCases(context, { paths, columns, skipBad: true });
  expect(report.added).toEqual(['一']);
  expect(report.skipped.map(({ code }) => code)).toEqual(['import/not-segmented']);
});

it('keeps the words where projects are joined, and where names give way to pseudonyms', async () => {
  const context = openProject();
  const { store } = context;
  await importCases(context, { paths: [write('三.txt', '王 建国 说 ， 村里 办起 车间 。')], columns });
  const wordsIn = (one: typeof store) => {
    const { version = '', text = '' } = readCase(one, '三') ?? {};
    return readGivenWords(one, '三', version)?.map((word) => sliceCodePoints(text, word));
  };
  const other = openProject();
  await importCases(other, { paths: [write('四.txt', PLAIN)] });
  await joinProject(other, { path: store.path, coder: '王' });
  expect(wordsIn(other.store)).toEqual(['王', '建国', '说', '，', '村里', '办起', '车间', '。']);
  const table = write('名.csv', '名称,化名,词中也替换\n王建国,甲某,是\n');
  await applyPseudonyms(context, { table, out: place('化名.db') });
  const replaced = openStore(place('化名.db'), { mode: 'read' });
  onTestFinished(() => replaced.close());
  expect(wordsIn(replaced)).toEqual(['甲某', '说', '，', '村里', '办起', '车间', '。']);
});
