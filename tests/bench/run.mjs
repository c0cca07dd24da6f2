// Measures the built package (`npm run build` first): every `*.bench.mjs` beside this file, or those whose name holds
// an argument, each in a process of its own, as one table. docs/bench.md says how to read it.
// A bench exports `name`, `unit` and `run()`, which does the work and returns how many units it did, or null when what
// it needs is absent; perhaps `prepare()`, which is not timed; and perhaps `baseline()`, which returns the milliseconds
// that nodejieba's `tag` takes on the same text (see `tag-time.mjs`).
import { fork } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';

const SAMPLE_MS = 50;
const [first, ...others] = process.argv.slice(2);

if (first === '--only') await measure(others[0]);
else {
  const wanted = process.argv.slice(2);
  const files = readdirSync(new URL('.', import.meta.url))
    .filter((file) => file.endsWith('.bench.mjs'))
    .filter((file) => wanted.length === 0 || wanted.some((part) => file.includes(part)))
    .sort();
  console.log(['bench', 'seconds', 'rate', 'peak memory', 'time ÷ tag'].join('\t'));
  for (const file of files) console.log((await rowOf(file)).join('\t'));
}

/** In a process of its own: does the work of one bench by the clock and tells the parent. */
async function measure(file) {
  const bench = await import(new URL(file, import.meta.url).href);
  await bench.prepare?.();
  process.send({ begun: true });
  const start = performance.now();
  const units = await bench.run();
  const milliseconds = performance.now() - start;
  process.send({ ended: true });
  const baseline = units === null ? null : ((await bench.baseline?.()) ?? null);
  process.send({ name: bench.name, unit: bench.unit, units, milliseconds, baseline });
  process.disconnect();
}

/** One row of the table. */
function rowOf(file) {
  return new Promise((resolve) => {
    const child = fork(new URL(import.meta.url), ['--only', file], { execArgv: ['--expose-gc'] });
    let peak = 0;
    let sampling;
    let row = [file, 'failed', '', '', ''];
    child.on('message', ({ begun, ended, ...result }) => {
      if (begun) sampling = setInterval(() => (peak = Math.max(peak, memoryOf(child.pid))), SAMPLE_MS);
      else if (ended) clearInterval(sampling);
      else row = describe(result, peak);
    });
    child.on('exit', () => {
      clearInterval(sampling);
      resolve(row);
    });
  });
}

function describe({ name, unit, units, milliseconds, baseline }, peak) {
  if (units === null) return [name, 'skipped: ../shared/bench is absent', '', '', ''];
  const seconds = milliseconds / 1000;
  return [
    name,
    seconds.toFixed(2),
    `${(units / seconds).toFixed(2)} ${unit}/s`,
    peak > 0 ? `${peak.toFixed(0)} MB` : '',
    baseline === null ? '' : (milliseconds / baseline).toFixed(2),
  ];
}

/** Resident memory of a process and all below it in megabytes; 0 where it cannot be read. */
function memoryOf(pid) {
  try {
    const own = Number(/^VmRSS:\s+(\d+)/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1] ?? 0) / 1024;
    const children = readFileSync(`/proc/${pid}/task/${pid}/children`, 'utf8')
      .trim()
      .split(' ')
      .filter(Boolean);
    return children.reduce((sum, child) => sum + memoryOf(child), own);
  } catch {
    return 0;
  }
}
