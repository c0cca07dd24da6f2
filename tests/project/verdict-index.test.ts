import fc from 'fast-check';
import { expect, it } from 'vitest';
import type { Aspect, DecidedWord, Verdict } from '../../src/model/decisions/verdict.js';
import type { SettledChange } from '../../src/project/settle-questions.js';
import { indexVerdicts, takeBackChanges, type VerdictIndex } from '../../src/project/verdict-index.js';
import {
  compareQuestions,
  keyOfQuestion,
  mentionTest,
  type Question,
  wasFound,
} from '../../src/project/verdict-question.js';
import { putVerdict } from '../../src/store/verdict-table.js';
import { temporaryStore } from '../store/sample-project.js';

const GROUPS = ['*', '甲', '乙'];
const WORDS = ['产业', '就业', '旅游'];
const ASPECTS: readonly Aspect[] = ['screening', 'mapping', 'code'];

const questions: fc.Arbitrary<Question> = fc
  .record({
    group: fc.constantFrom(...GROUPS),
    word: fc.constantFrom(...WORDS),
    aspect: fc.constantFrom(...ASPECTS),
  })
  .map((one) => (one.aspect === 'code' ? { ...one, group: '*' } : one));

const verdicts: fc.Arbitrary<Verdict> = fc
  .record({
    kind: fc.constantFrom('keep', 'drop', 'add', 'fold', 'merge'),
    into: fc.option(fc.constantFrom(...WORDS), { nil: undefined }),
    quote: fc.option(fc.constant('产业旅游'), { nil: undefined }),
    added: fc.option(fc.constant(true as const), { nil: undefined }),
    decisionId: fc.integer({ min: 0, max: 9 }).map(String),
  })
  .map((one) => JSON.parse(JSON.stringify({ ...one, coder: '甲', reason: '' })) as Verdict);

const steps = fc.array(
  fc.record({
    question: questions,
    after: fc.option(verdicts),
    isWrittenBefore: fc.boolean(),
    isTakenBack: fc.boolean(),
    isAsked: fc.boolean(),
  }),
  { maxLength: 12 },
);

it('verdicts that are looked up say what all of them say, whether changes are in the project already or not', () => {
  const store = temporaryStore();
  fc.assert(
    fc.property(fc.array(fc.tuple(questions, verdicts), { maxLength: 8 }), steps, (stored, changes) => {
      store.run('DELETE FROM verdict');
      const inForce = new Map<string, DecidedWord>();
      const put = (question: Question, verdict: Verdict | null) => {
        if (verdict) inForce.set(keyOfQuestion(question), { ...question, verdict });
        else inForce.delete(keyOfQuestion(question));
      };
      for (const [question, verdict] of stored) {
        put(question, verdict);
        putVerdict(store, question, verdict);
      }
      const index = indexVerdicts(store);
      for (const { question, after, isWrittenBefore, isTakenBack, isAsked } of changes) {
        const before = inForce.get(keyOfQuestion(question))?.verdict ?? null;
        const change: SettledChange = { ...question, before, after };
        if (isWrittenBefore) putVerdict(store, question, after);
        index.change(change);
        if (isTakenBack) {
          takeBackChanges(index, [change]);
          putVerdict(store, question, before);
        } else {
          putVerdict(store, question, after);
          put(question, after);
        }
        if (isAsked) expect(answersOf(index)).toEqual(answersFrom([...inForce.values()]));
      }
      expect(answersOf(index)).toEqual(answersFrom([...inForce.values()]));
    }),
    { numRuns: 200 },
  );
});

function answersOf(index: VerdictIndex) {
  return {
    found: GROUPS.map((group) => [...index.found(group)].sort()),
    mentioned: everywhere((group, word) => index.mentionedIn(group)(word)),
    said: everywhere((group, word) => ASPECTS.map((aspect) => index.find(group, word, aspect))),
    naming: WORDS.map((word) => [...index.naming(word)].sort(compareQuestions)),
    quoting: index.quoting(),
    onCodes: index.onCodes(),
  };
}

function answersFrom(all: readonly DecidedWord[]): ReturnType<typeof answersOf> {
  const inOrder = [...all].sort(compareQuestions);
  const isAbout = (one: DecidedWord, word: string) => one.word === word || one.verdict.into === word;
  const screening = all.filter(({ aspect }) => aspect === 'screening');
  return {
    found: GROUPS.map((group) =>
      screening.flatMap((one) => (one.group === group && wasFound(one.verdict) ? [one.word] : [])).sort(),
    ),
    mentioned: everywhere(mentionTest(all)),
    said: everywhere((group, word) =>
      ASPECTS.map((aspect) =>
        all.find((one) => keyOfQuestion(one) === keyOfQuestion({ group, word, aspect })),
      ),
    ),
    naming: WORDS.map((word) => inOrder.filter((one) => isAbout(one, word))),
    quoting: inOrder.filter(({ verdict: { quote } }) => quote),
    onCodes: inOrder.filter(({ group, aspect }) => group === '*' && aspect !== 'screening'),
  };
}

function everywhere<T>(ask: (group: string, word: string) => T): T[] {
  return GROUPS.flatMap((group) => WORDS.map((word) => ask(group, word)));
}
