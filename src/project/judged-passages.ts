import type { PassageJudgement } from '../model/decisions/passage-verdict.js';
import type { Span } from '../model/span.js';
import { isWholeCase } from '../model/whole-case.js';
import type { JudgedUnit, SaidOfCode } from '../stages/assess/agreement/judged-unit.js';
import { type Coders, countCoders } from '../stages/assess/agreement/ratings.js';
import { sentencesTouched } from '../stages/settle/settle-sentences.js';
import { readAllDone } from '../store/case-done-table.js';
import { currentVersions } from '../store/case-table.js';
import { readSentences } from '../store/sentence-table.js';
import type { Store } from '../store/store.js';
import { groupBy } from '../text/group-by.js';
import type { SentenceList } from '../text/sentence-list.js';
import { judgementsByCounting } from './judgements-by-counting.js';

/** The units into which coded texts are cut to compare coders. */
export const passageUnits = ['sentence', 'paragraph', 'case'] as const;

/** Marks what speaks against a code. */
export const AGAINST = '−';

export type PassageUnit = (typeof passageUnits)[number];

/** A unit of a text that two or more coders judged. */
export interface PassageUnitJudged extends JudgedUnit {
  readonly version: string;
  /** The unit in the raw text, from its first to its last sentence. */
  readonly span: Span;
  /** The sentences of the counted text that the unit is, by their places in it. */
  readonly sentences: readonly [number, number];
  readonly decisions: readonly string[];
}

/** Whose verdicts are compared, on what, and where. */
interface PassagesCompared {
  readonly coders: readonly string[];
  readonly unit: PassageUnit;
  readonly batch?: string | undefined;
  /** Cases that are left out. */
  readonly hidden: ReadonlySet<string>;
}

/** What coders said of units of the texts, and what could not be compared. */
export interface JudgedPassageUnits {
  readonly units: readonly PassageUnitJudged[];
  /** Of each case that two or more coders are done with, where the passages of each of them begin and end in the raw text. */
  readonly boundaries: readonly (readonly (readonly number[] | null)[])[];
  /** Units that one of the coders alone judged. */
  readonly unitsOfOne: number;
  /** Verdicts in text that does not count any more, or in cases that do not count. */
  readonly verdictsLeftOut: number;
}

/**
 * Collects what coders said of the units of the cases that count. A coder rated all units of a case that they are done with;
 * elsewhere they said something only of the code and sentence that they judged, and nothing of whole paragraphs and cases.
 */
export function judgedPassages(
  store: Store,
  codebookId: string,
  { coders, unit, batch, hidden }: PassagesCompared,
): JudgedPassageUnits {
  const bitOf = new Map(coders.map((coder, at) => [coder, 1 << at]));
  const { counted, leftOut } = judgementsByCounting(store, codebookId);
  const isAsked = ({ verdict, caseId }: PassageJudgement) => bitOf.has(verdict.coder) && !hidden.has(caseId);
  const versions = currentVersions(store, { batch }).filter(({ caseId }) => !hidden.has(caseId));
  const current = new Map(versions.map(({ caseId, version }) => [caseId, version]));
  const judged = counted.filter(isAsked);
  const here = groupBy(
    judged.filter(({ caseId, version }) => current.get(caseId) === version),
    ({ caseId }) => caseId,
  );
  const done = new Map<string, Coders>();
  for (const { caseId, codebookId: id, coder } of readAllDone(store)) {
    if (id === codebookId) done.set(caseId, (done.get(caseId) ?? 0) | (bitOf.get(coder) ?? 0));
  }
  const units: PassageUnitJudged[] = [];
  const boundaries: (readonly (readonly number[] | null)[])[] = [];
  let unitsOfOne = 0;
  for (const { caseId, version } of versions) {
    const own = here.get(caseId) ?? [];
    const full = done.get(caseId) ?? 0;
    if (full === 0 && own.length === 0) continue;
    const list = readSentences(store, caseId, version).counted;
    if (countCoders(full) > 1) boundaries.push(boundariesOf(own, coders, bitOf, full));
    for (const one of unitsOfCase({ caseId, version, full, own, list, unit, bitOf })) {
      const mostCoders = Math.max(
        countCoders(full),
        ...one.said.map(({ yes, no }) => countCoders(full | yes | no)),
      );
      if (mostCoders > 1) units.push(one);
      else if (mostCoders === 1) unitsOfOne += 1;
    }
  }
  const placed = [...here.values()].reduce((sum, own) => sum + own.length, 0);
  const verdictsLeftOut = leftOut.filter(isAsked).length + judged.length - placed;
  return { units, boundaries, unitsOfOne, verdictsLeftOut };
}

interface CaseToCut {
  readonly caseId: string;
  readonly version: string;
  readonly full: Coders;
  readonly own: readonly PassageJudgement[];
  readonly list: SentenceList;
  readonly unit: PassageUnit;
  readonly bitOf: ReadonlyMap<string, Coders>;
}

function* unitsOfCase(one: CaseToCut): Generator<PassageUnitJudged> {
  const { own, list, unit } = one;
  if (unit === 'case') return yield unitOf(one, own, [0, list.length - 1]);
  const numberOf = (sentence: number) =>
    unit === 'paragraph' ? (list.paragraphs[sentence] as number) : sentence;
  const placeOf = new Map(Array.from(list.starts, (start, at) => [start, at]));
  const verdicts = new Map<number, PassageJudgement[]>();
  for (const judgement of own) {
    if (isWholeCase(judgement)) continue;
    const touched = sentencesTouched(judgement, list).flatMap(({ start }) => placeOf.get(start) ?? []);
    for (const number of new Set(touched.map(numberOf))) {
      const known = verdicts.get(number);
      if (known) known.push(judgement);
      else verdicts.set(number, [judgement]);
    }
  }
  for (let first = 0; first < list.length; ) {
    const number = numberOf(first);
    let last = first;
    while (last + 1 < list.length && numberOf(last + 1) === number) last += 1;
    yield unitOf(one, verdicts.get(number) ?? [], [first, last]);
    first = last + 1;
  }
}

function unitOf(
  { caseId, version, full, own, list, unit, bitOf }: CaseToCut,
  said: readonly PassageJudgement[],
  sentences: readonly [number, number],
): PassageUnitJudged {
  const [first, last] = sentences;
  return {
    cluster: caseId,
    version,
    full,
    said: saidOf(said, unit === 'case' ? [] : own.filter(isWholeCase), { bitOf, unit, full }),
    time: said.reduce<string | null>((latest, { time }) => (latest && latest > time ? latest : time), null),
    span: { start: list.starts[first] ?? 0, end: list.ends[last] ?? 0 },
    sentences,
    decisions: said.map(({ verdict }) => verdict.decisionId),
  };
}

/**
 * What coders said of each code; of more than a sentence only those who are done with the case. Who gave a code to the case
 * as a whole chose another unit, and so says nothing by their silence about its parts.
 */
function saidOf(
  judgements: readonly PassageJudgement[],
  ofWhole: readonly PassageJudgement[],
  { bitOf, unit, full }: Pick<CaseToCut, 'bitOf' | 'unit' | 'full'>,
): SaidOfCode[] {
  const who = (own: readonly PassageJudgement[], isCoded: boolean) =>
    own
      .filter(({ verdict }) => (verdict.says !== 'reject') === isCoded)
      .reduce((coders, { verdict }) => coders | (bitOf.get(verdict.coder) as number), 0);
  const whole = groupBy(ofWhole, nameOf);
  return [...groupBy(judgements, nameOf)].map(([code, own]) => {
    const [yes, no] = unit === 'sentence' ? [who(own, true), who(own, false)] : [who(own, true) & full, 0];
    return { code, yes, no, silent: who(whole.get(code) ?? [], true) & ~yes & ~no };
  });
}

/** Names a code, and apart from it what speaks against it. */
function nameOf({ codeId, polarity }: PassageJudgement): string {
  return polarity === 'contradicts' ? `${AGAINST}${codeId}` : codeId;
}

function boundariesOf(
  own: readonly PassageJudgement[],
  coders: readonly string[],
  bitOf: ReadonlyMap<string, Coders>,
  full: Coders,
): (readonly number[] | null)[] {
  return coders.map((coder) => {
    if ((full & (bitOf.get(coder) as number)) === 0) return null;
    const passages = own.filter(
      (one) => one.verdict.coder === coder && one.verdict.says !== 'reject' && !isWholeCase(one),
    );
    return [...new Set(passages.flatMap(({ start, end }) => [start, end]))].sort((one, other) => one - other);
  });
}
