import { describe, expect, it } from 'vitest';
import type { Candidate } from '../../../src/model/candidate.js';
import { ALL_GROUPS } from '../../../src/model/decisions/all-groups.js';
import type { DecidedWord, Verdict } from '../../../src/model/decisions/verdict.js';
import { type ScreeningRules, screeningRulesSchema } from '../../../src/model/screening-rules.js';
import { screenKeywords } from '../../../src/stages/screen/screen-keywords.js';

/** Candidates of a group in the order of their rank; a word written with * stands in the dictionary. */
function ranked(group: string, ...words: string[]): [string, Candidate[]] {
  const candidates = words.map((written, index) => ({
    group,
    rank: index + 1,
    word: written.replace('*', ''),
    pos: written.endsWith('*') ? 'n' : 'n_new',
    weight: 100 - index,
    frequency: 50 - index,
    cases: 1,
    isNew: !written.endsWith('*'),
  }));
  return [group, candidates];
}

const rules = (given: Partial<ScreeningRules> & { top?: number } = {}): ScreeningRules => {
  const { top = 3, ...rest } = given;
  return screeningRulesSchema.parse({ take: { top, newWordsOnly: true }, ...rest });
};

const decided = (
  kind: Verdict['kind'],
  word: string,
  { group = '江西', ...rest }: Partial<Verdict> & { group?: string } = {},
): DecidedWord => ({
  group,
  word,
  aspect: kind === 'merge' || kind === 'split' ? 'mapping' : 'screening',
  verdict: { kind, decisionId: `${kind} ${word}`, coder: '李', reason: '', ...rest },
});

const JIANGXI = ['扶贫产业园', '脱贫攻坚', '新型经营主体', '村级产业园', '扶贫开发', '永受益'];

function screen(
  words: readonly string[],
  given: ScreeningRules,
  decisions: readonly DecidedWord[] = [],
  occurs: (group: string, word: string) => boolean = () => false,
) {
  return screenKeywords(new Map([ranked('江西', ...words)]), given, decisions, occurs);
}

const kept = (keywords: ReturnType<typeof screen>) =>
  keywords.filter((keyword) => keyword.kept).map(({ word }) => word);
const fateOf = (keywords: ReturnType<typeof screen>, word: string) =>
  keywords.find((keyword) => keyword.word === word);

describe('screening by rules', () => {
  it('drops before it takes the first k, and keeps what it dropped on record with the rule’s reason', () => {
    const keywords = screen(JIANGXI, rules({ drop: [drop('题目用语', { words: ['脱贫攻坚'] })] }));
    expect(kept(keywords)).toEqual(['扶贫产业园', '新型经营主体', '村级产业园']);
    expect(keywords).toHaveLength(JIANGXI.length);
    expect(fateOf(keywords, '脱贫攻坚')).toMatchObject({
      kept: false,
      reason: 'rule-drop',
      detail: '题目用语',
      decisionId: null,
    });
  });

  it('drops by ending and by part of speech, but not the ending itself', () => {
    const dropping = rules({ drop: [drop('地名', { endings: ['村'] }), drop('词典词', { pos: ['n'] })] });
    const keywords = screen(['青塅村', '村', '大棚*', '扶贫开发'], dropping);
    expect(kept(keywords)).toEqual(['村', '扶贫开发']);
  });

  it('folds before it takes the first k, so that a folded word leaves its place to the next', () => {
    const keywords = screen(JIANGXI, rules({ top: 4, fold: { 村级产业园: '扶贫产业园' } }));
    expect(kept(keywords)).toEqual(['扶贫产业园', '脱贫攻坚', '新型经营主体', '扶贫开发']);
    expect(fateOf(keywords, '村级产业园')).toMatchObject({ reason: 'rule-fold', countsFor: '扶贫产业园' });
  });

  it('leaves words of the dictionary out unless the rules take them', () => {
    const words = ['扶贫产业园', '合作社*', '扶贫开发'];
    const newWordsOnly = screen(words, rules());
    expect(fateOf(newWordsOnly, '合作社')?.reason).toBe('not-new');
    const all = screen(words, rules({ take: { top: 2, newWordsOnly: false, minFrequency: 1 } }));
    expect(kept(all)).toEqual(['扶贫产业园', '合作社']);
  });

  it('takes no word that the group does not repeat, when the rules say so', () => {
    const rare = rules({ take: { top: 3, newWordsOnly: true, minFrequency: 49 } });
    const keywords = screen(JIANGXI, rare);
    expect(kept(keywords)).toEqual(['扶贫产业园', '脱贫攻坚']);
    expect(fateOf(keywords, '新型经营主体')?.reason).toBe('too-rare');
  });

  it('does not let a word that is dropped bring in what it would be folded into', () => {
    const both = rules({ drop: [drop('无义', { words: ['永受益'] })], fold: { 永受益: '永久受益' } });
    expect(fateOf(screen(['扶贫开发', '永受益'], both), '永久受益')).toBeUndefined();
  });

  it.each([
    ['in a circle of two', { 甲产业: '乙产业', 乙产业: '甲产业' }, ['甲产业', '乙产业']],
    ['onto itself', { 甲产业: '甲产业' }, ['甲产业', '乙产业']],
    [
      'into a circle',
      { 甲产业: '乙产业', 乙产业: '丙产业', 丙产业: '乙产业' },
      ['甲产业', '乙产业', '丙产业'],
    ],
  ])('loses no word that is folded %s', (_, fold, expected) => {
    expect(kept(screen(['甲产业', '乙产业'], rules({ fold })))).toEqual(
      expect.arrayContaining(expected.slice(0, 2)),
    );
  });

  it('follows a chain of folds to its end', () => {
    const chain = rules({ fold: { 村级产业园: '乡级产业园', 乡级产业园: '扶贫产业园' } });
    const keywords = screen(['扶贫产业园', '村级产业园', '乡级产业园'], chain);
    expect(kept(keywords)).toEqual(['扶贫产业园']);
    expect(keywords.map(({ countsFor }) => countsFor)).toEqual(['扶贫产业园', '扶贫产业园', '扶贫产业园']);
  });
});

describe('what others are folded into', () => {
  it('stands in for the first of them when it is no candidate', () => {
    const keywords = screen(['甲园', '永受益'], rules({ fold: { 甲园: '产业园区' } }));
    expect(fateOf(keywords, '产业园区')).toMatchObject({
      kept: true,
      reason: 'top',
      weight: 100,
      frequency: 50,
    });
    expect(keywords.filter(({ word }) => word === '产业园区')).toHaveLength(1);
  });

  it('is kept in the place of the first of them when it ranks too low by itself', () => {
    const keywords = screen(JIANGXI, rules({ top: 1, fold: { 扶贫产业园: '扶贫开发' } }));
    expect(kept(keywords)).toEqual(['扶贫开发']);
    expect(fateOf(keywords, '扶贫开发')).toMatchObject({ weight: 96, frequency: 46 });
  });

  it('counts as new when a new word was folded into a word of the dictionary', () => {
    const keywords = screen(['产业园*', '村级产业园'], rules(), [
      decided('fold', '村级产业园', { into: '产业园' }),
    ]);
    expect(kept(keywords)).toEqual(['产业园']);
  });

  it('stays when a person kept it, though it is no candidate', () => {
    const keywords = screen(['甲园'], rules(), [
      decided('keep', '产业园区', { group: ALL_GROUPS }),
      decided('fold', '甲园', { into: '产业园区' }),
    ]);
    expect(kept(keywords)).toEqual(['产业园区']);
  });
});

describe('people’s decisions', () => {
  it('keep a word that a rule would drop or fold, that is not new or ranks too low', () => {
    const harsh = rules({
      top: 1,
      drop: [drop('题目用语', { words: ['脱贫攻坚'] })],
      fold: { 村级产业园: '扶贫产业园' },
    });
    const words = ['脱贫攻坚', '村级产业园', '大棚*', '扶贫开发'];
    const keywords = screen(
      words,
      harsh,
      words.map((word) => decided('keep', word.replace('*', ''))),
    );
    expect(kept(keywords)).toEqual(['脱贫攻坚', '村级产业园', '大棚', '扶贫开发']);
    expect(new Set(keywords.map(({ reason, coder }) => `${reason} ${coder}`))).toEqual(
      new Set(['decided-keep 李']),
    );
  });

  it('drop and fold what the rules would take, with who decided and why', () => {
    const keywords = screen(JIANGXI, rules(), [
      decided('drop', '脱贫攻坚', { reason: '题目用语' }),
      decided('fold', '村级产业园', { into: '扶贫产业园' }),
    ]);
    expect(kept(keywords)).toEqual(['扶贫产业园', '新型经营主体', '扶贫开发']);
    expect(fateOf(keywords, '脱贫攻坚')).toMatchObject({
      reason: 'decided-drop',
      detail: '题目用语',
      decisionId: 'drop 脱贫攻坚',
      coder: '李',
    });
    expect(fateOf(keywords, '村级产业园')).toMatchObject({ reason: 'decided-fold', countsFor: '扶贫产业园' });
  });

  it('for one group come before those for all groups', () => {
    const both = new Map([ranked('江西', '扶贫开发', '永受益'), ranked('甘肃', '扶贫开发', '永受益')]);
    const keywords = screenKeywords(
      both,
      rules(),
      [decided('keep', '扶贫开发'), decided('drop', '扶贫开发', { group: ALL_GROUPS })],
      () => false,
    );
    expect(keywords.map(({ group, word, reason }) => `${group} ${word} ${reason}`)).toEqual([
      '江西 扶贫开发 decided-keep',
      '江西 永受益 top',
      '甘肃 扶贫开发 decided-drop',
      '甘肃 永受益 top',
    ]);
  });

  it('add words after the first k are taken, with the figures of the candidate where there is one', () => {
    const keywords = screen(JIANGXI, rules(), [decided('add', '衔接乡村振兴'), decided('add', '永受益')]);
    expect(kept(keywords)).toEqual(['扶贫产业园', '脱贫攻坚', '新型经营主体', '衔接乡村振兴', '永受益']);
    expect(fateOf(keywords, '衔接乡村振兴')).toMatchObject({
      source: 'reading',
      reason: 'reading',
      frequency: 0,
    });
    expect(fateOf(keywords, '永受益')).toMatchObject({ source: 'reading', frequency: 45 });
    expect(keywords.filter(({ word }) => word === '永受益')).toHaveLength(1);
  });

  it('add a word for all groups only where it occurs', () => {
    const both = new Map([ranked('江西', '扶贫开发'), ranked('甘肃', '永受益')]);
    const added = [decided('add', '乡村振兴', { group: ALL_GROUPS })];
    const keywords = screenKeywords(both, rules(), added, (group) => group === '甘肃');
    expect(keywords.map(({ group, word }) => `${group} ${word}`)).toEqual([
      '江西 扶贫开发',
      '甘肃 永受益',
      '甘肃 乡村振兴',
    ]);
  });

  it('about core keywords leave screening as it is', () => {
    const plain = screen(JIANGXI, rules());
    const merged = [decided('merge', '扶贫开发', { into: '扶贫产业' }), decided('split', '扶贫产业园')];
    expect(screen(JIANGXI, rules(), merged)).toEqual(plain);
  });
});

function drop(
  reason: string,
  given: Partial<ScreeningRules['drop'][number]>,
): ScreeningRules['drop'][number] {
  return { reason, words: [], endings: [], pos: [], names: [], ...given };
}
