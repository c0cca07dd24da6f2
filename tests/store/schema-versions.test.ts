import { copyFileSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { expect, it } from 'vitest';
import type { Case } from '../../src/model/case.js';
import { readAttributeTypes } from '../../src/store/attribute-type-table.js';
import { readCaseFile } from '../../src/store/case-file-table.js';
import { caseIds, readCase } from '../../src/store/case-table.js';
import { readStoredPassages } from '../../src/store/coded-passage-table.js';
import { readDecisions } from '../../src/store/decision-log.js';
import { readNormalizedText } from '../../src/store/normalized-text-table.js';
import { openStore } from '../../src/store/open.js';
import { readRegions, readTextScope } from '../../src/store/region-table.js';
import { readRuns } from '../../src/store/run-table.js';
import { stateHash } from '../../src/store/state-hash.js';
import { wasShown } from '../../src/store/suggestion-table.js';
import { readTaughtWords } from '../../src/store/taught-word-table.js';
import { readVerdicts } from '../../src/store/verdict-table.js';
import { fillUpTo, temporaryFolder, temporaryStore } from './sample-project.js';

// fixtures/version-n.db was made when n was the newest version, by
//   const store = openStore(path, { mode: 'create' }); fillUpTo(store); store.close();
// and made small by `PRAGMA page_size = 512; VACUUM;`. It is never made again: that is its use.
it.each([1, 2, 3, 4, 7, 8, 9, 10, 11, 12, 13, 16, 18, 19, 20, 21, 24, 25, 26, 27, 28, 29, 30, 31])(
  'a project of schema version %i opens and says what a project written today says',
  (version) => {
    const path = join(temporaryFolder(), 'old.db');
    copyFileSync(`tests/store/fixtures/version-${version}.db`, path);
    const today = temporaryStore();
    fillUpTo(today, version);
    for (const mode of ['read', 'write'] as const) {
      const old = openStore(path, { mode });
      expect(stateHash(old)).toBe(stateHash(today));
      expect(readDecisions(old)).toEqual(readDecisions(today));
      expect(readVerdicts(old)).toEqual(readVerdicts(today));
      expect(readRuns(old)).toEqual(readRuns(today));
      expect(readAttributeTypes(old)).toEqual(readAttributeTypes(today));
      for (const id of caseIds(today, { scope: 'all' })) {
        const { version } = readCase(today, id) as Case;
        expect(readCase(old, id)).toEqual(readCase(today, id));
        expect(readNormalizedText(old, id, version)).toEqual(readNormalizedText(today, id, version));
        expect(readRegions(old, id, version)).toEqual(readRegions(today, id, version));
        expect(readTextScope(old, id, version)).toEqual(readTextScope(today, id, version));
        expect(readCaseFile(old, id, version)).toEqual(readCaseFile(today, id, version));
      }
      const coded = { codebookId: 'six-pillars' };
      expect(readStoredPassages(old, coded)).toEqual(readStoredPassages(today, coded));
      const shown = { ...coded, coder: '王', word: '车间', codeId: 'workshop' };
      expect(wasShown(old, shown)).toBe(wasShown(today, shown));
      old.close();
    }
  },
);

it('words that people ever accepted before version 8 are in doubt, so that the next mining sees to them', () => {
  const path = join(temporaryFolder(), 'old.db');
  copyFileSync('tests/store/fixtures/version-7.db', path);
  const version7 = new Database(path);
  const insert = version7.prepare(
    `INSERT INTO decision (id, coder, time, kind, group_name, word, aspect, after, reason, suggestion_shown)
     VALUES (?, '李', '2026-01-01T00:00:00Z', ?, '*', ?, 'screening', json_object('kind', ?, 'into', ?), '', 0)`,
  );
  for (const [id, kind, word, into] of [
    ['5', 'keep', '甲', null],
    ['6', 'add', '乙', null],
    ['7', 'fold', '丙', '丁'],
    ['8', 'drop', '甲', null],
  ]) {
    insert.run(id, kind, word, kind, into);
  }
  version7.close();
  const store = openStore(path, { mode: 'write' });
  const inDoubt = ['丁', '乙', '甲'];
  expect(readTaughtWords(store, 1)).toEqual(new Map(inDoubt.map((word) => [word, null])));
  store.close();
});
