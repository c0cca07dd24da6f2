import { UserError } from '../errors.js';
import { ALL_GROUPS } from '../model/decisions/all-groups.js';
import { currentVersions } from '../store/case-table.js';
import { keywordsOfWord, readKeywords } from '../store/keyword-table.js';
import { mappingsOfWord } from '../store/mapping-table.js';
import type { Store } from '../store/store.js';
import { isTerm } from '../store/term-table.js';
import { targetsOfVerdicts } from '../store/verdict-table.js';
import { nearest } from '../text/nearest.js';
import { codebookInForce, frameworkInForce } from './applied-codebook.js';
import { codeNamed } from './find-code.js';
import { projectForm } from './project-form.js';
import type { Statement } from './statement.js';

/** How many of the known names are offered for one that is not known. */
const OFFERED = 5;

/** Brings the words of a statement to the form of clean texts; a keyword that is not in it stays as it is. */
export function wordsAsKnown(store: Store, words: readonly string[]): string[] {
  const form = projectForm(store);
  return words.map((word) => {
    const plain = form(word);
    return plain === word || !isKeyword(store, word, ALL_GROUPS) ? plain : word;
  });
}

/**
 * Asks that words are keywords of a group or terms of any case.
 * @throws UserError screen/unknown-word
 */
export function requireKnown(store: Store, words: readonly string[], group: string): void {
  const word = words.find((one) => !isKeyword(store, one, group) && !isTerm(store, one));
  if (word === undefined) return;
  const near = nearest(word, [...keywordsOf(store, group), ...labelsInForce(store)], OFFERED).join(', ');
  throw new UserError('screen/unknown-word', { word, group, near });
}

/**
 * Asks that the target of a statement is known (a code, a core keyword or a keyword), or is not when the statement
 * founds it.
 * @throws UserError decide/unknown-target, decide/not-new
 */
export function requireTarget(store: Store, { kind, words, isNew }: Statement): void {
  const target = words.at(-1) as string;
  const named = targetsOfVerdicts(store);
  const { codes } = codebookInForce(store)?.codebook ?? { codes: [] };
  const isKnown =
    isKeyword(store, target, ALL_GROUPS) ||
    named.includes(target) ||
    codeNamed(codes, target) !== undefined ||
    codes.some(({ terms }) => terms.includes(target)) ||
    isTerm(store, target);
  if (isKnown && isNew) throw new UserError('decide/not-new', { name: target });
  if (isKnown || isNew) return;
  const known = new Set([...keywordsOf(store, ALL_GROUPS), ...named, ...labelsInForce(store)]);
  throw unknownTarget(kind, target, [...known]);
}

/** Returns the error that no code or keyword has the name of a target. */
export function unknownTarget(verb: string, name: string, known: readonly string[]): UserError {
  return new UserError('decide/unknown-target', {
    verb,
    name,
    near: nearest(name, known, OFFERED).join(', '),
  });
}

/** Whether a word is among the screened keywords of a group; what others are folded into is always one. */
function isKeyword(store: Store, word: string, group: string): boolean {
  const keywords = keywordsOfWord(store, word);
  return keywords.some((keyword) => group === ALL_GROUPS || keyword.group === group);
}

function keywordsOf(store: Store, group: string): Set<string> {
  const screened = readKeywords(store).filter((keyword) => group === ALL_GROUPS || keyword.group === group);
  return new Set(screened.flatMap((keyword) => [keyword.word, keyword.countsFor]));
}

function labelsInForce(store: Store): string[] {
  return codebookInForce(store)?.codebook.codes.map(({ label }) => label.zh) ?? [];
}

/** Only a keyword that counts for another core keyword than itself can be split from it. */
export function requireMerged(store: Store, word: string, group: string): void {
  const codebookId = frameworkInForce(store)?.codebook.id ?? '';
  const isMerged = mappingsOfWord(store, codebookId, word).some(
    (mapping) =>
      (group === ALL_GROUPS || mapping.group === group) &&
      (mapping.codeId !== null || ![null, word].includes(mapping.coreKeyword)),
  );
  if (!isMerged) throw new UserError('screen/nothing-to-split', { word });
}

/** The error that a case is not in the project. */
export function unknownCase(store: Store, id: string): UserError {
  const ids = currentVersions(store).map(({ caseId }) => caseId);
  return new UserError('cases/unknown-case', { id, near: nearest(id, ids, 5).join(', ') });
}
