import { z } from 'zod';
import type { Codebook } from '../model/codebook.js';
import { contestedSentences } from '../project/contested-sentences.js';
import type { Store } from '../store/store.js';
import { groupBy } from '../text/group-by.js';
import { passageId } from '../text/passage-id.js';
import { listContested } from './list-contested.js';

/** What a coder says of a question that coders differ about. */
export interface DisputedVerdict {
  readonly coder: string;
  readonly verdict: string;
  /** Of a word: where it goes. */
  readonly into: string | null;
  readonly reason: string;
}

/** Whether a word stays, where it goes, or whether a sentence has a code; each coder has one verdict. */
export interface DisputedQuestion {
  readonly about: 'screening' | 'mapping' | 'code';
  /** The label of the code. */
  readonly code: string | null;
  /** A passage by which the sentence and code are adjudicated. */
  readonly passage: string | null;
  readonly verdicts: readonly DisputedVerdict[];
}

/** A word of a group, or a sentence, with all that coders differ about in it and nobody adjudicated. */
export interface Disagreement {
  /** The same as long as it is open. */
  readonly id: string;
  readonly about:
    | { readonly type: 'word'; readonly group: string; readonly word: string }
    | {
        readonly type: 'sentence';
        readonly caseId: string;
        readonly version: string;
        readonly start: number;
        readonly end: number;
      };
  readonly questions: readonly DisputedQuestion[];
}

/** Finds what coders differ about: words first, then sentences under a codebook in the order of the cases and places. */
export function findDisagreements(store: Store, codebook: Codebook | null): Disagreement[] {
  return [...disputedWords(store), ...(codebook ? disputedSentences(store, codebook) : [])];
}

/** Finds one disagreement by its id; undefined where it is settled. */
export function findDisagreement(
  store: Store,
  codebook: Codebook | null,
  id: string,
): Disagreement | undefined {
  const parts = partsOf(id);
  if (parts === null) return undefined;
  const [type, caseId] = parts;
  const found =
    type === 'word' ? disputedWords(store) : codebook ? disputedSentences(store, codebook, caseId) : [];
  return found.find((one) => one.id === id);
}

/** What an id is made of: the group and the word, or the case and the place in it. */
const partsSchema = z.union([
  z.tuple([z.literal('word'), z.string(), z.string()]),
  z.tuple([z.literal('sentence'), z.string(), z.number(), z.number()]),
]);

const idOf = (...parts: z.infer<typeof partsSchema>) => JSON.stringify(parts);

function partsOf(id: string): z.infer<typeof partsSchema> | null {
  try {
    return partsSchema.safeParse(JSON.parse(id)).data ?? null;
  } catch {
    return null;
  }
}

function disputedWords(store: Store): Disagreement[] {
  const byWord = groupBy(listContested(store, null, undefined), ({ group, word }) =>
    idOf('word', group, word),
  );
  return [...byWord].flatMap(([id, rows]): Disagreement[] => {
    const [first] = rows;
    if (!first) return [];
    const { group, word } = first;
    const questions = [...groupBy(rows, ({ question }) => question)].map(
      ([question, said]): DisputedQuestion => ({
        about: question === 'screening' ? 'screening' : 'mapping',
        code: null,
        passage: null,
        verdicts: said.map(({ coder, verdict, into, reason }) => ({ coder, verdict, into, reason })),
      }),
    );
    return [{ id, about: { type: 'word', group, word }, questions }];
  });
}

function disputedSentences(
  store: Store,
  { id: codebookId, codes }: Codebook,
  within?: string,
): Disagreement[] {
  const labels = new Map(codes.map(({ id, label }) => [id, label.zh]));
  const bySentence = groupBy(
    contestedSentences(store, codebookId, { caseId: within }),
    ({ caseId, start, end }) => idOf('sentence', caseId, start, end),
  );
  return [...bySentence].flatMap(([id, contested]): Disagreement[] => {
    const [first] = contested;
    if (!first) return [];
    const { caseId, version, start, end } = first;
    const questions = contested.map(({ codeId, verdicts }): DisputedQuestion => {
      const [judged] = verdicts.flatMap(({ judgements }) => judgements);
      return {
        about: 'code',
        code: labels.get(codeId) ?? codeId,
        passage: judged ? passageId(judged) : null,
        verdicts: verdicts.map(({ coder, judgements: [judgement] }) => ({
          coder,
          verdict: judgement?.verdict.says ?? 'silence',
          into: null,
          reason: judgement?.verdict.reason ?? '',
        })),
      };
    });
    return [{ id, about: { type: 'sentence', caseId, version, start, end }, questions }];
  });
}
