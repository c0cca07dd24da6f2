import type { Finding } from '../../../model/audit-finding.js';
import type { AuditedStudy, Check } from './audited-study.js';
import { checkCounts, checkRows, checkStatedTwice, checkUnions, checkUnprinted } from './check-counts.js';
import { checkCodes, checkEquated, checkListed, checkParents, checkPlaces } from './check-places.js';
import { checkOrder, checkRepeats, checkShares } from './check-rows.js';
import { checkParentSums, checkSums, checkTotals, checkValues } from './check-sums.js';

const CHECKS: readonly Check[] = [
  checkStatedTwice,
  checkCounts,
  checkUnions,
  checkUnprinted,
  checkRows,
  checkSums,
  checkTotals,
  checkParentSums,
  checkValues,
  checkShares,
  checkOrder,
  checkRepeats,
  checkPlaces,
  checkListed,
  checkCodes,
  checkParents,
  checkEquated,
];

/**
 * Holds the statements and tables of a study against each other and against a codebook. Contradictions come
 * first, remarks last, each in the order of the checks and of the tables.
 */
export function auditStudy(audited: AuditedStudy): Finding[] {
  const findings = CHECKS.flatMap((check) => check(audited));
  const isRemark = ({ severity }: Finding) => severity === 'remark';
  return [...findings.filter((one) => !isRemark(one)), ...findings.filter(isRemark)];
}
