import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { expect, it } from 'vitest';
import { storeError } from '../../src/store/sqlite-error.js';
import { temporaryFolder } from './sample-project.js';

const cannotOpen = new Database.SqliteError('unable to open database file', 'SQLITE_CANTOPEN');

it('names the changes beside a file that nobody may write there to read', () => {
  const path = join(temporaryFolder(), 'zhagen.db');
  writeFileSync(`${path}-wal`, '');
  expect(storeError(cannotOpen, path)).toMatchObject({ code: 'store/cannot-open', params: { path } });
  writeFileSync(`${path}-wal`, 'changes');
  expect(storeError(cannotOpen, path)).toMatchObject({ code: 'store/unread-journal', params: { path } });
});
