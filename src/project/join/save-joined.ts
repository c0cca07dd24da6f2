import { saveAttributeType } from '../../store/attribute-type-table.js';
import { readCaseAliases, saveCaseAlias } from '../../store/case-alias-table.js';
import { putAttribute } from '../../store/case-table.js';
import { saveCodebook } from '../../store/codebook-table.js';
import { saveCoderGuid } from '../../store/coder-table.js';
import { putCountedKinds } from '../../store/counted-terms.js';
import { describeVersion, setCurrentVersion } from '../../store/join/case-versions.js';
import { copyFileOf, copyVersion } from '../../store/join/copy-version.js';
import { copyContents, copyRuns } from '../../store/join/records.js';
import { adoptStatistics } from '../../store/join/statistics.js';
import { setSetting } from '../../store/setting-table.js';
import type { Store } from '../../store/store.js';
import { saveAttributeTypes } from '../type-attributes.js';
import type { JoinPlan } from './plan-join.js';

/** Takes over from another project what its decisions rest on: cases, contents, runs, settings, coders and statistics. */
export function saveGround(from: Store, to: Store, plan: JoinPlan): void {
  const { cases, settings, coders, statistics } = plan;
  copyContents(from, to, coders.nameOf);
  for (const { caseId, version } of cases.copied) copyVersion(from, to, caseId, version);
  for (const { caseId, version } of cases.changed) setCurrentVersion(to, caseId, version);
  for (const { caseId, ...version } of cases.described) describeVersion(to, caseId, version);
  for (const { caseId, version } of cases.fromFiles) copyFileOf(from, to, caseId, version);
  for (const [alias, caseId] of readCaseAliases(from)) saveCaseAlias(to, alias, caseId);
  for (const { caseId, name, value } of settings.attributes) putAttribute(to, caseId, name, value);
  for (const type of settings.attributeTypes) saveAttributeType(to, type);
  saveAttributeTypes(to, {});
  copyRuns(from, to);
  for (const { codebookId, contentHash } of settings.codebooks) saveCodebook(to, codebookId, contentHash);
  for (const { name, value } of settings.settings) saveSetting(to, name, value);
  for (const { name, guid } of coders.withGuid) saveCoderGuid(to, name, guid);
  const source = statistics.take === 'new' ? statistics.from : statistics.take;
  if (source === 'there') adoptStatistics(from, to);
}

function saveSetting(store: Store, name: string, value: string): void {
  // Which terms count follows from the regions that do.
  if (name === 'regions') putCountedKinds(store, value);
  else setSetting(store, name, value);
}

/** Whether a join changes what all derived rows follow from, or finds rows that do not follow from it. */
export function changesGround({ cases, settings, statistics, isUpToDate }: JoinPlan): boolean {
  return (
    !isUpToDate ||
    cases.copied.length + cases.changed.length > 0 ||
    settings.settings.length + settings.codebooks.length + settings.attributes.length > 0 ||
    !['same', 'here'].includes(statistics.take)
  );
}
