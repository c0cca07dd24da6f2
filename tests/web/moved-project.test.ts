import { copyFileSync, renameSync } from 'node:fs';
import { expect, it } from 'vitest';
import { ranProject } from '../workflow/coded-project.js';
import { ask, enter, serveCopyOf } from './served.js';

// Windows lets nobody replace a file that is open.
it.skipIf(process.platform === 'win32')(
  'decides nothing in a file that another took the place of, and opens the new one',
  async () => {
    const { server, db } = await serveCopyOf(await ranProject('AH', 'BJ', 'FJ'));
    const headers = await enter(server);
    const get = async <T>(path: string) => JSON.parse((await ask(server, path, { headers })).body) as T;
    const post = (path: string, body: object) =>
      ask(server, path, { method: 'POST', headers, body: JSON.stringify(body) });
    const { revision: seen } = await get<{ revision: number }>('/api/project');
    const write = () => post('/api/memos/write', { seen, on: 'project', text: '备忘' });
    copyFileSync(await ranProject('AH', 'BJ'), `${db}.new`);
    renameSync(`${db}.new`, db);
    expect(JSON.parse((await write()).body).code).toBe('store/moved');

    expect((await post('/api/start/open', { path: db })).status).toBe(200);
    const { rows } = await get<{ rows: { id: string }[] }>('/api/cases');
    expect(rows.map(({ id }) => id.slice(0, 2))).toEqual(['AH', 'BJ']);
    expect((await write()).status).toBe(200);
  },
);
