import type { NamedWord } from '../../model/candidate.js';
import type { Verdict } from '../../model/decisions/verdict.js';
import type { ScreeningRules, StudyRules } from '../../model/screening-rules.js';
import type { NameTest } from './recognise-names.js';

/** The reason of the first rule that drops a candidate, or null when none does. */
export function dropReason(
  candidate: NamedWord,
  rules: ScreeningRules['drop'],
  isName: NameTest,
): string | null {
  const rule = rules.find(
    ({ words, endings, pos, names }) =>
      words.includes(candidate.word) ||
      pos.includes(candidate.pos) ||
      endings.some((ending) => candidate.word !== ending && candidate.word.endsWith(ending)) ||
      names.some((kind) => isName(candidate, kind)),
  );
  return rule?.reason ?? null;
}

/** Adds the rules of a study to the general ones: its drops come after theirs, its folds before. */
export function withStudyRules(general: ScreeningRules, { drop, fold }: StudyRules): ScreeningRules {
  return { ...general, drop: [...general.drop, ...drop], fold: { ...general.fold, ...fold } };
}

/** Follows the folds of a word, a person's before a rule's, to their end; a circle leads back to the word. */
export function foldTarget(
  word: string,
  rules: ScreeningRules['fold'],
  verdicts: ReadonlyMap<string, Verdict>,
): string {
  const seen = new Set<string>();
  let current = word;
  while (!seen.has(current)) {
    seen.add(current);
    const verdict = verdicts.get(current);
    const next = verdict ? verdict.into : Object.hasOwn(rules, current) ? rules[current] : undefined;
    if (next === undefined) return current;
    current = next;
  }
  return word;
}
