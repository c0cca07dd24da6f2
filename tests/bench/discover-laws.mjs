// New words of the first laws of ../shared/bench up to a size, in two workers: time and memory are to grow with the text,
// and the time is to be at most 1.3 times that of nodejieba's own `tag` on the same text in one process.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createReadStream, createWriteStream, existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { tagTime } from './tag-time.mjs';

const LAWS = fileURLToPath(new URL('../../../shared/bench/corpora/laws.jsonl', import.meta.url));
const MAIN = fileURLToPath(new URL('../../dist/cli/main.js', import.meta.url));
const FLAGS = ['--profile', 'both', '--min-frequency', '5', '--max-length', '8', '--workers', '2'];

/** A bench of at most so many megabytes of laws. */
export function discoverBench(megabytes = Number.POSITIVE_INFINITY) {
  const title = Number.isFinite(megabytes) ? `${megabytes} MB of laws` : 'all laws';
  let corpus = null;
  return {
    name: `discover, ${title}`,
    unit: 'MB',
    prepare: async () => {
      if (existsSync(LAWS)) corpus = await takeLaws(megabytes);
    },
    run: async () => {
      if (corpus === null) return null;
      await discover(corpus.file);
      return corpus.megabytes;
    },
    baseline: () => tagTime(textsOf(corpus.file)),
  };
}

/** Line by line: what is held here would count as memory of what is measured. */
async function takeLaws(megabytes) {
  const folder = mkdtempSync(join(tmpdir(), 'zhagen-bench-'));
  process.on('exit', () => rmSync(folder, { recursive: true, force: true }));
  const file = join(folder, 'laws.jsonl');
  const taken = createWriteStream(file);
  let room = megabytes * 1e6;
  let size = 0;
  for await (const line of createInterface(createReadStream(LAWS))) {
    room -= Buffer.byteLength(line);
    if (room < 0) break;
    size += Buffer.byteLength(JSON.parse(line).text);
    if (!taken.write(`${line}\n`)) await once(taken, 'drain');
  }
  taken.end();
  await once(taken, 'close');
  return { file, megabytes: size / 1e6 };
}

function textsOf(file) {
  const lines = readFileSync(file, 'utf8').trimEnd().split('\n');
  return lines.map((line) => JSON.parse(line).text);
}

function discover(file) {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [MAIN, 'discover', file, ...FLAGS], {
      stdio: ['ignore', 'ignore', 'inherit'],
    });
    child.on('exit', (code) => (code === 0 ? resolve() : reject(new Error(`discover: exit code ${code}`))));
  });
}
