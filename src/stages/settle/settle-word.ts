import { isApart } from '../../model/coder-round.js';
import { ALL_GROUPS } from '../../model/decisions/all-groups.js';
import type { AdjudicatedGroup, Judgement, SettledVerdict } from '../../model/decisions/judgement.js';
import type { Verdict } from '../../model/decisions/verdict.js';
import { compareByCodePoint } from '../../text/code-points.js';
import { groupBy } from '../../text/group-by.js';
import { earliestFirst } from './earliest-first.js';

/** The judgements of all coders on one question about one word, and what goes before them. */
export interface QuestionOfWord {
  readonly judgements: readonly Judgement[];
  readonly adjudicated: readonly AdjudicatedGroup[];
  /** The coder whose verdict decides where coders differ, if the project names one. */
  readonly leadCoder: string | undefined;
}

/**
 * Settles what coders judged about one word: for each group that somebody named, and for all the others together. A coder's
 * verdict for a group goes before their verdict for all groups. In force is what was adjudicated, else what all who judged
 * agree on, else the lead coder's verdict, else the earliest (by time, then id), which is marked contested.
 *
 * @example
 * settleWord({ judgements: [{ coder: '左', group: '*', verdict: drop, time }], adjudicated: [], leadCoder: undefined })
 * // [{ group: '*', verdict: drop, isContested: false }]
 */
export function settleWord({ judgements, adjudicated, leadCoder }: QuestionOfWord): SettledVerdict[] {
  const groups = [...new Set(judgements.map(({ group }) => group))].sort(compareByCodePoint);
  return groups.flatMap((group) => {
    const standing = standingFor(judgements, group);
    const [earliest] = standing;
    if (!earliest) return [];
    const decided = adjudicated.find((one) => one.group === group)?.adjudication;
    if (decided && isAbout(decided.settles, standing))
      return [{ group, verdict: decided.verdict, isContested: false }];
    const isAgreed = standing.every(({ verdict }) => outcomeOf(verdict) === outcomeOf(earliest.verdict));
    const lead = standing.find(({ coder }) => coder === leadCoder);
    const { verdict } = isAgreed ? earliest : (lead ?? earliest);
    return [{ group, verdict, isContested: !isAgreed && !lead }];
  });
}

/**
 * Returns each coder's judgement for a group, the earliest first: their own for it, else theirs for all groups. What was said
 * in a round apart is not among them.
 */
export function standingFor(judgements: readonly Judgement[], group: string): Judgement[] {
  const formal = judgements.filter(({ coder }) => !isApart(coder));
  return [...groupBy(formal, ({ coder }) => coder).values()]
    .flatMap(
      (own) => own.find((one) => one.group === group) ?? own.find((one) => one.group === ALL_GROUPS) ?? [],
    )
    .sort(earliestFirst);
}

/** Returns what a verdict comes to, equal for verdicts that agree: who added a word keeps it. */
export function outcomeOf({ kind, into }: Pick<Verdict, 'kind' | 'into'>): string {
  return `${kind === 'add' ? 'keep' : kind} ${into ?? ''}`;
}

function isAbout(settles: readonly string[], standing: readonly Judgement[]): boolean {
  const ids = new Set(standing.map(({ verdict }) => verdict.decisionId));
  return ids.size === settles.length && settles.every((id) => ids.has(id));
}
