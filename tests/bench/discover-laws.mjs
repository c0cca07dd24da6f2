// New words of the first laws of ../shared/bench up to a size, in two workers: time and memory are to grow with the text,
// and the time is to be at most 1.3 times that of nodejieba's own `tag` on the same text in one process.
import { spawn } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const LAWS = fileURLToPath(new URL('../../../shared/bench/corpora/laws.jsonl', import.meta.url));
const MAIN = fileURLToPath(new URL('../../dist/cli/main.js', import.meta.url));
const FLAGS = ['--profile', 'both', '--min-frequency', '5', '--max-length', '8', '--workers', '2'];

/** A bench of at most so many megabytes of laws. */
export function discoverBench(megabytes = Number.POSITIVE_INFINITY) {
  const title = Number.isFinite(megabytes) ? `${megabytes} MB of laws` : 'all laws';
  const corpus = existsSync(LAWS) ? takeLaws(megabytes) : null;
  return {
    name: `discover, ${title}`,
    unit: 'MB',
    run: async () => {
      if (corpus === null) return null;
      await discover(corpus.file);
      return corpus.megabytes;
    },
    baseline: () => tagTime(corpus.file),
  };
}

function takeLaws(megabytes) {
  const folder = mkdtempSync(join(tmpdir(), 'zhagen-bench-'));
  process.on('exit', () => rmSync(folder, { recursive: true, force: true }));
  const file = join(folder, 'laws.jsonl');
  let room = megabytes * 1e6;
  const lines = [];
  for (const line of readFileSync(LAWS, 'utf8').trimEnd().split('\n')) {
    room -= Buffer.byteLength(line);
    if (room < 0) break;
    lines.push(line);
  }
  writeFileSync(file, lines.join('\n'));
  const size = textsOf(file).reduce((sum, text) => sum + Buffer.byteLength(text), 0);
  return { file, megabytes: size / 1e6 };
}

/** Read when they are wanted, so that they do not count as memory of what is measured. */
function textsOf(file) {
  return readFileSync(file, 'utf8')
    .split('\n')
    .map((line) => JSON.parse(line).text);
}

function discover(file) {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [MAIN, 'discover', file, ...FLAGS], {
      stdio: ['ignore', 'ignore', 'inherit'],
    });
    child.on('exit', (code) => (code === 0 ? resolve() : reject(new Error(`discover: exit code ${code}`))));
  });
}

/** Milliseconds that tagging the texts takes, the load of the dictionary not counted. */
function tagTime(file) {
  const jieba = createRequire(import.meta.url)('nodejieba');
  const texts = textsOf(file);
  jieba.tag('扶贫');
  const start = performance.now();
  for (const text of texts) jieba.tag(text);
  return performance.now() - start;
}
