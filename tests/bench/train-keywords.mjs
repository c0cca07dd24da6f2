// Trains src/stages/weigh/keyword-model.ts on the CSL abstracts, each once with and once without its title, and
// prints F1@3/5/10 of a model trained on one half of the documents on the other half. Run `npm run build` first,
// `npx biome check --write src` after.
import { readFileSync, writeFileSync } from 'node:fs';
import { fitModel, modelSource } from './fit.mjs';

const dist = new URL(process.env.ZHAGEN_DIST ?? '../../dist/', import.meta.url);
const load = (path) => import(new URL(path, dist).href);
const { openSegmenter, shippedIdf } = await load('stages/segment/jieba.js');
const { describeCandidates } = await load('stages/weigh/extract-keywords.js');
const { CROSSED } = await load('stages/weigh/keyword-features.js');
const { probability } = await load('text/linear-model.js');

const gold = new URL('../../../shared/bench/keywords/csl-dev.jsonl', import.meta.url);
const segmenter = openSegmenter();
const idf = shippedIdf();
const normalise = (word) => word.normalize('NFKC').toLowerCase().replaceAll(/\s+/g, '');

let names = [];
const samples = readFileSync(gold, 'utf8')
  .trim()
  .split('\n')
  .map((line) => {
    const { title, text, keywords } = JSON.parse(line);
    const describe = (document) =>
      describeCandidates(document, segmenter, idf).map(({ candidate, features }) => {
        names = Object.keys(features);
        return { word: normalise(candidate.word), row: Object.values(features) };
      });
    return {
      keywords: new Set(keywords.map(normalise)),
      titled: describe({ title, text }),
      untitled: describe({ title: '', text }),
    };
  });

function train(documents) {
  const rows = [];
  const labels = [];
  for (const { keywords, titled, untitled } of documents) {
    for (const { word, row } of [...titled, ...untitled]) {
      rows.push(row);
      labels.push(Number(keywords.has(word)));
    }
  }
  const crossed = CROSSED.map((name) => names.indexOf(name));
  return fitModel(names, rows, labels, { crossed, ridge: 1e-2 });
}

function f1(model, documents, kind) {
  return [3, 5, 10].map((k) => {
    let precision = 0;
    let recall = 0;
    for (const { keywords, [kind]: candidates } of documents) {
      const ranked = candidates
        .map(({ word, row }) => ({ word, score: probability(model, row) }))
        .sort((a, b) => b.score - a.score);
      const best = [...new Set(ranked.map(({ word }) => word))].slice(0, k);
      const hits = best.filter((word) => keywords.has(word)).length;
      precision += hits / k;
      recall += hits / keywords.size;
    }
    return ((2 * precision * recall) / (precision + recall) / documents.length).toFixed(3);
  });
}

const model = train(samples);
console.log(
  `all → all: ${f1(model, samples, 'titled').join('/')}, without titles ${f1(model, samples, 'untitled').join('/')}`,
);
const docstring =
  'Probability that an author would choose a keyword; made by tests/bench/train-keywords.mjs.';
writeFileSync(
  new URL('../../src/stages/weigh/keyword-model.ts', import.meta.url),
  modelSource('KEYWORD_MODEL', docstring, model),
);

const middle = samples.length >> 1;
const halves = [samples.slice(0, middle), samples.slice(middle)];
for (const [index, half] of halves.entries()) {
  const model = train(half);
  const other = halves[1 - index];
  console.log(
    `half ${index + 1} → other half: F1@3/5/10 ${f1(model, other, 'titled').join('/')}, ` +
      `without titles ${f1(model, other, 'untitled').join('/')}`,
  );
}
