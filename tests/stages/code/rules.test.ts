import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { z } from 'zod';
import type { codebookSchema } from '../../../src/model/codebook.js';
import type { Polarity } from '../../../src/model/coded-passage.js';
import { frameworkOf } from '../../../src/model/framework.js';
import { checkCodebook } from '../../../src/stages/code/check-codebook.js';
import { passageCoder } from '../../../src/stages/code/code-passages.js';
import { matchFinder } from '../../../src/stages/code/find-matches.js';
import { code, codebook } from '../village-codebook.js';
import { codedText } from './coded-text.js';

type CodeInput = z.input<typeof codebookSchema>['codes'][number];
const book = (fields: Partial<CodeInput>) =>
  codebook(['theme'], [{ ...code('group', '组团式', 'theme', null), ...fields }]);
const coded = (fields: Partial<CodeInput>, text: string) =>
  passageCoder(frameworkOf(book(fields)))(codedText(text));
/** The first words that led to each sentence found. */
const found = (fields: Partial<CodeInput>, text: string, wanted: Polarity = 'supports') => {
  const { matches } = matchFinder(frameworkOf(book(fields)))(codedText(text));
  const first = new Map<number, string>();
  for (const { sentence, keyword, polarity } of matches) {
    if (polarity === wanted && !first.has(sentence)) first.set(sentence, keyword);
  }
  return [...first.values()];
};

describe('weak terms', () => {
  const fields = { terms: ['合作社', '领办合作社', '入社'], weak: ['合作社', '入社'] };
  const far = '别的话。'.repeat(20);

  it('are a mere mention alone, and count beside more of the same code', () => {
    expect(found(fields, '村里有合作社。')).toEqual([]);
    expect(found(fields, '村里有合作社。支部领办合作社。')).toEqual(['合作社', '领办合作社']);
    expect(found(fields, '村里有合作社。大家入社。')).toEqual(['合作社', '入社']);
  });

  it('are borne out from near by only', () => {
    expect(found(fields, `村里有合作社。${far}支部领办合作社。`)).toEqual(['领办合作社']);
  });

  it('are borne out by themselves only where they recur in three sentences', () => {
    expect(found(fields, '村里有合作社。合作社很大。')).toEqual([]);
    expect(found(fields, '村里有合作社，合作社，合作社。')).toEqual([]);
    expect(found(fields, '村里有合作社。合作社很大。大家说起合作社。')).toHaveLength(3);
  });

  it('count throughout where the title names them', () => {
    expect(found(fields, `合作社记事\n${far}村里有合作社。`)).toEqual(['合作社', '合作社']);
    expect(found(fields, `合作社记事。\n${far}村里有合作社。`)).toEqual([]);
  });

  it('may be rules, too', () => {
    const rules = [{ any: ['派*医生'], weak: true }, '请*专家'];
    expect(found({ rules }, '派来医生。')).toEqual([]);
    expect(found({ rules }, '派来医生。又请了专家。')).toEqual(['派来医生', '请了专家']);
  });

  it('are never labels: the name of a code counts alone, even where its codebook calls it weak', () => {
    const labelled = { terms: ['合作社'], weak: ['组团式', '合作社'] };
    expect(found(labelled, '专家组团式上门。')).toEqual(['组团式']);
    expect(found(labelled, '专家组团式上门。村里有合作社。')).toEqual(['组团式', '合作社']);
  });

  it('must be terms of their code', () => {
    expect(checkCodebook(book({ weak: ['合作社'] }))).toMatchObject([{ place: 'codes[0].weak[0]' }]);
  });
});

describe('the context of a codebook', () => {
  const inField = (text: string) => {
    const framework = frameworkOf({ ...book({ terms: ['培训'] }), context: ['村', '农户'] });
    return passageCoder(framework)(codedText(text)).assignments.map(({ start }) => start);
  };
  const elsewhere = '工厂开工。'.repeat(20);

  it('limits coding to sentences that speak of the field, and their neighbours', () => {
    expect(inField(`${elsewhere}培训司机。${elsewhere}`)).toEqual([]);
    expect(inField(`${elsewhere}培训农户。${elsewhere}`)).toEqual([100]);
    expect(inField(`${elsewhere}培训司机。村里也来人。${elsewhere}`)).toEqual([100]);
  });

  it('lets a case that speaks of the field throughout be coded throughout', () => {
    expect(inField('村里。开工。开工。开工。培训司机。')).toHaveLength(1);
  });
});

describe('rules of a codebook', () => {
  it('reach narrative wording that no fixed word reaches, and quote it', () => {
    const rules = ['派出|选派*医生|专家'];
    expect(found({ rules }, '省医院派出三名骨干医生，县里也选派教育专家。')).toEqual(['派出三名骨干医生']);
    expect(found({ rules }, '医生由省里派出。')).toEqual([]);
    expect(found({ rules }, '省里派出的人。医生来了。')).toEqual([]);
    expect(found({ rules }, '省里派出一支由多个部门的干部们组成的专家队。')).toEqual([]);
  });

  it('takes the nearest way through repeated parts', () => {
    expect(found({ rules: ['派出*医生'] }, '派出了人，又过了一年多的时间才再派出县里医生。')).toEqual([
      '派出县里医生',
    ]);
  });

  it.each<[string, CodeInput['rules'], string, string[]]>([
    [
      'all in one sentence, in any order',
      [{ all: ['每月|每人', '护林员'] }],
      '护林员老张每月领八百元',
      ['护林员老张每月'],
    ],
    ['all of them needed', [{ all: ['每月', '护林员'] }], '护林员老张。每月八百元', []],
    ['near within n characters', [{ near: ['雇', '户'], within: 4 }], '他家成了雇工大户', ['雇工大户']],
    ['near but too far', [{ near: ['雇', '户'], within: 1 }], '他雇了同村的三户', []],
    ['not where something else stands', [{ any: ['护林员'], not: ['招聘'] }], '招聘护林员', []],
    ['not elsewhere', [{ any: ['护林员'], not: ['招聘'] }], '护林员上岗。招聘会。', ['护林员']],
  ])('hold for %s', (_, rules, text, keywords) => {
    expect(found({ rules }, text)).toEqual(keywords);
  });

  it('leave out what is denied and headings where the codebook says so', () => {
    const fields = { terms: ['合作社'], rules: ['派*医生'] };
    const text = '办合作社\n村里没有合作社。也没派过医生。\n合作社成立了。';
    expect(found(fields, text)).toEqual(['合作社', '合作社', '派过医生', '合作社']);
    expect(found({ ...fields, except: ['negation'] }, text)).toEqual(['合作社', '合作社']);
    expect(found({ ...fields, except: ['negation', 'heading'] }, text)).toEqual(['合作社']);
  });

  it('take what is denied as evidence against the code, where the codebook heeds denial', () => {
    const fields: Partial<CodeInput> = { terms: ['合作社'], rules: ['派*医生'], except: ['negation'] };
    const text = '村里没有合作社。也没派过医生。合作社成立了。';
    expect(found(fields, text, 'contradicts')).toEqual(['合作社', '派过医生']);
    expect(coded(fields, text).tokens).toEqual([{ caseId: 'JX01', codeId: 'group', tokens: 1 }]);
    expect(found({ ...fields, except: [] }, text, 'contradicts')).toEqual([]);
  });

  it('find what contradicts a code, and what denies that supports it again', () => {
    const fields: Partial<CodeInput> = {
      terms: ['监测'],
      rules: [{ any: ['漏报'], polarity: 'contradicts' }],
      except: ['negation'],
    };
    const text = '监测时漏报三户。今年没有漏报。';
    expect(found(fields, text)).toEqual(['监测', '漏报']);
    expect(coded(fields, text).assignments.map(({ quote, polarity }) => [quote, polarity])).toEqual([
      ['监测时漏报三户。', 'supports'],
      ['监测时漏报三户。', 'contradicts'],
      ['今年没有漏报。', 'supports'],
    ]);
  });

  it('take no word for support that stands in what contradicts its code', () => {
    const fields = {
      terms: ['内生动力'],
      rules: [{ any: ['内生动力*不足'], polarity: 'contradicts' as const }],
    };
    expect(found(fields, '内生动力不足。')).toEqual([]);
    expect(found(fields, '内生动力不足。', 'contradicts')).toEqual(['内生动力不足']);
    expect(found(fields, '培育内生动力，因为从前内生动力不足。')).toEqual(['内生动力']);
  });

  it('do not take the question 有没有 for a denial', () => {
    const fields = { terms: ['合作社'], except: ['negation' as const] };
    expect(found(fields, '村里有没有合作社？')).toEqual(['合作社']);
  });

  it('leave out what is cited as a title', () => {
    const fields = { terms: ['合作社'], except: ['citation' as const] };
    expect(found(fields, '《农民专业合作社法》施行后，合作社多了。')).toEqual(['合作社']);
    expect(found(fields, '《合作社法》施行了。')).toEqual([]);
  });

  it('tell which rule found a passage', () => {
    const { matches } = matchFinder(frameworkOf(book({ rules: ['派*医生'] })))(codedText('派来医生'));
    expect(matches).toMatchObject([{ keyword: '派来医生', rule: '派*医生', sentence: 0 }]);
  });

  it('stay fast on a text made to slow them down', () => {
    const fields = { rules: ['派*派*派*医生', { near: ['派', '村', '户'], within: 3 }] };
    const text = '派村'.repeat(100_000);
    const before = performance.now();
    expect(found(fields, text)).toEqual([]);
    expect(performance.now() - before).toBeLessThan(5_000);
  });

  it('find what a plain search for the pattern finds', () => {
    const alphabet = fc.constantFrom('派', '医', '生', '户', '。');
    const text = fc.array(alphabet, { maxLength: 30 }).map((parts) => parts.join(''));
    const part = fc.array(fc.constantFrom('派', '医', '生', '户'), { minLength: 1, maxLength: 2 });
    const parts = fc.array(
      part.map((letters) => letters.join('')),
      { minLength: 2, maxLength: 3 },
    );
    fc.assert(
      fc.property(text, parts, (raw, literals) => {
        const plain = new RegExp(literals.join('[^。]{0,10}'));
        const expected = raw.split('。').some((sentence) => plain.test(sentence));
        expect(found({ rules: [literals.join('*')] }, raw).length > 0).toBe(expected);
      }),
      { numRuns: 500 },
    );
  });
});

describe('checking rules and theory', () => {
  it.each<[string, Partial<CodeInput>, string, string]>([
    ['a rule without anything to find', { rules: [{ not: ['招聘'] }] }, 'codes[0].rules[0]', 'never-holds'],
    [
      'a rule that forbids what it needs',
      { rules: [{ any: ['护林员'], not: ['护林'] }] },
      'codes[0].rules[0]',
      'never-holds',
    ],
    ['a rule given twice', { rules: ['派*医生', '派*医生'] }, 'codes[0].rules[1]', 'never-reached'],
    ['a rule of one character', { rules: ['派|选派'] }, 'codes[0].rules[0]', 'one-character'],
    ['a term of one character', { terms: ['派'] }, 'codes[0].terms[0]', 'one-character'],
  ])('tells the place of %s', (_, fields, place, problem) => {
    const faults = checkCodebook(book(fields));
    expect(faults.find((fault) => fault.place === place)?.problem.kind).toBe(problem);
  });

  it('tells a circle of parents and a relation to no code', () => {
    const circle = codebook(['a', 'b'], [code('x', '甲类', 'b', 'y'), code('y', '乙类', 'b', 'x')]);
    expect(checkCodebook(circle)[0]).toMatchObject({ place: 'codes[0].parent' });
    expect(checkCodebook(circle)[0]?.problem.kind).toBe('circle');
    const theory = { core: 'nobody', relations: [{ from: 'group', kind: '条件', to: 'none', evidence: [] }] };
    expect(checkCodebook({ ...book({}), theory }).map(({ place }) => place)).toEqual([
      'theory.core',
      'theory.relations[0].to',
    ]);
  });
});
