import type { RegionKind } from '../model/region-kind.js';
import { groupBy } from '../text/group-by.js';
import type { Store } from './store.js';

/** The case versions among some in which the same kinds of regions count, and their regions. */
export interface ScopeCounts {
  /** As `text_scope` names the kinds: null for those of the project, undefined where regions were never recognised. */
  readonly counted: string | null | undefined;
  /** Where the first of them stands among all. */
  readonly position: number;
  readonly cases: number;
  readonly fromPlainText: number;
  /** Code points of the clean texts, and of those the labels of turns, which are in no kind. */
  readonly characters: number;
  readonly labels: number;
  readonly kinds: readonly KindCount[];
}

interface KindCount {
  readonly kind: RegionKind;
  readonly regions: number;
  readonly characters: number;
}

/** The versions without a scope come with the code points of their clean text; nothing is called by the name of their scope. */
const SCOPES = `WITH scope AS MATERIALIZED (
  SELECT key AS position, version_no, characters, counted, from_plain_text
  FROM json_each(?) JOIN text_scope ON version_no = value
  UNION ALL
  SELECT value ->> 0, value ->> 1, value ->> 2, '?', 1 FROM json_each(?)
)`;

/**
 * Counts the regions of case versions (their row numbers) by kind; body is also what no region covers.
 * @param lengthOf the code points of the clean text of a version, by its place among those given; asked where no scope says it
 */
export function countRegionRows(
  store: Store,
  versionNos: readonly number[],
  lengthOf: (position: number) => number,
): ScopeCounts[] {
  const numbers = JSON.stringify(versionNos);
  const unknown = store
    .all<{ position: number; versionNo: number }>(
      `SELECT key AS position, value AS versionNo FROM json_each(?)
       WHERE value NOT IN (SELECT version_no FROM text_scope) ORDER BY key`,
      numbers,
    )
    .map(({ position, versionNo }) => [position, versionNo, lengthOf(position)]);
  const ask = <Row>(query: string) =>
    store.all<Row & Pick<ScopeRow, 'counted'>>(`${SCOPES} ${query}`, numbers, JSON.stringify(unknown));
  const kindsOf = groupBy(ask<KindRow>(KINDS), ({ counted }) => counted);
  const stretches = new Map(ask<Stretches>(STRETCHES).map((row) => [row.counted, row.stretches]));
  return ask<ScopeRow>(SIZES).map(({ counted, ...sizes }) => {
    const kinds = kindsOf.get(counted) ?? [];
    const labels = kinds.reduce((sum, one) => sum + one.labels, 0);
    return {
      ...sizes,
      counted: counted === '?' ? undefined : counted,
      labels,
      kinds: withBody(kinds, stretches.get(counted) ?? 0, sizes.characters - labels),
    };
  });
}

type ScopeRow = Omit<ScopeCounts, 'counted' | 'labels' | 'kinds'> & { readonly counted: string | null };
const SIZES = `SELECT counted, min(position) AS position, count(*) AS cases, sum(from_plain_text) AS fromPlainText,
  sum(characters) AS characters FROM scope GROUP BY counted`;

interface KindRow extends KindCount {
  readonly labels: number;
}
const KINDS = `SELECT counted, kind, count(*) AS regions, sum(end_at - coalesce(speech_at, start_at)) AS characters,
  coalesce(sum(speech_at - start_at), 0) AS labels
  FROM scope JOIN region USING (version_no) GROUP BY counted, kind`;

interface Stretches {
  readonly stretches: number;
}
// Of what no region covers; what parts two lines is no stretch of body by itself.
const STRETCHES = `SELECT counted, sum(coalesce(inside, 0) + (characters - coalesce(last, 0) > 1)) AS stretches
  FROM scope LEFT JOIN (
    SELECT version_no, sum(gap > 1) AS inside, max(end_at) AS last FROM (
      SELECT version_no, end_at,
        start_at - lag(end_at, 1, 0) OVER (PARTITION BY version_no ORDER BY start_at) AS gap
      FROM region)
    GROUP BY version_no) USING (version_no)
  GROUP BY counted`;

function withBody(rows: readonly KindRow[], stretches: number, characters: number): KindCount[] {
  const kinds = rows.map(({ kind, regions, characters }) => ({ kind, regions, characters }));
  const others = kinds.filter(({ kind }) => kind !== 'body');
  const body = {
    kind: 'body' as const,
    regions: stretches + (kinds.find(({ kind }) => kind === 'body')?.regions ?? 0),
    characters: characters - others.reduce((sum, one) => sum + one.characters, 0),
  };
  return body.regions === 0 && body.characters === 0 ? others : [...others, body];
}
