import { guidOf } from '../../formats/refi-qda/guid.js';
import { readAttributeTypes } from '../../store/attribute-type-table.js';
import { readCaseAliases } from '../../store/case-alias-table.js';
import { codebooksInUse } from '../../store/codebook-table.js';
import { readCoders } from '../../store/coder-table.js';
import { readLogEntries } from '../../store/decision-log.js';
import { readCaseVersions } from '../../store/join/case-versions.js';
import { contentHashes, readAllAttributes, readSettings } from '../../store/join/records.js';
import { readMinedState } from '../../store/join/statistics.js';
import { latestRun } from '../../store/run-table.js';
import type { Store } from '../../store/store.js';
import { codebooksToDerive, isUpToDate } from '../derived-products.js';
import type { JoinSide, NamedCoder } from './join-side.js';

/** Reads of a project what a join has to know. */
export function readSide(store: Store): JoinSide {
  return {
    cases: readCaseVersions(store),
    aliases: readCaseAliases(store),
    attributes: readAllAttributes(store),
    attributeTypes: readAttributeTypes(store),
    codebooks: codebooksInUse(store),
    contents: contentHashes(store),
    settings: readSettings(store),
    coders: namedCoders(store),
    log: { [Symbol.iterator]: () => readLogEntries(store) },
    mined: readMinedState(store),
    codedAt: latestRun(store, 'code')?.time ?? '',
    isUpToDate: isUpToDate(store),
    isGrown: codebooksToDerive(store).some(({ codebookId }) => codebookId === ''),
  };
}

/** The coders of a project with the GUIDs that exchange files know them by, in code point order of their names. */
export function namedCoders(store: Store): NamedCoder[] {
  return readCoders(store).map(({ name, guid }) => ({
    name,
    guid: guid ?? guidOf(`coder ${name}`),
    isGiven: guid !== null,
  }));
}
