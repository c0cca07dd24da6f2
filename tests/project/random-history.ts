import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { expect } from 'vitest';
import { UserError } from '../../src/errors.js';
import type { Decision } from '../../src/model/decisions/decision.js';
import type { Context } from '../../src/project/context.js';
import { isUpToDate } from '../../src/project/derived-products.js';
import { foresee } from '../../src/project/foresee.js';
import { repeatIds } from '../../src/project/repeat-ids.js';
import { readSettledSentences } from '../../src/project/settled-sentences.js';
import { openStore } from '../../src/store/open.js';
import { readSentences } from '../../src/store/sentence-table.js';
import { stateHash } from '../../src/store/state-hash.js';
import type { Store } from '../../src/store/store.js';
import { adjudicate } from '../../src/workflow/adjudicate.js';
import { changeRegions } from '../../src/workflow/change-regions.js';
import { changeSetting } from '../../src/workflow/change-settings.js';
import { chooseCase } from '../../src/workflow/choose-case.js';
import { codeCases, recodeCases } from '../../src/workflow/code-cases.js';
import { decide, logStatement, redo, type Statement, undo } from '../../src/workflow/decide.js';
import { defineCode } from '../../src/workflow/define-code.js';
import { deleteCode } from '../../src/workflow/delete-code.js';
import { excludeCases, includeCases } from '../../src/workflow/exclude-cases.js';
import { checkCases, finishCases } from '../../src/workflow/finish-cases.js';
import type { DecideReport } from '../../src/workflow/follow-decisions.js';
import { importCases } from '../../src/workflow/import-cases.js';
import { listMemos } from '../../src/workflow/list-memos.js';
import { mineKeywords } from '../../src/workflow/mine-keywords.js';
import { nameCore, relateCodes, unrelateCodes, writeStoryline } from '../../src/workflow/relate-codes.js';
import { sealCases, unsealCases } from '../../src/workflow/seal-cases.js';
import { sealStatements, unsealStatements } from '../../src/workflow/seal-statements.js';
import { setAttributes } from '../../src/workflow/set-attributes.js';
import { listCases, showCase } from '../../src/workflow/show-cases.js';
import { addMemo, editMemo } from '../../src/workflow/write-memo.js';
import { contextOf, makeFolder } from '../workflow/project.js';
import { passageStep, takePassageStep } from './passage-steps.js';

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
/** What has regions of its own before and behind a text: a heading and a turn, a list of references. */
const BEGINNINGS = [
  '',
  '一、产业园与农户\n',
  '问：合作社怎么样？\n答：合作社好。老人多。\n问：电商呢？\n答：有电商直播。\n',
];
const ENDINGS = [
  '',
  '\n参考文献\n[1] 王二. 扶贫车间与农户培训研究[J]. 产业, 2019(2): 1-9.\n[2] 李三. 网格员[M]. 2020.',
];
const LABELS = ['就业', '产业振兴', '治理', '车间带动', '网格治理', '空类'];

const CODEBOOK = (id: string, isSmall: boolean, term = '扶贫车间') => ({
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
      terms: [...new Set([term, '培训'])],
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

const body = fc
  .array(fc.constantFrom(...PIECES), { minLength: 15, maxLength: 60 })
  .map((parts) => parts.join(''));
const text = fc
  .tuple(fc.constantFrom(...BEGINNINGS), body, fc.constantFrom(...ENDINGS))
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
      facets: fc.constantFrom(undefined, [''], ['主体=政府,农户']),
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
    weight: 3,
    arbitrary: fc.record({
      does: fc.constant('seal-statements' as const),
      isTakenBack: fc.boolean(),
      coder,
      chosen: fc.nat(4),
      sentences: fc.uniqueArray(fc.nat(6), { minLength: 1, maxLength: 2 }),
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
  { weight: 10, arbitrary: passageStep },
  {
    weight: 2,
    arbitrary: fc.record({
      does: fc.constant('import' as const),
      line,
      id: fc.constantFrom<string>('n0', 'n1', 'c0', 'c1', 'c4'),
      grows: fc.boolean(),
      isWithoutText: fc.boolean(),
    }),
  },
  {
    weight: 1,
    arbitrary: fc.record({
      does: fc.constant('code' as const),
      id: fc.constantFrom('big', 'small'),
      isSmall: fc.boolean(),
      term: fc.constantFrom(...WORDS),
    }),
  },
  {
    weight: 3,
    arbitrary: fc.record({
      does: fc.constant('regions' as const),
      coder,
      change: fc.constantFrom('include' as const, 'exclude' as const),
      kind: fc.constantFrom('heading' as const, 'references' as const, 'question' as const, 'body' as const),
    }),
  },
  {
    weight: 1,
    arbitrary: fc.record({
      does: fc.constant('setting' as const),
      coder,
      setting: fc.constantFrom(
        { name: 'language', value: 'en' },
        { name: 'headline-measure', value: 'kappa' },
        { name: 'tradition', value: '程序化扎根' },
        { name: 'regions', value: '正文，参考文献' },
      ),
    }),
  },
  { weight: 1, arbitrary: fc.record({ does: fc.constant('mine' as const) }) },
);
export type Step = typeof step extends fc.Arbitrary<infer T> ? T : never;
export type Line = typeof line extends fc.Arbitrary<infer T> ? T : never;

/** What of a project is derived, as rows in their order, with the ids of decisions that the state hash leaves out. */
function derivedRows(store: Store): unknown {
  const tables = {
    keyword: 'SELECT * FROM keyword ORDER BY group_name, position',
    ruleDrop: 'SELECT * FROM rule_drop ORDER BY group_name, word',
    ranking: 'SELECT group_name, hex(words) FROM ranking ORDER BY group_name',
    readWord: 'SELECT * FROM read_word ORDER BY word, case_no',
    mapping: 'SELECT * FROM mapping ORDER BY codebook_id, group_name, case_id, word',
    tokens: 'SELECT * FROM token_count ORDER BY codebook_id, case_no, code_id',
    references: 'SELECT * FROM reference_count ORDER BY codebook_id, version_no, code_id, polarity',
    assignment: `SELECT * FROM assignment
      ORDER BY codebook_id, version_no, start_at, end_at, code_id, polarity, triggers, origin, coder`,
  };
  return Object.fromEntries(Object.entries(tables).map(([name, sql]) => [name, store.all(sql)]));
}

/** Whether a step changes texts, statistics or codebooks, which is no decision. */
export const isWhole = ({ does }: Step) => ['mine', 'import', 'code'].includes(does);

/** Does one step; returns the decisions that it logged, none where it was refused or is no decision. */
export async function take(
  context: Context,
  folder: string,
  one: Step,
  at: number,
  groups: readonly string[],
): Promise<readonly Decision[]> {
  if (one.does === 'mine') {
    await mineKeywords(context, { minFrequency: 2 });
    return [];
  }
  if (one.does === 'import') {
    const { line, id, grows, isWithoutText } = one;
    const known = listCases(context).some((found) => found.id === id);
    const text = known && grows ? `${line.text}\n${showCase(context, id).text}` : line.text;
    await importLines(context, join(folder, `more-${at}.jsonl`), [
      { ...line, text: isWithoutText ? '' : text, id },
    ]);
    return [];
  }
  try {
    if (one.does === 'code') {
      await applyCodebook(context, folder, CODEBOOK(one.id, one.isSmall, one.term));
      return [];
    }
    return (await decideStep(context, one, at, groups)).decisions;
  } catch (error) {
    if (error instanceof UserError) return [];
    throw error;
  }
}

type DecidingStep = Exclude<Step, { does: 'mine' | 'import' | 'code' }>;

async function decideStep(
  context: Context,
  one: DecidingStep,
  at: number,
  groups: readonly string[],
): Promise<DecideReport> {
  if (one.does === 'passage' || one.does === 'review' || one.does === 'settle') {
    return takePassageStep(context, one, at);
  }
  if (one.does === 'undo') return undo(context, { coder: one.coder, reason: '' });
  if (one.does === 'redo') return redo(context, { coder: one.coder, reason: '' });
  if (one.does === 'lead') {
    return changeSetting(context, { name: 'lead-coder', value: one.coder, coder: '左', reason: '' });
  }
  if (one.does === 'regions') {
    const { coder, change, kind } = one;
    const { decided } = await changeRegions(context, { [change]: [kind], coder, reason: `r${at}` });
    return decided as DecideReport;
  }
  if (one.does === 'setting') return changeSetting(context, { ...one.setting, coder: one.coder, reason: '' });
  if (one.does === 'define') return defineCode(context, { ...one, reason: '' });
  if (one.does === 'delete') return deleteCode(context, { ...one, reason: '' });
  if (one.does === 'relate') {
    return (one.isRemoved ? unrelateCodes : relateCodes)(context, { ...one, reason: '' });
  }
  if (one.does === 'theory') {
    const { storyline: text } = one;
    if (text === undefined) return nameCore(context, { ...one, reason: '' });
    return writeStoryline(context, { ...one, text, reason: '' });
  }
  if (one.does === 'memo') {
    const { coder, on, edited } = one;
    const memos = listMemos(context);
    const id = edited === null ? undefined : memos[edited % memos.length]?.memo;
    if (id === undefined) return addMemo(context, { coder, on, text: `m${at}` });
    return editMemo(context, { id, coder, text: `m${at}` });
  }
  if (one.does === 'leave-out') {
    const { isSeal, isTakenBack, coder } = one;
    const about = { cases: one.cases.map((at) => `c${at}`), coder, reason: `r${at}` };
    const [begin, end] = isSeal ? [sealCases, unsealCases] : [excludeCases, includeCases];
    return (isTakenBack ? end : begin)(context, about);
  }
  if (one.does === 'seal-statements') {
    const { chosen, isTakenBack, sentences, coder } = one;
    const about = { coder, reason: `r${at}` };
    const caseId = `c${chosen}`;
    if (isTakenBack) return unsealStatements(context, { cases: [caseId], ...about });
    const { clean } = readSentences(context.store, caseId, showCase(context, caseId).version);
    const spans = sentences.map((number) => {
      const at = number % clean.length;
      return { start: clean.starts[at] as number, end: clean.ends[at] as number };
    });
    return sealStatements(context, { statements: new Map([[caseId, spans]]), ...about });
  }
  if (one.does === 'set') {
    const { coder, province, chosen } = one;
    return setAttributes(context, { caseId: `c${chosen}`, values: { province }, coder, reason: '' });
  }
  if (one.does === 'choose') {
    return chooseCase(context, { caseId: `c${one.chosen}`, coder: one.coder, reason: `r${at}` });
  }
  if (one.does === 'finish') {
    const { coder, codingOf, notYet } = one;
    const about = { cases: [`c${one.chosen}`], coder, codingOf, notYet, reason: '' };
    return (one.isCheck ? checkCases : finishCases)(context, about);
  }
  if (one.does === 'adjudicate') {
    const { word, verdictOf } = one;
    return adjudicate(context, { words: [word], verdictOf, coder: '王', reason: '' });
  }
  const { coder, kind, words, group, isNew, quoted } = one;
  const quote = quoted === null || kind !== 'add' ? {} : { caseId: `c${quoted}`, quote: words.at(-1) };
  const target = group === undefined ? {} : { group: groups[group % groups.length] };
  const founding = isNew && ['fold', 'merge', 'group', 'promote', 'move'].includes(kind) ? { isNew } : {};
  return decideForeseen(
    context,
    { kind, words, coder, reason: `r${at}`, ...target, ...quote, ...founding },
    at,
  );
}

/** Decides after this and its opposites were foreseen, some of them only in part, as the page has it done while a word is read. */
async function decideForeseen(context: Context, stated: Statement, at: number): Promise<DecideReport> {
  const ids = repeatIds(context.newId);
  for (const [which, kind] of (['drop', stated.kind, 'keep'] as const).entries()) {
    const log = () => logStatement({ ...context, newId: ids.fromTheFirst() }, { ...stated, kind });
    let steps = (at * 7 + which * 3) % 10;
    try {
      await foresee(context.store, log, async () => {
        steps -= 1;
        return steps >= 0;
      });
    } catch (error) {
      if (!(error instanceof UserError)) throw error;
    }
  }
  return decide({ ...context, newId: ids.fromTheFirst() }, stated);
}

async function importLines(context: Context, path: string, lines: readonly object[]): Promise<void> {
  writeFileSync(path, lines.map((one) => JSON.stringify(one)).join('\n'));
  await importCases(context, { paths: [path], columns: { withoutText: true } });
}

async function applyCodebook(
  context: Context,
  folder: string,
  book: ReturnType<typeof CODEBOOK>,
): Promise<void> {
  const path = join(folder, `${book.id}.yaml`);
  writeFileSync(path, JSON.stringify(book));
  await codeCases(context, { codebook: path });
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
    await applyCodebook(context, folder, book);
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
            if ((await take(context, folder.path, one, at, groups)).length === 0) continue;
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
              // Here only the cases are settled again that the last steps were about.
              expect(readSettledSentences(store, 'big')).toEqual(readSettledSentences(oracle, 'big'));
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
