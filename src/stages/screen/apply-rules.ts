import type { Candidate } from '../../model/candidate.js';
import type { Verdict } from '../../model/decision.js';
import type { ScreeningRules } from '../../model/screening-rules.js';

/** The reason of the first rule that drops a candidate, or null when none does. */
export function dropReason(candidate: Candidate, rules: ScreeningRules['drop']): string | null {
  const rule = rules.find(
    ({ words, endings, pos }) =>
      words.includes(candidate.word) ||
      pos.includes(candidate.pos) ||
      endings.some((ending) => candidate.word !== ending && candidate.word.endsWith(ending)),
  );
  return rule?.reason ?? null;
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
