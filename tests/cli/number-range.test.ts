import { expect, it } from 'vitest';
import { numbersIn } from '../../src/cli/number-range.js';

it.each([
  ['2..6', [2, 3, 4, 5, 6]],
  ['２．．４', [2, 3, 4]],
  ['2…4', [2, 3, 4]],
  ['2……4', [2, 3, 4]],
  ['2-4', [2, 3, 4]],
  ['2 ～ 4', [2, 3, 4]],
  ['2至4', [2, 3, 4]],
  ['3，5、9', [3, 5, 9]],
  ['4', [4]],
])('%s are numbers', (given, numbers) => {
  expect(numbersIn(given)).toEqual(numbers);
});

it.each(['', 'a', '0..3', '6..2', '2..1000000', '2..', '1.5', '-3', '3,,5'])('%j is not a range', (given) => {
  expect(() => numbersIn(given)).toThrow(
    expect.objectContaining({ code: 'sensitivity/bad-range', params: { given } }),
  );
});
