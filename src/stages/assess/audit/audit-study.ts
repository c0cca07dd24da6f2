import type { AuditedStatement, Finding } from '../../../model/audit-finding.js';
import type { AuditedStudy, Check } from './audited-study.js';
import { checkCounts, checkRows, checkStatedTwice, checkUnions, checkUnprinted } from './check-counts.js';
import { checkDerived, checkShares } from './check-derived.js';
import { checkCodes, checkEquated, checkListed, checkParents, checkPlaces } from './check-places.js';
import { checkAgreement, checkStatedShares } from './check-ratios.js';
import { checkOrder, checkRepeats } from './check-rows.js';
import { checkSums } from './check-sums.js';
import { checkParentSums, checkTotals } from './check-totals.js';
import { checkPrintedValues, checkStatedValues } from './check-values.js';
import { mergeFindings } from './merge-findings.js';
import { listStatements } from './statements.js';

const CHECKS: readonly Check[] = [
  checkStatedTwice,
  checkCounts,
  checkUnions,
  checkUnprinted,
  checkRows,
  checkSums,
  checkTotals,
  checkParentSums,
  checkPrintedValues,
  checkStatedValues,
  checkShares,
  checkDerived,
  checkStatedShares,
  checkAgreement,
  checkOrder,
  checkRepeats,
  checkPlaces,
  checkListed,
  checkCodes,
  checkParents,
  checkEquated,
];

/** What an audit compared and what it found. */
export interface Audit {
  /** Contradictions first, remarks last, each in the order of the checks and of the tables. */
  readonly findings: readonly Finding[];
  readonly statements: readonly AuditedStatement[];
}

/** Compares the statements and tables of a study with each other and with a codebook. */
export function auditStudy(audited: AuditedStudy): Audit {
  const comparisons = CHECKS.flatMap((check) => check(audited));
  const findings = mergeFindings(comparisons.flatMap(({ finding }) => finding ?? []));
  const isRemark = ({ severity }: Finding) => severity === 'remark';
  return {
    findings: [...findings.filter((one) => !isRemark(one)), ...findings.filter(isRemark)],
    statements: listStatements(audited, comparisons),
  };
}
