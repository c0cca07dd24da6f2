import { UserError } from '../errors.js';
import { GROWING } from '../model/codebook.js';
import type { Decision } from '../model/decisions/decision.js';
import type { MatrixRow } from '../model/table-rows.js';
import type { Context, ReadContext } from '../project/context.js';
import { frameworkInUse } from '../project/find-code.js';
import { statedRelations } from '../project/stated-relations.js';
import { readCaseStandings } from '../store/case-standing-table.js';
import { currentVersions } from '../store/case-table.js';
import { readDecisions } from '../store/decision-log.js';
import { compareByCodePoint } from '../text/code-points.js';
import type { DecideReport } from './follow-decisions.js';
import { makeTable } from './make-table.js';
import { unsealCases } from './seal-cases.js';

/** A code that the reserved cases brought. */
export interface NewCode {
  readonly code: string;
  readonly level: { readonly zh: string; readonly en: string };
  /** Whether it is a concept, of the lowest level, or a category above. */
  readonly isConcept: boolean;
  readonly cases: readonly string[];
  /** Passages, and those of them that a person coded or confirmed. */
  readonly references: number;
  readonly confirmed: number;
}

/** What reserved cases brought that the others do not have. */
export interface ReserveTest {
  readonly reserved: readonly string[];
  /** How many other cases count. */
  readonly others: number;
  readonly codebook: string;
  /** The codebook was given, and its codes known beforehand. */
  readonly isGiven: boolean;
  /** Reserved cases in which nothing is coded by a person yet. */
  readonly uncoded: readonly string[];
  readonly codes: readonly NewCode[];
  /** Relations that were stated after the cases were unsealed. */
  readonly relations: readonly { readonly from: string; readonly relation: string; readonly to: string }[];
}

/** Which cases are unsealed, all that are sealed where none is named; who does so, and why. */
export interface UnsealOptions {
  readonly cases?: readonly string[] | undefined;
  readonly coder: string;
  readonly reason: string;
}

/**
 * Unseals reserved cases; where none is sealed any more, nothing is decided. Reports what they brought: before they are coded,
 * what the program finds in them; after it, what people do.
 * @throws UserError cases/unknown-case, reserve/nothing-reserved, tables/not-coded
 */
export async function unsealReserve(
  context: Context,
  { cases = [], coder, reason }: UnsealOptions,
): Promise<{ readonly decided: DecideReport | null; readonly test: ReserveTest }> {
  const sealed = [...readCaseStandings(context.store, 'sealed').keys()];
  const opened = cases.length > 0 ? cases : sealed;
  if (opened.length === 0 && reservedBefore(context).size === 0)
    throw new UserError('reserve/nothing-reserved', {});
  frameworkInUse(context.store);
  const decided = opened.length > 0 ? await unsealCases(context, { cases: opened, coder, reason }) : null;
  return { decided, test: testReserve(context) };
}

/** Compares the cases that were unsealed with all others that count. */
function testReserve(context: ReadContext): ReserveTest {
  const { store } = context;
  const { codebook, codes } = frameworkInUse(store);
  const unsealed = reservedBefore(context);
  const still = readCaseStandings(store, 'sealed');
  const reserved = [...unsealed.keys()].filter((id) => !still.has(id)).sort(compareByCodePoint);
  const isReserved = new Set(reserved);
  const rowsOf = (status: 'all' | 'confirmed') =>
    (makeTable(context, { name: 'matrix', status }).rows as readonly MatrixRow[]).filter(
      ({ assignments, references }) => assignments + references > 0,
    );
  const all = rowsOf('all');
  const confirmed = rowsOf('confirmed').filter(({ caseId }) => isReserved.has(caseId));
  const known = new Set(all.filter(({ caseId }) => !isReserved.has(caseId)).map(({ codeId }) => codeId));
  const lowest = codebook.levels.at(-1)?.id;
  const brought = codebook.codes.flatMap(({ id, label, level }): NewCode[] => {
    const own = all.filter(({ codeId, caseId }) => codeId === id && isReserved.has(caseId));
    if (known.has(id) || own.length === 0) return [];
    return [
      {
        code: label.zh,
        level: codebook.levels.find((one) => one.id === level)?.name ?? { zh: level, en: level },
        isConcept: level === lowest,
        cases: own.map(({ caseId }) => caseId),
        references: sum(own),
        confirmed: sum(confirmed.filter(({ codeId }) => codeId === id)),
      },
    ];
  });
  const coded = new Set(confirmed.map(({ caseId }) => caseId));
  const since = Math.min(...reserved.map((id) => unsealed.get(id) ?? 0));
  const stated = new Set(readDecisions(store).slice(since).filter(isRelation).map(keyOfRelation));
  return {
    reserved,
    others: currentVersions(store).length - reserved.length,
    codebook: codebook.id,
    isGiven: codebook.id !== GROWING.id,
    uncoded: reserved.filter((id) => !coded.has(id)),
    codes: brought,
    relations: statedRelations(store, codebook.id)
      .filter(({ from, relation, to }) => stated.has(JSON.stringify([from.id, relation.kind, to.id])))
      .map(({ from, relation, to }) => ({
        from: codes.get(from.id)?.label.zh ?? from.label,
        relation: relation.kind,
        to: codes.get(to.id)?.label.zh ?? to.label,
      })),
  };
}

/** The cases that were sealed and unsealed, each with the place in the log after it was unsealed last. */
function reservedBefore({ store }: ReadContext): Map<string, number> {
  const found = new Map<string, number>();
  for (const [at, { kind, target }] of readDecisions(store).entries()) {
    if (kind === 'unseal' && target.type === 'case') found.set(target.caseId, at + 1);
  }
  return found;
}

const isRelation = ({ kind, target }: Decision) => kind === 'relate' && target.type === 'relation';

function keyOfRelation({ target }: Decision): string {
  return target.type === 'relation' ? JSON.stringify([target.from, target.kind, target.to]) : '';
}

const sum = (rows: readonly MatrixRow[]) => rows.reduce((total, { references }) => total + references, 0);
