import { ALL_GROUPS } from '../model/decisions/all-groups.js';
import type { Framework } from '../model/framework.js';
import type { Keyword } from '../model/keyword.js';
import type { Mapping } from '../model/mapping.js';
import { changedTerms } from '../stages/code/changed-terms.js';
import { changeCoder } from '../stages/code/code-again.js';
import { passageCoder } from '../stages/code/code-passages.js';
import { keywordEvidence } from '../stages/code/keyword-evidence.js';
import { mapKeywords } from '../stages/code/map-keywords.js';
import { keywordsCountingFor } from '../store/keyword-table.js';
import { mappingsOfCase, readMapping } from '../store/mapping-table.js';
import { casesContaining } from '../store/string-index.js';
import { groupBy } from '../text/group-by.js';
import { once } from '../text/once.js';
import type { CaseMove } from './affected-cases.js';
import { type AffectedWords, addAffected } from './affected-words.js';
import { compareCoding } from './compare-coding.js';
import { readWordCases } from './derive-keywords.js';
import type { DerivedRows } from './derived-rows.js';
import { keywordTraces } from './keyword-traces.js';
import { keywordPlacer } from './place-keywords.js';
import type { ProjectView } from './project-view.js';
import { keywordsNow, savedKeywords } from './screened-before.js';
import { addEverywhere, wordsLedElsewhere } from './words-led-elsewhere.js';

/** How a codebook is another by changed verdicts. */
export interface CodebookChange {
  readonly codebookId: string;
  readonly before: Framework;
  readonly after: Framework;
}

/**
 * What of mappings is to be derived: under which codebooks that changed, of which words, and in which cases all of them; whether
 * readers quote other passages than before.
 */
export interface MappingsToDerive {
  readonly codebooks: readonly CodebookChange[];
  readonly affected: AffectedWords;
  readonly moves: readonly CaseMove[];
  readonly quotesChanged: boolean;
}

/** What is to be looked for in the text of one case. */
interface CaseWork {
  /** Whether all codes are looked for, or what they had is removed, since the case does not count any more. */
  readonly move: CaseMove | undefined;
  /** Where the evidence of keywords is looked for again: the last that is said of one under a codebook. */
  readonly evidence: Map<string, KeywordWork>;
  /** Keywords whose evidence stands where it stood, by other people or under another code. */
  readonly standing: Mapping[];
  readonly codebookIds: Set<string>;
}

/** A keyword whose evidence is to be found. */
interface KeywordWork {
  readonly codebookId: string;
  readonly word: string;
  readonly mapping: Mapping | null;
  /** The keywords that count for the word in its group. */
  readonly members: readonly Keyword[];
}

/** The cases whose texts are to be read again, with what to look for in each. */
export type TextWork = ReadonlyMap<string, CaseWork>;

/** Maps the affected keywords again; returns in which texts what leads to codes is another. */
export function* deriveMappings(
  view: ProjectView,
  { codebooks, affected, moves, quotesChanged }: MappingsToDerive,
  rows: DerivedRows,
): Generator<void, TextWork> {
  const work = new Map<string, CaseWork>();
  if (view.frameworks.size === 0) return work;
  addEverywhere(view, rows, affected, affected.everywhere);
  const moveOf = new Map(moves.map((move) => [move.caseId, move]));
  const workOn = (caseId: string): CaseWork => {
    const known = work.get(caseId) ?? {
      move: moveOf.get(caseId),
      evidence: new Map(),
      standing: [],
      codebookIds: new Set<string>(),
    };
    work.set(caseId, known);
    return known;
  };
  const lookFor = (caseId: string, keyword: KeywordWork) =>
    workOn(caseId).evidence.set(JSON.stringify([keyword.codebookId, keyword.word]), keyword);
  const changes = new Map(
    codebooks.map(({ codebookId, before, after }) => [codebookId, changedTerms(before, after)]),
  );
  const membersOf = memberReader(view, rows);
  const placesOf = keywordPlacer(view, readWordCases(view, rows));
  for (const { caseId } of moves) workOn(caseId);
  for (const codebookId of view.frameworks.keys()) {
    for (const move of moves) leaveGroup(codebookId, move);
    const changed = changes.get(codebookId);
    const words: AffectedWords = { ofGroup: new Map(), everywhere: new Set() };
    for (const [group, own] of affected.ofGroup) for (const word of own) addAffected(words, group, word);
    if (changed) {
      addEverywhere(view, rows, words, wordsLedElsewhere(view, rows, changed));
      const containing = casesContaining(view.store, [...changed.inTexts]);
      for (const caseId of new Set([...containing.values()].flat()))
        workOn(caseId).codebookIds.add(codebookId);
    }
    for (const [group, own] of words.ofGroup) {
      for (const word of own) mapWord(codebookId, group, word);
      yield;
    }
    for (const { caseId, to: group } of moves) {
      if (group === null) continue;
      const own = new Set(keywordsNow(view, rows.groups, group).map(({ countsFor }) => countsFor));
      for (const word of own) {
        if (!words.ofGroup.get(group)?.has(word)) mapWord(codebookId, group, word, [caseId]);
      }
      yield;
    }
  }
  return work;

  /** Takes the keywords of a group away from a case that went out of it. */
  function leaveGroup(codebookId: string, { caseId, from, to }: CaseMove): void {
    if (from === null || from === to) return;
    for (const { group, word, codeId } of mappingsOfCase(view.store, codebookId, from, caseId)) {
      rows.removedMappings.push({ codebookId, group, caseId, word });
      if (codeId !== null) lookFor(caseId, { codebookId, word, mapping: null, members: [] });
    }
  }

  /** Maps one keyword of a group in its cases, or in some of them, and notes whose evidence is to be found again. */
  function mapWord(
    codebookId: string,
    group: string,
    word: string,
    caseIds = view.generations.get(group)?.caseIds ?? [],
  ): void {
    const framework = view.frameworks.get(codebookId)?.framework ?? null;
    const members = membersOf(group, word);
    const verdicts = [ALL_GROUPS, group].flatMap((of) => view.verdicts.find(of, word, 'mapping') ?? []);
    const mapped = mapKeywords(members, placesOf(members), framework, verdicts);
    const now = new Map(mapped.map((mapping) => [mapping.caseId, mapping]));
    const isFoundAsBefore = once(() => !quotesChanged && hasSavedMembers(view, group, word, members));
    for (const caseId of caseIds) {
      const key = { codebookId, group, caseId, word };
      const before = readMapping(view.store, key);
      const after = now.get(caseId);
      if (after && !isSame(before, after)) rows.mappings.push(after);
      if (before && !after) rows.removedMappings.push(key);
      const [wasCoded, isCoded] = [before, after].map((one) => (one?.codeId ?? null) !== null);
      if (!wasCoded && !isCoded) continue;
      if (after && wasCoded && isCoded && !moveOf.has(caseId) && isFoundAsBefore()) {
        if (!isSame(before, after)) workOn(caseId).standing.push(after);
      } else lookFor(caseId, { codebookId, word, mapping: after ?? null, members });
    }
  }
}

/** Looks for the evidence of keywords and for coded passages in the texts of cases. */
export function* derivePassages(
  view: ProjectView,
  codebooks: readonly CodebookChange[],
  rows: DerivedRows,
  work: TextWork,
): Generator<void> {
  const coders = new Map(
    codebooks.map(({ codebookId, before, after }) => [codebookId, changeCoder(before, after)]),
  );
  const quoted = groupBy(view.verdicts.quoting(), ({ verdict }) => verdict.caseId);
  for (const [caseId, { move, evidence, standing, codebookIds }] of work) {
    const version = move?.version ?? view.versions.get(caseId) ?? '';
    const compare = compareCoding(view.store, rows, { caseId, version });
    if (move?.to === null) {
      // It does not count any more.
      for (const { codebookId, word } of evidence.values()) compare.evidence(codebookId, word, []);
      for (const [codebookId, { framework }] of view.frameworks) {
        compare.coding(codebookId, { codeIds: codesOf(framework), assignments: [], tokens: [] });
      }
      continue;
    }
    for (const mapping of standing) compare.standing(mapping);
    // Where keywords only lost their code, there is nothing to look for in the text.
    const text = once(() => view.textOf(caseId, version));
    for (const { codebookId, word, mapping, members } of evidence.values()) {
      const tracesOf = keywordTraces(members, quoted.get(caseId) ?? []);
      const isCoded = mapping !== null && mapping.codeId !== null;
      const found = isCoded ? keywordEvidence(text().coded, [mapping], tracesOf, text().passages()) : [];
      compare.evidence(codebookId, word, found);
    }
    for (const [codebookId, { framework }] of move?.isReread ? view.frameworks : []) {
      compare.coding(codebookId, {
        codeIds: codesOf(framework),
        ...wholeCoder(framework)(text().coded, text().passages()),
      });
    }
    for (const codebookId of move?.isReread ? [] : codebookIds) {
      const again = coders.get(codebookId)?.(text().coded, text().passages());
      if (again) compare.coding(codebookId, again);
    }
    yield;
  }
}

const codesOf = ({ codebook }: Framework) => new Set(codebook.codes.map(({ id }) => id));

/** Coders by what they look for, since making one takes longer than coding a case. */
const wholeCoders = new WeakMap<Framework, ReturnType<typeof passageCoder>>();

/** A coder of whole texts. */
function wholeCoder(framework: Framework): ReturnType<typeof passageCoder> {
  const coder = wholeCoders.get(framework) ?? passageCoder(framework);
  wholeCoders.set(framework, coder);
  return coder;
}

/** Makes a reader of the keywords of a group that count for a word, as they are now. */
function memberReader(
  { store }: ProjectView,
  { groups }: DerivedRows,
): (group: string, word: string) => readonly Keyword[] {
  return (group, word) =>
    groups.get(group)?.keywords.filter(({ countsFor }) => countsFor === word) ??
    keywordsCountingFor(store, group, word);
}

/** Whether the words that count for a word of a group are those that its evidence was looked for with. */
function hasSavedMembers(
  view: ProjectView,
  group: string,
  word: string,
  members: readonly Keyword[],
): boolean {
  const saved = savedKeywords(view, group).filter(({ countsFor }) => countsFor === word);
  const words = new Set(members.map((one) => one.word));
  return saved.length === words.size && saved.every((one) => words.has(one.word));
}

function isSame(one: Mapping | undefined, other: Mapping): boolean {
  return (
    one !== undefined &&
    (Object.keys(other) as (keyof Mapping)[]).every((field) => one[field] === other[field])
  );
}
