import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { CodedPassage } from '../../../src/model/coded-passage.js';
import type { PassageJudgement } from '../../../src/model/decisions/passage-verdict.js';
import type { Span } from '../../../src/model/span.js';
import { settlePassages } from '../../../src/stages/settle/settle-passages.js';
import { type JudgedPassages, settleSentences } from '../../../src/stages/settle/settle-sentences.js';
import { listSentences, type SentenceList } from '../../../src/text/sentence-list.js';

// Five sentences of four characters each.
const TEXT = '甲乙丙。丁戊己。庚辛壬。子丑寅。卯辰巳。';
const LENGTH = 4;
const SENTENCES: SentenceList = listSentences({
  text: TEXT,
  origins: [{ start: 0, length: TEXT.length, origin: 0, width: null }],
});
const CASE = { caseId: '村', version: 'v' };
const sentence = (index: number): Span => ({ start: index * LENGTH, end: (index + 1) * LENGTH });

let decisions = 0;
function said(
  coder: string,
  says: PassageJudgement['verdict']['says'],
  span: Span,
  { time = '1', codeId = 'jobs' } = {},
): PassageJudgement {
  decisions += 1;
  const quote = TEXT.slice(span.start, span.end);
  return {
    ...CASE,
    codebookId: 'book',
    codeId,
    polarity: 'supports',
    ...span,
    time,
    verdict: {
      says,
      label: codeId,
      quote,
      cleanQuote: quote,
      isInVivo: false,
      decisionId: String(decisions).padStart(4, '0'),
      coder,
      reason: '',
    },
  };
}

function proposed(span: Span, origin: CodedPassage['origin'] = 'rule'): CodedPassage {
  const quote = TEXT.slice(span.start, span.end);
  return {
    ...CASE,
    codebookId: 'book',
    codeId: 'jobs',
    polarity: 'supports',
    ...span,
    keywords: ['词'],
    rules: [],
    quote,
    cleanQuote: quote,
    origin,
    coder: 'zhagen',
    status: 'proposed',
    decisionId: null,
  };
}

function settle(
  judgements: readonly PassageJudgement[],
  { done = [], adjudicated = [], leadCoder, proposals = [] }: Partial<Given> = {},
) {
  const asked: JudgedPassages = {
    judgements,
    done: done.map((coder) => ({ ...CASE, coder })),
    adjudicated,
    leadCoder,
    sentencesOf: () => SENTENCES,
  };
  const sentences = settleSentences(asked);
  const read = (_: unknown, { start, end }: Span) => {
    const quote = TEXT.slice(start, end);
    return { quote, cleanQuote: quote };
  };
  return { sentences, assignments: settlePassages(proposals, sentences, read) };
}

interface Given {
  readonly done: readonly string[];
  readonly adjudicated: JudgedPassages['adjudicated'];
  readonly leadCoder: string | undefined;
  readonly proposals: readonly CodedPassage[];
}

const inShort = (assignments: readonly CodedPassage[]) =>
  assignments
    .filter(({ status }) => status !== 'rejected')
    .map(({ coder, quote, status }) => `${coder} ${quote} ${status}`)
    .sort();

describe('a sentence and a code', () => {
  it('has the passages of one coder alone as they coded them', () => {
    const part = { start: 1, end: 3 };
    const { assignments } = settle([said('左', 'code', part), said('左', 'code', sentence(3))]);
    expect(inShort(assignments)).toEqual(['左 乙丙 confirmed', '左 子丑寅。 confirmed']);
  });

  it('is settled as the first said where coders differ about different stretches of it, which is contested', () => {
    const proposal = proposed(sentence(0));
    const { sentences, assignments } = settle(
      [
        said('左', 'reject', sentence(0), { time: '2' }),
        said('李', 'code', { start: 0, end: 2 }, { time: '1' }),
      ],
      { proposals: [proposal] },
    );
    expect(sentences).toMatchObject([{ isContested: true, inForce: { coder: '李' } }]);
    expect(inShort(assignments)).toEqual(['李 甲乙 confirmed']);
  });

  it('is uncoded by the silence of a coder who is done, where the lead coder is', () => {
    const judgements = [said('左', 'code', sentence(1))];
    expect(settle(judgements).sentences).toMatchObject([{ isContested: false }]);
    const { sentences, assignments } = settle(judgements, { done: ['李'] });
    expect(sentences).toMatchObject([{ isContested: true, inForce: { coder: '左', isCoded: true } }]);
    expect(inShort(assignments)).toEqual(['左 丁戊己。 confirmed']);
    const led = settle(judgements, { done: ['李'], leadCoder: '李' });
    expect(led.sentences).toMatchObject([{ isContested: false, inForce: { coder: '李', isCoded: false } }]);
    expect(inShort(led.assignments)).toEqual([]);
  });

  it('that the program proposed stays proposed when coders are done and none judged it', () => {
    const proposals = [proposed(sentence(2))];
    const judgements = [said('左', 'code', sentence(0))];
    const { assignments } = settle(judgements, { done: ['左', '李'], leadCoder: '李', proposals });
    expect(assignments).toContainEqual(proposals[0]);
  });

  it('is not contested by silence where others only rejected it', () => {
    const { sentences } = settle([said('左', 'reject', sentence(0))], { done: ['李'] });
    expect(sentences).toMatchObject([{ isContested: false, inForce: { isCoded: false } }]);
  });

  it('counts once where people coded a part of the sentence that the program proposed', () => {
    const proposals = [proposed(sentence(0)), proposed(sentence(0), 'keyword')];
    const { assignments } = settle([said('左', 'code', { start: 1, end: 3 })], { proposals });
    expect(inShort(assignments)).toEqual(['zhagen 甲乙丙。 proposed', '左 乙丙 confirmed']);
    expect(assignments.filter(({ origin }) => origin === 'rule')).toMatchObject([{ status: 'rejected' }]);
  });

  it('is settled as adjudicated, until one of the decisions that were settled is another', () => {
    const judgements = [said('左', 'code', sentence(0)), said('李', 'reject', sentence(0))];
    const settles = judgements.map(({ verdict }) => verdict.decisionId).sort();
    const adjudicated = [{ settles, verdictOf: '李' }];
    const { sentences } = settle(judgements, { adjudicated, leadCoder: '左' });
    expect(sentences).toMatchObject([{ isContested: false, inForce: { coder: '李', isCoded: false } }]);
    const [first, again] = [judgements[0] as PassageJudgement, said('李', 'reject', sentence(0))];
    expect(settle([first, again], { adjudicated }).sentences).toMatchObject([
      { isContested: true, inForce: { coder: '左' } },
    ]);
  });

  it('names all coders of the passage that stands', () => {
    const { assignments } = settle([
      said('左', 'code', sentence(0)),
      said('李', 'confirm', sentence(0)),
      said('王', 'code', { start: 0, end: 1 }),
    ]);
    expect(inShort(assignments)).toEqual(['左 甲乙丙。 confirmed', '李 甲乙丙。 confirmed']);
  });

  it('keeps its coding where the next sentence of the same passage is settled otherwise', () => {
    const { assignments } = settle([
      said('李', 'reject', sentence(1), { time: '1' }),
      said('左', 'code', { start: 2, end: 11 }, { time: '2' }),
    ]);
    expect(inShort(assignments)).toEqual(['左 丙。 confirmed', '左 庚辛壬 confirmed']);
  });
});

const coder = fc.constantFrom('左', '李', '王');
const judgement = fc
  .record({
    coder,
    says: fc.constantFrom('code' as const, 'confirm' as const, 'reject' as const),
    start: fc.nat(TEXT.length - 1),
    length: fc.integer({ min: 1, max: 9 }),
    time: fc.constantFrom('1', '2', '3'),
    codeId: fc.constantFrom('jobs', 'trade'),
  })
  .map(({ coder, says, start, length, ...rest }) =>
    said(coder, says, { start, end: Math.min(TEXT.length, start + length) }, rest),
  );
// A coder judges a passage of a code once.
const judgements = fc.uniqueArray(judgement, {
  maxLength: 12,
  selector: ({ codeId, start, end, verdict }) => `${codeId} ${start} ${end} ${verdict.coder}`,
});
const proposals = fc.subarray([0, 1, 2, 3, 4]).map((of) => of.map((index) => proposed(sentence(index))));
const leadCoder = fc.option(coder, { nil: undefined });
const given = fc.record({
  done: fc.uniqueArray(coder),
  leadCoder,
  proposals,
  adjudicated: fc.constant([]),
});
const touches = (one: Span, other: Span) => one.start < other.end && other.start < one.end;

describe('settled passages, of any judgements,', () => {
  it('do not depend on the order in which judgements are read', () => {
    fc.assert(
      fc.property(
        judgements.chain((of) =>
          fc.tuple(fc.constant(of), fc.shuffledSubarray(of, { minLength: of.length })),
        ),
        given,
        ([inOrder, shuffled], rest) => {
          expect(inShort(settle(shuffled, rest).assignments)).toEqual(
            inShort(settle(inOrder, rest).assignments),
          );
        },
      ),
    );
  });

  it('of one coder alone are what they coded and confirmed, done or not', () => {
    fc.assert(
      fc.property(judgements, fc.boolean(), (of, isDone) => {
        const own = of.filter(({ verdict }) => verdict.coder === '左');
        const coded = own.filter(({ verdict }) => verdict.says !== 'reject');
        const { assignments, sentences } = settle(own, { done: isDone ? ['左'] : [] });
        expect(inShort(assignments)).toEqual(
          coded.map(({ verdict }) => `左 ${verdict.quote} confirmed`).sort(),
        );
        expect(sentences.every(({ isContested }) => !isContested)).toBe(true);
      }),
    );
  });

  it('leave every sentence that nobody judged as the program proposed it, whoever is done', () => {
    fc.assert(
      fc.property(judgements, given, (of, rest) => {
        const { assignments } = settle(of, rest);
        const untouched = rest.proposals.filter(
          (one) => !of.some((judged) => judged.codeId === one.codeId && touches(judged, one)),
        );
        for (const one of untouched) expect(assignments).toContainEqual(one);
      }),
    );
  });

  it('code a sentence by the passages of one coder, and of others at the same place, as it is settled', () => {
    fc.assert(
      fc.property(judgements, given, (of, rest) => {
        const { assignments, sentences } = settle(of, rest);
        for (const { codeId, inForce, ...span } of sentences) {
          const standing = assignments.filter(
            (one) => one.status === 'confirmed' && one.codeId === codeId && touches(one, span),
          );
          expect(standing.length > 0).toBe(inForce.isCoded);
          const places = new Set(standing.map(({ start, end }) => `${start} ${end}`));
          const own = standing.filter((one) => one.coder === inForce.coder);
          expect(new Set(own.map(({ start, end }) => `${start} ${end}`))).toEqual(places);
        }
      }),
    );
  });

  it('are those of the lead coder wherever they judged or are done', () => {
    fc.assert(
      fc.property(judgements, given, (of, rest) => {
        for (const { inForce, verdicts } of settle(of, { ...rest, leadCoder: '李' }).sentences) {
          const lead = verdicts.find((one) => one.coder === '李');
          if (lead) expect(inForce.isCoded).toBe(lead.isCoded);
        }
      }),
    );
  });

  it('say nothing of a lead coder who judged nothing and is not done yet', () => {
    fc.assert(
      fc.property(judgements, (of) => {
        const others = of.filter(({ verdict }) => verdict.coder !== '王');
        expect(settle(others, { leadCoder: '王' })).toEqual(settle(others));
        const silent = settle(others, { leadCoder: '王', done: ['王'] });
        for (const { verdicts, inForce } of silent.sentences) {
          expect(inForce.isCoded).toBe(false);
          expect(verdicts.at(-1)?.coder === '王').toBe(verdicts.some(({ isCoded }) => isCoded));
        }
      }),
    );
  });
});
