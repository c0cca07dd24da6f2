import { UserError } from '../errors.js';

/** The most numbers that are compared at once. */
const MOST = 20;

/**
 * The numbers of a range such as `2..6`, or of a list, in whatever width they are typed.
 * @throws UserError sensitivity/bad-range
 */
export function numbersIn(given: string): number[] {
  const text = given.normalize('NFKC').replaceAll(/\s/g, '');
  const [, first, last] = /^(\d+)(?:\.{2,}|-|–|—|~|至)(\d+)$/.exec(text) ?? [];
  const length = Number(last) - Number(first) + 1;
  const numbers =
    first === undefined
      ? text.split(/[,、]/).map((one) => (/^\d+$/.test(one) ? Number(one) : 0))
      : Array.from({ length: Math.min(Math.max(length, 0), MOST + 1) }, (_, at) => Number(first) + at);
  if (numbers.length === 0 || numbers.length > MOST || numbers.includes(0)) {
    throw new UserError('sensitivity/bad-range', { given });
  }
  return numbers;
}
