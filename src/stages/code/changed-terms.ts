import type { Code } from '../../model/codebook.js';
import type { Framework } from '../../model/framework.js';
import { triggerLiterals } from './rule-matcher.js';

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
  const changed = [...changedCodes(before, after)];
  const [old, now] = [before, after].map(({ codes }) => changed.flatMap((id) => codes.get(id) ?? [])) as [
    Code[],
    Code[],
  ];
  const inTexts = differing(passageClues(old), passageClues(now));
  const inKeywords = differing(keywordClues(before, old), keywordClues(after, now));
  const labels = differing(labelsById(old), labelsById(now));
  return {
    inTexts: new Set([...inTexts].flatMap((clue) => JSON.parse(clue) as string[])),
    inKeywords,
    names: new Set([...inKeywords, ...labels]),
  };
}

/** The ids of the codes that are not the same in two states of a codebook. */
export function changedCodes(before: Framework, after: Framework): Set<string> {
  const ids = new Set([...before.codes.keys(), ...after.codes.keys()]);
  // Codes about which nobody decided are the very same.
  const isSame = (id: string) => {
    const [one, other] = [before.codes.get(id), after.codes.get(id)];
    return one === other || JSON.stringify(one) === JSON.stringify(other);
  };
  return new Set([...ids].filter((id) => !isSame(id)));
}

/** The keys that two maps do not give the same value. */
function differing(before: ReadonlyMap<string, string>, after: ReadonlyMap<string, string>): Set<string> {
  const keys = new Set([...before.keys(), ...after.keys()]);
  return new Set([...keys].filter((key) => before.get(key) !== after.get(key)));
}

/** What makes passages, each by the words of which one occurs wherever it does. */
function passageClues(codes: readonly Code[]): Map<string, string> {
  const clues = new Map<string, string[]>();
  const add = (words: readonly string[], code: Code, says: unknown) => {
    const key = JSON.stringify(words);
    clues.set(key, [...(clues.get(key) ?? []), JSON.stringify([code.id, code.except, says])]);
  };
  for (const code of codes) {
    const weak = new Set(code.weak);
    for (const term of new Set([code.label.zh, ...code.terms])) {
      add([term], code, weak.has(term) && term !== code.label.zh);
    }
    for (const [at, rule] of code.rules.entries()) add(triggerLiterals(code, rule), code, [at, rule]);
  }
  // Codes stand in the order of their tree, which says nothing here.
  return new Map([...clues].map(([key, says]) => [key, says.sort().join()]));
}

/** Where each label and term of some codes leads a keyword. */
function keywordClues({ codebook }: Framework, codes: readonly Code[]): Map<string, string> {
  const lowest = codebook.levels.at(-1)?.id;
  return new Map(
    codes.flatMap((code) => {
      const leads = JSON.stringify([code.id, code.label.zh, code.level === lowest]);
      return [code.label.zh, ...code.terms].map((term) => [term, leads] as const);
    }),
  );
}

function labelsById(codes: readonly Code[]): Map<string, string> {
  return new Map(codes.map(({ id, label }) => [id, label.zh]));
}
