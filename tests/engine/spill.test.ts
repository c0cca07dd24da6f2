import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { expect, it } from 'vitest';
import { openSpillFolder } from '../../src/engine/spill.js';

/** Writes into a folder for half a second, as workers do that are told to end. */
const WRITER = `
  const { writeFileSync } = require('node:fs');
  const end = Date.now() + 500;
  console.log('begun');
  for (let i = 0; Date.now() < end; i += 1) try { writeFileSync(process.argv[1] + '/' + i, ''); } catch { break; }
`;

it('removes its folder while somebody still writes into it', async () => {
  for (let round = 0; round < 3; round += 1) {
    const { folder, close } = openSpillFolder();
    const writers = [0, 1].map(() => spawn(process.execPath, ['-e', WRITER, folder]));
    const ends = writers.map((writer) => once(writer, 'exit'));
    await Promise.all(writers.map((writer) => once(writer.stdout, 'data')));
    close();
    await Promise.all(ends);
    expect(existsSync(folder)).toBe(false);
  }
});
