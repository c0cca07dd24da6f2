import { compareByCodePoint } from './code-points.js';
import { editDistance } from './nearest.js';

/** How alike two names must be: less are as alike as any two of one field. */
const LEAST = 0.5;

/**
 * Finds names that may mean the same as another one, the most alike first, whether a few letters differ, one is part of the
 * other, or the same letters stand in another order (衔接乡村振兴, 乡村振兴衔接).
 */
export function findNearNames(name: string, known: readonly string[], most: number): string[] {
  return [...new Set(known)]
    .filter((one) => one !== name)
    .map((one) => ({ one, likeness: likenessOf(name, one) }))
    .filter(({ likeness }) => likeness > LEAST)
    .sort((a, b) => b.likeness - a.likeness || compareByCodePoint(a.one, b.one))
    .slice(0, most)
    .map(({ one }) => one);
}

/** How alike two names are, from 0 to 1: by the letters that must be changed, by those they share, or as a part of the other. */
function likenessOf(name: string, other: string): number {
  const [one, two] = [lettersOf(name), lettersOf(other)];
  if (one.length < 2 || two.length < 2) return 0;
  const shared = countShared(one, two);
  const isPart = one.join('').includes(two.join('')) || two.join('').includes(one.join(''));
  const unchanged = 1 - editDistance(one, two) / Math.max(one.length, two.length);
  // Of the letters of both that are shared (Dice 1945), whatever their order; two letters are soon shared by chance.
  const dice = shared > 2 ? (2 * shared) / (one.length + two.length) - ORDER : 0;
  return Math.max(unchanged, dice, isPart ? PART : 0);
}

/** What letters in another order, and a part of a name, count: less than a letter that differs in a long name. */
const ORDER = 0.15;
const PART = 0.6;

const lettersOf = (name: string) => [...name.toLowerCase().replaceAll(/\s/g, '')];

function countShared(one: readonly string[], other: readonly string[]): number {
  const left = [...other];
  return one.filter((letter) => {
    const at = left.indexOf(letter);
    if (at >= 0) left.splice(at, 1);
    return at >= 0;
  }).length;
}
