import { describe, it } from 'vitest';
import { fuzzReader, READERS } from '../formats/document-readers.js';

describe('readers of files as they come', () => {
  it.each(READERS)('give text or a UserError, 2,000 times: $name', (reader) => fuzzReader(reader, 2000));
});
