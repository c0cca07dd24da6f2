import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { Context } from '../../src/project/context.js';
import { captionTable } from '../../src/report/caption-table.js';
import { stateHash } from '../../src/store/state-hash.js';
import { adjudicatePassages } from '../../src/workflow/adjudicate-passages.js';
import { changeSetting } from '../../src/workflow/change-settings.js';
import { codeCases } from '../../src/workflow/code-cases.js';
import { redo, undo } from '../../src/workflow/decide.js';
import { excludeCases } from '../../src/workflow/exclude-cases.js';
import { finishCases } from '../../src/workflow/finish-cases.js';
import { importCases } from '../../src/workflow/import-cases.js';
import {
  codePassage,
  type PassageOptions,
  type ReviewOptions,
  recodePassage,
  reviewPassages,
  uncodePassage,
} from '../../src/workflow/judge-passages.js';
import { listDecisions } from '../../src/workflow/list-history.js';
import { makeTable } from '../../src/workflow/make-table.js';
import { showCase } from '../../src/workflow/show-cases.js';
import { ranProject } from './coded-project.js';
import { copyCases, copyProject, makeFolder, rewrite, rowsOf } from './project.js';

const PROJECT = await ranProject('JX01', 'JX02');
const QUOTE = '村里给每户发一本巴掌大的蓝皮折子';

const by = (coder: string) => ({ coder, reason: '读过原文' });
const code = (context: Context, rest: Partial<PassageOptions> = {}) =>
  codePassage(context, { ...by('左'), caseId: 'JX01', codes: ['收益分红'], quote: QUOTE, ...rest });
const review = (context: Context, says: 'confirm' | 'reject', rest: Partial<ReviewOptions>) =>
  reviewPassages(context, says, { ...by('左'), ...rest });
const evidence = (context: Context, request = {}) => rowsOf(context, 'evidence', request);
const referencesOf = (context: Context, name: string, request = {}) =>
  rowsOf(context, 'coding', request).find((row) => row.code === name)?.ownReferences ?? 0;
/** A passage that a rule coded. */
function proposal(context: Context) {
  const found = evidence(context).find(({ origins }) => origins.includes('rule'));
  if (!found) throw new Error('no rule coded a passage');
  return found;
}

describe('a passage that a person codes', () => {
  it('is evidence with its words from the raw text, and counts as a reference', async () => {
    const context = copyProject(PROJECT);
    const before = referencesOf(context, '收益分红');
    await code(context);
    const [row] = evidence(context).filter(({ coders }) => coders.includes('左'));
    expect(row).toMatchObject({ caseId: 'JX01', code: '收益分红', origins: ['person'], status: 'confirmed' });
    const { text } = showCase(context, 'JX01');
    expect([...text].slice(row?.start, row?.end).join('')).toBe(row?.quote);
    expect(row?.quote.replaceAll(/\s/g, '')).toBe(QUOTE);
    expect(referencesOf(context, '收益分红')).toBe(before + 1);
    expect(referencesOf(context, '收益分红', { status: 'confirmed' })).toBe(1);
  });

  it('stays when the project is coded again, and goes when it is taken back', async () => {
    const context = copyProject(PROJECT);
    const hash = stateHash(context.store);
    await code(context, { codes: ['收益分红', '利益联结'] });
    const coded = evidence(context);
    await codeCases(context, {});
    expect(evidence(context)).toEqual(coded);
    await undo(context, by('左'));
    expect(stateHash(context.store)).toBe(hash);
    await redo(context, by('左'));
    expect(evidence(context)).toEqual(coded);
  });

  it('can be given another code, or none, by its coder alone', async () => {
    const context = copyProject(PROJECT);
    await code(context);
    const place = { caseId: 'JX01', codes: ['收益分红'], quote: QUOTE };
    await expect(uncodePassage(context, { ...by('李'), ...place })).rejects.toThrow('passage/not-coded-by');
    await recodePassage(context, { ...by('左'), ...place, to: '利益联结' });
    const mine = () => evidence(context).filter(({ coders }) => coders.includes('左'));
    expect(mine().map((row) => row.code)).toEqual(['利益联结']);
    await uncodePassage(context, { ...by('左'), ...place, codes: ['利益联结'] });
    expect(mine()).toEqual([]);
    expect(listDecisions(context).map(({ kind }) => kind)).toEqual(['code', 'recode', 'recode', 'uncode']);
  });

  it('is found by its span, or by which of several equal ones it is', async () => {
    const context = copyProject(PROJECT);
    const { text } = showCase(context, 'JX01');
    await code(context, { quote: undefined, span: { start: 3, end: 9 } });
    expect(evidence(context).find(({ coders }) => coders.includes('左'))).toMatchObject({
      start: 3,
      end: 9,
      quote: [...text].slice(3, 9).join(''),
    });
    await expect(code(context, { quote: '产业' })).rejects.toThrow('passage/quote-twice');
    await code(context, { quote: '产业', nth: 2 });
    const [, second] = [...text.matchAll(/产业/g)].map(({ index }) => [...text.slice(0, index)].length);
    expect(evidence(context).some(({ start, quote }) => start === second && quote === '产业')).toBe(true);
  });

  it('is carried over to a new version of its text, with what others said of it', async () => {
    const context = copyProject(PROJECT);
    await code(context);
    // Its code is not one that the title brings about, which is the title no more.
    const machine = evidence(context).findLast(
      ({ caseId, origins }) => caseId === 'JX01' && origins.includes('rule'),
    );
    if (!machine) throw new Error('no rule coded a passage of JX01');
    await review(context, 'reject', { passages: [machine.passage] });
    const changed = makeFolder();
    rewrite(
      join(copyCases(changed.path, 'JX01', 'JX02'), 'JX01.txt'),
      (text) => `新添一段：村里修了路。\n\n${text}`,
    );
    const { reanchored } = await importCases(context, { paths: [changed.path] });
    changed.remove();
    await codeCases(context, {});
    expect(reanchored.orphaned).toEqual([]);
    const [row] = evidence(context).filter(({ coders }) => coders.includes('左'));
    const { text } = showCase(context, 'JX01');
    expect([...text].slice(row?.start, row?.end).join('')).toBe(row?.quote);
    const again = evidence(context).filter(
      ({ quote, code: name }) => quote === machine.quote && name === machine.code,
    );
    expect(again).toEqual([]);
    await undo(context, by('左'));
    await undo(context, by('左'));
    expect(evidence(context).filter(({ coders }) => coders.includes('左'))).toEqual([]);
    expect(evidence(context).some(({ quote }) => quote === machine.quote)).toBe(true);
  });
});

describe('a passage that the program coded', () => {
  it('is confirmed, and then among what people confirmed, whatever the program proposes later', async () => {
    const context = copyProject(PROJECT);
    const { passage, code: name } = proposal(context);
    expect(referencesOf(context, name, { status: 'confirmed' })).toBe(0);
    await review(context, 'confirm', { passages: [passage] });
    expect(referencesOf(context, name, { status: 'confirmed' })).toBe(1);
    expect(evidence(context).find((row) => row.passage === passage)).toMatchObject({
      status: 'confirmed',
      origins: expect.arrayContaining(['rule', 'person']),
    });
    expect(await review(context, 'confirm', { passages: [passage] })).toMatchObject({
      decisions: [],
      alreadyInForce: [passage],
    });
  });

  it('is rejected, counts nowhere, and is not brought back by coding again', async () => {
    const context = copyProject(PROJECT);
    const { passage, code: name } = proposal(context);
    const before = referencesOf(context, name);
    await review(context, 'reject', { passages: [passage] });
    await codeCases(context, {});
    expect(evidence(context).some((row) => row.passage === passage)).toBe(false);
    expect(referencesOf(context, name)).toBe(before - 1);
    await review(context, 'confirm', { passages: [passage] });
    expect(referencesOf(context, name)).toBe(before);
  });

  it('keeps the verdict of who judged first where coders differ, else that of the lead coder', async () => {
    const context = copyProject(PROJECT);
    const { passage } = proposal(context);
    await review(context, 'confirm', { passages: [passage] });
    await review(context, 'reject', { passages: [passage], coder: '李' });
    const isThere = () => evidence(context).some((row) => row.passage === passage);
    expect(isThere()).toBe(true);
    context.store.run("INSERT INTO setting VALUES ('lead-coder', '李')");
    expect(isThere()).toBe(false);
  });

  it('is judged with all others of its code and case at once, which is on record', async () => {
    const context = copyProject(PROJECT);
    const { caseId, code: name } = proposal(context);
    const { decisions } = await review(context, 'confirm', { code: name, cases: [caseId] });
    expect(decisions.length).toBeGreaterThan(0);
    expect(decisions.every(({ isBulk, kind }) => isBulk && kind === 'confirm')).toBe(true);
    const rows = evidence(context).filter((row) => row.code === name && row.caseId === caseId);
    expect(rows.every(({ status }) => status === 'confirmed')).toBe(true);
  });
});

describe('a sentence that another coder, who is done with the case, left uncoded', () => {
  const done = (context: Context, coder: string, notYet = false) =>
    finishCases(context, { ...by(coder), cases: ['JX01'], notYet });
  const mine = (context: Context) => evidence(context).filter(({ coders }) => coders.includes('左'));

  it('stays coded as the first said, contested, in the list and the captions of its codebook', async () => {
    const context = copyProject(PROJECT);
    await code(context);
    expect(rowsOf(context, 'contested')).toEqual([]);
    await done(context, '李');
    const [own] = mine(context);
    const both = { group: 'JX01', word: '收益分红', question: 'passage', into: null };
    expect(rowsOf(context, 'contested')).toEqual([
      {
        ...both,
        coder: '左',
        verdict: 'code',
        reason: '读过原文',
        inForce: true,
        passage: own?.passage,
        quote: own?.quote,
      },
      { ...both, coder: '李', verdict: 'silence', reason: '', inForce: false, passage: null, quote: null },
    ]);
    const { source } = makeTable(context, { name: 'coding' });
    expect(source.contested).toBe(1);
    expect(captionTable('coding', source, 'zh')).toContain('尚未裁决的判定 1 个');
    await excludeCases(context, { ...by('王'), cases: ['JX01'] });
    expect(makeTable(context, { name: 'coding' }).source.contested).toBe(0);
  });

  it('is uncoded where that is the lead coder, and coded again when they are not done yet', async () => {
    const context = copyProject(PROJECT);
    const before = referencesOf(context, '收益分红');
    await code(context);
    await done(context, '李');
    await changeSetting(context, { ...by('王'), name: 'lead-coder', value: '李' });
    expect([mine(context), rowsOf(context, 'contested')]).toEqual([[], []]);
    expect(referencesOf(context, '收益分红')).toBe(before);
    await done(context, '李', true);
    expect(referencesOf(context, '收益分红')).toBe(before + 1);
  });

  it('is contested no more once they confirm it', async () => {
    const context = copyProject(PROJECT);
    await code(context);
    await done(context, '李');
    await review(context, 'confirm', { passages: [mine(context)[0]?.passage ?? ''], coder: '李' });
    expect(rowsOf(context, 'contested')).toEqual([]);
    expect(mine(context)[0]?.coders).toEqual(['左', '李']);
  });

  it('is as was adjudicated, also by silence, until a verdict that it settled changes', async () => {
    const context = copyProject(PROJECT);
    await code(context);
    await done(context, '李');
    const [own] = mine(context);
    const hash = stateHash(context.store);
    const decision = { ...by('王'), passages: [own?.passage ?? ''], verdictOf: '李' };
    await expect(adjudicatePassages(context, { ...decision, verdictOf: '王' })).rejects.toThrow(
      'decide/no-verdict-of',
    );
    await adjudicatePassages(context, decision);
    expect([mine(context), rowsOf(context, 'contested')]).toEqual([[], []]);
    await expect(adjudicatePassages(context, decision)).rejects.toThrow('decide/not-contested');
    await undo(context, by('王'));
    expect([mine(context), stateHash(context.store)]).toEqual([[own], hash]);
    await redo(context, by('王'));
    expect(mine(context)).toEqual([]);
    await code(context, { coder: '赵' });
    expect(rowsOf(context, 'contested').map(({ coder }) => coder)).toEqual(['左', '赵', '李']);
  });

  it('leaves the proposals of the program as they were', async () => {
    const context = copyProject(PROJECT);
    const coded = evidence(context);
    await done(context, '李');
    await done(context, '左');
    expect(evidence(context)).toEqual(coded);
  });
});

describe('what makes no sense about a passage is refused, and leaves the project as it was', () => {
  it.each<[string, (context: Context) => Promise<unknown>, string]>([
    [
      'words that are not there',
      (context) => code(context, { quote: '没有这句话' }),
      'passage/quote-not-found',
    ],
    ['no words', (context) => code(context, { quote: ' ' }), 'passage/no-place'],
    ['a span outside', (context) => code(context, { span: { start: 5, end: 999_999 } }), 'passage/outside'],
    ['an empty span', (context) => code(context, { span: { start: 5, end: 5 } }), 'passage/outside'],
    ['a place that there is none', (context) => code(context, { nth: 9 }), 'passage/quote-twice'],
    ['an unknown code', (context) => code(context, { codes: ['量子计算机'] }), 'code/unknown-code'],
    ['an unknown case', (context) => code(context, { caseId: 'JX99' }), 'cases/unknown-case'],
    ['a coder without a name', (context) => code(context, { coder: ' ' }), 'decide/coder-without-name'],
    ['the program as coder', (context) => code(context, { coder: 'zhagen' }), 'decide/machine-coder'],
    [
      'an unknown passage',
      (context) => review(context, 'reject', { passages: ['0123456789'] }),
      'passage/unknown',
    ],
    ['no passage', (context) => review(context, 'reject', {}), 'passage/nothing-chosen'],
  ])('%s', async (_, work, error) => {
    const context = copyProject(PROJECT);
    const before = stateHash(context.store);
    await expect(work(context)).rejects.toThrow(error);
    expect(stateHash(context.store)).toBe(before);
    expect(listDecisions(context)).toEqual([]);
  });
});
