import type { CaseQuestion, CaseStanding } from '../model/decisions/case-standing.js';
import type { Span } from '../model/span.js';
import { readCaseStandings } from '../store/case-standing-table.js';
import { currentVersions } from '../store/case-table.js';
import { readDecisions } from '../store/decision-log.js';
import { spansInText } from '../store/place-sealed-statements.js';
import type { Store } from '../store/store.js';
import { compareByCodePoint } from '../text/code-points.js';

/** What was reserved and is not any more. */
export interface Reserved {
  /** The cases, or those of the statements, that count; in code point order. */
  readonly cases: readonly string[];
  /** partly-sealed: the statements of a case, where they are in its current text. */
  readonly statements: ReadonlyMap<string, readonly Span[]>;
  /** The place in the log after the first of them was unsealed. */
  readonly since: number;
}

/** Reads from the log which cases, or of which cases statements, were sealed and unsealed. */
export function reservedBefore(store: Store, question: CaseQuestion): Reserved {
  const still = readCaseStandings(store, question);
  const versions = new Map(currentVersions(store).map(({ caseId, version }) => [caseId, version]));
  const unsealed = new Map<string, { readonly at: number; readonly was: CaseStanding | null }>();
  for (const [at, { kind, target, before }] of readDecisions(store).entries()) {
    if (kind !== 'unseal' || target.type !== 'case' || target.question !== question) continue;
    unsealed.set(target.caseId, { at: at + 1, was: before as CaseStanding | null });
  }
  const cases = [...unsealed.keys()]
    .filter((id) => !still.has(id) && versions.has(id))
    .sort(compareByCodePoint);
  const statements = cases.flatMap((id) => {
    const was = unsealed.get(id)?.was;
    return was?.statements ? [[id, spansInText(store, id, versions.get(id) ?? '', was)] as const] : [];
  });
  return {
    cases,
    statements: new Map(statements),
    since: Math.min(...cases.map((id) => unsealed.get(id)?.at ?? 0)),
  };
}
