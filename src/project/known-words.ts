import { UserError } from '../errors.js';
import { ALL_GROUPS } from '../model/decisions/all-groups.js';
import { nearest } from '../text/nearest.js';
import type { DecisionState } from './decision-state.js';
import { codeNamed } from './find-code.js';
import type { Statement } from './statement.js';

/** How many of the known names are offered for one that is not known. */
const OFFERED = 5;

/** Brings the words of a statement to the form of clean texts; a keyword that is not in it stays as it is. */
export function wordsAsKnown({ form, isKeyword }: DecisionState, words: readonly string[]): string[] {
  return words.map((word) => {
    const plain = form(word);
    return plain === word || !isKeyword(word, ALL_GROUPS) ? plain : word;
  });
}

/**
 * Asks that words are keywords of a group or terms of any case.
 * @throws UserError screen/unknown-word
 */
export function requireKnown(state: DecisionState, words: readonly string[], group: string): void {
  const word = words.find((one) => !state.isKeyword(one, group) && !state.isTerm(one));
  if (word === undefined) return;
  const near = nearest(word, [...state.keywords(group), ...labelsOf(state)], OFFERED).join(', ');
  throw new UserError('screen/unknown-word', { word, group, near });
}

/**
 * Asks that the target of a statement is known (a code, a core keyword or a keyword), or is not when the statement
 * founds it.
 * @throws UserError decide/unknown-target, decide/not-new
 */
export function requireTarget(state: DecisionState, { kind, words, isNew }: Statement): void {
  const target = words.at(-1) as string;
  const { codes } = state.codebook()?.codebook ?? { codes: [] };
  const isKnown =
    state.isKeyword(target, ALL_GROUPS) ||
    state.targets().includes(target) ||
    codeNamed(codes, target) !== undefined ||
    codes.some(({ terms }) => terms.includes(target)) ||
    state.isTerm(target);
  if (isKnown && isNew) throw new UserError('decide/not-new', { name: target });
  if (isKnown || isNew) return;
  const known = new Set([...state.keywords(ALL_GROUPS), ...state.targets(), ...labelsOf(state)]);
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

function labelsOf({ codebook }: DecisionState): string[] {
  return codebook()?.codebook.codes.map(({ label }) => label.zh) ?? [];
}
