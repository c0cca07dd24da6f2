// Trains src/stages/discover/{word,phrase}-model.ts and prints how a model trained on one half of the documents
// does on the other. Words: types of the segmented SXU news, absent from the dictionary, three times at least.
// Phrases: author keywords of the CSL abstracts, likewise. Run `npm run build` first, `npx biome check --write src` after.
import { readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { fitModel, modelSource } from './fit.mjs';

const dist = new URL(process.env.ZHAGEN_DIST ?? '../../dist/', import.meta.url);
const load = (path) => import(new URL(path, dist).href);
const { openSegmenter } = await load('stages/segment/jieba.js');
const { encodeCorpus } = await load('stages/discover/encode-corpus.js');
const { wordCandidates } = await load('stages/discover/word-candidates.js');
const { WORD_FEATURES, wordFeatures } = await load('stages/discover/word-features.js');
const { probabilityOf } = await load('text/linear-model.js');

const bench = fileURLToPath(new URL('../../../shared/bench/', import.meta.url));
const lines = (path) =>
  readFileSync(bench + path, 'utf8')
    .trim()
    .split('\n');
const segmenter = openSegmenter();
const HAN = /^[\u3400-\u9fff]{2,}$/u;
const NUMBER = /^[〇○零一二两三四五六七八九十百千万亿第几多余数点分之年月日时号]+$/u;
const names = Object.keys(WORD_FEATURES);
const crossed = names.map((_, i) => i);

/** Candidates of a text with their features, and the gold words among them. */
function sample(profile, text, words, frequencyOf) {
  const gold = new Set(
    words.filter((w) => HAN.test(w) && !NUMBER.test(w) && !segmenter.inDictionary(w) && frequencyOf(w) >= 3),
  );
  const corpus = encodeCorpus([text], segmenter);
  const options = { profile, minFrequency: 3, maxLength: 8 };
  const found = [...wordCandidates(corpus, segmenter.inDictionary, options)].filter(
    ({ word }) => !NUMBER.test(word),
  );
  return { gold, words: found.map(({ word }) => word), rows: found.map(wordFeatures) };
}

function newsSample(sentences) {
  const counts = new Map();
  for (const word of sentences.flatMap((line) => line.split(/\s+/))) {
    counts.set(word, (counts.get(word) ?? 0) + 1);
  }
  const text = sentences.map((line) => line.replaceAll(/\s+/g, '')).join('\n');
  return sample('words', text, [...counts.keys()], (word) => counts.get(word));
}

function abstractSample(documents) {
  const text = documents.map(({ title, text }) => `${title}\n${text}`).join('\n');
  const words = documents.flatMap(({ keywords }) => keywords);
  return sample('phrases', text, words, (word) => text.split(word).length - 1);
}

function train({ rows, words, gold }, ridge) {
  const labels = words.map((word) => Number(gold.has(word)));
  return fitModel(names, rows, labels, { crossed, ridge });
}

function averagePrecision(model, { rows, words, gold }) {
  const probability = probabilityOf(model);
  const ranked = words
    .map((word, i) => ({ word, score: probability(rows[i]) }))
    .sort((a, b) => b.score - a.score);
  let hits = 0;
  let sum = 0;
  for (const [i, { word }] of ranked.entries()) {
    if (!gold.has(word)) continue;
    hits += 1;
    sum += hits / (i + 1);
  }
  return (sum / gold.size).toFixed(3);
}

function trainOn(makeSample, documents, ridge, name, file, docstring) {
  const middle = documents.length >> 1;
  const [first, second, all] = [documents.slice(0, middle), documents.slice(middle), documents].map(
    makeSample,
  );
  const [fromFirst, fromSecond, fromAll] = [first, second, all].map((given) => train(given, ridge));
  console.log(
    `${name}: first half → second AP ${averagePrecision(fromFirst, second)}, second → first ` +
      `${averagePrecision(fromSecond, first)}, all → all ${averagePrecision(fromAll, all)}`,
  );
  writeFileSync(
    new URL(`../../src/stages/discover/${file}`, import.meta.url),
    modelSource(name, docstring, fromAll),
  );
  return { model: fromAll, all };
}

const words = trainOn(
  newsSample,
  lines('newwords/sxu-gold.txt'),
  1e-2,
  'WORD_MODEL',
  'word-model.ts',
  'Probability of being an unknown single word; made by tests/bench/train-words.mjs.',
);
const phrases = trainOn(
  abstractSample,
  lines('keywords/csl-dev.jsonl').map((line) => JSON.parse(line)),
  3e-2,
  'PHRASE_MODEL',
  'phrase-model.ts',
  'Probability of being a term; made by tests/bench/train-words.mjs.',
);
console.log(
  `word model on abstracts ${averagePrecision(words.model, phrases.all)}, phrase model on news ${averagePrecision(phrases.model, words.all)}`,
);
