import { spawnSync } from 'node:child_process';
import { closeSync, existsSync, openSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { compiledProgram } from '../compile-sources.js';

const FULL = '/dev/full';

it.skipIf(!existsSync(FULL))('says that the place its output goes to is full, in one line', () => {
  const output = openSync(FULL, 'w');
  const { status, stderr } = spawnSync(
    process.execPath,
    [join(compiledProgram(), 'dist/cli/main.js'), 'codebook', 'list', '--lang', 'zh'],
    { stdio: ['ignore', output, 'pipe'], encoding: 'utf8' },
  );
  closeSync(output);
  expect(stderr).toMatch(/^输出未能写完（ENOSPC.*）。.+\n$/);
  expect(status).toBe(1);
});
