import { expect, it } from 'vitest';
import { frameworkOf } from '../../src/model/framework.js';
import { ONE_LEVEL, TWO_LEVELS, VILLAGE } from '../stages/village-codebook.js';

it('knows every code’s way up to the top level', () => {
  const { paths } = frameworkOf(VILLAGE);
  expect(paths.get('park')?.map(({ id }) => id)).toEqual(['industry', 'carriers', 'park']);
  expect(paths.get('industry')?.map(({ id }) => id)).toEqual(['industry']);
});

it('finds the top and the open codes of frameworks of any depth, in the codebook’s order', () => {
  const ids = (codes: readonly { id: string }[]) => codes.map(({ id }) => id);
  expect(ids(frameworkOf(VILLAGE).top)).toEqual(['safeguards', 'industry']);
  expect(ids(frameworkOf(TWO_LEVELS).top)).toEqual(['prosperity', 'order']);
  expect(ids(frameworkOf(TWO_LEVELS).open)).toEqual(['park', 'grid']);
  const flat = frameworkOf(ONE_LEVEL);
  expect(ids(flat.top)).toEqual(ids(flat.open));
});

it('finds the code that a label or a term stands for', () => {
  const { termOwners } = frameworkOf(VILLAGE);
  expect(termOwners.get('扶贫产业园')?.id).toBe('park');
  expect(termOwners.get('监测')?.id).toBe('monitoring');
});
