import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { Context } from '../../src/project/context.js';
import { stateHash } from '../../src/store/state-hash.js';
import { sliceCodePoints } from '../../src/text/code-points.js';
import { codeCases } from '../../src/workflow/code-cases.js';
import { type DecideReport, decide, type Statement, undo } from '../../src/workflow/decide.js';
import { importCases } from '../../src/workflow/import-cases.js';
import { listDecisions } from '../../src/workflow/list-history.js';
import { makeTable } from '../../src/workflow/make-table.js';
import { showCase } from '../../src/workflow/show-cases.js';
import { ranProject } from './coded-project.js';
import { copyCases, copyProject, makeFolder, rewrite, rowsOf } from './project.js';

const PROJECT = await ranProject('JX', 'BJ01');

const say = (
  context: Context,
  kind: Statement['kind'],
  words: readonly string[],
  rest: Partial<Statement> = {},
): Promise<DecideReport> => decide(context, { kind, words, coder: '左', reason: '读过原文', ...rest });

const rawOf = (context: Context, caseId: string, word: string) =>
  rowsOf(context, 'raw').find((row) => row.caseId === caseId && row.rawKeyword === word);
const frequencyOf = (context: Context, name: string) =>
  rowsOf(context, 'frequency').find(({ coreKeyword }) => coreKeyword === name);
/** Words of a case by how screening left them. */
const wordsOf = (context: Context, caseId: string, reason: string) =>
  rowsOf(context, 'raw')
    .filter((row) => row.caseId === caseId && row.reason === reason)
    .map(({ rawKeyword }) => rawKeyword);
const firstOf = (context: Context, caseId: string, reason: string): string => {
  const [word] = wordsOf(context, caseId, reason);
  if (word === undefined) throw new Error(`${caseId} has no word that is ${reason}`);
  return word;
};

describe('a decision', () => {
  it('to drop takes a keyword out, says why, and lets the next one in', async () => {
    const context = copyProject(PROJECT);
    const before = wordsOf(context, 'JX01', 'top');
    const word = firstOf(context, 'JX01', 'top');
    const { decisions } = await say(context, 'drop', [word], { group: 'JX01' });
    expect(rawOf(context, 'JX01', word)).toMatchObject({
      kept: false,
      reason: 'decided-drop: 读过原文',
      coreKeyword: null,
      decisionId: decisions[0]?.id,
    });
    const after = wordsOf(context, 'JX01', 'top');
    expect(after).toHaveLength(before.length);
    expect(after).toEqual(expect.arrayContaining(before.filter((one) => one !== word)));
  });

  it('for one case leaves every other case as it was', async () => {
    const context = copyProject(PROJECT);
    const others = () => rowsOf(context, 'raw').filter(({ caseId }) => caseId !== 'JX01');
    const before = others();
    await say(context, 'keep', [firstOf(context, 'JX01', 'beyond-top')], { group: 'JX01' });
    await say(context, 'drop', [firstOf(context, 'JX01', 'top')], { group: 'JX01' });
    expect(others()).toEqual(before);
  });

  it('to keep brings in a keyword that ranks too low or is not new', async () => {
    const context = copyProject(PROJECT);
    const words = [firstOf(context, 'JX01', 'beyond-top'), firstOf(context, 'JX01', 'not-new')];
    await say(context, 'keep', words, { group: 'JX01' });
    for (const word of words) {
      expect(rawOf(context, 'JX01', word)).toMatchObject({ kept: true, reason: 'decided-keep: 读过原文' });
    }
  });

  it('to fold counts a keyword for another, with its sentences among the evidence', async () => {
    const context = copyProject(PROJECT);
    const word = firstOf(context, 'JX01', 'top');
    await say(context, 'fold', [word, '扶贫产业园'], { group: 'JX01' });
    expect(rawOf(context, 'JX01', word)).toMatchObject({
      kept: false,
      reason: 'decided-fold: 扶贫产业园 · 读过原文',
      coreKeyword: '扶贫产业',
    });
    const evidence = rowsOf(context, 'evidence').filter(
      (row) => row.caseId === 'JX01' && row.origins.includes('keyword'),
    );
    const ofPark = evidence.filter(({ keywords }) => keywords.includes('扶贫产业园'));
    expect(ofPark.some(({ quote }) => quote.includes(word))).toBe(true);
    expect(ofPark.some(({ quote }) => quote.includes('扶贫产业园'))).toBe(true);
  });

  it('to merge moves a keyword to the core keyword named, as confirmed by the coder', async () => {
    const context = copyProject(PROJECT);
    const word = firstOf(context, 'JX01', 'top');
    const before = frequencyOf(context, '利益联结')?.assignments ?? 0;
    await say(context, 'merge', [word, '利益联结']);
    expect(rawOf(context, 'JX01', word)).toMatchObject({ kept: true, coreKeyword: '利益联结' });
    expect(frequencyOf(context, '利益联结')?.assignments).toBe(before + 1);
    expect(rowsOf(context, 'raw', { status: 'confirmed' }).map(({ rawKeyword }) => rawKeyword)).toEqual([
      word,
    ]);
  });

  it('to split takes a keyword from the code that the program gave it', async () => {
    const context = copyProject(PROJECT);
    const merged = rowsOf(context, 'raw').find(({ kept, coreKeyword }) => kept && coreKeyword !== null);
    const [word, core] = [merged?.rawKeyword ?? '', merged?.coreKeyword ?? ''];
    const before = frequencyOf(context, core)?.assignments ?? 0;
    await say(context, 'split', [word]);
    expect(
      rowsOf(context, 'raw')
        .filter(({ rawKeyword }) => rawKeyword === word)
        .map((row) => row.coreKeyword),
    ).toContain(word);
    expect(frequencyOf(context, core)?.assignments ?? 0).toBeLessThan(before);
    expect(frequencyOf(context, word)).toMatchObject({ codeId: null });
  });

  it('to add brings in a word wherever it stands', async () => {
    const context = copyProject(PROJECT);
    await say(context, 'add', ['十里塅']);
    expect(rawOf(context, 'JX01', '十里塅')).toMatchObject({ source: 'reading', kept: true });
    expect(rawOf(context, 'BJ01', '十里塅')).toBeUndefined();
  });

  it('to add with a passage has the passage for evidence, however it was broken in the copy', async () => {
    const context = copyProject(PROJECT);
    const quote = '村里给每户发一本巴掌大的\n蓝皮折子';
    await say(context, 'add', ['收益分红'], { caseId: 'JX01', quote });
    const evidence = rowsOf(context, 'evidence').find(
      (row) =>
        row.origins.includes('keyword') &&
        row.keywords.includes('收益分红') &&
        row.quote.includes('蓝皮折子'),
    );
    expect(evidence).toMatchObject({ caseId: 'JX01', coders: ['左'], status: 'confirmed' });
    expect(evidence?.quote).toContain(quote.replace('\n', ''));
    const { text } = showCase(context, 'JX01');
    expect(sliceCodePoints(text, evidence as { start: number; end: number })).toBe(evidence?.quote);
    expect(rawOf(context, 'BJ01', '收益分红')).toBeUndefined();
  });

  it('to fold a word that only reading added counts it for the other, told from its passage', async () => {
    const context = copyProject(PROJECT);
    const quote = '村里给每户发一本巴掌大的蓝皮折子';
    await say(context, 'add', ['蓝皮折子账'], { caseId: 'JX01', quote });
    await say(context, 'add', ['十里塅']);
    await say(context, 'fold', ['十里塅', '扶贫产业园']);
    expect(rawOf(context, 'JX01', '十里塅')).toMatchObject({
      source: 'reading',
      kept: false,
      reason: 'decided-fold: 扶贫产业园 · 读过原文',
      coreKeyword: '扶贫产业',
    });
    await say(context, 'add', ['收益分红'], { caseId: 'JX01', quote: '产业' });
    await say(context, 'fold', ['蓝皮折子账', '收益分红'], { group: 'JX01' });
    expect(rawOf(context, 'JX01', '蓝皮折子账')).toMatchObject({ kept: false, coreKeyword: '收益分红' });
    const quotes = rowsOf(context, 'evidence')
      .filter((row) => row.origins.includes('keyword') && row.keywords.includes('收益分红'))
      .map((row) => row.quote);
    expect(quotes.some((one) => one.includes('蓝皮折子'))).toBe(true);
  });

  it('to keep a word that only reading added leaves it where it was found', async () => {
    const context = copyProject(PROJECT);
    await say(context, 'add', ['十里塅']);
    await say(context, 'keep', ['十里塅'], { coder: '李' });
    expect(rawOf(context, 'JX01', '十里塅')).toMatchObject({ source: 'reading', kept: true });
    expect(rawOf(context, 'BJ01', '十里塅')).toBeUndefined();
  });

  it('to add with a passage reads it as the case was cleaned', async () => {
    const context = copyProject(PROJECT);
    const own = makeFolder();
    const text = '村里在２０２０年 办起了“桃园讲堂”,每月一讲。';
    rewrite(join(copyCases(own.path, 'BJ01'), 'BJ01.txt'), () => text);
    await importCases(context, { paths: [own.path], steps: ['line-ends'] });
    own.remove();
    const quote = '２０２０年 办起了“桃园讲堂”,每月一讲';
    await say(context, 'add', ['夜校'], { caseId: 'BJ01', quote });
    expect(rawOf(context, 'BJ01', '夜校')).toMatchObject({ source: 'reading', kept: true });
  });

  it('does not count a passage that a new version of the case no longer has', async () => {
    const context = copyProject(PROJECT);
    await say(context, 'add', ['转移就业'], {
      caseId: 'BJ01',
      quote: showCase(context, 'BJ01').cleanText.slice(0, 12),
    });
    expect(rawOf(context, 'BJ01', '转移就业')).toBeDefined();
    const changed = makeFolder();
    rewrite(join(copyCases(changed.path, 'BJ01'), 'BJ01.txt'), () => '另写一篇：村里修了路。');
    const { reanchored } = await importCases(context, { paths: [changed.path] });
    changed.remove();
    await codeCases(context, {});
    expect(reanchored.orphaned.length).toBeGreaterThan(0);
    expect(rawOf(context, 'BJ01', '转移就业')).toBeUndefined();
  });
});

describe('taking decisions back', () => {
  it.each<[Statement['kind'], (context: Context) => Partial<Statement> & { words: string[] }]>([
    ['keep', (context) => ({ words: [firstOf(context, 'JX01', 'beyond-top')], group: 'JX01' })],
    ['drop', (context) => ({ words: [firstOf(context, 'JX01', 'top')] })],
    ['add', () => ({ words: ['十里塅'] })],
    ['fold', (context) => ({ words: [firstOf(context, 'JX02', 'top'), '扶贫产业园'] })],
    ['merge', (context) => ({ words: [firstOf(context, 'JX01', 'top'), '村庄合作'], isNew: true })],
    [
      'split',
      (context) => ({
        words: [
          rowsOf(context, 'raw').find(({ kept, coreKeyword }) => kept && coreKeyword !== null)?.rawKeyword ??
            '',
        ],
      }),
    ],
  ])('restores the state before a %s exactly, and neither is a run', async (kind, statementOf) => {
    const context = copyProject(PROJECT);
    const run = () => makeTable(context, { name: 'coding' }).source.runIds[0];
    const before = [stateHash(context.store), run()];
    const { words, ...rest } = statementOf(context);
    await say(context, kind, words, rest);
    expect(stateHash(context.store)).not.toBe(before[0]);
    expect(run()).toBe(before[1]);
    await undo(context, { coder: '左', reason: '' });
    expect([stateHash(context.store), run()]).toEqual(before);
    expect(listDecisions(context).map((decision) => decision.kind)).toEqual([kind, 'undo']);
  });

  it('has nothing to take back of a coder who decided nothing', async () => {
    const context = copyProject(PROJECT);
    await expect(undo(context, { coder: '李', reason: '' })).rejects.toMatchObject({
      code: 'decide/nothing-to-undo',
    });
  });
});

describe('a decision that makes no sense is refused and leaves the project as it was', () => {
  it.each<[string, Statement['kind'], string[], Partial<Statement>, string]>([
    ['about an unknown word', 'drop', ['量子计算机'], {}, 'screen/unknown-word'],
    ['for an unknown group', 'drop', ['扶贫产业园'], { group: '火星' }, 'screen/unknown-group'],
    ['to add what stands nowhere', 'add', ['量子计算机'], {}, 'screen/add-without-evidence'],
    [
      'with a passage that is not there',
      'add',
      ['增收'],
      { caseId: 'JX01', quote: '没有这句话' },
      'screen/quote-not-found',
    ],
    [
      'with a passage of an unknown case',
      'add',
      ['增收'],
      { caseId: 'JX99', quote: '没有' },
      'cases/unknown-case',
    ],
    ['to fold into nothing', 'fold', ['扶贫产业园'], {}, 'decide/needs-target'],
    ['to fold into itself', 'fold', ['扶贫产业园', '扶贫产业园'], {}, 'decide/fold-into-itself'],
    ['to fold into an unknown word', 'fold', ['扶贫产业园', '量子计算机'], {}, 'decide/unknown-target'],
    [
      'to fold into a known word as if it were new',
      'fold',
      ['扶贫产业园', '利益联结'],
      { isNew: true },
      'decide/not-new',
    ],
    ['to fold into a blank', 'fold', ['扶贫产业园', ' '], {}, 'decide/empty-word'],
    ['to add a blank', 'add', [' '], {}, 'decide/empty-word'],
    ['to split what no code took', 'split', ['鸡蛋'], {}, 'screen/nothing-to-split'],
  ])('%s', async (_, kind, words, rest, code) => {
    const context = copyProject(PROJECT);
    const before = stateHash(context.store);
    await expect(say(context, kind, words, rest)).rejects.toMatchObject({ code });
    expect(stateHash(context.store)).toBe(before);
    expect(listDecisions(context)).toEqual([]);
  });
});

describe('the filters of the tables', () => {
  it('show what people confirmed, and by whom', async () => {
    const context = copyProject(PROJECT);
    const [first, second] = wordsOf(context, 'JX01', 'top');
    await say(context, 'merge', [first ?? '', '利益联结'], { group: 'JX01' });
    await say(context, 'merge', [second ?? '', '利益联结'], { group: 'JX01', coder: '李' });
    await say(context, 'drop', [firstOf(context, 'JX02', 'top')], { group: 'JX02', coder: '李' });

    const confirmed = makeTable(context, { name: 'coding', status: 'confirmed' });
    const total = (rows: readonly { readonly ownAssignments: number }[]) =>
      rows.reduce((sum, { ownAssignments }) => sum + ownAssignments, 0);
    expect(total(rowsOf(context, 'coding', { status: 'confirmed' }))).toBe(2);
    expect(total(rowsOf(context, 'coding', { status: 'confirmed', view: 'coder:李' }))).toBe(1);
    expect(confirmed.source.confirmed).toMatchObject({ count: 2, coders: ['左', '李'].sort() });
    expect(confirmed.source.confirmed.of).toBeGreaterThan(2);
    expect(
      rowsOf(context, 'evidence', { status: 'confirmed' }).every(({ status }) => status === 'confirmed'),
    ).toBe(true);
    expect(rowsOf(context, 'raw', { status: 'confirmed' })).toHaveLength(3);
    expect(rowsOf(context, 'raw', { status: 'confirmed', view: 'coder:李' })).toHaveLength(2);
  });
});
