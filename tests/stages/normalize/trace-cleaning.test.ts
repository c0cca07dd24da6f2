import { expect, it } from 'vitest';
import { traceCleaning } from '../../../src/stages/normalize/trace-cleaning.js';

it('the changes of a text full of them are listed in about the time that cleaning takes', () => {
  const text = '　合作社分红２万元，𠮷祥村修了路。\n'.repeat(12_000);
  const started = performance.now();
  const changes = traceCleaning(text);
  expect(changes.length).toBeGreaterThan(20_000);
  expect(changes.filter(({ before }) => before === '２')).toHaveLength(12_000);
  expect(performance.now() - started).toBeLessThan(8_000);
});
