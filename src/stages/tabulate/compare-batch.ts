import type { CodeLevel } from '../../model/codebook.js';
import type { Framework } from '../../model/framework.js';
import type { AssignedKeyword, Mapping } from '../../model/mapping.js';
import type { ReferenceCount } from '../../model/reference-count.js';
import { compareByCodePoint } from '../../text/code-points.js';
import { groupBy } from '../../text/group-by.js';
import { quantise } from '../../text/quantise.js';
import { countCodes, rollUpCounts } from './count-codes.js';

/** What a code and all codes under it received in some cases. */
export interface BatchCount {
  readonly assignments: number;
  readonly references: number;
  /** Cases with either, and their share of the cases. */
  readonly cases: number;
  readonly caseShare: number;
  /** Share of the references of all codes. */
  readonly referenceShare: number;
}

/** A code that no earlier case has. */
export interface FirstSeenCode extends Pick<BatchCount, 'assignments' | 'references' | 'cases'> {
  readonly codeId: string;
  readonly code: string;
  readonly level: CodeLevel['name'];
}

/** A code of the top level in a batch and in the cases before it. */
export interface PillarInBatch {
  readonly codeId: string;
  readonly pillar: string;
  readonly batch: BatchCount;
  readonly earlier: BatchCount;
}

/** A kept keyword without a code: in how many cases of the batch, and whether earlier cases have it too. */
export interface UnmappedKeyword {
  readonly word: string;
  readonly cases: number;
  readonly isFirstSeen: boolean;
}

/** The coding that is compared; `batch` and `earlier` are ids of cases. */
export interface BatchCoding {
  readonly framework: Framework;
  readonly batch: ReadonlySet<string>;
  readonly earlier: ReadonlySet<string>;
  readonly assigned: readonly AssignedKeyword[];
  readonly references: readonly ReferenceCount[];
}

/** Compares the codes of a batch with those of the cases before it: which are seen first, and the shares of the top level. */
export function compareBatch(coding: BatchCoding): {
  readonly firstSeen: readonly FirstSeenCode[];
  readonly pillars: readonly PillarInBatch[];
} {
  const { codebook, top } = coding.framework;
  const levels = new Map(codebook.levels.map(({ id, name }) => [id, name]));
  const [ofBatch, ofEarlier] = [countIn(coding, coding.batch), countIn(coding, coding.earlier)];
  return {
    firstSeen: codebook.codes.flatMap(({ id, label, level }) => {
      const { assignments, references, cases } = ofBatch(id);
      if (cases === 0 || ofEarlier(id).cases > 0) return [];
      const name = levels.get(level) ?? { zh: level, en: level };
      return [{ codeId: id, code: label.zh, level: name, assignments, references, cases }];
    }),
    pillars: top.map(({ id, label }) => ({
      codeId: id,
      pillar: label.zh,
      batch: ofBatch(id),
      earlier: ofEarlier(id),
    })),
  };
}

/** Counts the kept keywords of a batch that go to no code, the most frequent first. */
export function countUnmapped(
  mappings: readonly Pick<Mapping, 'caseId' | 'word' | 'codeId'>[],
  batch: ReadonlySet<string>,
  earlier: ReadonlySet<string>,
): UnmappedKeyword[] {
  const unmapped = mappings.filter(({ codeId }) => codeId === null);
  const before = new Set(unmapped.flatMap(({ caseId, word }) => (earlier.has(caseId) ? word : [])));
  const byWord = groupBy(
    unmapped.filter(({ caseId }) => batch.has(caseId)),
    ({ word }) => word,
  );
  return [...byWord]
    .map(([word, { length }]) => ({ word, cases: length, isFirstSeen: !before.has(word) }))
    .sort((a, b) => b.cases - a.cases || compareByCodePoint(a.word, b.word));
}

/** Counts codes in some cases, each with all codes under it. */
function countIn(
  { framework, assigned, references }: BatchCoding,
  cases: ReadonlySet<string>,
): (codeId: string) => BatchCount {
  const isIn = ({ caseId }: { readonly caseId: string }) => cases.has(caseId);
  const own = countCodes(assigned.filter(isIn), references.filter(isIn));
  const sums = rollUpCounts(framework, own);
  const all = [...own.values()].reduce((sum, one) => sum + one.references, 0);
  return (codeId) => {
    const sum = sums.get(codeId);
    const count = {
      assignments: sum?.assignments ?? 0,
      references: sum?.references ?? 0,
      cases: sum?.cases.size ?? 0,
    };
    return {
      ...count,
      caseShare: shareOf(count.cases, cases.size),
      referenceShare: shareOf(count.references, all),
    };
  };
}

const shareOf = (part: number, all: number) => (all === 0 ? 0 : quantise(part / all));
