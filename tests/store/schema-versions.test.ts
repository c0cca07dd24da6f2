import { copyFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { readAttributeTypes } from '../../src/store/attribute-type-table.js';
import { readCaseFile } from '../../src/store/case-file-table.js';
import { readDecisions, readVerdicts } from '../../src/store/decision-log.js';
import { openStore } from '../../src/store/open.js';
import { readRuns } from '../../src/store/run-table.js';
import { stateHash } from '../../src/store/state-hash.js';
import type { Store } from '../../src/store/store.js';
import { fillProject, fillVersion2, GANSU, temporaryFolder, temporaryStore } from './sample-project.js';

const fillTwice = (store: Store) => {
  fillProject(store);
  fillVersion2(store);
};

// fixtures/version-n.db was made when n was the newest version, by
//   const store = openStore(path, { mode: 'create' }); fill(store); store.close();
// and made small by `PRAGMA page_size = 512; VACUUM;`. It is never made again: that is its use.
it.each([
  [1, fillProject],
  [2, fillTwice],
  [3, fillTwice],
] as const)(
  'a project of schema version %i opens and says what a project written today says',
  (version, fill) => {
    const path = join(temporaryFolder(), 'old.db');
    copyFileSync(`tests/store/fixtures/version-${version}.db`, path);
    const today = temporaryStore();
    fill(today);
    for (const mode of ['read', 'write'] as const) {
      const old = openStore(path, { mode });
      expect(stateHash(old)).toBe(stateHash(today));
      expect(readDecisions(old)).toEqual(readDecisions(today));
      expect(readVerdicts(old)).toEqual(readVerdicts(today));
      expect(readRuns(old)).toEqual(readRuns(today));
      expect(readCaseFile(old, GANSU.id, GANSU.version)).toEqual(
        readCaseFile(today, GANSU.id, GANSU.version),
      );
      expect(readAttributeTypes(old)).toEqual(readAttributeTypes(today));
      old.close();
    }
  },
);
