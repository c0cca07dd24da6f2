import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Codebook, codebookSchema, GROWING } from '../../../src/model/codebook.js';
import { ALL_GROUPS } from '../../../src/model/decisions/all-groups.js';
import { codeKey } from '../../../src/model/decisions/code-key.js';
import type { DecidedCode, DecidedWord, Verdict } from '../../../src/model/decisions/verdict.js';
import { checkCodebook } from '../../../src/stages/code/check-codebook.js';
import { effectiveCodebook } from '../../../src/stages/code/effective-codebook.js';

const code = (id: string, level: string, parent: string | null, terms: string[] = []) => ({
  id,
  label: { zh: `名称${id}`, en: id },
  level,
  parent,
  definition: id,
  terms,
});

const BASE: Codebook = codebookSchema.parse({
  id: 'base',
  title: { zh: '框架', en: 'Base' },
  version: '1',
  source: 'test',
  levels: ['top', 'mid', 'low'].map((id) => ({ id, name: { zh: id, en: id } })),
  codes: [
    code('a', 'top', null),
    code('b', 'top', null),
    code('aa', 'mid', 'a', ['词甲甲']),
    code('ba', 'mid', 'b'),
    code('aaa', 'low', 'aa', ['词甲', '词乙']),
    code('aab', 'low', 'aa', ['词丙']),
    code('baa', 'low', 'ba', ['词丁']),
  ],
});

const verdict = (kind: Verdict['kind'], rest: Partial<Verdict>): Verdict => ({
  kind,
  decisionId: 'd',
  coder: '左',
  reason: '',
  ...rest,
});
const ofCode = (id: string, decided: Partial<DecidedCode>, codebook = 'base'): DecidedWord => ({
  group: ALL_GROUPS,
  word: codeKey(codebook, id),
  aspect: 'code',
  verdict: verdict('move', { code: { name: id, ...decided } }),
});
const ofWord = (word: string, into: string | undefined, group = ALL_GROUPS): DecidedWord => ({
  group,
  word,
  aspect: 'mapping',
  verdict: verdict(into === undefined ? 'split' : 'merge', into === undefined ? {} : { into }),
});
const find = ({ codes }: Codebook, id: string) => codes.find((one) => one.id === id);

describe('the codebook in effect', () => {
  it('is the file’s own while no decision acts on it', () => {
    expect(effectiveCodebook(BASE, [])).toBe(BASE);
    expect(
      effectiveCodebook(BASE, [ofCode('aaa', { label: '改' }, 'other'), ofCode('zz', { label: '改' })]),
    ).toBe(BASE);
    expect(effectiveCodebook(BASE, [ofWord('词甲', '名称aaa'), ofWord('某词', '别的')])).toBe(BASE);
  });

  it('gives a term to the code it was merged into, and to no other', () => {
    const after = effectiveCodebook(BASE, [ofWord('词甲', '名称baa'), ofWord('词乙', undefined)]);
    expect(find(after, 'aaa')?.terms).toEqual([]);
    expect(find(after, 'baa')?.terms).toEqual(['词丁', '词甲']);
    expect(after.version).toBe('1+2');
  });

  it('never calls a label weak that a rename or a merge of codes has made a term', () => {
    const weakLabel = (id: string) => (one: Codebook['codes'][number]) =>
      one.id === id ? { ...one, weak: [one.label.zh, ...one.terms] } : one;
    const base = { ...BASE, codes: BASE.codes.map(weakLabel('aab')) };
    const renamed = find(effectiveCodebook(base, [ofCode('aab', { label: '新名' })]), 'aab');
    expect(renamed).toMatchObject({ terms: ['词丙', '名称aab'], weak: ['词丙'] });
    const merged = find(effectiveCodebook(base, [ofCode('aab', { mergedInto: 'aaa' })]), 'aaa');
    expect(merged?.terms).toContain('名称aab');
    expect(merged?.weak).toEqual(['词丙']);
  });

  it('leaves a merge for one group out, since it says nothing of other texts', () => {
    expect(effectiveCodebook(BASE, [ofWord('某词', '名称baa', 'JX01')])).toBe(BASE);
  });

  it('follows merges of words into words that were merged themselves', () => {
    const after = effectiveCodebook(BASE, [ofWord('某词', '别词'), ofWord('别词', '名称baa')]);
    expect(find(after, 'baa')?.terms).toEqual(['词丁', '某词', '别词']);
  });

  it('takes the codes under a merged code along', () => {
    const after = effectiveCodebook(BASE, [ofCode('aa', { mergedInto: 'ba' })]);
    expect(find(after, 'aa')).toBeUndefined();
    expect(find(after, 'aaa')?.parent).toBe('ba');
    expect(find(after, 'ba')?.terms).toEqual(['名称aa', '词甲甲']);
  });

  it('puts a code under another of any level above, and never under one that is not above', () => {
    expect(find(effectiveCodebook(BASE, [ofCode('aaa', { parent: 'b' })]), 'aaa')?.parent).toBe('b');
    expect(find(effectiveCodebook(BASE, [ofCode('aaa', { parent: 'aab' })]), 'aaa')?.parent).toBeNull();
  });

  it('grows core keywords of merges from nothing', () => {
    const after = effectiveCodebook(GROWING, [ofWord('甲词', '核心'), ofWord('乙词', '核心')]);
    expect(after.codes).toMatchObject([{ label: { zh: '核心' }, level: 'open', terms: ['甲词', '乙词'] }]);
  });

  it('lists codes that people made by their names, behind those of the file', () => {
    const made = (id: string, label: string) => ofCode(id, { label, level: 'low', parent: 'aa' });
    const { codes } = effectiveCodebook(BASE, [made('x1', '乙'), made('x2', '丁'), made('x3', '丙')]);
    const under = codes.filter(({ parent }) => parent === 'aa').map(({ label }) => label.zh);
    expect(under).toEqual(['名称aaa', '名称aab', '丁', '丙', '乙']);
    const grown = effectiveCodebook(GROWING, [
      ...['x1', 'x2'].map((id, at) => ofCode(id, { label: ['乙', '丁'][at] as string, level: 'axial' }, '')),
    ]);
    expect(grown.codes.map(({ label }) => label.zh)).toEqual(['丁', '乙']);
  });

  it('is sound whatever was decided, but for parents that are still to come', () => {
    const ids = ['a', 'b', 'aa', 'ba', 'aaa', 'aab', 'baa', 'new-1', 'new-2'];
    const labels = ['名称aaa', '名称ba', '新名', '另名', '词甲', '词丁'];
    const decidedCode = fc.record(
      {
        label: fc.constantFrom(...labels),
        level: fc.constantFrom('top', 'mid', 'low', 'none'),
        parent: fc.option(fc.constantFrom(...ids)),
        mergedInto: fc.constantFrom(...ids),
      },
      { requiredKeys: [] },
    );
    const decisions = fc
      .tuple(
        fc.uniqueArray(fc.tuple(fc.constantFrom(...ids), decidedCode), { selector: ([id]) => id }),
        fc.uniqueArray(
          fc.tuple(
            fc.constantFrom('词甲', '词丙', '某词', '别词'),
            fc.option(fc.constantFrom(...labels, '某词', 'aab')),
          ),
          { selector: ([word]) => word },
        ),
      )
      .map(([codes, words]) => [
        ...codes.map(([id, decided]) => ofCode(id, decided as Partial<DecidedCode>)),
        ...words.map(([word, into]) => ofWord(word, into ?? undefined)),
      ]);
    fc.assert(
      fc.property(decisions, (decided) => {
        const once = effectiveCodebook(BASE, decided);
        const faults = checkCodebook(once).filter(({ problem }) => problem.kind !== 'needs-parent');
        expect(faults).toEqual([]);
      }),
    );
  });
});
