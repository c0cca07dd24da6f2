import { expect, it } from 'vitest';
import { jsonPieces } from '../../src/cli/io.js';

it.each([0, 1, 1000, 1001, 2500])(
  'a list of %i elements is one JSON list, however many pieces it comes in',
  (length) => {
    const list = Array.from({ length }, (_, n) => ({ id: `案例${n}`, parts: [n, null] }));
    expect([...jsonPieces(list)].join('')).toBe(`${JSON.stringify(list)}\n`);
  },
);
