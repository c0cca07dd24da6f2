import { existsSync, mkdirSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { localEngine } from '../../src/engine/engine.js';
import { importCases } from '../../src/workflow/import-cases.js';
import { mineKeywords } from '../../src/workflow/mine-keywords.js';
import { withProject, withRehearsal } from '../../src/workflow/open-project.js';
import { temporaryFolder } from '../store/sample-project.js';
import { copyCases } from '../workflow/project.js';

it('a project is mined by the engine it was opened with', async () => {
  const folder = temporaryFolder();
  const seen: string[] = [];
  const engine = {
    ...localEngine(),
    discover: async (texts: Parameters<ReturnType<typeof localEngine>['discover']>[0]) => {
      for await (const text of texts) for await (const part of text) seen.push(part);
      return [];
    },
  };
  const options = { mode: 'create', engine } as const;
  const report = await withProject(join(folder, 'a.db'), options, async (context) => {
    await importCases(context, { paths: [copyCases(folder, 'JX01', 'JX02')] });
    return mineKeywords(context, {});
  });
  expect(seen.join('')).toContain('合作社');
  expect(report.newWords).toBe(0);
});

it('a rehearsal lies in the folder that the engine names, and is gone afterwards', async () => {
  const folder = temporaryFolder();
  const spillFolder = join(folder, 'spill');
  const engine = localEngine({ spillFolder });
  const look = () => readdirSync(spillFolder).length;
  await expect(withRehearsal(join(folder, 'a.db'), { engine }, look)).rejects.toMatchObject({
    code: 'files/cannot-write',
    params: { path: spillFolder },
  });
  expect(existsSync(join(folder, 'a.db'))).toBe(false);
  mkdirSync(spillFolder);
  expect(await withRehearsal(join(folder, 'a.db'), { engine }, look)).toBe(1);
  expect(look()).toBe(0);
});
