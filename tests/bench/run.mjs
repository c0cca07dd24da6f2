// Measures the built package: runs every `*.bench.mjs` beside this file, or those whose name holds an argument.
// A bench exports `name`, `unit` and `run()`, which does the work once and returns how many units it did.
import { readdirSync } from 'node:fs';
import { performance } from 'node:perf_hooks';

const ROUNDS = 5;
const wanted = process.argv.slice(2);
const files = readdirSync(new URL('.', import.meta.url))
  .filter(
    (file) => file.endsWith('.bench.mjs') && (wanted.length === 0 || wanted.some((w) => file.includes(w))),
  )
  .sort();

for (const file of files) {
  const bench = await import(new URL(file, import.meta.url).href);
  const times = [];
  let units = 0;
  for (let round = 0; round < ROUNDS; round += 1) {
    const start = performance.now();
    units = await bench.run();
    times.push(performance.now() - start);
  }
  const median = times.sort((a, b) => a - b)[Math.floor(ROUNDS / 2)];
  const rate = Math.round((units / median) * 1000);
  console.log(`${bench.name}\t${median.toFixed(1)} ms\t${rate} ${bench.unit}/s`);
}
