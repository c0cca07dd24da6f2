import fc from 'fast-check';
import { expect, it } from 'vitest';
import { z } from 'zod';
import { readCsv } from '../../src/formats/csv.js';
import { readJsonl } from '../../src/formats/jsonl.js';
import { readYaml } from '../../src/formats/yaml.js';
import { en } from '../../src/messages/en.js';
import { sayProblem } from '../../src/messages/messages.js';
import { zh } from '../../src/messages/zh.js';
import { codebookSchema } from '../../src/model/codebook.js';
import type { Problem } from '../../src/model/problem.js';
import { publishedStudySchema } from '../../src/model/published-study.js';
import { screeningRulesSchema } from '../../src/model/screening-rules.js';
import { problemOf } from '../formats/user-problem.js';

/** English words that are names (of fields, formats, values) are quoted from the file or the schema itself. */
const NAMES = /"[^"]*"|“[^”]*”|JSON|YAML|CSV|true|false|[a-z_]+(?:, [a-z_]+)*$/g;

it.each<[string, () => unknown]>([
  ['a missing field of a codebook', () => readYaml('id: a\n', 'b.yaml', codebookSchema, 'code/bad-codebook')],
  ['a field of another type', () => readYaml('id: [a]\n', 'b.yaml', codebookSchema, 'code/bad-codebook')],
  [
    'a field that is not known',
    () => readYaml('dropp: [a]\n', 'r.yaml', screeningRulesSchema, 'screen/bad-rules'),
  ],
  [
    'a kind that is not known',
    () =>
      readYaml(
        'title: a\nsource: b\nclaims: [{ kind: guess }]\n',
        'c.yaml',
        publishedStudySchema,
        'assess/bad-claims',
      ),
  ],
  ['YAML that is not indented', () => readYaml('a:\n\tb: 1\n', 'b.yaml', z.any(), 'code/bad-codebook')],
  ['YAML with an open quote', () => readYaml('a: "b\n', 'b.yaml', z.any(), 'code/bad-codebook')],
  ['YAML with a doubled key', () => readYaml('a: 1\na: 2\n', 'b.yaml', z.any(), 'code/bad-codebook')],
  ['JSON that breaks off', () => readJsonl('{"a":', 'a.jsonl')],
  ['CSV with an open quote', () => readCsv('a,b\n1,"2\n', 'a.csv')],
  ['CSV with too many cells', () => readCsv('a,b\n1,2,3\n', 'a.csv')],
])('says %s in Chinese without the English of a library, and in English without Chinese', (_, read) => {
  const { code, params } = problemOf(read);
  const { problem } = params as { problem: Problem };
  expect(sayProblem(zh.problems, problem).replaceAll(NAMES, '')).not.toMatch(/[A-Za-z]{3}/);
  expect(sayProblem(en.problems, problem)).not.toMatch(/\p{Script=Han}/u);
  const whole = (zh.errors as Record<string, (given: object) => string>)[code]?.(params) ?? '';
  expect(whole).toContain(sayProblem(zh.problems, problem));
});

it('has a sentence for whatever a schema refuses', () => {
  const schemas = [codebookSchema, screeningRulesSchema, publishedStudySchema];
  fc.assert(
    fc.property(fc.constantFrom(...schemas), fc.object({ maxDepth: 3 }), (schema, value) => {
      const found = problemOf(() => readYaml(JSON.stringify(value), 'x.yaml', schema, 'code/bad-codebook'));
      const { problem } = found.params as { problem: Problem };
      for (const messages of [zh, en]) {
        expect(sayProblem(messages.problems, problem)).not.toMatch(/undefined|\[object|^$/);
      }
    }),
  );
});
