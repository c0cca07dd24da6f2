import type { Fragment } from './fragment.js';
import { rowsOf } from './rows.js';

const NUMBER = /^\d{1,4}$/;
/** So many numbers in the margin show that lines are counted, where each line has its own so many. */
const FEWEST = 3;
const FEWEST_OF_EACH = 12;
/** This share of the numbers is as many lines from the next as it counts. */
const COUNTED = 0.8;

/** The fragments of a page without the numbers of lines in its left margin: each counts the lines from the one before it. */
export function withoutLineNumbers(fragments: readonly Fragment[]): readonly Fragment[] {
  const edge = Math.min(...fragments.filter(({ text }) => !NUMBER.test(text)).map(({ left }) => left));
  const numbers = new Set(
    fragments.filter(({ text, right, cell }) => NUMBER.test(text) && right < edge && cell === undefined),
  );
  if (numbers.size < FEWEST || numbers.size === fragments.length) return fragments;
  const counted = rowsOf(fragments).flatMap((row, at) => {
    const number = row.fragments.find((fragment) => numbers.has(fragment));
    return number === undefined ? [] : [{ row: at, value: Number(number.text) }];
  });
  const steps = counted.slice(1).map(({ value, row }, at) => {
    const before = counted[at] as (typeof counted)[number];
    return { step: value - before.value, isCounted: value - before.value === row - before.row };
  });
  const isOfEach = steps.some(({ step }) => step === 1);
  const isEnough = counted.length >= (isOfEach ? FEWEST_OF_EACH : FEWEST);
  const right = steps.filter(({ step, isCounted }) => isCounted && step === steps[0]?.step).length;
  const isProse = !isOfEach || areLinesOfProse(fragments.filter((one) => !numbers.has(one)));
  return isEnough && isProse && right >= COUNTED * steps.length
    ? fragments.filter((one) => !numbers.has(one))
    : fragments;
}

/** Whether most lines are one piece and as long as the longest: rows of a table and items of a numbered list are not. */
function areLinesOfProse(fragments: readonly Fragment[]): boolean {
  const rows = rowsOf(fragments).map((row) => row.fragments);
  const edge = Math.max(...fragments.map(({ right }) => right));
  const full = rows.filter(
    ([one, ...others]) => others.length === 0 && one && one.right > edge - 2 * one.size,
  );
  return full.length * 2 > rows.length;
}
