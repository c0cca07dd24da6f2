import { expect, it } from 'vitest';
import { facetsOf, readFilters } from '../../src/project/case-facets.js';

const cases = Array.from({ length: 15 }, (_, at) => new Map([['县', [`县${at}`]]]));

it('a facet of many values gives the first of them and those that are chosen, and all when it is opened', () => {
  const none = readFilters([]);
  const [first] = facetsOf(cases, none);
  expect([first?.values.length, first?.more]).toEqual([12, 3]);
  const [chosen] = facetsOf(cases, readFilters(['县=县9']));
  expect(chosen?.values.map(({ value }) => value)).toContain('县9');
  const [opened] = facetsOf(cases, none, ['县']);
  expect([opened?.values.length, opened?.more]).toEqual([15, 0]);
  expect(facetsOf(cases, none, ['另一个'])).toEqual([first]);
});
