import { QUOTE_RULE } from '../../model/quote-rule.js';
import type { PillarEvidenceRow, PillarRow } from '../../model/table-rows.js';
import { compareByCodePoint } from '../../text/code-points.js';

/** A case that tells a pillar, with the rank of the pillar in it. */
export interface ToldCase {
  readonly caseId: string;
  readonly row: PillarRow;
  /** Whether the pillar is first in the case, and no other with it. */
  readonly isMain: boolean;
}

/** A case that stands for a pillar, and by which rule. */
export interface Exemplar extends ToldCase {
  readonly choice: Exclude<PillarEvidenceRow['choice'], null>;
}

/** A place that leads a pillar, by what. */
export interface LeadingPlace {
  readonly place: string;
  readonly leads: Exclude<PillarEvidenceRow['leads'], null>;
  readonly row: PillarRow;
}

/** The cases of a pillar, the best first: those whose main pillar it is, then by references and by the gap to the next pillar. */
export function rankCases(pillar: string, byCase: readonly PillarRow[]): ToldCase[] {
  const heads = new Map<string, number>();
  for (const { group, rank } of byCase) if (rank === 1) heads.set(group, (heads.get(group) ?? 0) + 1);
  return byCase
    .filter((row) => row.pillar === pillar && row.rank !== null)
    .map((row) => ({ caseId: row.group, row, isMain: row.rank === 1 && heads.get(row.group) === 1 }))
    .sort((a, b) => compareCases(a, b) || compareByCodePoint(a.caseId, b.caseId));
}

const compareCases = (a: ToldCase, b: ToldCase) =>
  Number(b.isMain) - Number(a.isMain) ||
  b.row.references - a.row.references ||
  b.row.assignments - a.row.assignments ||
  b.row.margin - a.row.margin;

/**
 * Chooses a case for each pillar among its ranked ones. Where the best already stands for a pillar before, another that stands
 * for none is taken, if it is nearly as good.
 */
export function chooseExemplars(ranked: ReadonlyMap<string, readonly ToldCase[]>): Map<string, Exemplar> {
  const used = new Set<string>();
  const chosen = new Map<string, Exemplar>();
  for (const [pillar, cases] of ranked) {
    const [best] = cases;
    if (best === undefined) continue;
    const other = cases.find(
      ({ caseId, isMain, row }) =>
        !used.has(caseId) &&
        isMain === best.isMain &&
        row.references >= QUOTE_RULE.nearly * best.row.references,
    );
    const one = other ?? best;
    used.add(one.caseId);
    const isOther = one !== best;
    chosen.set(pillar, {
      ...one,
      choice: one.isMain ? (isOther ? 'main-other' : 'main') : isOther ? 'most-other' : 'most',
    });
  }
  return chosen;
}

/** The places that lead a pillar: with the most assignments and references, or the highest score. */
export function leadingPlaces(pillar: string, byPlace: readonly PillarRow[]): LeadingPlace[] {
  const rows = byPlace.filter((row) => row.pillar === pillar && row.rank !== null);
  const byCount = leadersOf(rows, ({ assignments, references }) => assignments + references);
  const byScore = leadersOf(rows, ({ score }) => score);
  return rows
    .filter((row) => byCount.has(row) || byScore.has(row))
    .map((row) => ({
      place: row.group,
      row,
      leads: byCount.has(row) ? (byScore.has(row) ? 'both' : 'count') : 'score',
    }));
}

function leadersOf(rows: readonly PillarRow[], measure: (row: PillarRow) => number): Set<PillarRow> {
  const most = Math.max(0, ...rows.map(measure));
  const leaders = rows.filter((row) => most > 0 && measure(row) === most);
  return new Set(leaders.length > QUOTE_RULE.mostLeaders ? [] : leaders);
}
