import { createServer, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, expect, it, vi } from 'vitest';
import { fetchInTurn } from '../../src/web/client/state/fetch-in-turn.js';

/** Reads that the server has and does not answer yet, by their addresses; acts it answers at once. */
const held = new Map<string, ServerResponse>();
const server = createServer((request, response) => {
  if (request.method === 'GET') held.set(request.url ?? '', response);
  else response.end('done');
});
await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
afterAll(() => server.close());
const { port } = server.address() as AddressInfo;
const at = (path: string) => `http://127.0.0.1:${port}${path}`;

it('lets acts through while reads wait for their turn, and leaves out what is not wanted any more', async () => {
  const stop = new AbortController();
  const read = (path: string, init?: RequestInit) => fetchInTurn(at(path), init).then((one) => one.text());
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
