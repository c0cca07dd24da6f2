import { describe, it } from 'vitest';
import { fuzzReader, READERS } from './document-readers.js';

describe('readers of files as they come', () => {
  it.each(READERS)('give text or a UserError: $name', (reader) => fuzzReader(reader, 200));
});
