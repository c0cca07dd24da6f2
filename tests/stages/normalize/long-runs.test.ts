import { expect, it } from 'vitest';
import { normalizeText } from '../../../src/stages/normalize/normalize-text.js';
import { recogniseRegions } from '../../../src/stages/normalize/regions/recognise-regions.js';

// Each took minutes to hours while the time grew with the square or cube of the length.
it.each(['.', '…', '·', '-', '_', '!', ';', '. '])(
  'a line of 50,000 times "%s" is cleaned at once',
  (sign) => {
    const normalized = normalizeText(`# ${sign.repeat(50_000)}\n\n村里办起车间。\n`);
    expect(normalized.text).toContain('村里办起车间。');
    expect(recogniseRegions(normalized).length).toBeLessThan(3);
  },
);
