import fc from 'fast-check';
import { expect, it } from 'vitest';
import { frameworkOf } from '../../../src/model/framework.js';
import { changeCoder } from '../../../src/stages/code/code-again.js';
import { passageCoder } from '../../../src/stages/code/code-passages.js';
import { passagesOf } from '../../../src/stages/code/passages.js';
import { code, codebook } from '../village-codebook.js';
import { codedText } from './coded-text.js';

const WORDS = ['产业', '产业园', '扶贫产业', '园区', '车间', '扶贫车间', '贫车'];
const RULES = [
  [],
  [{ all: ['农户', '园'], within: 10 }],
  [{ any: ['车'], not: ['农户'], within: 10, polarity: 'contradicts' as const }],
];
const CODES = ['甲类', '乙类', '丙类'];

/** Whose each word is and whether it is weak, and the rules of each code. */
const books = fc.record({
  owners: fc.array(fc.tuple(fc.nat(3), fc.boolean()), {
    minLength: WORDS.length,
    maxLength: WORDS.length,
  }),
  rules: fc.tuple(...CODES.map(() => fc.constantFrom(...RULES))),
  context: fc.constantFrom([], ['农户']),
});

const frameworkFrom = ({ owners, rules, context }: typeof books extends fc.Arbitrary<infer T> ? T : never) =>
  frameworkOf({
    ...codebook(
      ['theme'],
      CODES.map((label, at) => {
        const own = WORDS.filter((_, word) => owners[word]?.[0] === at);
        const weak = own.filter((word) => owners[WORDS.indexOf(word)]?.[1]);
        return { ...code(`c${at}`, label, 'theme', null), terms: own, weak, rules: rules[at] };
      }),
    ),
    context,
  });

const texts = fc
  .array(fc.constantFrom(...WORDS, '扶贫', '园', '农户', '没有', '，', '。', '\n'), { maxLength: 40 })
  .map((parts) => parts.join(''));

it('what another state of a codebook changes in a text is what coding all of it again finds, and all else stands', () => {
  fc.assert(
    fc.property(books, books, texts, (was, is, text) => {
      const [before, after] = [frameworkFrom(was), frameworkFrom({ ...is, context: was.context })];
      const coded = codedText(text);
      const again = changeCoder(before, after)(coded, passagesOf(coded));
      const isAgain = ({ codeId }: { readonly codeId: string }) => again.codeIds.has(codeId);
      const [old, now] = [passageCoder(before)(coded), passageCoder(after)(coded)];
      const [stood, stands] = [old, now].map(({ assignments, tokens }) => ({
        assignments: assignments.filter((one) => !isAgain(one)),
        tokens: new Set(tokens.filter((one) => !isAgain(one))),
      }));
      expect(again.assignments).toEqual(now.assignments.filter(isAgain));
      expect(new Set(again.tokens)).toEqual(new Set(now.tokens.filter(isAgain)));
      expect(stands).toEqual(stood);
    }),
    { numRuns: 150 },
  );
});
