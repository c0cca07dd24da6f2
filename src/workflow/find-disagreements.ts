import { z } from 'zod';
import type { Codebook } from '../model/codebook.js';
import type { ContestedRow } from '../model/table-rows.js';
import { contestedSentences } from '../project/contested-sentences.js';
import type { SettledSentence } from '../stages/settle/settle-sentences.js';
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

/** A word of a group, or a sentence, in which coders differ and nobody adjudicated. */
export type DisputedPlace =
  | { readonly type: 'word'; readonly group: string; readonly word: string }
  | {
      readonly type: 'sentence';
      readonly caseId: string;
      readonly version: string;
      readonly start: number;
      readonly end: number;
    };

/** All that coders differ about in one place. */
export interface Disagreement {
  /** The same as long as it is open. */
  readonly id: string;
  readonly about: DisputedPlace;
  readonly questions: readonly DisputedQuestion[];
}

/** A place whose disagreement is read when it is shown: there may be many thousands. */
export interface FoundDisagreement {
  readonly about: DisputedPlace;
  readonly read: () => Disagreement;
}

/** Finds what coders differ about: words first, then sentences under a codebook in the order of the cases and places. */
export function findDisagreements(store: Store, codebook: Codebook | null): FoundDisagreement[] {
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
  return found.find(({ about }) => idOf(about) === id)?.read();
}

/** What an id is made of: the group and the word, or the case and the place in it. */
const partsSchema = z.union([
  z.tuple([z.literal('word'), z.string(), z.string()]),
  z.tuple([z.literal('sentence'), z.string(), z.number(), z.number()]),
]);

type Parts = z.infer<typeof partsSchema>;

function idOf(about: DisputedPlace): string {
  const parts: Parts =
    about.type === 'word'
      ? ['word', about.group, about.word]
      : ['sentence', about.caseId, about.start, about.end];
  return JSON.stringify(parts);
}

function partsOf(id: string): Parts | null {
  try {
    return partsSchema.safeParse(JSON.parse(id)).data ?? null;
  } catch {
    return null;
  }
}

function disputedWords(store: Store): FoundDisagreement[] {
  const byWord = groupBy(listContested(store, null, undefined), ({ group, word }) =>
    JSON.stringify([group, word]),
  );
  return [...byWord.values()].map((rows) => {
    const { group, word } = rows[0] as ContestedRow;
    return found({ type: 'word', group, word }, () =>
      [...groupBy(rows, ({ question }) => question)].map(([question, said]) => ({
        about: question === 'screening' ? 'screening' : 'mapping',
        code: null,
        passage: null,
        verdicts: said.map(({ coder, verdict, into, reason }) => ({ coder, verdict, into, reason })),
      })),
    );
  });
}

function disputedSentences(
  store: Store,
  { id: codebookId, codes }: Codebook,
  within?: string,
): FoundDisagreement[] {
  const labels = new Map(codes.map(({ id, label }) => [id, label.zh]));
  return bySentence(contestedSentences(store, codebookId, { caseId: within })).map((contested) => {
    const { caseId, version, start, end } = contested[0];
    return found({ type: 'sentence', caseId, version, start, end }, () =>
      contested.map(({ codeId, verdicts }) => {
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
      }),
    );
  });
}

function found(about: DisputedPlace, readQuestions: () => DisputedQuestion[]): FoundDisagreement {
  return { about, read: () => ({ id: idOf(about), about, questions: readQuestions() }) };
}

type OfOneSentence = [SettledSentence, ...SettledSentence[]];

/** Takes what is about one sentence together: it follows each other in the order of places. */
function bySentence(contested: readonly SettledSentence[]): OfOneSentence[] {
  const sentences: OfOneSentence[] = [];
  for (const one of contested) {
    const last = sentences.at(-1);
    const isSame = last?.[0].caseId === one.caseId && last[0].start === one.start && last[0].end === one.end;
    if (isSame) last.push(one);
    else sentences.push([one]);
  }
  return sentences;
}
