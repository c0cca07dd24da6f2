import type { CodeLevel } from '../../model/codebook.js';
import type { Framework } from '../../model/framework.js';
import type { AssignedKeyword } from '../../model/mapping.js';
import type { ReferenceCount } from '../../model/reference-count.js';
import { compareByCodePoint } from '../../text/code-points.js';
import { groupBy } from '../../text/group-by.js';
import { countCodes, rollUpCounts } from './count-codes.js';

/** The keywords of cases when so many of each group are taken, and those of them that go to a core keyword. */
export interface TakenKeywords {
  readonly top: number;
  readonly kept: readonly Pick<AssignedKeyword, 'caseId' | 'word' | 'coreKeyword'>[];
  readonly assigned: readonly AssignedKeyword[];
}

/** What the tables count when so many keywords are taken. */
export interface TopSummary {
  readonly top: number;
  /** Case × keyword pairs, different words, and pairs that go to no core keyword. */
  readonly caseKeywords: number;
  readonly distinctKeywords: number;
  readonly unmapped: number;
  /** Core keywords with an assignment of their own, and those that have one now and not then, or then and not now. */
  readonly coreKeywords: number;
  readonly appear: readonly string[];
  readonly vanish: readonly string[];
}

/** The counts of one code and all codes under it for each number of keywords, in their order. */
export interface CodeByTop {
  /** Null for a core keyword outside the codebook. */
  readonly codeId: string | null;
  readonly name: string;
  readonly level: CodeLevel['name'] | null;
  /** The same for any number of keywords. */
  readonly references: number;
  readonly counts: readonly { readonly assignments: number; readonly cases: number }[];
}

/** What changes with the number of keywords that are taken. */
export interface ComparedTops {
  readonly tops: readonly TopSummary[];
  /** The codes of the top level. */
  readonly pillars: readonly CodeByTop[];
  /** Codes of any level and core keywords outside the codebook whose counts are not the same for all numbers. */
  readonly changing: readonly CodeByTop[];
  /** How many others have an assignment. */
  readonly unchanged: number;
}

/** Compares what codes receive when other numbers of keywords are taken; `present` is the number in force, one of them. */
export function compareTops(
  framework: Framework | null,
  taken: readonly TakenKeywords[],
  references: readonly ReferenceCount[],
  present: number,
): ComparedTops {
  const names = taken.map(
    ({ assigned }) => new Set(assigned.flatMap(({ coreKeyword }) => coreKeyword ?? [])),
  );
  const now = names[taken.findIndex(({ top }) => top === present)] ?? new Set<string>();
  const rows = [...codeRows(framework, taken, references), ...outsideRows(taken)];
  const isCounted = ({ counts }: CodeByTop) => counts.some(({ assignments }) => assignments > 0);
  const isChanging = ({ counts }: CodeByTop) => counts.some((one) => !isSame(one, counts[0]));
  const top = new Set(framework?.top.map(({ id }) => id));
  return {
    tops: taken.map(({ top: taken, kept }, at) => ({
      top: taken,
      caseKeywords: kept.length,
      distinctKeywords: new Set(kept.map(({ word }) => word)).size,
      unmapped: kept.filter(({ coreKeyword }) => coreKeyword === null).length,
      coreKeywords: names[at]?.size ?? 0,
      appear: missingIn(now, names[at]),
      vanish: missingIn(names[at], now),
    })),
    pillars: rows.filter(({ codeId }) => codeId !== null && top.has(codeId)),
    changing: rows.filter(isChanging),
    unchanged: rows.filter((row) => isCounted(row) && !isChanging(row)).length,
  };
}

function codeRows(
  framework: Framework | null,
  taken: readonly TakenKeywords[],
  references: readonly ReferenceCount[],
): CodeByTop[] {
  if (!framework) return [];
  const levels = new Map(framework.codebook.levels.map(({ id, name }) => [id, name]));
  const sums = taken.map(({ assigned }) => rollUpCounts(framework, countCodes(assigned, references)));
  return framework.codebook.codes.map(({ id, label, level }) => ({
    codeId: id,
    name: label.zh,
    level: levels.get(level) ?? null,
    references: sums[0]?.get(id)?.references ?? 0,
    counts: sums.map((sum) => ({
      assignments: sum.get(id)?.assignments ?? 0,
      cases: sum.get(id)?.cases.size ?? 0,
    })),
  }));
}

/** Core keywords that are no codes, in code point order. */
function outsideRows(taken: readonly TakenKeywords[]): CodeByTop[] {
  const outside = taken.map(({ assigned }) =>
    groupBy(
      assigned.filter(({ codeId }) => codeId === null),
      ({ coreKeyword }) => coreKeyword ?? '',
    ),
  );
  const names = new Set(outside.flatMap((words) => [...words.keys()]));
  return [...names].sort(compareByCodePoint).map((name) => ({
    codeId: null,
    name,
    level: null,
    references: 0,
    counts: outside.map((words) => {
      const own = words.get(name) ?? [];
      return { assignments: own.length, cases: new Set(own.map(({ caseId }) => caseId)).size };
    }),
  }));
}

function missingIn(these: ReadonlySet<string> | undefined, those: ReadonlySet<string> = new Set()): string[] {
  return [...those].filter((name) => !these?.has(name)).sort(compareByCodePoint);
}

function isSame(one: CodeByTop['counts'][number], other: CodeByTop['counts'][number] | undefined): boolean {
  return one.assignments === other?.assignments && one.cases === other.cases;
}
