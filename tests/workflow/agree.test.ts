import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import type { Context } from '../../src/project/context.js';
import { currentVersions } from '../../src/store/case-table.js';
import { readSentences } from '../../src/store/sentence-table.js';
import { adjudicatePassages } from '../../src/workflow/adjudicate-passages.js';
import { type AgreeRequest, agreeCoders } from '../../src/workflow/agree.js';
import { agreeInSheet } from '../../src/workflow/agree-in-sheet.js';
import { changeSetting } from '../../src/workflow/change-settings.js';
import { decide } from '../../src/workflow/decide.js';
import { excludeCases } from '../../src/workflow/exclude-cases.js';
import { finishCases } from '../../src/workflow/finish-cases.js';
import { codePassage, reviewPassages } from '../../src/workflow/judge-passages.js';
import { sealCases } from '../../src/workflow/seal-cases.js';
import { ranProject } from './coded-project.js';
import { copyProject, makeFolder, rowsOf } from './project.js';

const projects = makeFolder();
const PROJECT = await ranProject('JX01', 'JX02');
const QUOTE = '村里给每户发一本巴掌大的蓝皮折子';

afterAll(projects.remove);

const by = (coder: string) => ({ coder, reason: '读过原文' });
const code = (context: Context, coder: string, ...codes: string[]) =>
  codePassage(context, { ...by(coder), caseId: 'JX01', codes, quote: QUOTE });
const done = (context: Context, coder: string, ...ids: string[]) =>
  finishCases(context, { ...by(coder), cases: ids });
const agree = (context: Context, request: AgreeRequest = {}) =>
  agreeCoders(context, { coders: ['左', '李'], resamples: 20, ...request });
const sentencesOf = ({ store }: Context, caseId: string) => {
  const version = currentVersions(store).find((one) => one.caseId === caseId)?.version ?? '';
  return readSentences(store, caseId, version).counted;
};

describe('coders who are done with a case', () => {
  it('are compared on all its sentences, first at the level above the lowest, with quotes of what differs', async () => {
    const context = copyProject(PROJECT);
    await code(context, '左', '收益分红');
    await code(context, '李', '公益性岗位');
    for (const coder of ['左', '李']) await done(context, coder, 'JX01');
    await done(context, '左', 'JX02');
    const report = agree(context);
    const { length } = sentencesOf(context, 'JX01');
    expect(report).toMatchObject({
      unit: 'sentence',
      headline: 'alpha',
      codebook: { id: 'six-pillars', isSettled: true },
      universe: { units: length, coded: 1 },
      leftOut: { unitsOfOne: sentencesOf(context, 'JX02').length },
      segmentation: { value: 1 },
      unitsAfterSuggestion: 0,
    });
    expect(report.parts.map(({ level }) => level?.number)).toEqual([2, 1, 3]);
    const open = report.parts[2];
    expect(open?.codes.map(({ code: name, positives, isTooFew }) => [name, positives, isTooFew])).toEqual([
      ['公益性岗位', 1, true],
      ['收益分红', 1, true],
    ]);
    expect(open?.all.measures.percent?.value).toBeCloseTo((length - 1) / length, 6);
    expect(open?.coded.measures.percent?.value).toBe(0);
    expect(open?.anyCode.percent?.value).toBe(1);
    const [disagreement] = agree(context, { level: 3 }).disagreements;
    expect(disagreement).toMatchObject({
      caseId: 'JX01',
      place: expect.stringMatching(/^\d+\.\d+$/),
      quote: expect.stringContaining(QUOTE),
      given: [
        { coder: '左', codes: ['收益分红'] },
        { coder: '李', codes: ['公益性岗位'] },
      ],
    });
  });

  it('are compared on paragraphs and whole cases, too', async () => {
    const context = copyProject(PROJECT);
    await code(context, '左', '收益分红');
    for (const coder of ['左', '李']) await done(context, coder, 'JX01', 'JX02');
    const { paragraphs } = sentencesOf(context, 'JX01');
    const { paragraphs: others } = sentencesOf(context, 'JX02');
    expect(agree(context, { unit: 'paragraph' }).universe.units).toBe(
      new Set(paragraphs).size + new Set(others).size,
    );
    expect(agree(context, { unit: 'case' })).toMatchObject({
      universe: { units: 2, coded: 1 },
      disagreements: [{ caseId: 'JX01', quote: null }],
    });
  });

  it('disagree as before after an adjudication', async () => {
    const context = copyProject(PROJECT);
    await code(context, '左', '收益分红');
    for (const coder of ['左', '李']) await done(context, coder, 'JX01');
    const before = agree(context);
    const passage = rowsOf(context, 'contested')[0]?.passage ?? '';
    await adjudicatePassages(context, { ...by('王'), passages: [passage], verdictOf: '李' });
    expect(agree(context)).toEqual(before);
    expect(before.disagreements).toHaveLength(1);
  });

  it('are not compared on sealed and excluded cases, whose number is said', async () => {
    const context = copyProject(PROJECT);
    await code(context, '左', '收益分红');
    for (const coder of ['左', '李']) await done(context, coder, 'JX01', 'JX02');
    await excludeCases(context, { ...by('王'), cases: ['JX01'] });
    expect(agree(context)).toMatchObject({
      universe: { units: sentencesOf(context, 'JX02').length, coded: 0 },
      leftOut: { excludedCases: 1, sealedCases: 0, verdicts: 1 },
    });
    await sealCases(context, { ...by('王'), cases: ['JX02'] });
    expect(() => agree(context)).toThrow('agree/nothing-in-common');
  });

  it('are not compared on cases that are hidden from who reads it, nor on the keywords of their groups', async () => {
    const context = copyProject(PROJECT);
    await code(context, '左', '收益分红');
    for (const coder of ['左', '李']) {
      await done(context, coder, 'JX01', 'JX02');
      for (const group of ['JX01', 'JX02'])
        await decide(context, { kind: 'drop', words: ['农户'], group, ...by(coder) });
    }
    const hiddenCases = ['JX01'];
    expect(agree(context, { hiddenCases })).toMatchObject({
      universe: { units: sentencesOf(context, 'JX02').length, coded: 0 },
      leftOut: { hiddenCases: 1, verdicts: 0 },
    });
    const units = (request: AgreeRequest) => agree(context, { unit: 'keyword', ...request }).universe.units;
    expect([units({}), units({ hiddenCases })]).toEqual([2, 1]);
  });

  it('are compared again only after somebody decided something', async () => {
    const context = copyProject(PROJECT);
    for (const coder of ['左', '李']) await done(context, coder, 'JX01');
    const report = agree(context, { unit: 'sentence' });
    expect(agree(context, { unit: 'sentence', all: false })).toBe(report);
    await code(context, '左', '收益分红');
    expect(agree(context, { unit: 'sentence' }).universe).toEqual({ ...report.universe, coded: 1 });
  });
});

it('a code of a case as a whole is compared on cases, and is no silence about its sentences', async () => {
  const context = copyProject(PROJECT);
  await code(context, '左', '收益分红');
  await codePassage(context, { ...by('李'), caseId: 'JX01', codes: ['收益分红'] });
  for (const coder of ['左', '李']) await done(context, coder, 'JX01');
  expect(agree(context, { unit: 'case', level: 3 }).disagreements).toEqual([]);
  const { parts, disagreements } = agree(context, { unit: 'sentence', level: 3 });
  expect(disagreements).toEqual([]);
  expect(parts[0]?.codes[0]?.coded.percent?.value).toBeNull();
});

describe('before they are done', () => {
  it('silence says nothing: only codes that both judged in a sentence are compared', async () => {
    const context = copyProject(PROJECT);
    await code(context, '左', '收益分红', '公益性岗位');
    await code(context, '李', '小额信贷');
    expect(() => agree(context)).toThrow('agree/nothing-in-common');
    await code(context, '李', '收益分红');
    const { universe, parts } = agree(context, { level: 3 });
    expect(universe).toEqual({ units: 1, coded: 1 });
    expect(parts[0]?.all).toMatchObject({ units: 1, measures: { percent: { value: 1 } } });
    expect(parts[0]?.codes.map(({ code: name, all }) => [name, all.percent?.value])).toEqual([
      ['公益性岗位', null],
      ['小额信贷', null],
      ['收益分红', 1],
    ]);
  });

  it('reviews of one proposal are compared, and named as not blind', async () => {
    const context = copyProject(PROJECT);
    const { passage = '', code: name = '' } =
      rowsOf(context, 'evidence').find(({ origins }) => origins.includes('rule')) ?? {};
    await reviewPassages(context, 'confirm', { ...by('左'), passages: [passage] });
    await reviewPassages(context, 'reject', { ...by('李'), passages: [passage] });
    const report = agree(context, { level: 3 });
    expect(report.unitsAfterSuggestion).toBe(report.universe.units);
    expect(report.disagreements[0]?.given).toEqual([
      { coder: '左', codes: [name] },
      { coder: '李', codes: [] },
    ]);
  });
});

it('codes that were merged agree as settled, and differ under the version of the file', async () => {
  const context = copyProject(PROJECT);
  await code(context, '左', '收益分红');
  await code(context, '李', '公益性岗位');
  for (const coder of ['左', '李']) await done(context, coder, 'JX01');
  const { version } = agree(context).codebook ?? {};
  await decide(context, { ...by('王'), kind: 'merge', words: ['收益分红', '公益性岗位'] });
  const percent = (request: AgreeRequest) =>
    agree(context, { level: 3, ...request }).parts[0]?.coded.measures.percent?.value;
  expect(percent({})).toBe(1);
  expect(percent({ codebookVersion: version })).toBe(0);
  expect(agree(context, { codebookVersion: version }).codebook?.isSettled).toBe(false);
  expect(() => agree(context, { codebookVersion: '0.0' })).toThrow('agree/no-such-version');
});

it('coders of keywords are compared on where these go, at each level, and on whether they stay', async () => {
  const context = copyProject(PROJECT);
  const [first = '', second = ''] = [...new Set(rowsOf(context, 'raw').map(({ rawKeyword }) => rawKeyword))];
  for (const [coder, into] of [
    ['左', '收益分红'],
    ['李', '公益性岗位'],
  ] as const) {
    await decide(context, { ...by(coder), kind: 'merge', words: [first, into] });
  }
  for (const coder of ['左', '李']) await decide(context, { ...by(coder), kind: 'drop', words: [second] });
  const report = agree(context, { all: true });
  expect(report).toMatchObject({ unit: 'keyword', isSingle: true, universe: { units: 1, coded: 1 } });
  expect(report.parts.map(({ question, level }) => [question, level?.number ?? null])).toEqual([
    ['mapping', 2],
    ['mapping', 1],
    ['mapping', 3],
    ['screening', null],
  ]);
  expect(report.parts[3]?.codes).toMatchObject([
    { code: 'drop', positives: 1, all: { percent: { value: 1 } } },
  ]);
  expect(agree(context, { level: 3 }).disagreements[0]).toMatchObject({
    place: first,
    given: [{ codes: ['收益分红'] }, { codes: ['公益性岗位'] }],
  });
});

it('shows the headline measure alone, unless all are asked for', async () => {
  const context = copyProject(PROJECT);
  for (const coder of ['左', '李']) {
    await code(context, coder, '收益分红');
    await done(context, coder, 'JX01');
  }
  const names = (request: AgreeRequest) => Object.keys(agree(context, request).parts[0]?.all.measures ?? {});
  expect(names({})).toEqual(['percent', 'alpha']);
  expect(names({ all: true })).toEqual(expect.arrayContaining(['kappa', 'ac1', 'holsti']));
  await changeSetting(context, { ...by('王'), name: 'headline-measure', value: 'ac1' });
  expect([agree(context).headline, names({})]).toEqual(['ac1', ['percent', 'ac1']]);
});

describe('is refused', () => {
  it('for one coder, unknown ones, the program, and levels that the codebook has not', async () => {
    const context = copyProject(PROJECT);
    for (const coder of ['左', '李']) await code(context, coder, '收益分红');
    expect(() => agree(context, { coders: ['左'] })).toThrow('agree/two-coders');
    expect(() => agree(context, { coders: ['左', '赵'] })).toThrow('view/unknown-coder');
    expect(() => agree(context, { coders: ['左', 'zhagen'] })).toThrow('agree/machine');
    expect(() => agree(context, { level: 4 })).toThrow('agree/no-such-level');
  });
});

describe('a sheet', () => {
  const sheet = (name: string, csv: string) => {
    const path = join(projects.path, name);
    writeFileSync(path, csv);
    return path;
  };

  it('needs no project', async () => {
    const path = sheet('coding.csv', '编号,案例,原文,甲,乙\n1,A,开会,x,x\n2,A,看病,x,y\n3,B,修路,y,\n');
    expect(await agreeInSheet(path)).toMatchObject({
      unit: 'row',
      isSingle: true,
      sheet: { path: 'coding.csv', shape: 'wide' },
      universe: { units: 2, coded: 2 },
      leftOut: { unitsOfOne: 1 },
      disagreements: [{ caseId: 'A', place: '2', quote: '看病' }],
    });
  });

  it('asks about cells that a spreadsheet could not compute', async () => {
    const path = sheet('broken.csv', '编号,甲,乙\n1,x,#N/A\n2,x,y\n');
    await expect(agreeInSheet(path)).rejects.toMatchObject({
      code: 'agree/sheet-cells',
      params: { problems: [{ params: { line: 2, problems: [{ code: 'sheet/doubtful-cell' }] } }] },
    });
  });

  it('says which coders it has where one is missing', async () => {
    const path = sheet('other.csv', 'id,甲,乙\n1,x,x\n');
    await expect(agreeInSheet(path, { coders: ['甲', '丙'] })).rejects.toThrow('agree/sheet-coder');
    await expect(agreeInSheet(path, { coders: ['甲'] })).rejects.toThrow('agree/sheet-coders');
  });
});
