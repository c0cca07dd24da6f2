import type { z } from 'zod';
import type { Problem, ProblemKind, SizeUnit } from '../model/problem.js';

type Issue = z.core.$ZodIssue;

const UNITS: Readonly<Record<string, SizeUnit>> = { string: 'characters', array: 'items', set: 'items' };

/** What the schema of a record says is wrong with it. A refinement names its kind: `params: { problem: kind }`. */
export function problemOfIssue(issue: Issue | undefined): Problem {
  switch (issue?.code) {
    case 'invalid_type':
      return issue.input === undefined
        ? { kind: 'missing-field' }
        : { kind: 'wrong-type', expected: issue.expected };
    case 'unrecognized_keys':
      return { kind: 'unknown-fields', fields: issue.keys.join(', ') };
    case 'invalid_value':
      return { kind: 'not-one-of', allowed: issue.values.join(', ') };
    case 'invalid_union':
      return problemOfUnion(issue);
    case 'too_small':
      return { kind: 'too-small', least: Number(issue.minimum), unit: UNITS[issue.origin] ?? 'number' };
    case 'too_big':
      return { kind: 'too-large', most: Number(issue.maximum), unit: UNITS[issue.origin] ?? 'number' };
    case 'custom': {
      const kind = issue.params?.['problem'] as ProblemKind | undefined;
      return kind === undefined ? { kind: 'wrong-form' } : ({ kind } as Problem);
    }
    default:
      return { kind: 'wrong-form' };
  }
}

/** The problem of the alternative that the value comes nearest to: the one that fails deepest inside. */
function problemOfUnion(issue: Extract<Issue, { code: 'invalid_union' }>): Problem {
  const options = 'options' in issue ? (issue.options as readonly unknown[] | undefined) : undefined;
  if (issue.errors.length === 0) {
    return options ? { kind: 'not-one-of', allowed: options.join(', ') } : { kind: 'wrong-form' };
  }
  const firsts = issue.errors.flatMap(([first]) => first ?? []);
  const near = firsts.filter(({ path, code }) => path.length > 0 || code !== 'invalid_type');
  const [deepest] = near.sort((a, b) => b.path.length - a.path.length);
  return deepest === undefined ? { kind: 'wrong-form' } : problemOfIssue(deepest);
}

/** The place of an issue within its record, `codes[3].parent`; empty for the record itself. */
export function placeOfIssue(issue: Issue | undefined): string {
  const keys = issue?.path ?? [];
  return keys.reduce<string>((place, key) => {
    if (typeof key === 'number') return `${place}[${key}]`;
    return place === '' ? String(key) : `${place}.${String(key)}`;
  }, '');
}
