import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { readCodebook, shippedCodebooks } from '../../src/sources/load-codebook.js';
import { loadRules, loadStudyRules } from '../../src/sources/load-rules.js';
import { compiledProgram } from '../compile-sources.js';
import { CORPUS, makeProgram } from './program.js';

const { zhagen, home } = makeProgram();

it('imports, mines, codes and decides, and a decision loads few files', async () => {
  const run = await zhagen(['run', join(CORPUS, 'cases/GS01.txt'), '--codebook', 'six-pillars']);
  expect([run.code, run.err]).toEqual([0, expect.stringContaining('six-pillars')]);
  const kept = await zhagen(['keep', '响铃台账'], { env: { NODE_DEBUG: 'esm' } });
  expect(kept.code).toBe(0);
  const loaded = new Set(kept.err.match(/dist\/[-\w/]+\.js/g));
  expect(loaded).toContain('dist/cli/main.js');
  expect(loaded.size).toBeLessThan(30);
}, 60_000);

it('knows what the shipped codebooks and rules say, and reads all others', async () => {
  const contents = join(compiledProgram(), 'dist/contents');
  const shipped = shippedCodebooks().map((name) => readCodebook(name).codebook);
  const rules = [loadRules(undefined).rules, loadStudyRules('six-pillars')?.rules];
  const built = readdirSync(contents).map((name) => JSON.parse(readFileSync(join(contents, name), 'utf8')));
  expect(built).toHaveLength(shipped.length + rules.length);
  expect(built).toEqual(expect.arrayContaining([...shipped, ...rules]));
  const text = readFileSync('codebooks/linkage-mechanism.yaml', 'utf8');
  const exported = (content: string) => {
    writeFileSync(join(home, 'own.yaml'), content);
    return zhagen(['codebook', 'export', 'own.yaml']);
  };
  expect(await exported(text)).toEqual(await exported(`${text}# read again\n`));
  expect((await exported(text.replace(/^version: .*/m, 'version: 9.9.9'))).out).toContain('9.9.9');
});

it('carries the licences of the packages in it', () => {
  const notices = readFileSync(join(compiledProgram(), 'dist/third-party-notices.txt'), 'utf8').split(
    /^-{80}$/m,
  );
  const named = notices.map((notice) => notice.trim().split(' ')[0]);
  expect(named).toEqual(expect.arrayContaining(['cliui', 'emoji-regex', 'wrap-ansi', 'yargs', 'zod']));
  for (const notice of notices) expect(notice).toMatch(/copyright/i);
});
