import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import type { Codebook } from '../../src/model/codebook.js';
import { codebookInForce } from '../../src/project/applied-codebook.js';
import type { Context } from '../../src/project/context.js';
import { openStore } from '../../src/store/open.js';
import { stateHash } from '../../src/store/state-hash.js';
import type { Store } from '../../src/store/store.js';
import { readVerdict } from '../../src/store/verdict-table.js';
import { decide, undo } from '../../src/workflow/decide.js';
import { type ApplyOptions, applyDecisions, exportDecisions } from '../../src/workflow/decision-recipes.js';
import { defineCode } from '../../src/workflow/define-code.js';
import { listDecisions } from '../../src/workflow/list-history.js';
import { makeTable } from '../../src/workflow/make-table.js';
import { relateCodes, unrelateCodes } from '../../src/workflow/relate-codes.js';
import { codedProject } from './coded-project.js';
import { copyProject, makeFolder, rowsOf } from './project.js';

const folder = makeFolder();
afterAll(folder.remove);
const RECIPE = join(folder.path, 'recipe.yaml');
const project = await codedProject('GS01', 'JX01');

const by = (coder: string) => ({ coder, reason: '读过原文' });
const apply = (context: Context, options: Partial<ApplyOptions> = {}) =>
  applyDecisions(context, { path: RECIPE, coder: '左', ...options });
const screening = ({ store }: Context, word: string) =>
  readVerdict(store, { group: '*', word, aspect: 'screening' });
const codebookOf = ({ store }: Context) => codebookInForce(store)?.codebook as Codebook;
const relationsOf = (context: Context) =>
  codebookOf(context).theory?.relations.map(({ from, kind, to }) => [from, kind, to]);
const problemsOf = (error: unknown) =>
  (error as { params: { problems: { params: { problems: { code: string }[] } }[] } }).params.problems.flatMap(
    ({ params }) => params.problems.map((one) => one.code),
  );

const words = wordsOf(openStore(project, { mode: 'read' }));

/** The first keywords of the project. */
function wordsOf(store: Store): [string, string, string, string] {
  const { rows } = makeTable({ store }, { name: 'keywords' });
  store.close();
  return [...new Set(rows.map((row) => String(row['word'])))] as [string, string, string, string];
}

/** A project in which somebody decided about words and codes, with what it exports. */
async function decided() {
  const context = copyProject(project);
  const [kept, dropped, folded, into] = words;
  await decide(context, { kind: 'keep', words: [kept], ...by('王') });
  await decide(context, { kind: 'drop', words: [dropped], ...by('王') });
  await decide(context, { kind: 'fold', words: [folded, into], ...by('李') });
  await decide(context, { kind: 'merge', words: [kept, '收益分红'], ...by('王') });
  await decide(context, { kind: 'rename', words: ['防贫预警', '预警机制'], ...by('王') });
  await decide(context, { kind: 'merge', words: ['公益性岗位', '收益分红'], ...by('王') });
  await defineCode(context, { code: '收益分红', definition: '按股分红', ...by('李') });
  const written = exportDecisions(context, { out: RECIPE });
  return { context, written };
}

describe('decisions of one project in another', () => {
  it('leave the same in force, as those of the coder who applies them, with their source', async () => {
    const { context: first, written } = await decided();
    expect(written.kinds).toEqual({ rename: 1, define: 1, keep: 1, drop: 1, fold: 1, merge: 2 });
    const second = copyProject(project);
    const applied = await apply(second);
    expect(applied).toMatchObject({ coder: '左', sources: ['李', '王'], kinds: written.kinds, problems: [] });
    for (const name of ['frequency', 'coding', 'matrix', 'pillars'] as const) {
      expect(rowsOf(second, name)).toEqual(rowsOf(first, name));
    }
    expect(screening(second, words[1])).toMatchObject({ kind: 'drop', coder: '左' });
    expect(screening(second, words[1])?.reason).toBe(`读过原文 [recipe ${applied.recipe} 王]`);
  });

  it('decide nothing when they are applied again, and are taken back by one undo', async () => {
    await decided();
    const context = copyProject(project);
    const before = stateHash(context.store);
    await apply(context);
    const after = stateHash(context.store);
    const again = await apply(context, { coder: '赵' });
    expect(again.decisions).toEqual([]);
    expect(again.alreadyInForce).toHaveLength(7);
    expect(stateHash(context.store)).toBe(after);
    await undo(context, by('左'));
    expect(stateHash(context.store)).toBe(before);
  });

  it('do not overrule what somebody decided here: all conflicts are named, and nothing is written', async () => {
    await decided();
    const context = copyProject(project);
    await decide(context, { kind: 'keep', words: [words[1]], ...by('钱') });
    await decide(context, { kind: 'rename', words: ['防贫预警', '监测预警'], ...by('钱') });
    const text = readFileSync(RECIPE, 'utf8');
    writeFileSync(RECIPE, `${text}  - { kind: drop, word: 不曾出现的词, coder: 王, reason: "" }\n`);
    const before = stateHash(context.store);
    const error = await apply(context).catch((thrown) => thrown);
    expect(error.code).toBe('recipe/conflicts');
    expect(problemsOf(error)).toEqual([
      'recipe/decided-otherwise',
      'recipe/decided-otherwise',
      'screen/unknown-word',
    ]);
    expect(stateHash(context.store)).toBe(before);
    const rehearsed = await apply(context, { dryRun: true });
    expect(rehearsed.problems).toHaveLength(3);
    expect(stateHash(context.store)).toBe(before);
    await apply(context, { skipBad: true });
    expect(screening(context, words[1])).toMatchObject({ kind: 'keep', coder: '钱' });
    expect(screening(context, words[2])).toMatchObject({ kind: 'fold', into: words[3], coder: '左' });
  });

  it('found, promote and move codes and relate them', async () => {
    const first = copyProject(project);
    const { codes, levels } = codebookOf(first);
    const top = codes.filter(({ level }) => level === levels[0]?.id);
    const [moved, other] = codes.filter(
      ({ level, parent }) => level === levels[1]?.id && parent === top[0]?.id,
    );
    const [from, to] = [moved?.label.zh ?? '', top[1]?.label.zh ?? ''];
    await decide(first, { kind: 'move', words: [from, to], ...by('王') });
    await decide(first, { kind: 'promote', words: ['全新概念'], isNew: true, ...by('王') });
    await decide(first, { kind: 'group', words: ['全新概念', '全新范畴'], isNew: true, ...by('李') });
    await relateCodes(first, { code: '全新范畴', to: from, as: '因果条件', ...by('王') });
    await relateCodes(first, { code: from, to: other?.label.zh ?? '', as: '结果', ...by('王') });
    await unrelateCodes(first, { code: from, to: other?.label.zh ?? '', as: '结果', ...by('王') });
    const { kinds } = exportDecisions(first, { out: RECIPE });
    expect(kinds).toEqual({ promote: 2, move: 2, relate: 1, unrelate: 1 });
    expect((await apply(first)).decisions).toEqual([]);
    const second = copyProject(project);
    await apply(second);
    expect(codebookOf(second).codes).toEqual(codebookOf(first).codes);
    expect(relationsOf(second)).toEqual(relationsOf(first));
    expect((await apply(second)).decisions).toEqual([]);
    const third = copyProject(project);
    await decide(third, { kind: 'move', words: [from, top[2]?.label.zh ?? ''], ...by('钱') });
    expect(problemsOf(await apply(third).catch((thrown) => thrown))).toEqual(['recipe/decided-otherwise']);
  });

  it('are of the kinds asked for, and leave out what is of one group or contested', async () => {
    const context = copyProject(project);
    const [group] = rowsOf(context, 'keywords').map((row) => row.group);
    await decide(context, { kind: 'drop', words: [words[0]], group: String(group), ...by('王') });
    await decide(context, { kind: 'keep', words: [words[1]], ...by('王') });
    await decide(context, { kind: 'drop', words: [words[1]], ...by('李') });
    await decide(context, { kind: 'drop', words: [words[2]], ...by('李') });
    const written = exportDecisions(context, { out: RECIPE, kinds: ['drop', 'fold'] });
    expect(written).toEqual({ kinds: { drop: 1 }, leftOut: { ofOneGroup: 1, contested: 1 } });
    expect(() => exportDecisions(context, { out: RECIPE, kinds: ['memo'] })).toThrow('recipe/unknown-kind');
  });

  it('may found the targets that are unknown here', async () => {
    const first = copyProject(project);
    await decide(first, { kind: 'fold', words: [words[0], '全新说法'], isNew: true, ...by('王') });
    exportDecisions(first, { out: RECIPE });
    const second = copyProject(project);
    expect(problemsOf(await apply(second).catch((thrown) => thrown))).toEqual(['decide/unknown-target']);
    await apply(second, { isNew: true });
    expect(listDecisions(second)).toMatchObject([{ kind: 'fold', after: { into: '全新说法' } }]);
  });

  it('come from a file whose mistakes are named with their place', async () => {
    writeFileSync(
      RECIPE,
      'recipe: 1\ncodebook: six-pillars\ndecisions:\n  - { kind: raise, word: 甲, coder: 王 }\n',
    );
    await expect(apply(copyProject(project))).rejects.toMatchObject({ code: 'recipe/bad-recipe' });
  });
});
