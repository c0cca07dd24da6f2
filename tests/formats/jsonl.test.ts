import { describe, expect, it } from 'vitest';
import { readJsonl, writeJsonl } from '../../src/formats/jsonl.js';
import { problemOf } from './user-problem.js';

describe('jsonl', () => {
  it('numbers its lines, blank ones counted', () => {
    expect(readJsonl('{"a":1}\r\n\n[2]', 'a.jsonl')).toEqual([
      { line: 1, value: { a: 1 } },
      { line: 3, value: [2] },
    ]);
  });

  it('names the line that is no JSON', () => {
    expect(problemOf(() => readJsonl('{}\n{"a":', 'a.jsonl'))).toMatchObject({
      code: 'import/bad-record',
      params: { path: 'a.jsonl', line: 2 },
    });
  });

  it('is read back as it was written', () => {
    const values = [{ id: '江西', text: '一\n二\u2028三' }, null, '😀'];
    expect(readJsonl(writeJsonl(values), 'a.jsonl').map(({ value }) => value)).toEqual(values);
  });
});
