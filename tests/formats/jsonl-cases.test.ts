import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isDeeperThan, parseExactJson } from '../../src/formats/exact-json.js';
import { streamJsonlCases } from '../../src/formats/jsonl-cases.js';
import { DEFAULT_LIMITS } from '../../src/formats/limits.js';
import { rejectionOf } from './rejection.js';

async function read(...lines: string[]) {
  const chunks = (async function* () {
    yield Buffer.from(lines.join('\n'));
  })();
  const records = [];
  for await (const record of streamJsonlCases('案例.jsonl', chunks, DEFAULT_LIMITS)) records.push(record);
  return records;
}

describe('streamJsonlCases', () => {
  it('keeps ids and attributes to the last digit', async () => {
    const [first, second] = await read(
      '{"id":420106198001011234,"text":"甲","编码":1234567890123456789,"率":0.12345678901234567}',
      '{"id":420106198001011235,"text":"乙","编码":[1234567890123456780,1.5],"年":2020}',
    );
    expect(first).toMatchObject({
      id: '420106198001011234',
      attributes: { 编码: '1234567890123456789', 率: '0.12345678901234567' },
    });
    expect(second).toMatchObject({
      id: '420106198001011235',
      attributes: { 编码: '["1234567890123456780",1.5]', 年: '2020' },
    });
  });

  it('takes names that objects have by themselves', async () => {
    const [record] = await read('{"text":"甲","constructor":"v","toString":"w"}');
    expect(record?.attributes).toEqual({ constructor: 'v', toString: 'w' });
  });

  it.each([
    ['an id', '{"id":"a\\ud800","text":"甲"}', 'id'],
    ['a title', '{"title":"a\\ud800","text":"甲"}', 'title'],
    ['an attribute', '{"text":"甲","省":"\\udc00"}', '省'],
    ['the name of an attribute', '{"text":"甲","\\udc00":"省"}', '\udc00'],
  ])('refuses half a character in %s', async (_, line, place) => {
    expect(await rejectionOf(read('{"text":"甲"}', line))).toMatchObject({
      code: 'import/bad-record',
      params: { line: 2, place, problem: { kind: 'half-surrogate' } },
    });
  });

  it('refuses an attribute that is nested too deep', async () => {
    const deep = `${'['.repeat(20_000)}1${']'.repeat(20_000)}`;
    expect(await rejectionOf(read(`{"text":"甲","a":${deep}}`))).toMatchObject({
      params: { place: 'a', problem: { kind: 'too-deep', most: 100 } },
    });
  });
});

describe('parseExactJson', () => {
  it('reads what JSON.parse reads, but for numbers that a double does not keep', () => {
    fc.assert(
      fc.property(fc.jsonValue(), fc.boolean(), (value, isSpaced) => {
        const json = JSON.stringify(value, null, isSpaced ? 2 : 0);
        const numbers = (one: unknown): unknown => {
          if (typeof one === 'string') return one;
          if (typeof one === 'number') {
            const written = JSON.stringify(one);
            return written.replaceAll(/[eE].*|\D/g, '').length > 15 ? written : one;
          }
          if (Array.isArray(one)) return one.map(numbers);
          if (typeof one !== 'object' || one === null) return one;
          return Object.fromEntries(Object.entries(one).map(([name, inner]) => [name, numbers(inner)]));
        };
        expect(parseExactJson(json)).toEqual(numbers(JSON.parse(json)));
      }),
    );
  });

  it('leaves digits in strings and names alone', () => {
    const json = '{"1234567890123456789":"9876543210987654321 \\" 1234567890123456789"}';
    expect(parseExactJson(json)).toEqual(JSON.parse(json));
  });
});

it('depth is counted without recursion', () => {
  expect(isDeeperThan(2, [[1]])).toBe(false);
  expect(isDeeperThan(1, [[1]])).toBe(true);
});
