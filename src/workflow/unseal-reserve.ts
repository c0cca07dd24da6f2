import { UserError } from '../errors.js';
import { type Codebook, GROWING } from '../model/codebook.js';
import type { Decision } from '../model/decisions/decision.js';
import { isReference } from '../model/evidence.js';
import type { MatrixRow } from '../model/table-rows.js';
import { casesToMine } from '../project/cases-to-mine.js';
import { type CodedThere, compareReserved, type NewCode } from '../project/compare-reserved.js';
import type { Context, ReadContext } from '../project/context.js';
import { frameworkInUse } from '../project/find-code.js';
import { currentPassages } from '../project/find-passages.js';
import { type Reserved, reservedBefore } from '../project/reserved-before.js';
import { isSealed } from '../project/sealed-places.js';
import { statedRelations } from '../project/stated-relations.js';
import { readCaseStandings } from '../store/case-standing-table.js';
import { currentVersions } from '../store/case-table.js';
import { readDecisions } from '../store/decision-log.js';
import type { DecideReport } from './follow-decisions.js';
import { makeTable } from './make-table.js';
import { unsealCases } from './seal-cases.js';
import { unsealStatements } from './seal-statements.js';

export type { NewCode } from '../project/compare-reserved.js';

/** What is held out: whole cases, or statements (sentences) of cases. */
export type ReserveUnit = 'case' | 'statement';

/** What reserved cases or statements brought that the others do not have. */
export interface ReserveTest {
  readonly unit: ReserveUnit;
  /** The reserved cases, or those of the reserved statements. */
  readonly reserved: readonly string[];
  /** The reserved statements that the current texts have; none where cases were reserved. */
  readonly statements: number;
  /** How many other cases count. */
  readonly others: number;
  readonly codebook: string;
  /** The codebook was given, and its codes known beforehand. */
  readonly isGiven: boolean;
  /** Those of the cases in which nothing that was reserved is coded by a person yet. */
  readonly uncoded: readonly string[];
  readonly codes: readonly NewCode[];
  /** Relations that were stated after the first of them was unsealed. */
  readonly relations: readonly { readonly from: string; readonly relation: string; readonly to: string }[];
}

/** What is unsealed, of which cases (all, where none is named); who does so, and why. */
export interface UnsealOptions {
  readonly unit?: ReserveUnit | undefined;
  readonly cases?: readonly string[] | undefined;
  readonly coder: string;
  readonly reason: string;
}

/** What was decided, and what the reserve brought. */
export interface UnsealReport {
  /** Null where nothing was sealed. */
  readonly decided: DecideReport | null;
  /** Cases that mining, once it has begun, has still to take up. */
  readonly notMined: readonly string[];
  readonly test: ReserveTest;
}

/**
 * Unseals reserved cases or statements; where none is sealed any more, nothing is decided. Reports what they brought: before they
 * are coded, what the program finds in them; after it, what people do. In statements only passages are compared, for keywords
 * are those of a whole case.
 * @throws UserError cases/unknown-case, reserve/nothing-reserved, tables/not-coded
 */
export async function unsealReserve(
  context: Context,
  { unit = 'case', cases = [], coder, reason }: UnsealOptions,
): Promise<UnsealReport> {
  const { store } = context;
  const [question, unseal] =
    unit === 'case' ? (['sealed', unsealCases] as const) : (['partly-sealed', unsealStatements] as const);
  const sealed = [...readCaseStandings(store, question).keys()];
  const opened = cases.length > 0 ? cases : sealed;
  if (opened.length === 0 && reservedBefore(store, question).cases.length === 0)
    throw new UserError('reserve/nothing-reserved', { unit });
  frameworkInUse(store);
  const decided = opened.length > 0 ? await unseal(context, { cases: opened, coder, reason }) : null;
  return {
    decided,
    notMined: casesToMine(store),
    test: testReserve(context, unit, reservedBefore(store, question)),
  };
}

/**
 * Compares what was unsealed with all else that counts, and unseals nothing.
 * @throws UserError tables/not-coded
 */
export function testReserve(context: ReadContext, unit: ReserveUnit, reserved: Reserved): ReserveTest {
  const { store } = context;
  const { codebook, codes } = frameworkInUse(store);
  const coded =
    unit === 'case' ? codedInCases(context, reserved) : codedInStatements(context, codebook, reserved);
  const judged = new Set(coded.flatMap((one) => (one.isReserved && one.confirmed > 0 ? one.caseId : [])));
  const stated = new Set(readDecisions(store).slice(reserved.since).filter(isRelation).map(keyOfRelation));
  return {
    unit,
    reserved: reserved.cases,
    statements: [...reserved.statements.values()].reduce((sum, spans) => sum + spans.length, 0),
    others: currentVersions(store).length - reserved.cases.length,
    codebook: codebook.id,
    isGiven: codebook.id !== GROWING.id,
    uncoded: reserved.cases.filter((id) => !judged.has(id)),
    codes: compareReserved(codebook, coded),
    relations: statedRelations(store, codebook.id)
      .filter(({ from, relation, to }) => stated.has(JSON.stringify([from.id, relation.kind, to.id])))
      .map(({ from, relation, to }) => ({
        from: codes.get(from.id)?.label.zh ?? from.label,
        relation: relation.kind,
        to: codes.get(to.id)?.label.zh ?? to.label,
      })),
  };
}

/** What is coded in cases, with the keywords that are mapped to codes. */
function codedInCases(context: ReadContext, { cases }: Reserved): CodedThere[] {
  const isReserved = new Set(cases);
  const rowsOf = (status: 'all' | 'confirmed') =>
    makeTable(context, { name: 'matrix', status }).rows as readonly MatrixRow[];
  const keyOf = ({ caseId, codeId }: MatrixRow) => `${caseId}\t${codeId}`;
  const confirmed = new Map(rowsOf('confirmed').map((row) => [keyOf(row), row]));
  return rowsOf('all')
    .filter(({ assignments, references }) => assignments + references > 0)
    .map((row) => ({
      caseId: row.caseId,
      codeId: row.codeId,
      references: row.references,
      confirmed: confirmed.get(keyOf(row))?.references ?? 0,
      isReserved: isReserved.has(row.caseId),
    }));
}

/** The passages that are coded, those that lie in a reserved statement and all others. */
function codedInStatements({ store }: ReadContext, { id }: Codebook, { statements }: Reserved): CodedThere[] {
  return currentPassages(store, id)
    .filter((one) => one.status !== 'rejected' && one.polarity === 'supports' && isReference(one))
    .map((one) => ({
      caseId: one.caseId,
      codeId: one.codeId,
      references: 1,
      confirmed: Number(one.status === 'confirmed'),
      isReserved: isSealed(one, statements.get(one.caseId) ?? []),
    }));
}

const isRelation = ({ kind, target }: Decision) => kind === 'relate' && target.type === 'relation';

function keyOfRelation({ target }: Decision): string {
  return target.type === 'relation' ? JSON.stringify([target.from, target.kind, target.to]) : '';
}
