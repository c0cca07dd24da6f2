import { copyFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { readCase } from '../../src/store/case-table.js';
import { readNormalizedText } from '../../src/store/normalized-text-table.js';
import { openStore } from '../../src/store/open.js';
import { stateHash } from '../../src/store/state-hash.js';
import {
  CLEAN_LONG,
  fillProject,
  fillVersion2,
  fillVersion4,
  LONG,
  temporaryFolder,
  temporaryStore,
} from './sample-project.js';

// fixtures/version-4.db was made when 4 was the newest version, as version-1.db was when 1 was, by
// fillProject(store), fillVersion2(store) and fillVersion4(store). It is never made again.
it('a project of schema version 4 opens and says what a project written today says', () => {
  const path = join(temporaryFolder(), 'old.db');
  copyFileSync('tests/store/fixtures/version-4.db', path);
  const today = temporaryStore();
  fillProject(today);
  fillVersion2(today);
  fillVersion4(today);
  for (const mode of ['read', 'write'] as const) {
    const old = openStore(path, { mode });
    expect(stateHash(old)).toBe(stateHash(today));
    expect(readCase(old, LONG.id)).toEqual(LONG);
    expect(readNormalizedText(old, LONG.id, LONG.version)).toEqual(CLEAN_LONG);
    old.close();
  }
});
