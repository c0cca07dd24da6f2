import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, it } from 'vitest';
import { figureNames } from '../../src/model/figure-name.js';
import { tableNames } from '../../src/model/table-name.js';
import type { BrowsedCodes } from '../../src/workflow/browse-codes.js';
import { withProject } from '../../src/workflow/open-project.js';
import { runAll } from '../../src/workflow/run-all.js';
import { ask, enter, serveCopyOf } from './served.js';

const folder = mkdtempSync(join(tmpdir(), 'zhagen-inductive-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));
const text = join(folder, '一.txt');
writeFileSync(text, '村里办了老年食堂，老年食堂每天开饭。\n\n大家都说老年食堂好。');
const project = join(folder, 'project.db');
await withProject(project, { mode: 'create' }, (context) =>
  runAll(context, { paths: [text], codebook: 'none' }),
);
const { server } = await serveCopyOf(project);
const headers = await enter(server);
const get = async (path: string) => JSON.parse((await ask(server, `/api/${path}`, { headers })).body);
const post = async (path: string, body: object) => {
  const { revision: seen } = await get('project');
  const sent = JSON.stringify({ seen, ...body });
  return ask(server, `/api/${path}`, { method: 'POST', headers, body: sent });
};
const labels = async () => ((await get('codes/columns')) as BrowsedCodes).codes.map(({ label }) => label);

it('leads to pages in what its tables and figures print, not to the command line', async () => {
  const coding = await get('tables/coding');
  expect([coding.code, coding.message]).toEqual([
    'tables/no-codes',
    expect.stringMatching(/请由关键词或段落建立第一个编码。请到“编码”页。$/),
  ]);
  // One codes under a second codebook on the command line alone.
  const twoCodebooks = ['crosswalk', 'correspondence'];
  const paths = [
    ...tableNames.map((name) => `tables/${name}`),
    ...figureNames.map((name) => `figures/${name}`),
  ];
  for (const path of paths.filter((one) => !twoCodebooks.includes(one.split('/')[1] ?? ''))) {
    for (const language of ['zh', 'en']) {
      const cookie = `${headers['cookie']}; zhagen-language=${language}`;
      const { body } = await ask(server, `/api/${path}`, { headers: { ...headers, cookie } });
      expect([path, body]).not.toEqual([path, expect.stringMatching(/zhagen [a-z]+| --[a-z]/)]);
    }
  }
});

it('grows the first code of a project without a codebook from a passage, by a name or by its words', async () => {
  expect(await labels()).toEqual([]);
  const place = { caseId: '一', start: 0, end: 8 };
  const founded = await post('passages/code', { ...place, codes: ['办食堂'], founds: '办食堂' });
  expect([founded.status, await labels()]).toEqual([200, ['办食堂']]);
  await post('decisions/undo', {});
  expect(await labels()).toEqual([]);
  expect((await post('passages/in-vivo', place)).status).toBe(200);
  expect(await labels()).toEqual(['村里办了老年食堂']);
});
