import { spawn } from 'node:child_process';
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { makeCases, makeFolder, writeCases, zhagen } from './texts.mjs';

const CASES = 2000;
const MAIN = fileURLToPath(new URL('../../dist/cli/main.js', import.meta.url));
const { exportFormatNames } = await import('../../dist/model/export-format-name.js');

export const name = `export, each format once, ${CASES} cases × 3,000 characters`;
export const unit = 'format';
const folder = makeFolder();

export async function prepare() {
  writeCases(join(folder, 'cases'), makeCases(CASES, 3000));
  for (const args of [['import', 'cases'], ['mine'], ['code', '--codebook', 'six-pillars']]) {
    await zhagen([...args, '--quiet'], folder);
  }
}

export async function run() {
  console.log(['format', 'CPU seconds', 'peak memory'].join('\t'));
  for (const format of exportFormatNames) {
    const { seconds, megabytes } = await measure(format);
    console.log([format, seconds.toFixed(1), `${megabytes.toFixed(0)} MB`].join('\t'));
  }
  return exportFormatNames.length;
}

/** Exports in a process of its own, which says at its end what it took. */
function measure(format) {
  const tell = `process.on('exit', () => {
    const { userCPUTime, systemCPUTime, maxRSS } = process.resourceUsage();
    process.send({ seconds: (userCPUTime + systemCPUTime) / 1e6, megabytes: maxRSS / 1024 });
  })`;
  const out = join(folder, 'exported');
  const args = ['--import', `data:text/javascript,${encodeURIComponent(tell)}`, MAIN];
  return new Promise((resolve, reject) => {
    const child = spawn(
      process.execPath,
      [...args, 'export', format, '--out', join(out, format), '--quiet'],
      {
        cwd: folder,
        stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
      },
    );
    let told;
    child.on('message', (message) => {
      told = message;
    });
    child.on('close', (code) => {
      rmSync(out, { recursive: true, force: true });
      if (code === 0 && told) resolve(told);
      else reject(new Error(`export ${format} failed`));
    });
  });
}
