import {
  copyFileSync,
  existsSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it, vi } from 'vitest';
import { startServer } from '../../src/web/server.js';
import { ranProject } from '../workflow/coded-project.js';
import { ask, enter, userOf } from './served.js';

const folder = mkdtempSync(join(tmpdir(), 'zhagen-start-'));
const server = await startServer({
  db: join(folder, 'new.db'),
  ...userOf(folder),
  port: 0,
  bind: '127.0.0.1',
  coder: '甲',
  toolVersion: '0.0.0',
});
const headers = await enter(server);
afterAll(async () => {
  await server.close();
  rmSync(folder, { recursive: true, force: true });
});

const get = async (path: string) => JSON.parse((await ask(server, `/api${path}`, { headers })).body);
const post = async (path: string, input: unknown, more: Readonly<Record<string, string>> = {}) => {
  const body = JSON.stringify(input);
  const { status, body: answer } = await ask(server, `/api${path}`, {
    method: 'POST',
    headers: { ...headers, ...more },
    body,
  });
  return { status, ...JSON.parse(answer) };
};

/** Hands files over as a browser does. */
async function handOver(files: Readonly<Record<string, string>>) {
  const form = new FormData();
  for (const [path, text] of Object.entries(files)) {
    form.append('paths', path);
    form.append('files', new File([text], path.split('/').at(-1) ?? ''));
  }
  const sent = new Response(form);
  const { body } = await ask(server, '/api/start/files', {
    method: 'POST',
    headers: { ...headers, 'content-type': sent.headers.get('content-type') ?? '' },
    body: await sent.text(),
  });
  return JSON.parse(body);
}

const KINDS = ['body', 'heading', 'table'];
const TEXT = '当地成立合作社，农户入股分红，发展特色产业，设立公益性岗位，带动脱贫户增收。\n';
const make = (name: string, more: object = {}) =>
  post('/start/make', { folder, name, codebook: 'six-pillars', kinds: KINDS, skipBad: false, ...more });

describe('the start page', () => {
  it('opens nothing by itself where there is no project, and what needs one says so', async () => {
    expect(await get('/project')).toMatchObject({ isOpen: false });
    expect((await get('/cases')).code).toBe('web/no-project');
    expect(await get('/start')).toMatchObject({ open: null, recent: [] });
    expect(existsSync(join(folder, 'new.db'))).toBe(false);
  });

  it('offers a place among the documents where it is started in a home', async () => {
    const { place } = await get('/start');
    expect(place).toEqual({ folder: join(folder, 'Documents', 'zhagen'), name: 'new' });
  });

  it('keeps the folders of what is handed over, and lets no path lead out of its own', async () => {
    const { files, codebooks } = await handOver({
      '../../案例一.txt': TEXT,
      '湖北/案例二.txt': TEXT.repeat(3),
      '湖北/.DS_Store': 'x',
      'C:\\别处\\空白.txt': '',
      '自己的.yaml': 'id: own',
      'attributes.csv': 'id,province\n案例一,湖南\n湖北/案例二,湖北\n',
    });
    expect(files.map(({ path }: { path: string }) => path)).toEqual([
      'C_/别处/空白.txt',
      'attributes.csv',
      '案例一.txt',
      '湖北/案例二.txt',
    ]);
    expect(codebooks).toEqual(['自己的.yaml']);
  });

  it('says which file has a name that the system does not take', async () => {
    const path = `${'长'.repeat(100)}.txt`;
    expect(await handOver({ [path]: TEXT })).toMatchObject({ code: 'files/cannot-write' });
  });

  it('shows what cleaning will do and what cannot be read, and makes no project by it', async () => {
    await handOver({ '网页抄来.txt': `脱贫\u200b户在合作社务工。\r\n${TEXT}` });
    const preview = await post('/start/preview', { kinds: KINDS });
    expect(preview.attributes).toBe('attributes.csv');
    expect(preview.unreadable).toHaveLength(1);
    expect(preview.unreadable[0]).toContain('空白.txt');
    expect(preview.total).toBe(3);
    const shown = preview.cases.find(({ id }: { id: string }) => id === '网页抄来');
    expect(shown.raw).toContain('脱贫\u200b户');
    expect(shown.clean).toContain('脱贫户');
    expect(preview.steps.map(({ step }: { step: string }) => step)).toContain('invisible-characters');
    expect(await get('/project')).toMatchObject({ isOpen: false });
  });

  it('names each file that is wrong, makes no project of them, and leaves no file', async () => {
    await handOver({ '又一份空白.txt': '' });
    const refused = await make('study');
    expect(refused).toMatchObject({ status: 400, code: 'import/bad-files' });
    expect(refused.message).toContain('C_/别处/空白.txt');
    expect(refused.message).toContain('又一份空白.txt');
    expect(existsSync(join(folder, 'study.db'))).toBe(false);
  });

  it('makes a project with attributes, without what cannot be read, and opens it', async () => {
    expect(await make('study', { skipBad: true })).toMatchObject({ cases: 3, leftOut: 2 });
    expect((await get('/tables/coding')).rows.length).toBeGreaterThan(0);
    expect(JSON.stringify(await get('/cases'))).toContain('湖北/案例二');
    expect(await get('/project')).toMatchObject({ isOpen: true, path: join(folder, 'study.db') });
    expect(await get('/start')).toMatchObject({ uploads: { files: [] } });
  });

  it('leaves nothing of a project whose making is cancelled, and keeps the open one', async () => {
    const path = join(folder, 'stopped.db');
    const making = post('/start/sample', { folder, name: 'stopped' });
    await vi.waitFor(() => expect(statSync(path).size).toBeGreaterThan(200_000), { timeout: 30_000 });
    expect(await post('/start/cancel', {})).toMatchObject({ cancelled: true });
    expect(await making).toMatchObject({ status: 400, code: 'cli/interrupted' });
    expect(readdirSync(folder).filter((name) => name.startsWith('stopped'))).toEqual([]);
    expect(await get('/project')).toMatchObject({ path: join(folder, 'study.db') });
  }, 60_000);

  it('overwrites no file, and refuses names and folders that are none', async () => {
    await handOver({ 'a.txt': TEXT });
    const before = readFileSync(join(folder, 'study.db'));
    expect(await make('study')).toMatchObject({ code: 'web/already-there' });
    expect(readFileSync(join(folder, 'study.db')).equals(before)).toBe(true);
    for (const name of ['', '..', 'a/b', 'CON']) expect((await make(name)).code).toBe('web/bad-name');
    expect((await make('x', { folder: 'here' })).code).toBe('web/relative-path');
    expect((await make('x', { folder: join(folder, 'study.db', 'within') })).code).toBe('web/bad-folder');
  });

  it('opens another project while it runs, and does nothing for a page of the one before', async () => {
    const other = join(folder, '另一个.db');
    copyFileSync(await ranProject('AH', 'BJ'), other);
    const { opening } = await firstEvent();
    expect(await post('/start/open', { path: other })).toMatchObject({ path: other });
    expect(await get('/project')).toMatchObject({ path: other });
    const asked = { json: {}, seen: 0 };
    const late = await post('/decisions/undo', asked, { 'x-zhagen-opening': opening });
    expect(late).toMatchObject({ status: 409, code: 'web/other-project' });
    const { recent } = await get('/start');
    expect(recent.map(({ path }: { path: string }) => path)).toEqual([other, join(folder, 'study.db')]);
  });

  it('stays with the open project where another one is damaged, missing or of another program', async () => {
    const damaged = join(folder, 'damaged.db');
    copyFileSync(join(folder, 'study.db'), damaged);
    truncateSync(damaged, 5000);
    writeFileSync(join(folder, 'foreign.db'), 'text');
    const open = (name: string) => post('/start/open', { path: join(folder, name) });
    expect(await open('foreign.db')).toMatchObject({ status: 400, code: 'store/not-a-project' });
    expect(await open('none.db')).toMatchObject({ status: 400, code: 'store/missing-database' });
    expect(await open('damaged.db')).toMatchObject({ status: 400, code: 'store/damaged' });
    expect(await get('/project')).toMatchObject({ isOpen: true, path: join(folder, '另一个.db') });
  });

  it('asks before it brings a project of an earlier version up to date', async () => {
    const earlier = join(folder, 'earlier.db');
    copyFileSync(join('tests', 'store', 'fixtures', 'version-12.db'), earlier);
    const before = readFileSync(earlier);
    const asked = await post('/start/open', { path: earlier });
    expect(asked).toMatchObject({ code: 'web/earlier-version' });
    expect(readFileSync(earlier).equals(before)).toBe(true);
    expect(await post('/start/open', { path: earlier, updates: true })).toMatchObject({ path: earlier });
    expect(await get('/project')).toMatchObject({ path: earlier });
  });

  it('says which recent projects are gone, and forgets them on request', async () => {
    rmSync(join(folder, 'study.db'));
    const gone = { path: join(folder, 'study.db'), isThere: false };
    expect((await get('/start')).recent.at(-1)).toMatchObject(gone);
    const { recent } = await post('/start/forget', { path: gone.path });
    expect(recent).toHaveLength(2);
  });

  it('splits a compilation where it is told, shows the cases that it would make, and imports them', async () => {
    await post('/start/clear', {});
    await handOver({ '汇编.md': `# 甲村\n${TEXT}\n# 乙村\n${TEXT}` });
    expect((await post('/start/preview', { kinds: KINDS })).cases).toMatchObject([{ id: '汇编' }]);
    const split = await post('/start/preview', { kinds: KINDS, splitBy: 'heading:1' });
    expect(split.cases.map(({ id }: { id: string }) => id)).toEqual(['汇编/乙村', '汇编/甲村']);
    expect(split.said.join()).toContain('拆成 2 个案例');
    const wrong = await post('/start/preview', { kinds: KINDS, splitBy: '(' });
    expect(wrong).toMatchObject({ status: 400, code: 'cli/bad-value' });
    expect(await make('compiled', { splitBy: '^# ' })).toMatchObject({ status: 400 });
    expect(await make('compiled', { splitBy: 'heading:1' })).toMatchObject({ cases: 2, leftOut: 0 });
  });
});

/** The opening that a page is told first. */
async function firstEvent(): Promise<{ opening: string }> {
  const { origin } = new URL(server.url);
  const stop = new AbortController();
  const { body } = await fetch(`${origin}/api/events`, {
    headers: { cookie: headers['cookie'] ?? '' },
    signal: stop.signal,
  });
  const { value } = (await body?.getReader().read()) ?? {};
  stop.abort();
  return { opening: /event: opening\ndata: (\d+)/.exec(new TextDecoder().decode(value))?.[1] ?? '' };
}
