import { copyFileSync, readdirSync, readFileSync, renameSync, rmSync, statSync } from 'node:fs';
import { basename, dirname } from 'node:path';
import { describe, expect, it } from 'vitest';
import { caseIds, saveCases } from '../../src/store/case-table.js';
import { openStore } from '../../src/store/open.js';
import { GANSU, JIANGSU, temporaryStore } from './sample-project.js';

/** What becomes of the file of a project that is open. */
const happenings: Readonly<Record<string, (path: string) => void>> = {
  moved: (path) => renameSync(path, `${path}.moved`),
  removed: (path) => rmSync(path),
  replaced: (path) => {
    copyFileSync(path, `${path}.other`);
    renameSync(`${path}.other`, path);
  },
};

// Windows lets nobody do so with an open file.
describe.skipIf(process.platform === 'win32')('a project file that is no longer where it was', () => {
  it.each(Object.entries(happenings))(
    'takes nothing once it was %s, and leaves no journal to another',
    (_, happen) => {
      const store = temporaryStore();
      const { path } = store;
      saveCases(store, [GANSU]);
      happen(path);
      expect(() => saveCases(store, [JIANGSU])).toThrow(expect.objectContaining({ code: 'store/moved' }));
      expect(caseIds(store)).toEqual([GANSU.id]);
      store.close();
      expect(readdirSync(dirname(path)).filter((name) => /-(wal|shm|journal)$/.test(name))).toEqual([]);
    },
  );

  it('has in it what was saved before, and takes more when it is back', () => {
    const store = temporaryStore();
    const { path } = store;
    saveCases(store, [GANSU]);
    renameSync(path, `${path}.moved`);
    expect(() => saveCases(store, [JIANGSU])).toThrow();
    renameSync(`${path}.moved`, path);
    saveCases(store, [JIANGSU]);
    store.close();
    const again = openStore(path, { mode: 'read' });
    expect(caseIds(again)).toEqual([JIANGSU.id, GANSU.id]);
    again.close();
    expect(readdirSync(dirname(path))).toContain(basename(path));
  });

  it('takes nothing once another was written over it, and leaves that one as it is', () => {
    const other = temporaryStore();
    saveCases(other, [JIANGSU]);
    other.close();
    const store = temporaryStore();
    const { path } = store;
    saveCases(store, [GANSU]);
    copyFileSync(other.path, path);
    expect(() => saveCases(store, [JIANGSU])).toThrow(expect.objectContaining({ code: 'store/moved' }));
    store.checkpoint();
    store.close();
    expect(readFileSync(path).equals(readFileSync(other.path))).toBe(true);
    expect(readdirSync(dirname(path))).toEqual([basename(path)]);
  });
});

it.skipIf(process.platform !== 'linux')(
  'an open project keeps its lock on the file when the process opens and closes it once more',
  () => {
    const store = temporaryStore();
    saveCases(store, [GANSU]);
    openStore(store.path, { mode: 'read' }).close();
    const { ino } = statSync(store.path);
    expect(readFileSync('/proc/locks', 'utf8')).toMatch(new RegExp(`:${ino} `));
    store.close();
  },
);
