import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { openStore } from '../../src/store/open.js';
import { callRoutes } from '../../src/web/client/state/call-routes.js';
import { importCases } from '../../src/workflow/import-cases.js';
import { contextOf, makeFolder } from '../workflow/project.js';
import { enter, serveCopyOf } from './served.js';

const ID = '四川/甲村 100%#1';
const folder = makeFolder();
afterAll(folder.remove);
const cases = join(folder.path, '案例');
mkdirSync(join(cases, '四川'), { recursive: true });
writeFileSync(join(cases, `${ID}.txt`), '村民入股合作社。');
const path = join(folder.path, 'project.db');
const store = openStore(path, { mode: 'create' });
await importCases(contextOf(store), { paths: [cases] });
store.close();

const { server, origin } = await serveCopyOf(path);
let api: ReturnType<typeof callRoutes>;
beforeAll(async () => {
  const headers = await enter(server);
  api = callRoutes(`${origin}/api`, (address, init) =>
    fetch(address, { ...init, headers: { ...init.headers, ...headers } }),
  );
});

it('reads a case whose id has the signs of an address in it', async () => {
  const answer = await api.cases[':id'].text.$get({ param: { id: ID }, query: { form: 'raw' } });
  expect([answer.status, JSON.stringify(await answer.json())]).toEqual([
    200,
    expect.stringContaining('合作社'),
  ]);
});

it('asks with every value of a field, and leaves out a field without one', async () => {
  const cut = { find: undefined, where: ['@state=open', '@state=done'] };
  const answer = await api.cases.$get({ query: cut });
  expect(await answer.json()).toMatchObject({ total: 1, matching: 1, rows: [{ id: ID }] });
});
