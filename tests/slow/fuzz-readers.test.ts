import { describe, expect, it } from 'vitest';
import { harmOf, READERS } from '../formats/fuzzed-readers.js';

const FILES = 2_000;

describe('readers of files as they come', () => {
  it.each(READERS)(`give text or a UserError, ${FILES} times: $name`, async (reader) => {
    expect(await harmOf(reader, FILES)).toBeNull();
  });
});
