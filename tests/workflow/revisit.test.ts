import { describe, expect, it } from 'vitest';
import type { Context } from '../../src/project/context.js';
import { stateHash } from '../../src/store/state-hash.js';
import { codeCases } from '../../src/workflow/code-cases.js';
import { decide, type Statement, undo } from '../../src/workflow/decide.js';
import { defineCode } from '../../src/workflow/define-code.js';
import { deleteCode } from '../../src/workflow/delete-code.js';
import { excludeCases } from '../../src/workflow/exclude-cases.js';
import { codePassage, type ReviewOptions, reviewPassages } from '../../src/workflow/judge-passages.js';
import { addMemo } from '../../src/workflow/write-memo.js';
import { ranProject } from './coded-project.js';
import { copyProject, rowsOf } from './project.js';

const PROJECT = await ranProject('JX01', 'JX02');
const QUOTE = '村里给每户发一本巴掌大的蓝皮折子';

const by = (coder: string) => ({ coder, reason: '读过原文' });
const code = (context: Context, name = '收益分红', coder = '左') =>
  codePassage(context, { ...by(coder), caseId: 'JX01', codes: [name], quote: QUOTE });
const review = (context: Context, says: 'confirm' | 'reject', rest: Partial<ReviewOptions>) =>
  reviewPassages(context, says, { ...by('左'), ...rest });
const define = (context: Context, name = '收益分红', limits = ['只发工资的不算']) =>
  defineCode(context, { ...by('王'), code: name, limits });
const say = (context: Context, kind: Statement['kind'], ...words: string[]) =>
  decide(context, { ...by('王'), kind, words });
const revisit = (context: Context, request = {}) => rowsOf(context, 'revisit', request);
const evidence = (context: Context) => rowsOf(context, 'evidence');
/** The passages of a code that a rule coded. */
function proposals(context: Context) {
  const [first, ...rest] = evidence(context).filter(({ origins }) => origins.includes('rule'));
  if (!first) throw new Error('no rule coded a passage');
  return [first, ...rest.filter((row) => row.code === first.code)] as const;
}

describe('the list of verdicts to revisit', () => {
  it('is empty before anything changes', async () => {
    const context = copyProject(PROJECT);
    expect(revisit(context)).toEqual([]);
    await code(context);
    expect(revisit(context)).toEqual([]);
  });

  it('contains exactly what was judged under the former definition, until this is in force again', async () => {
    const context = copyProject(PROJECT);
    await code(context);
    await code(context, '利益联结');
    await define(context);
    await code(context, '收益分红', '李');
    expect(revisit(context)).toMatchObject([
      { caseId: 'JX01', code: '收益分红', coder: '左', verdict: 'code', changed: 'definition' },
    ]);
    expect(revisit(context)[0]?.quote.replaceAll(/\s/g, '')).toBe(QUOTE);
    await undo(context, by('王'));
    expect(revisit(context).map(({ coder }) => coder)).toEqual(['李']);
  });

  it('loses a row when its coder says the same again, who still has coded the passage', async () => {
    const context = copyProject(PROJECT);
    await code(context);
    const hash = stateHash(context.store);
    const [own] = evidence(context).filter(({ coders }) => coders.includes('左'));
    await define(context);
    const changed = stateHash(context.store);
    const passages = [revisit(context)[0]?.passage ?? ''];
    expect(passages).toEqual([own?.passage]);
    expect((await review(context, 'confirm', { passages })).decisions).toHaveLength(1);
    expect(revisit(context)).toEqual([]);
    expect(stateHash(context.store)).not.toBe(changed);
    expect(await code(context)).toMatchObject({ decisions: [], alreadyInForce: passages });
    await undo(context, by('左'));
    expect(revisit(context)).toHaveLength(1);
    await undo(context, by('王'));
    expect(stateHash(context.store)).toBe(hash);
  });

  it('contains rejections, which are renewed by rejecting again', async () => {
    const context = copyProject(PROJECT);
    const [{ passage, code: name }] = proposals(context);
    await review(context, 'reject', { passages: [passage] });
    await define(context, name);
    expect(revisit(context)).toMatchObject([{ passage, verdict: 'reject', changed: 'definition' }]);
    await review(context, 'reject', { passages: [passage] });
    expect(revisit(context)).toEqual([]);
  });

  it('does not list what was judged under another name, or when the code finds more words', async () => {
    const context = copyProject(PROJECT);
    await decide(context, { ...by('王'), kind: 'promote', words: ['蓝皮折子'], isNew: true });
    await code(context, '蓝皮折子');
    await code(context);
    await say(context, 'rename', '蓝皮折子', '分红折子');
    await say(context, 'rename', '收益分红', '分红到户');
    const word = rowsOf(context, 'raw').find(({ kept, inCodebook }) => kept && !inCodebook)?.rawKeyword ?? '';
    await say(context, 'merge', word, '分红到户');
    expect(revisit(context)).toEqual([]);
  });

  it('lists what has another place in the tree', async () => {
    const context = copyProject(PROJECT);
    await code(context);
    await decide(context, { ...by('王'), kind: 'group', words: ['收益分红', '农户收益'], isNew: true });
    expect(revisit(context)).toMatchObject([{ code: '收益分红', changed: 'definition' }]);
  });

  it('lists passages of a merged code, and confirming or rejecting one speaks of the other code', async () => {
    const context = copyProject(PROJECT);
    await code(context);
    await say(context, 'merge', '收益分红', '利益联结');
    const [row] = revisit(context);
    expect(row).toMatchObject({ code: '利益联结', judgedAs: '收益分红', changed: 'merged' });
    await review(context, 'confirm', { passages: [row?.passage ?? ''] });
    expect(revisit(context)).toEqual([]);
    const mine = evidence(context).filter(({ coders }) => coders.includes('左'));
    expect(mine.map((one) => one.code)).toEqual(['利益联结']);
    await undo(context, by('左'));
    expect(revisit(context)).toEqual([row]);
    await review(context, 'reject', { passages: [row?.passage ?? ''] });
    expect(revisit(context)).toEqual([]);
    expect(evidence(context).filter(({ coders }) => coders.includes('左'))).toEqual([]);
  });

  it('lists what is of a deleted code, which nothing codes any more, until its coder says it again', async () => {
    const context = copyProject(PROJECT);
    await decide(context, { ...by('王'), kind: 'promote', words: ['龙宫探宝'], isNew: true });
    await code(context, '龙宫探宝');
    const [own] = evidence(context).filter(({ coders }) => coders.includes('左'));
    await review(context, 'reject', { passages: [own?.passage ?? ''] });
    await deleteCode(context, { ...by('王'), code: '龙宫探宝' });
    expect(revisit(context)).toMatchObject([
      { passage: own?.passage, code: '龙宫探宝', verdict: 'reject', changed: 'gone' },
    ]);
    await review(context, 'reject', { passages: [own?.passage ?? ''] });
    expect(revisit(context)).toEqual([]);
  });

  it('contains what somebody returned to its coder, until they judge it otherwise or answer', async () => {
    const context = copyProject(PROJECT);
    await code(context);
    const [own] = evidence(context).filter(({ coders }) => coders.includes('左'));
    const at = (time: string) => ({ ...context, now: () => new Date(time) });
    const on = `passage:${own?.passage}`;
    const giveBack = (coder: string, time: string) =>
      addMemo(at(time), { on, type: 'return', text: '请再看定义', coder });
    await giveBack('左', '2030-01-01T00:00:00Z');
    expect(revisit(context)).toEqual([]);
    await giveBack('王', '2030-01-02T00:00:00Z');
    expect(revisit(context)).toMatchObject([{ coder: '左', changed: 'returned', passage: own?.passage }]);
    await addMemo(at('2030-01-03T00:00:00Z'), { on, text: '定义第三条', coder: '左' });
    expect(revisit(context)).toEqual([]);
    await undo(context, by('左'));
    expect(revisit(context)).toHaveLength(1);
    await reviewPassages(at('2030-01-04T00:00:00Z'), 'reject', {
      ...by('左'),
      passages: [own?.passage ?? ''],
    });
    expect(revisit(context)).toEqual([]);
    await giveBack('王', '2030-01-05T00:00:00Z');
    expect(revisit(context)).toHaveLength(1);
    await undo(context, by('王'));
    expect(revisit(context)).toEqual([]);
  });

  it('is of passages alone: nothing else is returned', async () => {
    const returned = addMemo(copyProject(PROJECT), {
      on: 'project',
      type: 'return',
      text: '不可',
      coder: '王',
    });
    await expect(returned).rejects.toMatchObject({ code: 'memo/returns-no-passage' });
  });

  it('lists a confirmed passage that the program no longer proposes, not what only people coded', async () => {
    const context = copyProject(PROJECT);
    const [{ passage, start, end, caseId }] = proposals(context);
    await review(context, 'confirm', { passages: [passage] });
    await code(context);
    const [own] = evidence(context).filter(({ origins }) => origins.length === 1 && origins[0] === 'person');
    await review(context, 'confirm', { passages: [own?.passage ?? ''], coder: '李' });
    context.store.run(
      `DELETE FROM assignment WHERE start_at = ? AND end_at = ?
         AND version_no IN (SELECT version_no FROM case_version JOIN project_case USING (case_no) WHERE id = ?)`,
      start,
      end,
      caseId,
    );
    expect(revisit(context)).toMatchObject([{ passage, verdict: 'confirm', changed: 'not-proposed' }]);
    await review(context, 'confirm', { passages: [passage] });
    expect(revisit(context)).toEqual([]);
    await codeCases(context, {});
    expect(revisit(context)).toEqual([]);
  });

  it('has no row for a verdict that was recorded without a definition', async () => {
    const context = copyProject(PROJECT);
    await code(context);
    context.store.run("UPDATE passage_verdict SET verdict = json_remove(verdict, '$.definitionHash')");
    await define(context);
    expect(revisit(context)).toEqual([]);
  });

  it("can be limited to a coder's verdicts, and has none of cases that do not count", async () => {
    const context = copyProject(PROJECT);
    await code(context);
    await code(context, '收益分红', '李');
    await define(context);
    expect(revisit(context).map(({ coder }) => coder)).toEqual(['左', '李'].sort());
    expect(revisit(context, { view: 'coder:李' }).map(({ coder }) => coder)).toEqual(['李']);
    await excludeCases(context, { ...by('王'), cases: ['JX01'] });
    expect(revisit(context)).toEqual([]);
  });
});
