import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { readYaml } from '../../src/formats/yaml.js';
import { problemOf } from './user-problem.js';

const schema = z
  .object({ codes: z.array(z.object({ id: z.string(), terms: z.array(z.string()).default([]) }).strict()) })
  .strict();
const read = (text: string) => readYaml(text, 'codebooks/x.yaml', schema, 'code/bad-codebook');
const problem = (text: string) => problemOf(() => read(text));

describe('readYaml', () => {
  it('gives what the schema makes of the file', () => {
    expect(read('codes:\n  - id: a # 注\n  - { id: b, terms: [扶贫车间] }\n')).toEqual({
      codes: [
        { id: 'a', terms: [] },
        { id: 'b', terms: ['扶贫车间'] },
      ],
    });
  });

  it('names line and place of a wrong value', () => {
    expect(problem('codes:\n  - id: a\n  - id: 1e3\n')).toMatchObject({
      code: 'code/bad-codebook',
      params: { path: 'codebooks/x.yaml:3', place: 'codes[1].id' },
    });
  });

  it('names the entry that lacks something or has too much', () => {
    expect(problem('codes:\n  - id: a\n\n  - terms: [x]\n').params).toMatchObject({
      path: 'codebooks/x.yaml:4',
      place: 'codes[1].id',
    });
    expect(problem('codes: []\nlevels: 3\n').params).toMatchObject({ place: '' });
  });

  it('names the line of malformed YAML', () => {
    expect(problem('codes:\n  - id: "a\n').params).toMatchObject({
      path: expect.stringMatching(/x\.yaml:\d+$/),
    });
    expect(problem('codes: []\ncodes: []\n').params).toMatchObject({ path: 'codebooks/x.yaml:2' });
  });

  it('refuses a document whose aliases multiply', () => {
    const bomb = ['a0: &a0 [x, x, x, x, x, x, x, x, x, x]'];
    for (let n = 1; n < 8; n += 1)
      bomb.push(
        `a${n}: &a${n} [${Array(10)
          .fill(`*a${n - 1}`)
          .join(', ')}]`,
      );
    expect(problem(bomb.join('\n')).code).toBe('code/bad-codebook');
  });
});
