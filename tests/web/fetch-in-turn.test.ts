import { createServer, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, afterEach, beforeEach, expect, it, vi } from 'vitest';
import { fetchInTurn } from '../../src/web/client/state/fetch-in-turn.js';

/** Reads that the server has and does not answer yet, by their addresses; acts it answers at once, but for `/held`. */
const held = new Map<string, ServerResponse>();
const server = createServer((request, response) => {
  if (request.method === 'GET' || request.url === '/held') held.set(request.url ?? '', response);
  else response.end('done');
});
await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
afterAll(() => server.close());
const { port } = server.address() as AddressInfo;

/** The next picture of the page. */
let paint = () => {};
beforeEach(() => {
  held.clear();
  vi.stubGlobal('requestAnimationFrame', (drawn: () => void) => {
    paint = drawn;
  });
});
afterEach(() => void vi.unstubAllGlobals());

const at = (path: string) => `http://127.0.0.1:${port}${path}`;
const read = (path: string, init?: RequestInit) => fetchInTurn(at(path), init).then((one) => one.text());

it('lets acts through while reads wait for their turn, and leaves out what is not wanted any more', async () => {
  const stop = new AbortController();
  const first = ['/1', '/2', '/3'].map((path) => read(path));
  await vi.waitFor(() => expect([...held.keys()].sort()).toEqual(['/1', '/2', '/3']));
  const unwanted = read('/4', { signal: stop.signal });
  const last = read('/5');
  expect(await fetchInTurn(at('/act'), { method: 'POST' }).then((one) => one.text())).toBe('done');
  stop.abort();
  await expect(unwanted).rejects.toThrow('aborted');
  held.get('/2')?.end('two');
  expect(await first[1]).toBe('two');
  await vi.waitFor(() => expect([...held.keys()].sort()).toEqual(['/1', '/2', '/3', '/5']));
  for (const path of ['/1', '/3', '/5']) held.get(path)?.end(path);
  expect(await Promise.all([first[0], first[2], last])).toEqual(['/1', '/3', '/5']);
});

it('reads when the page shows what was decided before', async () => {
  await fetchInTurn(at('/act'), { method: 'POST' });
  const list = read('/list');
  await new Promise((then) => setTimeout(then, 60));
  expect([...held.keys()]).toEqual([]);
  paint();
  await vi.waitFor(() => expect([...held.keys()]).toEqual(['/list']));
  held.get('/list')?.end('words');
  expect(await list).toBe('words');
});

it('does not wait long for an act, nor for a page that is not drawn', async () => {
  const act = fetchInTurn(at('/held'), { method: 'POST' });
  const list = read('/list');
  await vi.waitFor(() => expect([...held.keys()].sort()).toEqual(['/held', '/list']));
  for (const response of held.values()) response.end('done');
  expect(await Promise.all([act.then((one) => one.text()), list])).toEqual(['done', 'done']);
});
