// Time and memory of importing one text of 200 MB: UTF-8 of one paragraph a line, UTF-8 hard-wrapped, GB18030 hard-wrapped.
// Run `npm run build` first: node tests/bench/long-import.mjs [megabytes]
import { spawn } from 'node:child_process';
import { appendFileSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { performance } from 'node:perf_hooks';
import { fileURLToPath } from 'node:url';
import '../typescript-hook.mjs';

const { longTextOf } = await import('../long-text.ts');
const { encodeText } = await import('../formats/encode-text.ts');

const megabytes = Number(process.argv[2] ?? 200);
const BLOCK_BYTES = 2_000_000;
const program = fileURLToPath(new URL('../../dist/cli/main.js', import.meta.url));

/** The most memory that a process has held so far, in MB, where the system tells. */
function peakOf(pid) {
  try {
    return Number(/^VmHWM:\s+(\d+) kB$/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1] ?? 0) / 1000;
  } catch {
    return 0;
  }
}

/** Seconds and MB that the import of a file takes. */
async function importing(cwd) {
  const started = performance.now();
  const child = spawn(process.execPath, [program, 'import', 'long.txt'], { cwd, stdio: 'ignore' });
  let peak = 0;
  const watch = setInterval(() => {
    peak = Math.max(peak, peakOf(child.pid));
  }, 100);
  const code = await new Promise((resolve) => child.on('close', resolve));
  clearInterval(watch);
  if (code !== 0) throw new Error(`import ended with ${code}`);
  return { seconds: (performance.now() - started) / 1000, peak };
}

for (const [encoding, isWrapped] of [
  ['utf-8', false],
  ['utf-8', true],
  ['gb18030', true],
]) {
  const folder = mkdtempSync(join(tmpdir(), 'zhagen-bench-'));
  try {
    let size = 0;
    for (let seed = 1; size < megabytes * 1e6; seed += 1) {
      const bytes = encodeText(longTextOf(BLOCK_BYTES, { isWrapped, seed }), encoding);
      appendFileSync(join(folder, 'long.txt'), bytes);
      size += bytes.length;
    }
    const { seconds, peak } = await importing(folder);
    const name = `${encoding}${isWrapped ? ', hard-wrapped' : ''}`;
    console.log(`${name}\t${megabytes} MB\t${seconds.toFixed(1)} s\t${peak.toFixed(0)} MB at most`);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
