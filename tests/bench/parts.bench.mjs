// The work of one `discover` over laws of ../shared/bench in 2, 4 and 8 parts, two at a time, and their merge: printed with
// the ratio to `discover` itself, taken right before. `PARTS_OF=FILE` measures another JSONL file.
import { spawn } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const LAWS = fileURLToPath(new URL('../../../shared/bench/corpora/laws.jsonl', import.meta.url));
const MAIN = fileURLToPath(new URL('../../dist/cli/main.js', import.meta.url));
const FLAGS = ['--min-frequency', '5'];
const AT_A_TIME = 2;

const corpus = process.env.PARTS_OF ?? LAWS;

export const name = 'parts of discover, two at a time';
export const unit = 'MB';

export async function run() {
  if (!existsSync(corpus)) return null;
  const folder = mkdtempSync(join(tmpdir(), 'zhagen-bench-'));
  process.on('exit', () => rmSync(folder, { recursive: true, force: true }));
  const megabytes = statSync(corpus).size / 1e6;
  const whole = await seconds(() => zhagen(['discover', corpus, ...FLAGS]));
  console.log(`discover: ${whole.toFixed(1)} s`);
  for (const of of [2, 4, 8]) {
    const files = Array.from({ length: of }, (_, i) => join(folder, `${of}-${i + 1}.part`));
    let next = 0;
    const lane = async () => {
      for (let i = next++; i < of; i = next++) {
        const share = ['--part', `${i + 1}/${of}`, '--out', files[i], '--workers', '1', '--quiet'];
        await zhagen(['part', 'discover', corpus, ...FLAGS, ...share]);
      }
    };
    const parts = await seconds(() => Promise.all(Array.from({ length: AT_A_TIME }, lane)));
    const merge = await seconds(() => zhagen(['merge', ...files]));
    const ratio = (parts + merge) / whole;
    console.log(
      `${of} parts: ${parts.toFixed(1)} s, merge ${merge.toFixed(1)} s, ${ratio.toFixed(2)} × discover`,
    );
  }
  return 4 * megabytes;
}

async function seconds(work) {
  const begin = performance.now();
  await work();
  return (performance.now() - begin) / 1000;
}

function zhagen(args) {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [MAIN, ...args], { stdio: ['ignore', 'ignore', 'inherit'] });
    child.on('exit', (code) => (code === 0 ? resolve() : reject(new Error(`${args[0]}: exit code ${code}`))));
  });
}
