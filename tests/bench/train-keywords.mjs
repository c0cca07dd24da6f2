// Trains src/stages/weigh/keyword-model.ts on the CSL abstracts, each once with and once without its title, and
// prints F1@3/5/10 of models that have not seen the documents they are tested on (a fourth each time). Run
// `npm run build` first, `npx biome check --write src` after.
import { readFileSync, writeFileSync } from 'node:fs';
import { fitModel, modelSource } from './fit.mjs';

const dist = new URL(process.env.ZHAGEN_DIST ?? '../../dist/', import.meta.url);
const load = (path) => import(new URL(path, dist).href);
const { openSegmenter, shippedIdf } = await load('stages/segment/jieba.js');
const { candidateDescriber } = await load('stages/weigh/describe-candidates.js');
const { probabilityOf } = await load('text/linear-model.js');

const FOLDS = 4;
/** Penalty of squared weights, per row. */
const RIDGE = 2e-2;
/** Features that also enter as squares and products. */
const CROSSED = [
  'alone',
  'inLonger',
  'idf',
  'highestIdf',
  'beginIdf',
  'hasTitle',
  'inTitle',
  'titleShare',
  'titleCharacters',
  'length',
  'parts',
  'endLength',
  'nouns',
  'verbs',
  'isKnown',
  'firstWord',
  'firstAt',
  'leftKinds',
  'rightKinds',
  'wholeRuns',
  'runBegins',
  'runEnds',
  'afterDe',
  'beforeGloss',
  'rarestPart',
  'endFrequency',
  'withoutEnd',
  'withoutBegin',
  'cohesion',
  'begin:v',
  'end:n',
  'end:v',
  'relativeFrequency',
  'formulaRank',
  'idfRank',
  'partFrequencyRank',
];

const gold = new URL('../../../shared/bench/keywords/csl-dev.jsonl', import.meta.url);
const segmenter = openSegmenter();
const idf = shippedIdf();
const normalise = (word) => word.normalize('NFKC').toLowerCase().replaceAll(/\s+/g, '');

let names = [];
const open = candidateDescriber(segmenter, idf, { stopWords: new Set(), rejected: new Set() });
const samples = readFileSync(gold, 'utf8')
  .trim()
  .split('\n')
  .map((line) => {
    const { title, text, keywords } = JSON.parse(line);
    const describe = (title) => {
      const { describe, wordOf } = open(title);
      const { candidates, shortlist, rows, ...described } = describe(text);
      names = described.names;
      return shortlist.map((i, n) => ({
        word: normalise(wordOf(candidates.columns.number[i])),
        row: rows.slice(n * names.length, (n + 1) * names.length),
      }));
    };
    return {
      keywords: new Set(keywords.map(normalise)),
      titled: describe(title),
      untitled: describe(''),
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
  return fitModel(names, rows, labels, { crossed: CROSSED.map((name) => names.indexOf(name)), ridge: RIDGE });
}

/** The best ten candidates of a document. */
function rank(model, candidates) {
  const probability = probabilityOf(model);
  const ranked = candidates
    .map(({ word, row }) => ({ word, weight: probability(row) }))
    .sort((a, b) => b.weight - a.weight);
  return [...new Set(ranked.map(({ word }) => word))].slice(0, 10);
}

function f1(results) {
  return [3, 5, 10]
    .map((k) => {
      let precision = 0;
      let recall = 0;
      for (const { keywords, ranked } of results) {
        const hits = ranked.slice(0, k).filter((word) => keywords.has(word)).length;
        precision += hits / k;
        recall += hits / keywords.size;
      }
      return ((2 * precision * recall) / (precision + recall) / results.length).toFixed(4);
    })
    .join('/');
}

const results = { titled: [], untitled: [] };
for (let fold = 0; fold < FOLDS; fold += 1) {
  const isTest = (_, i) => i % FOLDS === fold;
  const model = train(samples.filter((sample, i) => !isTest(sample, i)));
  const own = { titled: [], untitled: [] };
  for (const { keywords, ...candidates } of samples.filter(isTest)) {
    for (const kind of ['titled', 'untitled'])
      own[kind].push({ keywords, ranked: rank(model, candidates[kind]) });
  }
  for (const kind of ['titled', 'untitled']) results[kind].push(...own[kind]);
  console.log(`part ${fold + 1} unseen: F1@3/5/10 ${f1(own.titled)}, without titles ${f1(own.untitled)}`);
}
console.log(`all unseen: F1@3/5/10 ${f1(results.titled)}, without titles ${f1(results.untitled)}`);

const docstring =
  'Probability that an author would choose a keyword; made by tests/bench/train-keywords.mjs.';
writeFileSync(
  new URL('../../src/stages/weigh/keyword-model.ts', import.meta.url),
  modelSource('KEYWORD_MODEL', docstring, train(samples)),
);
