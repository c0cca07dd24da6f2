import type { CodingRule } from '../../model/coding-rule.js';
import type { Problem } from '../../model/problem.js';
import type { TextForm } from '../../text/text-form.js';
import { parseWording } from '../../text/wording.js';
import type { CodebookFault } from './codebook-fault.js';
import { ruleInTextForm } from './codebook-text-form.js';

/** Finds the rules of a code that can never hold, that repeat another, or that a single character wakes. */
export function checkRules(rules: readonly CodingRule[], place: string, form: TextForm): CodebookFault[] {
  const first = new Map<string, number>();
  return rules
    .map((rule) => ruleInTextForm(rule, form))
    .flatMap((rule, index) => {
      const fault = (problem: Problem): CodebookFault => ({ place: `${place}[${index}]`, problem });
      const { any = [], all = [], near = [], not = [] } = rule;
      const needed = [...all, ...near];
      if (any.length + needed.length === 0) return [fault({ kind: 'never-holds', because: 'empty' })];
      if ([...any, ...needed, ...not].some((pattern) => parseWording(pattern).flat().includes('')))
        return [fault({ kind: 'no-character' })];
      const ways = needed.length > 0 ? needed : any;
      const blocked = (needed.length > 0 ? needed.some.bind(needed) : any.every.bind(any))(
        (pattern: string) => not.some((forbidden) => impliesWording(pattern, forbidden)),
      );
      if (blocked) return [fault({ kind: 'never-holds', because: 'forbidden' })];
      const alone = needed.length + Math.min(any.length, 1) === 1;
      const single = ways.find((pattern) => alone && isOneCharacter(pattern));
      if (single !== undefined) return [fault({ kind: 'one-character', term: single })];
      const key = JSON.stringify(rule);
      const before = first.get(key);
      if (before !== undefined) return [fault({ kind: 'never-reached', before: `${place}[${before}]` })];
      first.set(key, index);
      return [];
    });
}

/** Whether wherever one pattern stands, the other, of one part, stands too. */
function impliesWording(pattern: string, other: string): boolean {
  const [forbidden = [], ...more] = parseWording(other);
  return (
    more.length === 0 &&
    parseWording(pattern).some((part) => part.every((one) => forbidden.some((word) => one.includes(word))))
  );
}

function isOneCharacter(pattern: string): boolean {
  const [part = [], ...more] = parseWording(pattern);
  return more.length === 0 && part.some((one) => [...one].length === 1);
}
