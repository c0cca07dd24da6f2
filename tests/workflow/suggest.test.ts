import { expect, it } from 'vitest';
import { decide } from '../../src/workflow/decide.js';
import { listDecisions } from '../../src/workflow/list-history.js';
import { suggestCodes } from '../../src/workflow/suggest.js';
import { ranProject } from './coded-project.js';
import { contextOf, copyProject, rowsOf } from './project.js';

const PROJECT = await ranProject('JX01', 'JX02', 'GS01');

it('every keyword that no code took is shown with codes, scores and reasons, and nothing else changes', () => {
  const { store } = copyProject(PROJECT);
  const tables = () => (['raw', 'coding', 'evidence'] as const).map((name) => rowsOf({ store }, name));
  const before = tables();
  const unmapped = rowsOf({ store }, 'raw').filter(({ kept, coreKeyword }) => kept && coreKeyword === null);
  const suggested = suggestCodes(contextOf(store), {});
  expect(new Set(suggested.map(({ word }) => word))).toEqual(
    new Set(unmapped.map(({ rawKeyword }) => rawKeyword)),
  );
  for (const { suggestions } of suggested) {
    expect(suggestions.length).toBeLessThanOrEqual(3);
    const scores = suggestions.map(({ score }) => score);
    expect(scores).toEqual(scores.toSorted((a, b) => b - a));
    expect(scores.every((score) => score >= 0 && score <= 1)).toBe(true);
    for (const { reasons } of suggestions) {
      expect(reasons.length).toBeGreaterThan(0);
      for (const { shown } of reasons) expect(shown.length).toBeGreaterThan(0);
    }
  }
  expect(suggestCodes(contextOf(store), {})).toEqual(suggested);
  expect(tables()).toEqual(before);
});

it('nothing is suggested for a word that shares only what many codes have', async () => {
  const context = copyProject(PROJECT);
  const words = ['示范基地', '导弹', '音乐会'];
  for (const word of words) {
    const quote = '村里';
    await decide(context, { kind: 'add', words: [word], coder: '左', reason: '', caseId: 'JX01', quote });
  }
  for (const { word, suggestions } of suggestCodes(context, { words })) {
    expect([word, suggestions.map(({ code }) => code)]).toEqual([word, []]);
  }
});

it('a word asked for must be known', () => {
  const { store } = copyProject(PROJECT);
  expect(() => suggestCodes(contextOf(store), { words: ['量子计算机'] })).toThrow('screen/unknown-word');
});

it('a decision teaches: a word like one that was merged is suggested the same code, because of that', async () => {
  const context = copyProject(PROJECT);
  const say = (kind: 'add' | 'merge', ...words: string[]) =>
    decide(context, { kind, words, coder: '左', reason: '' });
  await say('add', '蓝皮折子', '巴掌大的蓝皮折子');
  const best = () => suggestCodes(context, { words: ['巴掌大的蓝皮折子'] })[0]?.suggestions[0];
  expect(best()?.code).not.toBe('公益性岗位');
  await say('merge', '蓝皮折子', '公益性岗位');
  expect(best()).toMatchObject({
    code: '公益性岗位',
    reasons: expect.arrayContaining([{ kind: 'decision', shown: ['蓝皮折子'] }]),
  });
});

it('the log says whether a merge followed a suggestion that was shown', async () => {
  const context = copyProject(PROJECT);
  const [first, second] = suggestCodes(context, { top: 1 });
  const shown = first?.suggestions[0]?.code ?? '';
  const merge = (word: string | undefined, into: string) =>
    decide(context, { kind: 'merge', words: [word ?? '', into], coder: '左', reason: '' });
  await merge(first?.word, shown);
  const other = rowsOf(context, 'coding').find(({ codeId }) => codeId !== second?.suggestions[0]?.codeId);
  await merge(second?.word, other?.code ?? '');
  expect(listDecisions(context).map(({ suggestionShown }) => suggestionShown)).toEqual([true, false]);
});
