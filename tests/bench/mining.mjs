// Quality and speed of mining on the benchmark data in ../shared: new words against gold (AP, P@100), keywords (F1)
// and megabytes a second beside nodejieba's tagger in the same run. Run `npm run build` first: node tests/bench/mining.mjs
import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const dist = new URL(process.env.ZHAGEN_DIST ?? '../../dist/', import.meta.url);
const shared = fileURLToPath(new URL('../../../shared/bench/', import.meta.url));
const jieba = dirname(createRequire(import.meta.url).resolve('nodejieba'));
const DICTIONARY = join(jieba, 'submodules/cppjieba/dict/jieba.dict.utf8');

if (!existsSync(shared)) {
  console.log('mining: skipped, ../shared/bench is absent');
  process.exit(0);
}

const { openSegmenter, shippedIdf } = await import(new URL('stages/segment/jieba.js', dist).href);
const { discoverWords } = await import(new URL('stages/discover/discover-words.js', dist).href);
const { keywordExtractor } = await import(new URL('stages/weigh/extract-keywords.js', dist).href);

const segmenter = openSegmenter();
const folder = mkdtempSync(join(tmpdir(), 'zhagen-bench-'));
const read = (name) => readFileSync(join(shared, name), 'utf8');
const megabytes = (text) => Buffer.byteLength(text) / 1e6;

/** Runs once to warm up and once by the clock. */
function timed(work) {
  work();
  const start = performance.now();
  const result = work();
  return { result, seconds: (performance.now() - start) / 1000 };
}

function score(script, args) {
  return JSON.parse(
    execFileSync('python3', [join(shared, 'score', script), ...args, '--json'], { encoding: 'utf8' }),
  );
}

function benchNewWords(name, profile, gold) {
  const text = read(`newwords/${name}-raw.txt`);
  const tagging = timed(() => text.split('\n').map((line) => segmenter.tag(line)));
  const { result, seconds } = timed(() =>
    discoverWords([text], segmenter, { profile, minFrequency: 3, maxLength: 8 }),
  );
  const file = join(folder, `${name}-${profile}.tsv`);
  writeFileSync(file, result.map(({ word }) => word).join('\n'));
  const figures = score('score_newwords.py', [
    join(shared, gold[0]),
    file,
    '--dict',
    DICTIONARY,
    ...gold.slice(1),
  ]);
  const speed = megabytes(text) / seconds;
  console.log(
    `${name}\t${profile}\tAP ${figures.AP.toFixed(3)}\tP@100 ${figures['P@100'].toFixed(2)}\t` +
      `${speed.toFixed(2)} MB/s\t${(tagging.seconds / seconds).toFixed(2)} × tag`,
  );
}

function benchKeywords() {
  const lines = read('keywords/csl-dev.jsonl').trim().split('\n');
  const documents = lines.map((line) => JSON.parse(line));
  const text = documents.map((document) => `${document.title}\n${document.text}`).join('\n');
  const idf = shippedIdf();
  const tagging = timed(() => text.split('\n').map((line) => segmenter.tag(line)));
  const extract = keywordExtractor(segmenter, idf, { top: 10 });
  const { result, seconds } = timed(() =>
    documents.map((document) => ({ id: document.id, keywords: extract(document) })),
  );
  const file = join(folder, 'keywords.jsonl');
  writeFileSync(file, result.map((row) => JSON.stringify(row)).join('\n'));
  const figures = score('score_keywords.py', [join(shared, 'keywords/csl-dev.jsonl'), file]);
  const speed = megabytes(text) / seconds;
  console.log(
    `csl-dev\tkeywords\tF1@3 ${figures['F1@3'].toFixed(3)} @5 ${figures['F1@5'].toFixed(3)} @10 ${figures['F1@10'].toFixed(3)}\t${speed.toFixed(2)} MB/s\t${(tagging.seconds / seconds).toFixed(2)} × tag`,
  );
}

try {
  for (const profile of ['words', 'phrases', 'both']) {
    benchNewWords('sxu', profile, ['newwords/sxu-gold.txt']);
    const list = ['--gold-list', join(shared, 'newwords/terms-gold.tsv'), '--min-freq', '0'];
    benchNewWords('terms', profile, ['newwords/terms-raw.txt', ...list]);
  }
  benchKeywords();
} finally {
  rmSync(folder, { recursive: true });
}
