import { afterEach, expect, it } from 'vitest';
import { inSpark } from '../../src/workflow/in-spark.js';

const { platform } = process;
afterEach(() => {
  Object.defineProperty(process, 'platform', { value: platform });
});

it('Spark is refused on Windows before anything is looked for or written', async () => {
  Object.defineProperty(process, 'platform', { value: 'win32' });
  const options = { command: 'discover', flags: [], paths: ['cases'], master: 'local' } as const;
  const listener = { progress: async () => {}, onWaiting: () => {}, onNotes: () => {}, onMade: () => {} };
  await expect(inSpark(options, listener, async () => {})).rejects.toMatchObject({
    code: 'spark/on-windows',
  });
});
