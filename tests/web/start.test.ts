import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { startServer } from '../../src/web/server.js';
import { ask, enter } from './served.js';

const folder = mkdtempSync(join(tmpdir(), 'zhagen-start-'));
const db = join(folder, 'new.db');
const server = await startServer({ db, port: 0, bind: '127.0.0.1', coder: '甲', toolVersion: '0.0.0' });
const headers = await enter(server);
afterAll(async () => {
  await server.close();
  rmSync(folder, { recursive: true, force: true });
});

/** The body of a form of files, as a browser sends it. */
async function formOf(files: Readonly<Record<string, string>>, codebook: string) {
  const form = new FormData();
  for (const [name, text] of Object.entries(files)) form.append('files', new File([text], name));
  form.set('codebook', codebook);
  const sent = new Response(form);
  return { body: await sent.text(), type: sent.headers.get('content-type') ?? '' };
}

const post = (path: string, type: string, body = '') =>
  ask(server, path, { method: 'POST', headers: { ...headers, 'content-type': type }, body });

describe('a project that is made in the page', () => {
  it('is not there at first, and what needs it says so', async () => {
    expect(JSON.parse((await ask(server, '/api/project', { headers })).body)).toMatchObject({
      isOpen: false,
    });
    expect(JSON.parse((await ask(server, '/api/cases', { headers })).body).code).toBe('web/no-project');
    expect(existsSync(db)).toBe(false);
  });

  it('says what is wrong with files, and leaves no project', async () => {
    const { body, type } = await formOf({ 'empty.txt': '' }, 'six-pillars');
    const refused = await post('/api/start/files', type, body);
    expect(refused.status).toBe(400);
    expect(JSON.parse(refused.body).message).toContain('empty.txt');
    expect(existsSync(db)).toBe(false);
  });

  it('is made of the files that are handed over, under their own names alone, and then open', async () => {
    const text = '当地成立合作社，农户入股分红，发展特色产业，设立公益性岗位，带动脱贫户增收。\n';
    const { body, type } = await formOf(
      { '../../案例一.txt': text, '案例二.txt': text.repeat(3) },
      'six-pillars',
    );
    const made = await post('/api/start/files', type, body);
    expect(JSON.parse(made.body)).toEqual({ cases: 2 });
    const { rows } = JSON.parse((await ask(server, '/api/tables/coding', { headers })).body);
    expect(rows.length).toBeGreaterThan(0);
    const cases = JSON.stringify(JSON.parse((await ask(server, '/api/cases', { headers })).body));
    expect(cases).toContain('案例一');
    expect(cases).toContain('案例二');
    expect(cases).not.toContain('..');
  });

  it('is not made a second time', async () => {
    expect(JSON.parse((await post('/api/start/sample', 'application/json')).body).code).toBe('web/busy');
  });
});
