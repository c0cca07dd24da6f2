import { it } from 'vitest';
import { checkBatches } from '../workflow/random-batches.js';

it('groups with new cases rank as if all had been mined at once, for many splits', async () => {
  await checkBatches(60);
}, 3_600_000);
