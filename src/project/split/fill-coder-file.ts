import type { Decision } from '../../model/decisions/decision.js';
import { readAttributeTypes, saveAttributeType } from '../../store/attribute-type-table.js';
import { putAttribute } from '../../store/case-table.js';
import { codebooksInUse, saveCodebook } from '../../store/codebook-table.js';
import { readCoders, saveCoderGuid } from '../../store/coder-table.js';
import { readDecisions } from '../../store/decision-log.js';
import { readCaseVersions, setCurrentVersion } from '../../store/join/case-versions.js';
import { copyVersion } from '../../store/join/copy-version.js';
import { copyContents, readAllAttributes, readSettings } from '../../store/join/records.js';
import { setSetting } from '../../store/setting-table.js';
import type { Store } from '../../store/store.js';
import { isOfStructure } from '../../store/verdict-table.js';
import { recordJoined } from '../record-decisions.js';

/** What a coder is to code. */
export interface CoderWork {
  readonly coder: string;
  readonly cases: readonly string[];
}

/**
 * Fills a new project file with what one coder needs to code some cases: texts, codebooks with what was decided about codes,
 * settings, and what the coder said of these cases before; nothing that others said, and nothing that the program found.
 */
export function fillCoderFile(from: Store, to: Store, { coder, cases }: CoderWork): void {
  const wanted = new Set(cases);
  to.transaction(() => {
    copyContents(from, to, (name) => name);
    for (const { id, versions } of readCaseVersions(from)) {
      if (!wanted.has(id)) continue;
      for (const { version } of versions) copyVersion(from, to, id, version);
      const current = versions.find(({ isCurrent }) => isCurrent);
      if (current) setCurrentVersion(to, id, current.version);
    }
    for (const [caseId, values] of readAllAttributes(from)) {
      if (wanted.has(caseId)) for (const [name, value] of values) putAttribute(to, caseId, name, value);
    }
    for (const type of readAttributeTypes(from)) saveAttributeType(to, type);
    for (const { codebookId, contentHash } of codebooksInUse(from)) saveCodebook(to, codebookId, contentHash);
    for (const { name, guid } of readCoders(from)) if (guid !== null) saveCoderGuid(to, name, guid);
    const decisions = readDecisions(from).filter((one) => isForCoder(one, coder, wanted));
    recordJoined(to, decisions, decisions);
    for (const [name, value] of readSettings(from)) setSetting(to, name, value);
  });
}

function isForCoder(
  { target, ...decision }: Pick<Decision, 'target' | 'coder'>,
  coder: string,
  cases: ReadonlySet<string>,
): boolean {
  if (isOfStructure(target) || target.type === 'setting') return true;
  if (decision.coder !== coder) return false;
  if (target.type === 'passage' || target.type === 'done') return cases.has(target.caseId);
  return target.type === 'keyword' || target.type === 'mapping';
}
