import { copyFileSync, renameSync } from 'node:fs';
import Database from 'better-sqlite3';
import { expect, it } from 'vitest';
import { ranProject } from '../workflow/coded-project.js';
import { ask, enter, serveCopyOf } from './served.js';

// Windows lets nobody replace a file that is open.
it.skipIf(process.platform === 'win32')(
  'decides nothing in a file that another took the place of, and opens the new one',
  async () => {
    const { db, get, post, write } = await atWork(await ranProject('AH', 'BJ', 'FJ'));
    copyFileSync(await ranProject('AH', 'BJ'), `${db}.new`);
    renameSync(`${db}.new`, db);
    expect(JSON.parse((await write()).body).code).toBe('store/moved');

    expect((await post('/api/start/open', { path: db })).status).toBe(200);
    const { rows } = JSON.parse((await get('/api/cases')).body) as { rows: { id: string }[] };
    expect(rows.map(({ id }) => id.slice(0, 2))).toEqual(['AH', 'BJ']);
    expect((await write()).status).toBe(200);
  },
);

/** A workbench on a copy of a project, as its page asks it. */
async function atWork(project: string) {
  const { server, db } = await serveCopyOf(project);
  const headers = await enter(server);
  const get = (path: string) => ask(server, path, { headers });
  const post = (path: string, body: object) =>
    ask(server, path, { method: 'POST', headers, body: JSON.stringify(body) });
  const { revision: seen } = JSON.parse((await get('/api/project')).body) as { revision: number };
  return { db, get, post, write: () => post('/api/memos/write', { seen, on: 'project', text: '备忘' }) };
}

it.skipIf(process.platform === 'win32')(
  'neither reads nor decides where another project was written over the open one, and opens that one',
  async () => {
    const { db, get, post, write } = await atWork(await ranProject('AH', 'BJ', 'FJ'));
    copyFileSync(await ranProject('AH', 'BJ'), db);
    for (const { body } of [await get('/api/cases'), await write()])
      expect(JSON.parse(body).code).toBe('store/moved');
    // The page leads to where it is opened.
    expect(JSON.parse((await get('/api/project')).body)).toMatchObject({ isOpen: false });
    expect(JSON.parse((await get('/api/start')).body)).toMatchObject({ open: null, recent: [{ path: db }] });

    expect((await post('/api/start/open', { path: db })).status).toBe(200);
    const { rows } = JSON.parse((await get('/api/cases')).body) as { rows: { id: string }[] };
    expect(rows.map(({ id }) => id.slice(0, 2))).toEqual(['AH', 'BJ']);
    expect((await write()).status).toBe(200);
  },
);

it('answers who reads while what is decided waits for another program that writes', async () => {
  const { db, get, write } = await atWork(await ranProject('AH', 'BJ'));
  const other = new Database(db);
  other.exec('BEGIN IMMEDIATE');
  let isWritten = false;
  const written = write().then((answer) => {
    isWritten = true;
    return answer;
  });
  expect((await get('/api/cases')).status).toBe(200);
  expect(isWritten).toBe(false);
  other.exec('COMMIT');
  other.close();
  expect((await written).status).toBe(200);
});
