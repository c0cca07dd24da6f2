import fc from 'fast-check';
import { it } from 'vitest';
import { FIRST_WITHOUT_TERM, ranksAsIfMinedAtOnce } from '../workflow/random-batches.js';

it('groups with new cases rank as if all had been mined at once, for many splits', async () => {
  const options = { numRuns: 20, examples: FIRST_WITHOUT_TERM, endOnFailure: true, timeout: 100_000 };
  await fc.assert(ranksAsIfMinedAtOnce, options);
}, 1_800_000);
