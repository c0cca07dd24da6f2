import { it } from 'vitest';
import { checkBatches } from '../workflow/random-batches.js';

it('groups with new cases rank as if all had been mined at once, for many splits', async () => {
  await checkBatches(20);
}, 1_800_000);
