import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { expect } from 'vitest';
import { UserError } from '../../src/errors.js';
import type { Context } from '../../src/project/context.js';
import { isUpToDate } from '../../src/project/derived-products.js';
import { openStore } from '../../src/store/open.js';
import { stateHash } from '../../src/store/state-hash.js';
import type { Store } from '../../src/store/store.js';
import { adjudicate } from '../../src/workflow/adjudicate.js';
import { changeSetting } from '../../src/workflow/change-settings.js';
import { chooseCase } from '../../src/workflow/choose-case.js';
import { codeCases, recodeCases } from '../../src/workflow/code-cases.js';
import { decide, redo, type Statement, undo } from '../../src/workflow/decide.js';
import { defineCode } from '../../src/workflow/define-code.js';
import { deleteCode } from '../../src/workflow/delete-code.js';
import { excludeCases, includeCases } from '../../src/workflow/exclude-cases.js';
import { checkCases, finishCases } from '../../src/workflow/finish-cases.js';
import { importCases } from '../../src/workflow/import-cases.js';
import {
  codePassage,
  recodePassage,
  reviewPassages,
  uncodePassage,
} from '../../src/workflow/judge-passages.js';
import { listMemos } from '../../src/workflow/list-memos.js';
import { mineKeywords } from '../../src/workflow/mine-keywords.js';
import { nameCore, relateCodes, unrelateCodes, writeStoryline } from '../../src/workflow/relate-codes.js';
import { sealCases, unsealCases } from '../../src/workflow/seal-cases.js';
import { setAttributes } from '../../src/workflow/set-attributes.js';
import { addMemo, editMemo } from '../../src/workflow/write-memo.js';
import { contextOf, makeFolder } from '../workflow/project.js';

const WORDS = [
  '晒谷坪',
  '积分榜',
  '扶贫车间',
  '产业园',
  '网格员',
  '电商直播',
  '合作社',
  '竹荪',
  '驿站',
  '老人',
  '农户',
  '培训',
];
const PIECES = [...WORDS, '扶贫', '产业', '没有', '的', '在', '，', '。', '。', '\n'];
const LABELS = ['就业', '产业振兴', '治理', '车间带动', '网格治理', '空类'];

const CODEBOOK = (id: string, isSmall: boolean) => ({
  id,
  title: { zh: id, en: id },
  version: '1',
  source: '自编',
  except: ['negation'],
  levels: [
    { id: 'axial', name: { zh: '主轴', en: 'Axial' } },
    { id: 'open', name: { zh: '开放', en: 'Open' } },
  ],
  codes: [
    { id: 'jobs', label: { zh: '就业', en: 'Jobs' }, level: 'axial', definition: '就业' },
    { id: 'trade', label: { zh: '产业振兴', en: 'Trade' }, level: 'axial', definition: '产业' },
    {
      id: 'workshop',
      label: { zh: '车间带动', en: 'Workshops' },
      level: 'open',
      parent: 'jobs',
      definition: '车间',
      terms: ['扶贫车间', '培训'],
      weak: ['培训'],
      rules: [{ all: ['农户', '产业'] }],
    },
    ...(isSmall
      ? []
      : [
          {
            id: 'grid',
            label: { zh: '网格治理', en: 'Grid' },
            level: 'open',
            parent: 'trade',
            definition: '网格',
            terms: ['网格员', '老人'],
            weak: ['老人'],
            rules: [{ any: ['积分榜'], not: ['驿站'] }],
          },
        ]),
  ],
});

const text = fc
  .array(fc.constantFrom(...PIECES), { minLength: 15, maxLength: 60 })
  .map((parts) => parts.join(''));
/** A case of a random history. */
export const line = fc.record({ text, province: fc.constantFrom('甲', '乙', '丙') });
const word = fc.constantFrom(...WORDS, ...WORDS, '扶贫', '产业', ...LABELS);
const code = fc.constantFrom(...LABELS, ...LABELS, ...WORDS);
const coder = fc.constantFrom('左', '李', '王');
const inGroup = fc.oneof({ weight: 2, arbitrary: fc.constant(undefined) }, fc.nat(3));

/** A step of a random history. */
export const step = fc.oneof(
  {
    weight: 12,
    arbitrary: fc.record({
      does: fc.constant('decide' as const),
      coder,
      kind: fc.constantFrom<Statement['kind']>(
        ...(['keep', 'drop', 'add', 'fold', 'merge', 'split'] as const),
        ...(['fold', 'merge', 'group', 'promote', 'rename', 'move'] as const),
      ),
      words: fc.uniqueArray(word, { minLength: 1, maxLength: 3 }),
      group: inGroup,
      isNew: fc.boolean(),
      quoted: fc.option(fc.nat(3)),
    }),
  },
  { weight: 4, arbitrary: fc.record({ does: fc.constant('undo' as const), coder }) },
  { weight: 2, arbitrary: fc.record({ does: fc.constant('redo' as const), coder }) },
  { weight: 1, arbitrary: fc.record({ does: fc.constant('lead' as const), coder }) },
  { weight: 2, arbitrary: fc.record({ does: fc.constant('adjudicate' as const), word, verdictOf: coder }) },
  {
    weight: 2,
    arbitrary: fc.record({
      does: fc.constant('define' as const),
      coder,
      code,
      definition: fc.constantFrom(undefined, '', '界定'),
      examples: fc.constantFrom(undefined, ['例子']),
    }),
  },
  { weight: 2, arbitrary: fc.record({ does: fc.constant('delete' as const), coder, code }) },
  {
    weight: 2,
    arbitrary: fc.record({
      does: fc.constant('relate' as const),
      coder,
      code: fc.constantFrom(...LABELS),
      to: fc.constantFrom(...LABELS),
      as: fc.constantFrom('因果条件', '自定'),
      isRemoved: fc.boolean(),
    }),
  },
  {
    weight: 2,
    arbitrary: fc.record({
      does: fc.constant('theory' as const),
      coder,
      code: fc.constantFrom(...LABELS),
      isRemoved: fc.boolean(),
      storyline: fc.constantFrom(undefined, '', '故事'),
    }),
  },
  {
    weight: 2,
    arbitrary: fc.record({
      does: fc.constant('memo' as const),
      coder,
      on: fc.oneof(
        fc.constantFrom('project', 'case:c0', 'case:c1'),
        fc.constantFrom(...LABELS, ...WORDS).map((name) => `code:${name}`),
      ),
      edited: fc.option(fc.nat(3)),
    }),
  },
  {
    weight: 3,
    arbitrary: fc.record({
      does: fc.constant('leave-out' as const),
      isSeal: fc.boolean(),
      isTakenBack: fc.boolean(),
      coder,
      cases: fc.uniqueArray(fc.nat(4), { minLength: 1, maxLength: 2 }),
    }),
  },
  {
    weight: 1,
    arbitrary: fc.record({
      does: fc.constant('set' as const),
      coder,
      province: fc.constantFrom('甲', '乙', '丁'),
      chosen: fc.nat(4),
    }),
  },
  { weight: 1, arbitrary: fc.record({ does: fc.constant('choose' as const), coder, chosen: fc.nat(4) }) },
  {
    weight: 1,
    arbitrary: fc.record({
      does: fc.constant('finish' as const),
      isCheck: fc.boolean(),
      coder,
      codingOf: coder,
      chosen: fc.nat(4),
      notYet: fc.boolean(),
    }),
  },
  {
    weight: 4,
    arbitrary: fc.record({
      does: fc.constant('code' as const),
      action: fc.constantFrom(...(['code', 'code', 'recode', 'uncode', 'confirm', 'reject'] as const)),
      coder,
      chosen: fc.nat(4),
      code: fc.constantFrom(...LABELS),
      to: fc.constantFrom(...LABELS),
      quote: fc.constantFrom(undefined, undefined, '扶贫车间', '老人'),
      memo: fc.constantFrom(undefined, '备忘'),
    }),
  },
  { weight: 1, arbitrary: fc.record({ does: fc.constant('import' as const), line }) },
  { weight: 1, arbitrary: fc.record({ does: fc.constant('mine' as const) }) },
);
export type Step = typeof step extends fc.Arbitrary<infer T> ? T : never;
type Line = typeof line extends fc.Arbitrary<infer T> ? T : never;

/** What of a project is derived, as rows in their order, with the ids of decisions that the state hash leaves out. */
function derivedRows(store: Store): unknown {
  const tables = {
    keyword: 'SELECT * FROM keyword ORDER BY group_name, position',
    ruleDrop: 'SELECT * FROM rule_drop ORDER BY group_name, word',
    readWord: 'SELECT * FROM read_word ORDER BY word, case_no',
    mapping: 'SELECT * FROM mapping ORDER BY codebook_id, group_name, case_id, word',
    tokens: 'SELECT * FROM token_count ORDER BY codebook_id, case_no, code_id',
    assignment: `SELECT * FROM assignment
      ORDER BY codebook_id, version_no, start_at, end_at, code_id, polarity, triggers, origin, coder`,
  };
  return Object.fromEntries(Object.entries(tables).map(([name, sql]) => [name, store.all(sql)]));
}

/** Does one step; returns whether it was a decision that was accepted. */
export async function take(
  context: Context,
  folder: string,
  one: Step,
  at: number,
  groups: readonly string[],
): Promise<boolean> {
  if (one.does === 'mine') {
    await mineKeywords(context, { minFrequency: 2 });
    return false;
  }
  if (one.does === 'import') {
    await importLines(context, join(folder, `more-${at}.jsonl`), [{ ...one.line, id: `n${at % 3}` }]);
    return false;
  }
  try {
    if (one.does === 'undo') await undo(context, { coder: one.coder, reason: '' });
    else if (one.does === 'redo') await redo(context, { coder: one.coder, reason: '' });
    else if (one.does === 'lead') {
      await changeSetting(context, { name: 'lead-coder', value: one.coder, coder: '左', reason: '' });
    } else if (one.does === 'define') await defineCode(context, { ...one, reason: '' });
    else if (one.does === 'delete') await deleteCode(context, { ...one, reason: '' });
    else if (one.does === 'relate') {
      await (one.isRemoved ? unrelateCodes : relateCodes)(context, { ...one, reason: '' });
    } else if (one.does === 'theory') {
      const { storyline: text } = one;
      if (text === undefined) await nameCore(context, { ...one, reason: '' });
      else await writeStoryline(context, { ...one, text, reason: '' });
    } else if (one.does === 'memo') {
      const { coder, on, edited } = one;
      const memos = listMemos(context);
      const id = edited === null ? undefined : memos[edited % memos.length]?.memo;
      if (id === undefined) await addMemo(context, { coder, on, text: `m${at}` });
      else await editMemo(context, { id, coder, text: `m${at}` });
    } else if (one.does === 'leave-out') {
      const { isSeal, isTakenBack, coder } = one;
      const about = { cases: one.cases.map((at) => `c${at}`), coder, reason: `r${at}` };
      const [begin, end] = isSeal ? [sealCases, unsealCases] : [excludeCases, includeCases];
      await (isTakenBack ? end : begin)(context, about);
    } else if (one.does === 'set') {
      const { coder, province, chosen } = one;
      await setAttributes(context, { caseId: `c${chosen}`, values: { province }, coder, reason: '' });
    } else if (one.does === 'choose') {
      await chooseCase(context, { caseId: `c${one.chosen}`, coder: one.coder, reason: `r${at}` });
    } else if (one.does === 'finish') {
      const { coder, codingOf, notYet } = one;
      const about = { cases: [`c${one.chosen}`], coder, codingOf, notYet, reason: '' };
      await (one.isCheck ? checkCases : finishCases)(context, about);
    } else if (one.does === 'code') await judgePassage(context, one);
    else if (one.does === 'adjudicate') {
      const { word, verdictOf } = one;
      await adjudicate(context, { words: [word], verdictOf, coder: '王', reason: '' });
    } else {
      const { coder, kind, words, group, isNew, quoted } = one;
      const quote = quoted === null || kind !== 'add' ? {} : { caseId: `c${quoted}`, quote: words.at(-1) };
      const target = group === undefined ? {} : { group: groups[group % groups.length] };
      const founding = isNew && ['fold', 'merge', 'group', 'promote', 'move'].includes(kind) ? { isNew } : {};
      await decide(context, { kind, words, coder, reason: `r${at}`, ...target, ...quote, ...founding });
    }
    return true;
  } catch (error) {
    if (error instanceof UserError) return false;
    throw error;
  }
}

/** Codes a case as a whole or a passage of it, or judges what is coded in it. */
async function judgePassage(
  context: Context,
  { action, coder, chosen, code, to, quote, memo }: Extract<Step, { does: 'code' }>,
): Promise<void> {
  const about = { coder, reason: '', codebook: 'big' };
  const place = { ...about, caseId: `c${chosen}`, codes: [code], quote, nth: quote && 1 };
  if (action === 'code') await codePassage(context, { ...place, memo });
  else if (action === 'uncode') await uncodePassage(context, place);
  else if (action === 'recode') await recodePassage(context, { ...place, to });
  else await reviewPassages(context, action, { ...about, cases: [place.caseId] });
}

async function importLines(context: Context, path: string, lines: readonly object[]): Promise<void> {
  writeFileSync(path, lines.map((one) => JSON.stringify(one)).join('\n'));
  await importCases(context, { paths: [path] });
}

/** Makes a coded project of some cases in a folder; returns some of its groups. */
export async function makeProject(
  context: Context,
  folder: string,
  { lines, by, isGrown }: { readonly lines: readonly Line[]; readonly by: string; readonly isGrown: boolean },
): Promise<string[]> {
  await importLines(
    context,
    join(folder, 'cases.jsonl'),
    lines.map((one, at) => ({ ...one, id: `c${at}` })),
  );
  await mineKeywords(context, { minFrequency: 2, by, top: 6 });
  for (const book of [CODEBOOK('big', false), CODEBOOK('small', true)]) {
    const path = join(folder, `${book.id}.yaml`);
    writeFileSync(path, JSON.stringify(book));
    await codeCases(context, { codebook: path });
  }
  if (isGrown) await codeCases(context, { codebook: 'none' });
  return by === 'case' ? ['c0', 'c1'] : [...new Set(lines.map(({ province }) => province))];
}

/**
 * Checks, for random histories, that after each decision the derived rows are those that screening and coding everything
 * again makes of the same project. Returns how many decisions were checked.
 */
export async function checkHistories(options: fc.Parameters<unknown>): Promise<number> {
  let checked = 0;
  await fc.assert(
    fc.asyncProperty(
      fc.array(line, { minLength: 2, maxLength: 5 }),
      fc.constantFrom('case', 'province'),
      fc.boolean(),
      fc.array(step, { minLength: 1, maxLength: 12 }),
      async (lines, by, isGrown, steps) => {
        const folder = makeFolder();
        const store = openStore(join(folder.path, 'zhagen.db'), { mode: 'create' });
        try {
          const context = contextOf(store);
          const groups = await makeProject(context, folder.path, { lines, by, isGrown });
          for (const [at, one] of steps.entries()) {
            if (!(await take(context, folder.path, one, at, groups))) continue;
            // What nothing follows from leaves rows that an import put out of date as they are, and says so.
            if (!isUpToDate(store)) continue;
            checked += 1;
            const path = join(folder.path, `oracle-${at}.db`);
            store.copyTo(path);
            const oracle = openStore(path, { mode: 'write' });
            try {
              await recodeCases(contextOf(oracle));
              expect(derivedRows(store)).toEqual(derivedRows(oracle));
              expect(stateHash(store)).toBe(stateHash(oracle));
            } finally {
              oracle.close();
            }
          }
        } finally {
          store.close();
          folder.remove();
        }
      },
    ),
    options,
  );
  return checked;
}
