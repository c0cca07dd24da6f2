import type { Code } from '../../model/codebook.js';
import type { Polarity } from '../../model/coded-passage.js';
import type { CodingRule } from '../../model/coding-rule.js';
import { groupBy } from '../../text/group-by.js';
import type { TermMatch } from '../../text/term-matcher.js';
import { findWording, parseWording, type Stretch, smallestHull, type Wording } from '../../text/wording.js';

/** A rule that holds in a sentence, the stretch that shows it and how the rule reads. */
export interface RuleMatch extends Stretch {
  readonly code: Code;
  readonly rule: string;
  readonly polarity: Polarity;
  readonly isWeakRule: boolean;
}

/** The rules of some codes made ready: their literals, and what holds where these stand in a sentence. */
export interface RuleMatcher {
  readonly literals: readonly string[];
  readonly match: (hits: readonly TermMatch[]) => RuleMatch[];
}

interface CompiledRule {
  readonly code: Code;
  readonly within: number;
  readonly polarity: Polarity;
  readonly isWeakRule: boolean;
  readonly reads: string;
  readonly any: readonly Wording[];
  readonly all: readonly Wording[];
  readonly near: readonly Wording[];
  readonly not: readonly Wording[];
}

/** Compiles the rules of codes; a sentence is asked only for rules that have a literal in it. */
export function ruleMatcher(codes: readonly Code[]): RuleMatcher {
  const rules = codes.flatMap((code) => code.rules.map((rule) => compileRule(code, rule)));
  const rulesByLiteral = new Map<string, number[]>();
  rules.forEach((rule, index) => {
    for (const literal of new Set(literalsOf(rule))) {
      rulesByLiteral.set(literal, [...(rulesByLiteral.get(literal) ?? []), index]);
    }
  });
  const literals = new Set(
    rules.flatMap(({ any, all, near, not }) => [any, all, near, not].flat(3) as readonly string[]),
  );
  return {
    literals: [...literals],
    match: (hits) => {
      const terms = new Set(hits.map(({ term }) => term));
      const asked = new Set<number>();
      for (const term of terms) {
        for (const index of rulesByLiteral.get(term) ?? []) asked.add(index);
      }
      if (asked.size === 0) return [];
      const places = groupBy(hits, ({ term }) => term);
      const placesOf = (literal: string): readonly TermMatch[] => places.get(literal) ?? [];
      return [...asked]
        .sort((a, b) => a - b)
        .flatMap((index) => holds(rules[index] as CompiledRule, placesOf));
    },
  };
}

function compileRule(code: Code, rule: CodingRule): CompiledRule {
  const { within, polarity = 'supports', weak = false, any = [], all = [], near = [], not = [] } = rule;
  return {
    code,
    within,
    polarity,
    isWeakRule: weak,
    reads: readRule(rule),
    any: any.map(parseWording),
    all: all.map(parseWording),
    near: near.map(parseWording),
    not: not.map(parseWording),
  };
}

/** How a rule reads on one line. */
export function readRule({ any, all, near, not, within }: CodingRule): string {
  const parts = [
    any?.join(' / '),
    all?.join(' + '),
    near && `${near.join(' ~ ')} (≤${within})`,
    not && `− ${not.join(' / ')}`,
  ];
  return parts.filter((part) => part !== undefined).join(' ');
}

/** The literals of which at least one stands in every sentence where a rule of a code holds. */
export function triggerLiterals(code: Code, rule: CodingRule): readonly string[] {
  return literalsOf(compileRule(code, rule));
}

function literalsOf({ any, all, near }: CompiledRule): readonly string[] {
  const needed = [...all, ...near][0];
  return (needed ? [needed] : any).flatMap((wording) => wording.reduce(rarer));
}

/** Longer words are rarer, as far as one can tell without a corpus. */
function rarer(a: readonly string[], b: readonly string[]): readonly string[] {
  const shortest = (part: readonly string[]) => Math.min(...part.map((one) => one.length));
  return shortest(b) > shortest(a) ? b : a;
}

function holds(
  { code, within, polarity, isWeakRule, reads, any, all, near, not }: CompiledRule,
  placesOf: (literal: string) => readonly Stretch[],
): RuleMatch[] {
  const find = (wording: Wording) => findWording(wording, within, placesOf);
  const found = any.flatMap(find);
  if (any.length > 0 && found.length === 0) return [];
  if (not.some((wording) => find(wording).length > 0)) return [];
  const shown: Stretch[] = [];
  for (const wording of all) {
    const [first] = find(wording);
    if (!first) return [];
    shown.push(first);
  }
  if (near.length > 0) {
    const hull = smallestHull(near.map(find), within);
    if (!hull) return [];
    shown.push(hull);
  }
  const start = Math.min(...shown.map((one) => one.start), found[0]?.start ?? Number.POSITIVE_INFINITY);
  const end = Math.max(...shown.map((one) => one.end), found[0]?.end ?? 0);
  const stretches = shown.length === 0 ? found : [{ start, end }];
  return stretches.map((stretch) => ({ code, rule: reads, polarity, isWeakRule, ...stretch }));
}
