import { copyFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { readAttributeTypes } from '../../src/store/attribute-type-table.js';
import { readCaseFile } from '../../src/store/case-file-table.js';
import { openStore } from '../../src/store/open.js';
import { stateHash } from '../../src/store/state-hash.js';
import { fillProject, fillVersion2, GANSU, temporaryFolder, temporaryStore } from './sample-project.js';

// fixtures/version-3.db was made when 3 was the newest version, as version-1.db was when 1 was, by
// fillProject(store) and fillVersion2(store). It is never made again.
it('a project of schema version 3 opens and says what a project written today says', () => {
  const path = join(temporaryFolder(), 'old.db');
  copyFileSync('tests/store/fixtures/version-3.db', path);
  const today = temporaryStore();
  fillProject(today);
  fillVersion2(today);
  for (const mode of ['read', 'write'] as const) {
    const old = openStore(path, { mode });
    expect(stateHash(old)).toBe(stateHash(today));
    expect(readCaseFile(old, GANSU.id, GANSU.version)).toEqual(readCaseFile(today, GANSU.id, GANSU.version));
    expect(readAttributeTypes(old)).toEqual(readAttributeTypes(today));
    old.close();
  }
});
