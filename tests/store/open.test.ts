import { createHash } from 'node:crypto';
import {
  chmodSync,
  chownSync,
  copyFileSync,
  cpSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import Database from 'better-sqlite3';
import { describe, expect, it } from 'vitest';
import { UserError } from '../../src/errors.js';
import { caseIds, saveCases } from '../../src/store/case-table.js';
import { openStore, type StoreMode } from '../../src/store/open.js';
import { stateHash } from '../../src/store/state-hash.js';
import { compileStore, outputOf, startCramped, startScript } from './compiled-store.js';
import { fillProject, GANSU, JIANGSU, makeCase, temporaryFolder, temporaryStore } from './sample-project.js';

const MODES: readonly StoreMode[] = ['create', 'write', 'read'];
const NOBODY = 65534;

function problemOf(work: () => unknown): unknown {
  try {
    work();
  } catch (error) {
    if (error instanceof UserError) return { code: error.code, ...error.params };
    throw error;
  }
  return undefined;
}

function digest(path: string): string {
  return createHash('sha256').update(readFileSync(path)).digest('hex');
}

function isFile(path: string): boolean {
  return statSync(path).isFile();
}

function foreignDatabase(path: string): void {
  const database = new Database(path);
  database.pragma('journal_mode = WAL');
  database.exec('CREATE TABLE notes (text)');
  database.close();
}

describe('a project', () => {
  it('is one file once it is closed, and a copy of that file is the project', () => {
    const folder = temporaryFolder();
    const path = join(folder, '项目.db');
    const store = openStore(path, { mode: 'create' });
    fillProject(store);
    const hash = stateHash(store);
    expect(readdirSync(folder)).toContain('项目.db-wal');
    store.close();
    store.close();
    expect(readdirSync(folder)).toEqual(['项目.db']);

    const copy = join(temporaryFolder(), 'copy.db');
    copyFileSync(path, copy);
    for (const mode of MODES) {
      const again = openStore(copy, { mode });
      expect(stateHash(again)).toBe(hash);
      again.close();
    }
    expect(readdirSync(dirname(copy))).toEqual(['copy.db']);
  });

  it('is not changed by reading, and refuses to be written then', () => {
    const { path } = filledProject();
    const bytes = digest(path);
    const store = openStore(path, { mode: 'read' });
    stateHash(store);
    expect(problemOf(() => saveCases(store, [makeCase('新', '新')]))).toEqual({
      code: 'store/read-only',
      path,
    });
    store.close();
    expect(digest(path)).toBe(bytes);
  });

  it('can be read while another process writes it, and sees what was finished', () => {
    const writer = temporaryStore();
    saveCases(writer, [GANSU]);
    const reader = openStore(writer.path, { mode: 'read' });
    const seen = writer.transaction(() => {
      saveCases(writer, [JIANGSU]);
      return caseIds(reader);
    });
    expect([seen, caseIds(reader)]).toEqual([[GANSU.id], [JIANGSU.id, GANSU.id]]);
    writer.close();
    expect(caseIds(reader)).toHaveLength(2);
    reader.close();
  });

  it('keeps a second writer waiting, then says it is busy', () => {
    const first = temporaryStore();
    const second = openStore(first.path, { mode: 'write' });
    second.all('PRAGMA busy_timeout = 50');
    first.transaction(() => {
      expect(problemOf(() => saveCases(second, [GANSU]))).toEqual({ code: 'store/busy', path: first.path });
    });
    saveCases(second, [GANSU]);
    second.close();
    first.close();
    expect(readdirSync(dirname(first.path))).toEqual(['zhagen.db']);
  });

  it('takes all of a transaction or nothing, also inside another', () => {
    const store = temporaryStore();
    store.transaction(() => {
      saveCases(store, [GANSU]);
      expect(() =>
        store.transaction(() => {
          saveCases(store, [JIANGSU]);
          throw new Error('stop');
        }),
      ).toThrow('stop');
    });
    expect(caseIds(store)).toEqual([GANSU.id]);
  });
});

describe('opening', () => {
  it('leaves no file behind when nothing came into a new project', () => {
    const folder = temporaryFolder();
    const store = openStore(join(folder, 'new.db'), { mode: 'create' });
    const failedImport = () =>
      store.transaction(() => {
        saveCases(store, [GANSU]);
        throw new Error('bad file');
      });
    expect(failedImport).toThrow('bad file');
    store.close();
    expect(readdirSync(folder)).toEqual([]);
  });

  it('names a database that is not there, and makes none', () => {
    const path = join(temporaryFolder(), 'none.db');
    for (const mode of ['write', 'read'] as const) {
      expect(problemOf(() => openStore(path, { mode }))).toEqual({ code: 'store/missing-database', path });
    }
    expect(existsSync(path)).toBe(false);
  });

  it.each([
    ['a text', (path: string) => writeFileSync(path, '案例一。'.repeat(100))],
    ['a folder', (path: string) => mkdirSync(path)],
    ['another program’s database', foreignDatabase],
  ])('refuses %s and leaves it as it was', (_, make) => {
    const folder = temporaryFolder();
    const path = join(folder, 'x.db');
    make(path);
    const before = readdirSync(folder, { recursive: true });
    const bytes = isFile(path) && digest(path);
    for (const mode of MODES) {
      expect(problemOf(() => openStore(path, { mode }))).toEqual({ code: 'store/not-a-project', path });
    }
    expect(readdirSync(folder, { recursive: true })).toEqual(before);
    expect(isFile(path) && digest(path)).toBe(bytes);
  });

  it('makes a project of an empty file when it may, else refuses it', () => {
    const path = join(temporaryFolder(), 'empty.db');
    writeFileSync(path, '');
    expect(problemOf(() => openStore(path, { mode: 'write' }))).toEqual({
      code: 'store/not-a-project',
      path,
    });
    openStore(path, { mode: 'create' }).close();
    openStore(path, { mode: 'write' }).close();
  });

  it('refuses a project of a newer version and leaves it as it was', () => {
    const { path } = filledProject();
    const database = new Database(path);
    database.pragma('user_version = 99');
    database.close();
    const bytes = digest(path);
    for (const mode of MODES) {
      expect(problemOf(() => openStore(path, { mode }))).toEqual({
        code: 'store/newer-version',
        path,
        found: 99,
        known: readdirSync(new URL('../../src/store/migrations/', import.meta.url)).length,
      });
    }
    expect(digest(path)).toBe(bytes);
  });

  it('names the reason when the folder is missing or the file is damaged', () => {
    const path = join(temporaryFolder(), 'none/zhagen.db');
    expect(problemOf(() => openStore(path, { mode: 'create' }))).toMatchObject({
      code: 'store/cannot-open',
      reason: expect.stringContaining('ENOENT'),
    });
    const damaged = filledProject().path;
    writeFileSync(damaged, readFileSync(damaged).fill(7, 4096, 40_000));
    const read = () => {
      const store = openStore(damaged, { mode: 'read' });
      try {
        return stateHash(store);
      } finally {
        store.close();
      }
    };
    expect(problemOf(read)).toMatchObject({ code: 'store/damaged', path: damaged });
  });

  it('says what to do about a missing SQLite addon', async () => {
    const folder = compileStore();
    const installed = join(process.cwd(), 'node_modules');
    rmSync(join(folder, 'node_modules'));
    for (const name of ['zod', 'bindings', 'file-uri-to-path']) {
      mkdirSync(join(folder, 'node_modules'), { recursive: true });
      symlinkSync(join(installed, name), join(folder, 'node_modules', name));
    }
    for (const part of ['lib', 'package.json']) {
      const place = join('better-sqlite3', part);
      cpSync(join(installed, place), join(folder, 'node_modules', place), { recursive: true });
    }
    const script = `import { openStore } from './store/open.js';
      try { openStore('new.db', { mode: 'create' }); } catch ({ code, params }) { console.log(code, params.addon); }`;
    expect(await outputOf(startScript(folder, script))).toBe('segment/addon-missing better-sqlite3\n');
    expect(existsSync(join(folder, 'new.db'))).toBe(false);
  });
});

describe('a full disk', () => {
  it('lets no half-made project stand', async (context) => {
    context.skip(process.platform === 'win32', 'Windows has no limit of file sizes');
    const folder = compileStore();
    const script = `import { openStore } from './store/open.js';
      try { openStore('new.db', { mode: 'create' }); } catch ({ code, message }) { console.log(code ?? message); }`;
    expect(await outputOf(startCramped(folder, script))).toMatch(/^store\/(disk-full|cannot-write)\n$/);
    expect(readdirSync(folder).filter((name) => name.startsWith('new.db'))).toEqual([]);
  });

  it('is named, and the project stays as it was', () => {
    const store = temporaryStore();
    fillProject(store);
    const before = stateHash(store);
    // SQLite takes a reached page limit as it takes a disk without room: SQLITE_FULL.
    const pages = store.get<{ page_count: number }>('PRAGMA page_count')?.page_count ?? 0;
    store.all(`PRAGMA max_page_count = ${pages + 5}`);
    const long = makeCase('长', '乡村振兴'.repeat(20_000));
    const save = () =>
      store.transaction(() => {
        saveCases(store, [makeCase('短', '短')]);
        saveCases(store, [long]);
      });
    expect(problemOf(save)).toEqual({ code: 'store/disk-full', path: store.path });
    expect(stateHash(store)).toBe(before);
    store.all('PRAGMA max_page_count = 1000000');
    expect(saveCases(store, [long]).added).toEqual(['长']);
  });
});

describe('a place that may not be written', () => {
  // Permissions do not bind root, so the store then runs as nobody.
  const uid = process.getuid?.() === 0 ? NOBODY : undefined;
  const attempt = (path: string, mode: StoreMode) => `
    import { openStore } from './store/open.js';
    import { caseIds } from './store/case-table.js';
    try {
      const store = openStore(${JSON.stringify(path)}, { mode: '${mode}' });
      console.log('cases', caseIds(store).length);
      store.close();
    } catch ({ code, message }) { console.log(code ?? message); }`;

  it('can be read from, and is named when it is to be written', async (context) => {
    context.skip(process.platform === 'win32', 'folders of Windows know no such permission');
    const compiled = compileStore();
    const { path } = filledProject();
    const folder = dirname(path);
    chownSync(path, uid ?? process.getuid?.() ?? 0, -1);
    const run = (target: string, mode: StoreMode) =>
      outputOf(startScript(compiled, attempt(target, mode), uid));
    chmodSync(folder, 0o777);
    context.skip((await run(path, 'write')) !== 'cases 2\n', 'nobody may not read the place of these tests');

    chmodSync(folder, 0o555);
    const bytes = digest(path);
    expect(await run(path, 'read')).toBe('cases 2\n');
    expect(await run(path, 'write')).toBe('store/read-only\n');
    expect(await run(join(folder, 'new.db'), 'create')).toBe('store/read-only\n');
    chmodSync(folder, 0o777);
    chmodSync(path, 0o444);
    expect(await run(path, 'write')).toBe('store/read-only\n');
    expect(await run(path, 'read')).toBe('cases 2\n');
    expect([digest(path), readdirSync(folder)]).toEqual([bytes, ['zhagen.db']]);
  });
});

/** A filled project that is closed again. */
function filledProject(): { readonly path: string } {
  const store = temporaryStore();
  fillProject(store);
  store.close();
  return store;
}
