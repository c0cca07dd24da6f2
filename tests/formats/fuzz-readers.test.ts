import { describe, expect, it } from 'vitest';
import { harmOf, READERS } from './fuzzed-readers.js';

const FILES = 200;

describe('readers of files as they come', () => {
  it.each(READERS)(`give text or a UserError, ${FILES} times: $name`, async (reader) => {
    expect(await harmOf(reader, FILES)).toBeNull();
  });
});
