import type { Code } from '../../model/codebook.js';
import type { Framework } from '../../model/framework.js';
import { wakersOf } from './rule-matcher.js';

/** What a change of a codebook touches in texts and among keywords. */
export interface ChangedTerms {
  /** Words of which at least one occurs in every case that may be coded otherwise. */
  readonly inTexts: ReadonlySet<string>;
  /** Labels and terms that lead keywords elsewhere: those which are one of them or contain one. */
  readonly inKeywords: ReadonlySet<string>;
  /** Ids, labels and terms by which people named codes that were others. */
  readonly names: ReadonlySet<string>;
}

/**
 * Finds what differs between two states of a codebook. A case is coded by the terms, weak terms and rules of each code
 * alone, so that one which contains none that changed is coded as before.
 */
export function changedTerms(before: Framework, after: Framework): ChangedTerms {
  const inTexts = differing(passageClues(before), passageClues(after));
  const inKeywords = differing(keywordClues(before), keywordClues(after));
  const ids = differing(labelsById(before), labelsById(after));
  return {
    inTexts: new Set([...inTexts].flatMap((clue) => JSON.parse(clue) as string[])),
    inKeywords,
    names: new Set([...inKeywords, ...ids]),
  };
}

/** The keys that two maps do not give the same value. */
function differing(before: ReadonlyMap<string, string>, after: ReadonlyMap<string, string>): Set<string> {
  const keys = new Set([...before.keys(), ...after.keys()]);
  return new Set([...keys].filter((key) => before.get(key) !== after.get(key)));
}

/** What makes passages, each by the words of which one occurs wherever it does. */
function passageClues({ codebook }: Framework): Map<string, string> {
  const clues = new Map<string, string[]>();
  const add = (words: readonly string[], code: Code, says: unknown) => {
    const key = JSON.stringify(words);
    clues.set(key, [...(clues.get(key) ?? []), JSON.stringify([code.id, code.except, says])]);
  };
  for (const code of codebook.codes) {
    const weak = new Set(code.weak);
    for (const term of new Set([code.label.zh, ...code.terms])) {
      add([term], code, weak.has(term) && term !== code.label.zh);
    }
    for (const [at, rule] of code.rules.entries()) add(wakersOf(code, rule), code, [at, rule]);
  }
  // Codes stand in the order of their tree, which says nothing here.
  return new Map([...clues].map(([key, says]) => [key, says.sort().join()]));
}

/** Where each label and term leads a keyword. */
function keywordClues({ open, termOwners }: Framework): Map<string, string> {
  const isOpen = new Set(open);
  return new Map(
    [...termOwners].map(([term, code]) => [term, JSON.stringify([code.id, code.label.zh, isOpen.has(code)])]),
  );
}

function labelsById({ codes }: Framework): Map<string, string> {
  return new Map([...codes].map(([id, { label }]) => [id, label.zh]));
}
