import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { startServer } from '../../src/web/server.js';
import { ranProject } from '../workflow/coded-project.js';
import { ask, enter, serveCopyOf, userOf } from './served.js';

const { server, origin } = await serveCopyOf(await ranProject('AH', 'BJ'));
const { pathname, search, host } = new URL(server.url);
const headers = await enter(server);
const undo = { method: 'POST', body: JSON.stringify({ seen: 0 }) };

describe('who is let in', () => {
  it('answers 401 everywhere without the cookie', async () => {
    for (const path of ['/', '/cases', '/assets/page.js', '/api/project', '/api/events', '/api/none']) {
      expect((await ask(server, path)).status, path).toBe(401);
      expect((await ask(server, path, { headers: { cookie: `zhagen-${host}=x` } })).status, path).toBe(401);
    }
  });

  it('lets one browser in by the token, and no second one', async () => {
    expect((await ask(server, pathname + search)).status).toBe(401);
    expect((await ask(server, `/?token=${'x'.repeat(32)}`)).status).toBe(401);
    expect((await ask(server, '/api/project', { headers })).status).toBe(200);
  });

  it('gives the cookie to no script and to no other site', async () => {
    const other = await serveCopyOf(await ranProject('AH', 'BJ'));
    const url = new URL(other.server.url);
    const { status, headers: answer } = await ask(other.server, url.pathname + url.search);
    expect(status).toBe(302);
    expect(answer.location).toBe('/');
    expect(answer['set-cookie']?.[0]).toMatch(/HttpOnly; SameSite=Strict/);
  });

  it('redirects to itself alone', async () => {
    const other = await serveCopyOf(await ranProject('AH', 'BJ'));
    const url = new URL(other.server.url);
    const { headers: answer } = await ask(other.server, `//evil.example/${url.search}`);
    expect(answer.location ?? '/').toMatch(/^\/(?!\/)/);
  });
});

describe('pages from elsewhere', () => {
  it('refuses any other host name, also with the cookie', async () => {
    for (const name of ['evil.example', `evil.example:${new URL(origin).port}`, '127.0.0.1', 'localhost:1']) {
      expect((await ask(server, '/api/project', { headers: { ...headers, host: name } })).status).toBe(403);
    }
  });

  it('is called by each own address where it listens at all of them, and by no other name', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'zhagen-web-'));
    const own = {
      db: join(folder, 'none.db'),
      ...userOf(folder),
      port: 0,
      coder: '甲',
      toolVersion: '0.0.0',
    };
    const open = await startServer({ ...own, bind: '0.0.0.0' });
    const { hostname, port: at, search: token } = new URL(open.url);
    expect(hostname).not.toBe('0.0.0.0');
    const statusOf = async (name: string) =>
      (await ask(open, '/api/project', { headers: { host: `${name}:${at}` } })).status;
    for (const name of [hostname, '127.0.0.1', 'localhost'])
      expect([name, await statusOf(name)]).toEqual([name, 401]);
    for (const name of ['0.0.0.0', 'evil.example']) expect([name, await statusOf(name)]).toEqual([name, 403]);
    expect((await ask(open, `/${token}`)).status).toBe(302);
    await open.close();
    rmSync(folder, { recursive: true });
  });

  it('refuses what another origin asks for, also with the cookie', async () => {
    for (const from of ['http://evil.example', 'null', origin.replace('http', 'https')]) {
      const answer = await ask(server, '/api/decisions/undo', {
        ...undo,
        headers: { ...headers, origin: from },
      });
      expect(answer.status, from).toBe(403);
    }
    const { origin: _, ...nameless } = headers;
    expect((await ask(server, '/api/decisions/undo', { ...undo, headers: nameless })).status).toBe(403);
    const crossSite = { ...nameless, 'sec-fetch-site': 'cross-site' };
    expect((await ask(server, '/api/project', { headers: crossSite })).status).toBe(403);
  });
});

describe('what is answered', () => {
  it('allows nothing from elsewhere, no script in the page and no frame around it', async () => {
    const { headers: answer, body } = await ask(server, '/', { headers });
    const policy = answer['content-security-policy'] ?? '';
    expect(policy).toContain("default-src 'none'");
    expect(policy).toContain("script-src 'self'");
    expect(policy).toContain("frame-ancestors 'none'");
    expect(policy).not.toContain('unsafe');
    expect(answer['x-content-type-options']).toBe('nosniff');
    expect(answer['x-frame-options']).toBe('DENY');
    expect(body).not.toMatch(/<script(?![^>]*src=)|<style|\son\w+=/);
    expect(answer['access-control-allow-origin']).toBeUndefined();
  });

  it('never leaves the table of its files', async () => {
    for (const path of ['../package.json', '..%2fpackage.json', '%2e%2e/main.js', '....//page.js', 'a/b']) {
      const { status, body } = await ask(server, `/assets/${path}`, { headers });
      expect(status === 404 || body.startsWith('<!doctype html>'), path).toBe(true);
    }
  });

  it('refuses large bodies, wrong ones and unknown routes without doing anything', async () => {
    const post = (body: string) => ask(server, '/api/decisions/undo', { method: 'POST', headers, body });
    // The server answers before it has read all, and hangs up; some senders see that alone.
    expect(
      await post(' '.repeat(2_500_000)).then(
        ({ status }) => status,
        () => 413,
      ),
    ).toBe(413);
    expect((await post('{"seen":')).status).toBe(400);
    expect((await post('{"seen":"1"}')).status).toBe(400);
    expect((await ask(server, '/api/nowhere', { headers })).status).toBe(404);
    for (const body of ['{"seen":', '{"seen":"1"}', '[]']) {
      const { code, message } = JSON.parse((await post(body)).body);
      expect(code).toBe('web/bad-request');
      expect(message).not.toMatch(/[A-Z]/);
    }
  });

  it('takes no name of a coder that a list could not show', async () => {
    const enterAs = async (coder: string) => {
      const body = JSON.stringify({ coder });
      return (await ask(server, '/api/project/coder', { method: 'POST', headers, body })).status;
    };
    for (const name of [
      '',
      'zhagen',
      '甲\n乙',
      '甲\u0000',
      '甲\u202e乙',
      '甲\ud800',
      '甲\ufffd',
      '长'.repeat(101),
    ])
      expect([name, await enterAs(name)]).toEqual([name, 400]);
    expect(await enterAs('甲 O’Neil 👩‍🏫')).toBe(200);
  });

  it('tells what is wrong in the language of the page', async () => {
    const inEnglish = { ...headers, cookie: `${headers['cookie']}; zhagen-language=en` };
    const refused = (with_: typeof headers) =>
      ask(server, '/api/project/coder', { method: 'POST', headers: with_, body: '{"coder":" "}' });
    expect(JSON.parse((await refused(headers)).body).message).toMatch(/[\u4e00-\u9fff]/);
    expect(JSON.parse((await refused(inEnglish)).body).message).toMatch(/^[\x20-\x7e“”’]+$/);
  });
});
