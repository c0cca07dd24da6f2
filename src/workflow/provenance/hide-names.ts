import { hiddenName } from '../../model/coder-letter.js';
import type { Language } from '../../model/language.js';

/** The part of a name that says in which round apart somebody coded. */
const ROUND = /@(?:pilot|retest)\d*$/;

/** Puts letters in the place of the names of coders. */
export interface NameHider {
  readonly nameOf: (name: string) => string;
  /** The same wherever a value is, or lists, the name of a coder. */
  readonly hideIn: <T>(value: T) => T;
}

/** Gives each coder a letter, in the order in which they are listed; a coder has the same one in every round. */
export function hideNames(names: readonly string[], language: Language): NameHider {
  const people = [...new Set(names.map((name) => name.replace(ROUND, '')))];
  const nameOf = (name: string) => {
    const at = people.indexOf(name.replace(ROUND, ''));
    return at < 0 ? '…' : `${hiddenName(at, language)}${ROUND.exec(name)?.[0] ?? ''}`;
  };
  const isName = (value: string) => people.includes(value.replace(ROUND, ''));
  const hide = (value: unknown, key = ''): unknown => {
    // Whoever took part in an adjudication may have coded nothing.
    if (typeof value === 'string') return isName(value) || key === 'attendees' ? nameOf(value) : value;
    if (Array.isArray(value)) return value.map((one) => hide(one, key));
    if (value === null || typeof value !== 'object') return value;
    return Object.fromEntries(Object.entries(value).map(([name, one]) => [name, hide(one, name)]));
  };
  return { nameOf, hideIn: <T>(value: T) => hide(value) as T };
}

/** Hides nothing. */
export const SHOW_NAMES: NameHider = { nameOf: (name) => name, hideIn: (value) => value };
