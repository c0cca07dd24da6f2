import fc from 'fast-check';
import { it } from 'vitest';
import { FIRST_WITHOUT_TERM, ranksAsIfMinedAtOnce } from './random-batches.js';

it('groups with new cases rank as if all had been mined at once, and the others as before, for any split', async () => {
  // To look for a smaller example takes longer than a test may; an example that takes too long is told.
  const options = { numRuns: 3, examples: FIRST_WITHOUT_TERM, endOnFailure: true, timeout: 100_000 };
  await fc.assert(ranksAsIfMinedAtOnce, options);
}, 300_000);
