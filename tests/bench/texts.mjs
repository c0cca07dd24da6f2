// What the benches work on: texts of ../shared/bench, or cases made of the sample corpus, always the same.
import { spawn } from 'node:child_process';
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const ROOT = fileURLToPath(new URL('../../', import.meta.url));
const LAWS = join(ROOT, '../shared/bench/corpora/laws.jsonl');
const ABSTRACTS = join(ROOT, '../shared/bench/keywords/csl-dev.jsonl');

/** A folder that goes with the process. */
export function makeFolder() {
  const folder = mkdtempSync(join(tmpdir(), 'zhagen-bench-'));
  process.on('exit', () => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

/** The first laws up to a size in megabytes, as a JSONL file and as texts; null where they are absent. */
export function laws(megabytes = Number.POSITIVE_INFINITY) {
  if (!existsSync(LAWS)) return null;
  const lines = readFileSync(LAWS, 'utf8').trimEnd().split('\n');
  let bytes = 0;
  const taken = lines.filter((line) => {
    bytes += Buffer.byteLength(line);
    return bytes <= megabytes * 1e6;
  });
  const texts = taken.map((line) => JSON.parse(line).text);
  const file = join(makeFolder(), 'laws.jsonl');
  writeFileSync(file, taken.join('\n'));
  return { file, texts, megabytes: texts.reduce((sum, text) => sum + Buffer.byteLength(text), 0) / 1e6 };
}

/** Abstracts again and again up to a size in megabytes, as a JSONL file and as texts; null where they are absent. */
export function abstracts(megabytes) {
  if (!existsSync(ABSTRACTS)) return null;
  const lines = readFileSync(ABSTRACTS, 'utf8')
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line))
    .map(({ title, text }) => ({ line: JSON.stringify({ title, text }), text: `${title}\n${text}` }));
  const taken = [];
  let bytes = 0;
  for (let i = 0; bytes < megabytes * 1e6; i += 1) {
    const next = lines[i % lines.length];
    taken.push(next);
    bytes += Buffer.byteLength(next.text);
  }
  const file = join(makeFolder(), 'abstracts.jsonl');
  writeFileSync(file, taken.map(({ line }) => line).join('\n'));
  return { file, texts: taken.map(({ text }) => text), megabytes: bytes / 1e6 };
}

/** Cases of some length, each beginning at another sentence of the sample corpus. */
export function makeCases(count, characters) {
  const folder = join(ROOT, 'corpus/cases');
  const names = readdirSync(folder).sort();
  const sentences = names.flatMap((name) => readFileSync(join(folder, name), 'utf8').split(/(?<=。)/));
  return Array.from({ length: count }, (_, n) => {
    let text = '';
    for (let at = n * 7919; text.length < characters; at += 1) text += sentences[at % sentences.length];
    return text.slice(0, characters);
  });
}

/** Writes texts into a folder, one file a case. */
export function writeCases(folder, texts) {
  mkdirSync(folder, { recursive: true });
  for (const [n, text] of texts.entries()) writeFileSync(join(folder, `c${n}.txt`), text);
  return folder;
}

/** Runs `zhagen`; its output is not looked at. */
export function zhagen(args, cwd) {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [join(ROOT, 'dist/cli/main.js'), ...args], {
      cwd,
      stdio: ['ignore', 'ignore', 'inherit'],
    });
    child.on('exit', (code) => (code === 0 ? resolve() : reject(new Error(`${args.join(' ')}: ${code}`))));
  });
}
