import type { CodedPassage } from '../../model/coded-passage.js';
import type { PassageJudgement } from '../../model/decisions/passage-verdict.js';
import type { Span } from '../../model/span.js';
import { placeKey, type SettledSentence } from './settle-sentences.js';

/** Reads how a part of a passage reads in the raw and in the clean text. */
export type ReadPart = (
  passage: Pick<CodedPassage, 'caseId' | 'version'>,
  part: Span,
) => Pick<CodedPassage, 'quote' | 'cleanQuote'>;

/**
 * Lays settled sentences over what the program proposed in one codebook: a proposal in a sentence that is settled as
 * uncoded is rejected; where a sentence is settled as coded, the passages of the coder whose verdict is in force stand for
 * it as assignments of origin `person`, with those of others of just the same place. A passage of several sentences that
 * are settled otherwise is cut to those that it stands for.
 *
 * A proposal of just a place that people stand for stays beside them; one of another place in such a sentence gives way, as
 * rejected, since the sentence would else be counted twice.
 */
export function settlePassages(
  proposals: readonly CodedPassage[],
  settled: readonly SettledSentence[],
  readPart: ReadPart,
): CodedPassage[] {
  if (settled.length === 0) return [...proposals];
  const standing = [...partsInForce(settled)].map(([judgement, part]) => {
    const isWhole = part.start === judgement.start && part.end === judgement.end;
    return codingOf(judgement, part, isWhole ? judgement.verdict : readPart(judgement, part));
  });
  const places = new Set(standing.map(placeKey));
  const bySentence = new Map(settled.map((one) => [placeKey(one), one]));
  const judged = proposals.map((proposal): CodedPassage => {
    const inForce = bySentence.get(placeKey(proposal))?.inForce;
    if (!inForce || places.has(placeKey(proposal))) return proposal;
    // What a keyword alone found is no reference, and so not counted twice.
    if (inForce.isCoded && proposal.origin === 'keyword') return proposal;
    const { coder, judgements } = inForce;
    return { ...proposal, status: 'rejected', coder, decisionId: judgements[0]?.verdict.decisionId ?? null };
  });
  return [...judged, ...standing, ...ofOthers(settled, standing, places)];
}

/** The passages of the coders whose verdicts are in force, cut to the sentences that they stand for. */
function* partsInForce(settled: readonly SettledSentence[]): Generator<[PassageJudgement, Span]> {
  for (const [judgement, sentences] of sentencesOfPassages(settled)) {
    const stands = ({ inForce }: SettledSentence) => inForce.judgements.includes(judgement);
    if (sentences.every(stands)) {
      yield [judgement, judgement];
      continue;
    }
    const inOrder = [...sentences].sort((one, other) => one.start - other.start);
    for (const run of runsOf(inOrder, stands)) {
      const start = Math.max(judgement.start, (run[0] as Span).start);
      yield [judgement, { start, end: Math.min(judgement.end, (run.at(-1) as Span).end) }];
    }
  }
}

/** The passages that people coded or confirmed, each with all sentences it touches. */
function sentencesOfPassages(settled: readonly SettledSentence[]): Map<PassageJudgement, SettledSentence[]> {
  const passages = new Map<PassageJudgement, SettledSentence[]>();
  for (const sentence of settled) {
    for (const judgement of sentence.verdicts.flatMap(({ isCoded, judgements }) =>
      isCoded ? judgements : [],
    )) {
      const known = passages.get(judgement);
      if (known) known.push(sentence);
      else passages.set(judgement, [sentence]);
    }
  }
  return passages;
}

/** The stretches of adjacent items that hold. */
function runsOf<T>(items: readonly T[], holds: (item: T) => boolean): T[][] {
  const runs: T[][] = [];
  let isOpen = false;
  for (const item of items) {
    if (holds(item)) {
      if (isOpen) runs.at(-1)?.push(item);
      else runs.push([item]);
    }
    isOpen = holds(item);
  }
  return runs;
}

/** The passages of other coders that are just where one stands. */
function ofOthers(
  settled: readonly SettledSentence[],
  standing: readonly CodedPassage[],
  places: ReadonlySet<string>,
): CodedPassage[] {
  const known = new Set(standing.map((one) => `${placeKey(one)}\t${one.coder}`));
  return [...sentencesOfPassages(settled).keys()]
    .filter((one) => places.has(placeKey(one)) && !known.has(`${placeKey(one)}\t${one.verdict.coder}`))
    .map((one) => codingOf(one, one, one.verdict));
}

function codingOf(
  { verdict, time: _, ...passage }: PassageJudgement,
  { start, end }: Span,
  { quote, cleanQuote }: Pick<CodedPassage, 'quote' | 'cleanQuote'>,
): CodedPassage {
  const { coder, decisionId } = verdict;
  return {
    ...passage,
    start,
    end,
    keywords: verdict.keywords ?? [],
    rules: [],
    quote,
    cleanQuote,
    origin: 'person',
    coder,
    status: 'confirmed',
    decisionId,
  };
}
