import { copyFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { readDecisions, readVerdicts } from '../../src/store/decision-log.js';
import { openStore } from '../../src/store/open.js';
import { readRuns } from '../../src/store/run-table.js';
import { stateHash } from '../../src/store/state-hash.js';
import { fillProject, temporaryFolder, temporaryStore } from './sample-project.js';

// fixtures/version-1.db was made when 1 was the newest version, by
//   const store = openStore(path, { mode: 'create' }); fillProject(store); store.close();
// and made small by `PRAGMA page_size = 512; VACUUM;`. It is never made again: that is its use.
it('a project of schema version 1 opens and says what a project written today says', () => {
  const path = join(temporaryFolder(), 'old.db');
  copyFileSync('tests/store/fixtures/version-1.db', path);
  const today = temporaryStore();
  fillProject(today);
  for (const mode of ['read', 'write'] as const) {
    const old = openStore(path, { mode });
    expect(stateHash(old)).toBe(stateHash(today));
    expect(readDecisions(old)).toEqual(readDecisions(today));
    expect(readVerdicts(old)).toEqual(readVerdicts(today));
    expect(readRuns(old)).toEqual(readRuns(today));
    old.close();
  }
});
