import { createHash } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import type { CaseTerm } from '../../src/model/candidate.js';
import type { Case } from '../../src/model/case.js';
import type { CodedPassage } from '../../src/model/coded-passage.js';
import type { MemoSubject } from '../../src/model/decisions/memo.js';
import type { PassageVerdict } from '../../src/model/decisions/passage-verdict.js';
import type { Verdict } from '../../src/model/decisions/verdict.js';
import type { Keyword } from '../../src/model/keyword.js';
import type { Mapping } from '../../src/model/mapping.js';
import type { NewWord } from '../../src/model/new-word.js';
import type { NormalizedText } from '../../src/model/normalized-text.js';
import type { Region } from '../../src/model/region.js';
import type { Run, StageName } from '../../src/model/run.js';
import { recordDecisions } from '../../src/project/record-decisions.js';
import { saveAttributeType } from '../../src/store/attribute-type-table.js';
import { saveCaseAlias } from '../../src/store/case-alias-table.js';
import { saveCaseFile } from '../../src/store/case-file-table.js';
import { saveCaseHead, saveCases } from '../../src/store/case-table.js';
import { saveCodebook } from '../../src/store/codebook-table.js';
import { replaceCodedPassages } from '../../src/store/coded-passage-table.js';
import { saveContent } from '../../src/store/content-table.js';
import type { NewDecision } from '../../src/store/decision-log.js';
import { type Statistics, saveGeneration } from '../../src/store/generation-table.js';
import { saveGivenWords } from '../../src/store/given-word-table.js';
import { replaceKeywords } from '../../src/store/keyword-table.js';
import { replaceMappings } from '../../src/store/mapping-table.js';
import { openCleanParts, saveNormalizedText } from '../../src/store/normalized-text-table.js';
import { openStore } from '../../src/store/open.js';
import { saveRuleDrop } from '../../src/store/ranking-table.js';
import { saveReadWord } from '../../src/store/read-word-table.js';
import { openRegions } from '../../src/store/region-table.js';
import { saveRun } from '../../src/store/run-table.js';
import { setSetting } from '../../src/store/setting-table.js';
import type { Store } from '../../src/store/store.js';
import { saveShownSuggestion } from '../../src/store/suggestion-table.js';
import { saveTaughtWords } from '../../src/store/taught-word-table.js';
import { saveTerms, shareTerms } from '../../src/store/term-table.js';
import { openTextParts } from '../../src/store/text-part-table.js';
import { replaceTokenCounts } from '../../src/store/token-count-table.js';

/** A folder that is gone when the test is. */
export function temporaryFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'zhagen-store-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

/** A new project in a folder of its own, closed with the test. */
export function temporaryStore(): Store {
  const store = openStore(join(temporaryFolder(), 'zhagen.db'), { mode: 'create' });
  onTestFinished(() => store.close());
  return store;
}

export function makeCase(id: string, text: string, rest: Partial<Case> = {}): Case {
  const version = createHash('sha256').update(text).digest('hex');
  return { id, title: id, text, attributes: {}, source: `${id}.txt`, batch: '1', ...rest, version };
}

export const JIANGSU = makeCase(
  '江苏/宿迁',
  '　　宿迁建成扶贫产业园23个，\r\n探索“五防机制”👨‍👩‍👧，𠮷祥村户均增收２万元。',
  { title: '宿迁：产业园里的路', attributes: { province: '江苏', year: '2020' } },
);
export const GANSU = makeCase('甘肃/临夏', '临夏推广扶贫车间，公益性岗位托底，扶贫车间吸纳就业。', {
  attributes: { province: '甘肃' },
});

export const CLEAN_JIANGSU: NormalizedText = {
  text: '宿迁建成扶贫产业园23个，探索“五防机制”👨‍👩‍👧，𠮷祥村户均增收2万元。',
  origins: [
    { start: 0, length: 14, origin: 2, width: null },
    { start: 14, length: 1, origin: 16, width: 3 },
    { start: 15, length: 25, origin: 19, width: null },
  ],
  steps: [{ step: 'unwrap', edits: 1, removed: 2 }],
};

export const NEW_WORD: NewWord = {
  word: '扶贫产业园',
  pos: 'n_new',
  score: 1.25,
  frequency: 7,
  cases: 2,
  cohesion: 4.75,
  leftEntropy: 1.5,
  rightEntropy: 0.1,
  hmmShare: 0,
  alignment: 1,
  // Projects of schema versions 1 and 2 know nothing of these four, which then read as 0.
  knownAlignment: 0,
  cutsInside: 0,
  beginShare: 0,
  endShare: 0,
  length: 5,
  inDictionary: false,
};

export const STATISTICS: Statistics = {
  documents: 2,
  newWords: [NEW_WORD, { ...NEW_WORD, word: '五防机制', score: 1, inDictionary: true }],
  documentFrequency: new Map([
    ['就业', 1],
    ['扶贫', 2],
  ]),
};

export function makeRun(id: string, stage: StageName, cases: readonly Case[] = []): Run {
  return {
    id: id.repeat(16),
    stage,
    toolVersion: '0.1.0',
    options: { minFrequency: 3, profile: 'both' },
    inputs: { codebook: 'a'.repeat(64) },
    cases: cases.map((one) => ({ caseId: one.id, version: one.version })),
    time: '2026-01-01T00:00:00.000Z',
    milliseconds: 12.5,
  };
}

export function makeTerm(caseId: string, word: string, frequency = 1, isNew = false): CaseTerm {
  return { caseId, word, pos: isNew ? 'n_new' : 'n', frequency, begins: frequency, ends: frequency, isNew };
}

export function makeKeyword(group: string, word: string, rest: Partial<Keyword> = {}): Keyword {
  return {
    group,
    word,
    pos: 'n',
    weight: 0.1,
    frequency: 2,
    source: 'mined',
    kept: true,
    reason: 'top',
    detail: '',
    countsFor: word,
    decisionId: null,
    coder: null,
    ...rest,
  };
}

export function makeCodedPassage(
  one: Case,
  start: number,
  end: number,
  rest: Partial<CodedPassage> = {},
): CodedPassage {
  const quote = [...one.text].slice(start, end).join('');
  return {
    caseId: one.id,
    version: one.version,
    codebookId: 'six-pillars',
    codeId: 'workshop',
    polarity: 'supports',
    keywords: [quote],
    rules: [],
    start,
    end,
    quote,
    cleanQuote: quote,
    origin: 'rule',
    coder: 'zhagen',
    status: 'proposed',
    decisionId: null,
    ...rest,
  };
}

export const MAPPING: Mapping = {
  codebookId: 'six-pillars',
  group: '甘肃',
  word: '扶贫车间',
  caseId: GANSU.id,
  codeId: 'workshop',
  coreKeyword: '扶贫车间',
  kind: 'controlled',
  method: 'alias',
  status: 'proposed',
  coder: 'zhagen',
  decisionId: null,
};

/** A decision by one coder about one word; the number makes its id. */
export function makeDecision(
  number: number,
  coder: string,
  kind: Verdict['kind'],
  word: string,
  rest: { readonly group?: string; readonly into?: string } = {},
): NewDecision {
  const id = number.toString(16).padStart(32, '0');
  const reason = `${kind} ${number}`;
  const into = rest.into === undefined ? {} : { into: rest.into };
  return {
    id,
    coder,
    time: new Date(Date.UTC(2026, 0, 1, 0, 0, number)).toISOString(),
    kind,
    target: {
      type: kind === 'merge' || kind === 'split' ? 'mapping' : 'keyword',
      group: rest.group ?? '*',
      word,
    },
    after: { kind, decisionId: id, coder, reason, ...into },
    reason,
    suggestionShown: false,
    isBulk: false,
    statement: id,
  };
}

/** Fills a project with a little of everything; `order` says in which order the cases come. */
export function fillProject(store: Store, order: (cases: Case[]) => Case[] = (cases) => cases): void {
  store.transaction(() => {
    const cases = order([JIANGSU, GANSU]);
    const mining = makeRun('b', 'mine', [JIANGSU, GANSU]);
    setSetting(store, 'groupBy', 'province');
    for (const one of cases) saveCases(store, [one]);
    saveNormalizedText(store, JIANGSU.id, JIANGSU.version, CLEAN_JIANGSU);
    saveRun(store, mining);
    saveGeneration(store, 1, mining.id, STATISTICS);
    for (const one of cases) {
      const terms = [makeTerm(one.id, '扶贫', 2), makeTerm(one.id, one.title, 1, true)];
      saveTerms(store, { caseId: one.id, version: one.version, generation: 1, terms });
    }
    saveCodebook(store, 'six-pillars', saveContent(store, 'codebook', 'six-pillars', 'id: six-pillars\n'));
    replaceKeywords(store, [
      makeKeyword('甘肃', '扶贫车间'),
      makeKeyword('江苏', '扶贫产业园', { pos: 'n_new' }),
    ]);
    replaceMappings(store, 'six-pillars', [MAPPING]);
    replaceTokenCounts(store, 'six-pillars', [{ caseId: GANSU.id, codeId: 'workshop', tokens: 2 }]);
    replaceCodedPassages(store, 'six-pillars', 'rule', [
      makeCodedPassage(GANSU, 4, 8),
      makeCodedPassage(GANSU, 18, 22),
    ]);
    recordDecisions(store, [
      makeDecision(1, '李', 'drop', '扶贫开发', { group: '江苏' }),
      makeDecision(2, '王', 'merge', '车间', { into: '扶贫车间' }),
    ]);
  });
}

/** Adds what version 2 brought. */
function fillVersion2(store: Store): void {
  const file = { sha256: 'c'.repeat(64), format: 'txt', encoding: 'gb18030', pagesWithoutText: [] };
  saveCaseFile(store, GANSU.id, GANSU.version, file);
  saveAttributeType(store, { name: 'province', type: 'category', isGiven: true });
  saveAttributeType(store, { name: 'year', type: 'integer', isGiven: false });
}

export const LONG_PARTS = ['第一部分，𠮷祥。\n', '　第二部分\n', '第三部分。'];
export const LONG = makeCase('长', LONG_PARTS.join(''));
export const CLEAN_LONG: NormalizedText = {
  text: '第一部分，𠮷祥。\n第二部分\n第三部分。',
  origins: [
    { start: 0, length: 9, origin: 0, width: null },
    { start: 9, length: 5, origin: 10, width: null },
    { start: 14, length: 5, origin: 15, width: null },
  ],
  steps: [{ step: 'line-blanks', edits: 1, removed: 1 }],
};

/** Adds what version 4 brought: a case whose texts lie in parts. */
export function fillVersion4(store: Store): void {
  saveCaseHead(store, LONG);
  const addText = openTextParts(store, LONG.id, LONG.version);
  for (const text of LONG_PARTS) addText(text);
  const clean = openCleanParts(store, LONG.id, LONG.version);
  for (const run of CLEAN_LONG.origins) {
    const letters = [...CLEAN_LONG.text].slice(run.start, run.start + run.length);
    clean.add({ text: letters.join(''), origins: [run] });
  }
  clean.close(CLEAN_LONG.steps);
}

const SCANNED = makeCase('扫描', '监测漏报两户。');

/** Adds what versions 5 to 7 brought: pages without text, decisions stated together, shown suggestions, polarity. */
function fillVersion7(store: Store): void {
  saveCases(store, [SCANNED]);
  const file = { sha256: 'd'.repeat(64), format: 'pdf', encoding: null, pagesWithoutText: [2, 5] };
  saveCaseFile(store, SCANNED.id, SCANNED.version, file);
  const statement = makeDecision(3, '李', 'drop', '扶贫').id;
  recordDecisions(store, [
    { ...makeDecision(3, '李', 'drop', '扶贫'), isBulk: true },
    { ...makeDecision(4, '李', 'drop', '开发'), statement, isBulk: true },
  ]);
  saveShownSuggestion(store, { coder: '', codebookId: 'six-pillars', word: '车间', codeId: 'workshop' });
  replaceCodedPassages(store, 'six-pillars', 'person', [
    makeCodedPassage(SCANNED, 0, 7, { origin: 'person', coder: '李', polarity: 'contradicts' }),
  ]);
}

/** Adds what version 8 brought: words that people taught. */
function fillVersion8(store: Store): void {
  saveTaughtWords(store, 1, new Map([['四联五防', 2]]));
}

/** Adds what version 9 brought: how many occurrences of a term begin and end a phrase. */
function fillVersion9(store: Store): void {
  const terms = [{ ...makeTerm(GANSU.id, '车间', 3), begins: 0, ends: 2 }];
  saveTerms(store, { caseId: GANSU.id, version: GANSU.version, generation: 1, terms });
}

/** The regions of the case LONG: a heading and a turn. */
const LONG_REGIONS: readonly Region[] = [
  { kind: 'heading', start: 0, end: 9 },
  { kind: 'body', start: 14, end: 19, speaker: '答', speechStart: 16 },
];

/** Adds what version 10 brought: regions, and which of them count. */
function fillVersion10(store: Store): void {
  const regions = openRegions(store, LONG.id, LONG.version);
  regions.add(LONG_REGIONS);
  regions.close({ characters: 19, counted: ['body', 'note'], isFromPlainText: false });
}

/** Adds what version 11 brought: a second generation of statistics, with terms of its own in one case. */
function fillVersion11(store: Store): void {
  const run = makeRun('c', 'mine', [JIANGSU, GANSU]);
  store.transaction(() => {
    saveRun(store, run);
    saveGeneration(store, 2, run.id, { ...STATISTICS, newWords: [NEW_WORD] });
    saveTaughtWords(store, 2, new Map([['四联五防', 1]]));
    const terms = [makeTerm(GANSU.id, '扶贫车间', 2, true)];
    saveTerms(store, { caseId: GANSU.id, version: GANSU.version, generation: 2, terms });
    shareTerms(store, 1, 2);
  });
}

/** Adds what version 13 brought: coders who judge a word otherwise, and one who adjudicates. */
function fillVersion13(store: Store): void {
  const [first, second] = [
    makeDecision(13, '李', 'keep', '公益岗位'),
    makeDecision(14, '王', 'drop', '公益岗位'),
  ];
  recordDecisions(store, [first, second, makeDecision(15, '王', 'drop', '车间主任')]);
  recordDecisions(store, [makeDecision(16, '李', 'keep', '车间主任')]);
  recordDecisions(store, [
    {
      ...makeDecision(17, '张', 'keep', ''),
      kind: 'adjudicate',
      target: { type: 'adjudication', of: { type: 'keyword', group: '*', word: '公益岗位' } },
      after: { verdict: second.after as Verdict, settles: [first.id, second.id] },
    },
  ]);
}

/** Adds what version 15 brought: words that rules drop, and where words that readers found occur. */
function fillVersion15(store: Store): void {
  saveRuleDrop(store, { group: '甘肃', word: '临夏', reason: '地名' });
  saveReadWord(store, '扶贫车间', [GANSU.id]);
}

/** Adds what versions 17 and 18 brought: memos on a case and on a passage, one of them edited. */
function fillMemos(store: Store): void {
  const write = (number: number, of: number, on: MemoSubject, text: string): NewDecision => {
    const { id, kind: _, ...decision } = makeDecision(number, '李', 'keep', '');
    const memo = makeDecision(of, '李', 'keep', '').id;
    return {
      ...decision,
      id,
      kind: of === number ? 'memo' : 'edit',
      target: { type: 'memo', id: memo },
      after: { type: 'theoretical', on, text, coder: '李', decisionId: id },
      reason: '',
    };
  };
  const onCase = { type: 'case', caseId: GANSU.id } as const;
  const { caseId, version, codebookId, codeId, polarity, start, end, quote } = makeCodedPassage(GANSU, 4, 8);
  const code = { codebookId, codeId, polarity, label: '扶贫车间' };
  const onPassage = { type: 'passage', ...code, caseId, version, start, end, quote } as const;
  recordDecisions(store, [
    write(20, 20, onCase, '车间为何建在村口'),
    write(21, 21, onPassage, '就业与照料兼顾'),
    write(22, 20, onCase, '车间建在村口，\n方便照料'),
  ]);
}

/** Adds what was decided about cases: one is excluded, one was chosen next, and a coder is done with it, which another checked. */
function fillCases(store: Store): void {
  const { kind: _, target: __, after: ___, ...decision } = makeDecision(30, '李', 'keep', '');
  const done = {
    type: 'done',
    codebookId: 'six-pillars',
    caseId: GANSU.id,
    version: GANSU.version,
    codingOf: '李',
  } as const;
  const decided = (
    number: number,
    coder: string,
    planned: Pick<NewDecision, 'kind' | 'target' | 'after'>,
  ) => {
    const { id, statement } = makeDecision(number, coder, 'keep', '');
    return { ...decision, ...planned, id, statement, coder };
  };
  const because = { coder: '李', reason: '理由' };
  recordDecisions(store, [
    decided(30, '李', {
      kind: 'exclude',
      target: { type: 'case', caseId: JIANGSU.id, question: 'excluded' },
      after: { standing: 'excluded', ...because },
    }),
    decided(31, '李', {
      kind: 'choose',
      target: { type: 'case', caseId: GANSU.id, question: 'chosen' },
      after: { standing: 'chosen', order: 1, ...because },
    }),
    decided(32, '李', { kind: 'done', target: done, after: { standing: 'done', ...because } }),
    decided(33, '王', {
      kind: 'check',
      target: done,
      after: { standing: 'checked', coder: '王', reason: '' },
    }),
  ]);
}

/** Seals the case that `fillCases` excluded. */
function fillSealed(store: Store): void {
  const { kind: _, ...decision } = makeDecision(50, '王', 'keep', '');
  recordDecisions(store, [
    {
      ...decision,
      kind: 'seal',
      target: { type: 'case', caseId: JIANGSU.id, question: 'sealed' },
      after: { standing: 'sealed', coder: '王', reason: '留待检验饱和' },
    },
  ]);
}

/** Seals the first statement of a case. */
function fillPartlySealed(store: Store): void {
  const { kind: _, ...decision } = makeDecision(95, '王', 'keep', '');
  recordDecisions(store, [
    {
      ...decision,
      kind: 'seal',
      target: { type: 'case', caseId: JIANGSU.id, question: 'partly-sealed' },
      after: {
        standing: 'partly-sealed',
        coder: '王',
        reason: '留待检验饱和',
        version: JIANGSU.version,
        statements: [{ start: 0, end: 6 }],
      },
    },
  ]);
}

/** Adds a code that a coder gave to a case as a whole, with a memo on that. */
function fillWholeCase(store: Store): void {
  const { kind: _, ...decision } = makeDecision(60, '王', 'keep', '');
  const { kind: __, ...memo } = makeDecision(61, '王', 'keep', '');
  const place = { caseId: GANSU.id, version: GANSU.version, start: 0, end: 0 };
  const code = { codebookId: 'six-pillars', codeId: 'workshop', polarity: 'supports' } as const;
  const quotes = { quote: '', cleanQuote: '' };
  recordDecisions(store, [
    {
      ...decision,
      kind: 'code',
      target: { type: 'passage', ...code, ...place },
      after: {
        says: 'code',
        label: '扶贫车间',
        ...quotes,
        isInVivo: false,
        decisionId: decision.id,
        coder: '王',
        reason: '通读全案',
      },
    },
    {
      ...memo,
      kind: 'memo',
      target: { type: 'memo', id: memo.id },
      after: {
        type: 'note',
        on: { type: 'passage', ...code, ...place, label: '扶贫车间', quote: '' },
        text: '全案以车间为主线',
        coder: '王',
        decisionId: memo.id,
      },
      reason: '',
    },
  ]);
}

/** Adds an adjudication of the sentence that `fillPassages` has coders judge. */
function fillAdjudication(store: Store): void {
  const { kind: _, ...decision } = makeDecision(40, '左', 'keep', '');
  const settles = [18, 19].map((number) => makeDecision(number, '李', 'keep', '').id);
  recordDecisions(store, [
    {
      ...decision,
      kind: 'adjudicate',
      target: {
        type: 'sentence',
        codebookId: 'six-pillars',
        codeId: 'workshop',
        caseId: GANSU.id,
        settles,
      },
      after: { verdictOf: '王', label: '扶贫车间', coder: '左', reason: '协商一致' },
    },
  ]);
}

/** Adds what coders said of a passage: one coded it, another rejects that. */
function fillPassages(store: Store): void {
  const target = {
    type: 'passage',
    codebookId: 'six-pillars',
    codeId: 'workshop',
    polarity: 'supports',
    caseId: GANSU.id,
    version: GANSU.version,
    start: 4,
    end: 8,
  } as const;
  const said = (number: number, coder: string, says: PassageVerdict['says']): NewDecision => {
    const { kind: _, ...decision } = makeDecision(number, coder, 'keep', '');
    const verdict = {
      quote: '扶贫车间',
      cleanQuote: '扶贫车间',
      isInVivo: says === 'code',
      reason: decision.reason,
    };
    return {
      ...decision,
      kind: says,
      target,
      after: { says, label: '扶贫车间', ...verdict, decisionId: decision.id, coder },
    };
  };
  recordDecisions(store, [said(18, '李', 'code'), said(19, '王', 'reject')]);
}

/** Gives the state of the project a name. */
function fillTag(store: Store): void {
  const { id, coder, reason, ...decision } = makeDecision(70, '李', 'keep', '');
  const hash = 'e'.repeat(64);
  const state = { revision: 1, decisions: 1, logHash: hash, stateHash: hash, codebooks: [], tables: [] };
  recordDecisions(store, [
    {
      ...decision,
      id,
      coder,
      reason,
      kind: 'tag',
      target: { type: 'tag', name: '投稿稿' },
      after: { ...state, decisionId: id, coder, reason },
    },
  ]);
}

/** Adds the id that a case had before it was joined. */
function fillAlias(store: Store): void {
  saveCaseAlias(store, '甘肃/旧编号', GANSU.id);
}

/** Adds the words that a text was given with. */
function fillGivenWords(store: Store): void {
  saveGivenWords(store, GANSU.id, GANSU.version, [
    { start: 0, end: 2, pos: 'ns' },
    { start: 2, end: 4, pos: null },
  ]);
}

/** What each version of the schema can hold for the first time, under the version of the fixture that has it. */
const FILLS: readonly (readonly [since: number, fill: (store: Store) => void])[] = [
  [1, (store) => fillProject(store)],
  [2, fillVersion2],
  [4, fillVersion4],
  [7, fillVersion7],
  [8, fillVersion8],
  [9, fillVersion9],
  [10, fillVersion10],
  [11, fillVersion11],
  [13, fillVersion13],
  [16, fillVersion15],
  [16, fillPassages],
  [18, fillMemos],
  [19, fillCases],
  [20, fillAdjudication],
  [21, fillSealed],
  [24, fillWholeCase],
  [29, fillTag],
  [30, fillPartlySealed],
  [31, fillAlias],
  [33, fillGivenWords],
];

/** Fills a project with everything that a version of the schema can hold; with all there is today by itself. */
export function fillUpTo(store: Store, version = Number.POSITIVE_INFINITY): void {
  for (const [since, fill] of FILLS) {
    if (since <= version) fill(store);
  }
}
