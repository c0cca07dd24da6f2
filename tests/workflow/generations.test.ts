import { it } from 'vitest';
import { checkBatches } from './random-batches.js';

it('groups with new cases rank as if all had been mined at once, and the others as before, for any split', async () => {
  await checkBatches(3);
}, 300_000);
