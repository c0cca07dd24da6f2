import { expect, it } from 'vitest';
import { checkHistories } from './random-history.js';

it('a history of decisions, imports and minings leaves what screening and coding all of it again does', {
  timeout: 300_000,
}, async () => {
  expect(await checkHistories({ numRuns: 12, seed: 2 })).toBeGreaterThan(10);
});
