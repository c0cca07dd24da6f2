import type { Assignment } from '../../model/assignment.js';
import type { PassageJudgement } from '../../model/decisions/passage-verdict.js';
import { compareByCodePoint } from '../../text/code-points.js';
import { groupBy } from '../../text/group-by.js';

/** A code and a passage. */
type Coded = Pick<Assignment, 'caseId' | 'version' | 'start' | 'end' | 'codeId' | 'polarity'>;

/**
 * Settles what coders said about the passages of one codebook, on top of what the program proposed: a passage that coders
 * coded or confirmed is coded by a person, one that they rejected is rejected. Where coders differ the lead coder's
 * verdict counts, else the earliest (by time, then id).
 *
 * Returns the proposals with their status, and an assignment of origin `person` for each passage that people stand for.
 */
export function settlePassages(
  proposals: readonly Assignment[],
  judgements: readonly PassageJudgement[],
  leadCoder: string | undefined,
): Assignment[] {
  if (judgements.length === 0) return [...proposals];
  const settled = new Map(
    [...groupBy(judgements, keyOf)].map(([key, of]) => [key, settleOne(of, leadCoder)]),
  );
  const judged = proposals.map((proposal): Assignment => {
    const verdict = settled.get(keyOf(proposal))?.verdict;
    if (verdict?.says !== 'reject') return proposal;
    return { ...proposal, status: 'rejected', coder: verdict.coder, decisionId: verdict.decisionId };
  });
  return [
    ...judged,
    ...[...settled.values()].filter(({ verdict }) => verdict.says !== 'reject').map(codingOf),
  ];
}

function settleOne(judgements: readonly PassageJudgement[], leadCoder: string | undefined): PassageJudgement {
  const [earliest, ...others] = [...judgements].sort(byTime) as [PassageJudgement, ...PassageJudgement[]];
  const isAgreed = others.every(({ verdict }) => isFor(verdict) === isFor(earliest.verdict));
  return isAgreed ? earliest : (judgements.find(({ verdict }) => verdict.coder === leadCoder) ?? earliest);
}

const isFor = ({ says }: PassageJudgement['verdict']) => says !== 'reject';

function codingOf({ verdict, time: _, ...passage }: PassageJudgement): Assignment {
  const { quote, cleanQuote, coder, decisionId } = verdict;
  return {
    ...passage,
    keywords: [],
    rules: [],
    quote,
    cleanQuote,
    origin: 'person',
    coder,
    status: 'confirmed',
    decisionId,
  };
}

const keyOf = ({ caseId, version, start, end, codeId, polarity }: Coded) =>
  [caseId, version, start, end, codeId, polarity].join('\t');

function byTime(one: PassageJudgement, other: PassageJudgement): number {
  return (
    compareByCodePoint(one.time, other.time) ||
    compareByCodePoint(one.verdict.decisionId, other.verdict.decisionId)
  );
}
