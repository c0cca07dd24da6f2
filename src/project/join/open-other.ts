import { join } from 'node:path';
import type { Engine } from '../../engine/engine.js';
import { readCaseAliases } from '../../store/case-alias-table.js';
import { readCaseVersions } from '../../store/join/case-versions.js';
import { openStore } from '../../store/open.js';
import { renameCase } from '../../store/rename-case.js';
import type { Store } from '../../store/store.js';
import { findSameTexts, type SameCase } from './find-same-texts.js';

/** Another project as it is joined: its cases have the ids that they are to have. */
export interface OtherProject {
  readonly other: Store;
  /** Cases that the projects know by two ids. */
  readonly sameCases: readonly SameCase[];
  readonly close: () => void;
}

/** Opens another project for reading; where cases of it are to have other ids, a copy of it in which they have them. */
export function openOther(store: Store, path: string, engine: Engine): OtherProject {
  const other = openStore(path, { mode: 'read' });
  const sameCases = findSameTexts(casesOf(store), casesOf(other));
  const renamed = sameCases.filter(({ there, id }) => there !== id);
  if (renamed.length === 0) return { other, sameCases, close: () => other.close() };
  const { folder, close } = engine.openSpillFolder();
  const file = join(folder, 'other.db');
  other.copyTo(file);
  other.close();
  const copy = openStore(file, { mode: 'write' });
  copy.transaction(() => {
    for (const { there, id } of renamed) renameCase(copy, there, id);
  });
  const closeCopy = () => {
    copy.close();
    close();
  };
  return { other: copy, sameCases, close: closeCopy };
}

function casesOf(store: Store) {
  return { cases: readCaseVersions(store), aliases: readCaseAliases(store) };
}
