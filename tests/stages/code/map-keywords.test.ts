import { describe, expect, it } from 'vitest';
import { ALL_GROUPS } from '../../../src/model/decisions/all-groups.js';
import type { DecidedWord } from '../../../src/model/decisions/verdict.js';
import { type Framework, frameworkOf } from '../../../src/model/framework.js';
import type { Keyword } from '../../../src/model/keyword.js';
import { mapKeywords } from '../../../src/stages/code/map-keywords.js';
import { VILLAGE } from '../village-codebook.js';

const village = frameworkOf(VILLAGE);

const keyword = (word: string, rest: Partial<Keyword> = {}): Keyword => ({
  group: '江西',
  word,
  pos: 'n_new',
  weight: 1,
  frequency: 1,
  source: 'mined',
  kept: true,
  reason: 'top',
  detail: '',
  countsFor: word,
  decisionId: null,
  coder: null,
  ...rest,
});

const decided = (kind: 'merge' | 'split', word: string, into?: string, group = ALL_GROUPS): DecidedWord => ({
  group,
  word,
  aspect: 'mapping',
  verdict: { kind, ...(into ? { into } : {}), decisionId: `d ${group}`, coder: '李', reason: '' },
});

const map = (
  keywords: readonly Keyword[],
  decisions: readonly DecidedWord[] = [],
  framework: Framework | null = village,
) =>
  mapKeywords(
    keywords,
    keywords.map((one) => ({ caseId: 'JX01', keyword: one })),
    framework,
    decisions,
  );
const mapOne = (word: string, decisions?: readonly DecidedWord[], framework?: Framework | null) =>
  map([keyword(word)], decisions, framework)[0];

describe('merging keywords into core keywords', () => {
  it.each([
    [
      '扶贫产业园',
      'its own label',
      { codeId: 'park', coreKeyword: '扶贫产业园', method: 'alias', kind: 'free' },
    ],
    [
      '扶贫园区',
      'a term',
      { codeId: 'park', coreKeyword: '扶贫产业园', method: 'alias', kind: 'controlled' },
    ],
    ['桃花产业园', 'a word that holds a term', { codeId: 'park', method: 'contained', kind: 'controlled' }],
    [
      '合作社产业园',
      'terms of two codes',
      { codeId: null, coreKeyword: null, method: 'unmapped', kind: 'free' },
    ],
    ['五防机制', 'nothing known', { codeId: null, coreKeyword: null, method: 'unmapped', kind: 'free' }],
    ['防贫网', 'a term of a pillar alone', { codeId: null, method: 'unmapped', kind: 'free' }],
  ])('%s: %s', (word, _, expected) => {
    expect(mapOne(word)).toMatchObject({ ...expected, status: 'proposed', coder: 'zhagen' });
  });

  it('follows a person’s merge by id, label or term of a code at any level, as confirmed', () => {
    const byPerson = { method: 'decision', status: 'confirmed', coder: '李' };
    expect(mapOne('五防机制', [decided('merge', '五防机制', 'warning')])).toMatchObject({
      ...byPerson,
      codeId: 'warning',
      coreKeyword: '防贫预警',
    });
    expect(mapOne('五防机制', [decided('merge', '五防机制', '落实防贫保障')])).toMatchObject({
      ...byPerson,
      codeId: 'safeguards',
    });
    expect(mapOne('五防机制', [decided('merge', '五防机制', '返贫监测')])).toMatchObject({
      ...byPerson,
      codeId: 'warning',
      coreKeyword: '防贫预警',
    });
  });

  it('lets people make core keywords of their own and split a word from the code that took it', () => {
    expect(mapOne('扶贫园区', [decided('merge', '扶贫园区', '园区经济')])).toMatchObject({
      codeId: null,
      coreKeyword: '园区经济',
      method: 'decision',
    });
    expect(mapOne('扶贫园区', [decided('split', '扶贫园区')])).toMatchObject({
      codeId: null,
      coreKeyword: '扶贫园区',
      status: 'confirmed',
    });
  });

  it('puts a decision for the group before one for all groups', () => {
    const both = [decided('merge', '五防机制', 'grid'), decided('merge', '五防机制', 'warning', '江西')];
    expect(mapOne('五防机制', both)).toMatchObject({ codeId: 'warning', decisionId: 'd 江西' });
  });

  it('counts a folded keyword under what it was folded into, once for each case', () => {
    const folded = keyword('村级产业园', { kept: false, reason: 'decided-fold', countsFor: '扶贫产业园' });
    expect(map([keyword('扶贫产业园'), folded]).map(({ word }) => word)).toEqual(['扶贫产业园']);
    const elsewhere = mapKeywords(
      [keyword('扶贫产业园'), folded],
      [{ caseId: 'JX02', keyword: folded }],
      village,
      [],
    );
    expect(elsewhere).toMatchObject([{ caseId: 'JX02', word: '扶贫产业园', codeId: 'park' }]);
  });

  it('leaves out what screening did not keep', () => {
    expect(map([keyword('扶贫产业园', { kept: false, reason: 'beyond-top' })])).toEqual([]);
  });

  it('takes a keyword that a person kept and the codebook knows for confirmed', () => {
    const byPerson = { reason: 'decided-keep', coder: '左', decisionId: 'd1' } as const;
    expect(map([keyword('扶贫园区', byPerson)])).toMatchObject([{ status: 'confirmed', coder: '左' }]);
    expect(map([keyword('桃花产业园', byPerson)])).toMatchObject([{ status: 'proposed', coder: 'zhagen' }]);
  });

  it('without a codebook lets every keyword be its own core keyword until people merge it', () => {
    expect(mapOne('五防机制', [], null)).toMatchObject({
      codebookId: '',
      coreKeyword: '五防机制',
      codeId: null,
    });
    expect(mapOne('五防机制', [decided('merge', '五防机制', '防贫预警')], null)).toMatchObject({
      coreKeyword: '防贫预警',
      codeId: null,
      status: 'confirmed',
    });
  });
});
