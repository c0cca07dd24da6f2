import type { PassageJudgement } from '../../model/decisions/passage-verdict.js';
import type { Span } from '../../model/span.js';
import { isWholeCase } from '../../model/whole-case.js';
import { compareByCodePoint } from '../../text/code-points.js';
import { groupBy } from '../../text/group-by.js';
import type { SentenceList } from '../../text/sentence-list.js';
import { earliestFirst } from './earliest-first.js';

/** What coders said of the passages of one codebook, and what goes before their verdicts. */
export interface JudgedPassages {
  readonly judgements: readonly PassageJudgement[];
  /** The coders who are done with case versions: what they left uncoded there is uncoded by them. */
  readonly done: readonly {
    readonly caseId: string;
    readonly version: string;
    readonly coder: string;
  }[];
  /** Whose verdict was chosen where coders differed, as long as the decisions on a sentence are those that it settles. */
  readonly adjudicated: readonly { readonly settles: readonly string[]; readonly verdictOf: string }[];
  /** The coder whose verdict decides where coders differ, if the project names one. */
  readonly leadCoder: string | undefined;
  /** The sentences of a case version; null where its passages are settled each by itself. */
  readonly sentencesOf: (caseId: string, version: string) => SentenceList | null;
}

/** What one coder says of a sentence and a code: by judging passages that touch it, or by their silence when they are done. */
export interface SentenceVerdict {
  readonly coder: string;
  readonly isCoded: boolean;
  /** The judgements it rests on, the earliest first; none for silence. */
  readonly judgements: readonly PassageJudgement[];
}

/** A sentence and a code that coders judged: the verdict in force, and those of all. */
export interface SettledSentence
  extends Pick<PassageJudgement, 'caseId' | 'version' | 'codeId' | 'polarity'>,
    Span {
  readonly inForce: SentenceVerdict;
  /** Of all coders who judged, the earliest first, silent ones last. */
  readonly verdicts: readonly SentenceVerdict[];
  /** Ids of the decisions that the verdicts rest on, in code point order. */
  readonly decisions: readonly string[];
  readonly isContested: boolean;
}

/**
 * Settles each sentence and code that coders judged, among those who judged a passage that touches it and those who are
 * done with the case. In force is what was adjudicated, else what all of them agree on, else the lead coder's verdict, else
 * the earliest that somebody gave (by time, then id), which is contested.
 *
 * Who is done and said nothing says that the sentence is uncoded, but only where another coded it or confirmed that it is
 * coded: a proposal that nobody else touched stays a proposal.
 *
 * A case as a whole is a unit beside its sentences. Who gave the code to passages of the case is not silent about the case as
 * a whole, nor who gave it to the whole about its sentences: they chose another unit.
 */
export function settleSentences({
  judgements,
  done,
  adjudicated,
  leadCoder,
  sentencesOf,
}: JudgedPassages): SettledSentence[] {
  const doneIn = groupBy(done, versionKey);
  const coded = new Set(
    judgements.filter(isCoding).map((one) => unitKey(one, isWholeCase(one), one.verdict.coder)),
  );
  const chosen = new Map(adjudicated.map(({ settles, verdictOf }) => [settles.join(), verdictOf]));
  const touched = judgements.flatMap((judgement) =>
    sentencesTouched(judgement, sentencesOf(judgement.caseId, judgement.version)).map((sentence) => ({
      judgement,
      sentence,
    })),
  );
  const units = groupBy(touched, ({ judgement, sentence }) => placeKey({ ...judgement, ...sentence }));
  return [...units.values()].map((unit): SettledSentence => {
    const { judgement, sentence } = unit[0] as (typeof unit)[number];
    const { caseId, version, codeId, polarity } = judgement;
    const said = [...groupBy(unit.map((one) => one.judgement).sort(earliestFirst), coderOf)].map(verdictOf);
    const spoke = new Set(said.map(({ coder }) => coder));
    const silent = said.some(({ isCoded }) => isCoded)
      ? [...new Set((doneIn.get(versionKey(judgement)) ?? []).map(({ coder }) => coder))].filter(
          (coder) => !spoke.has(coder) && !coded.has(unitKey(judgement, !isWholeCase(sentence), coder)),
        )
      : [];
    const verdicts = [
      ...said,
      ...silent.sort(compareByCodePoint).map((coder) => ({ coder, isCoded: false, judgements: [] })),
    ];
    const [earliest] = verdicts as [SentenceVerdict, ...SentenceVerdict[]];
    const isAgreed = verdicts.every(({ isCoded }) => isCoded === earliest.isCoded);
    const decisions = decisionsOn(unit.map((one) => one.judgement));
    const of = (name: string | undefined) => verdicts.find(({ coder }) => coder === name);
    const deciding = of(chosen.get(decisions.join())) ?? (isAgreed ? undefined : of(leadCoder));
    return {
      caseId,
      version,
      codeId,
      polarity,
      ...sentence,
      inForce: deciding ?? earliest,
      verdicts,
      decisions,
      isContested: !isAgreed && !deciding,
    };
  });
}

const decisionsOn = (judgements: readonly PassageJudgement[]) =>
  judgements.map(({ verdict }) => verdict.decisionId).sort(compareByCodePoint);

/** Names a place and a code in one string. */
export function placeKey({
  caseId,
  version,
  codeId,
  polarity,
  start,
  end,
}: Pick<SettledSentence, 'caseId' | 'version' | 'codeId' | 'polarity' | 'start' | 'end'>): string {
  return [caseId, version, codeId, polarity, start, end].join('\t');
}

/**
 * The sentences that a passage touches: that which it is, else all it overlaps, since what was set apart lies within the raw
 * stretch of another sentence; else itself.
 */
export function sentencesTouched({ start, end }: Span, list: SentenceList | null): Span[] {
  const overlapping: Span[] = [];
  for (let index = 0; index < (list?.length ?? 0); index += 1) {
    const sentence = { start: list?.starts[index] as number, end: list?.ends[index] as number };
    if (sentence.start === start && sentence.end === end) return [sentence];
    if (sentence.start < end && start < sentence.end) overlapping.push(sentence);
  }
  return overlapping.length > 0 ? overlapping : [{ start, end }];
}

/** What a coder says by all their judgements on a sentence: who coded one passage of it may have rejected another. */
function verdictOf([coder, own]: readonly [string, readonly PassageJudgement[]]): SentenceVerdict {
  const coded = own.filter(isCoding);
  const isCoded = coded.length > 0;
  return { coder, isCoded, judgements: isCoded ? coded : own };
}

const versionKey = ({ caseId, version }: { readonly caseId: string; readonly version: string }) =>
  `${caseId}\t${version}`;

const isCoding = ({ verdict }: PassageJudgement) => verdict.says !== 'reject';

/** Names a code in a case, given to the whole or to passages of it, and who gave it. */
const unitKey = ({ caseId, version, codeId, polarity }: PassageJudgement, isWhole: boolean, coder: string) =>
  [caseId, version, codeId, polarity, isWhole, coder].join('\t');

const coderOf = ({ verdict }: PassageJudgement) => verdict.coder;
