// Trains src/stages/discover/{word,phrase}-model.ts and prints how models do on documents they have not seen: trained on
// one half and tested on the other, on three quarters and tested on the last one and on the halves of it (smaller than
// what was trained on), on one quarter and tested on the three others (larger). Words: types of the segmented SXU news, absent from the dictionary, three times at least.
// Phrases: author keywords of the CSL abstracts, likewise. Run `npm run build` first, `npx biome check --write src` after.
import { readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { fitModel, modelSource } from './fit.mjs';

const dist = new URL(process.env.ZHAGEN_DIST ?? '../../dist/', import.meta.url);
const load = (path) => import(new URL(path, dist).href);
const { openSegmenter } = await load('stages/segment/jieba.js');
const { encodeCorpus } = await load('stages/discover/encode-corpus.js');
const { wordCandidates } = await load('stages/discover/word-candidates.js');
const { PHRASE_FEATURES, WORD_FEATURES, phraseFeatures, wordFeatures } = await load(
  'stages/discover/word-features.js',
);
const { probabilityOf } = await load('text/linear-model.js');

const bench = fileURLToPath(new URL('../../../shared/bench/', import.meta.url));
const lines = (path) =>
  readFileSync(bench + path, 'utf8')
    .trim()
    .split('\n');
const segmenter = openSegmenter();
const HAN = /^[\u3400-\u9fff]{2,}$/u;
const NUMBER = /^[〇○零一二两三四五六七八九十百千万亿第几多余数点分之年月日时号]+$/u;
const FEATURES = {
  words: { names: Object.keys(WORD_FEATURES), of: wordFeatures },
  phrases: { names: Object.keys(PHRASE_FEATURES), of: phraseFeatures },
};

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
  const { names, of } = FEATURES[profile];
  return { gold, names, words: found.map(({ word }) => word), rows: found.map(of) };
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

function train({ names, rows, words, gold }, ridge) {
  const labels = words.map((word) => Number(gold.has(word)));
  const crossed = names.map((_, i) => i);
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
  return sum / gold.size;
}

/** Average precision of models on what they have not seen. */
function crossValidate(makeSample, documents, ridge) {
  const part = (from, to) => documents.slice(share(documents, from), share(documents, to));
  const tested = (trained, tests) => {
    const model = train(makeSample(trained), ridge);
    return mean(tests.map((test) => averagePrecision(model, makeSample(test))));
  };
  const quarters = [0, 1, 2, 3].map((i) => ({
    own: part(i / 4, (i + 1) / 4),
    others: [...part(0, i / 4), ...part((i + 1) / 4, 1)],
    halves: [part(i / 4, i / 4 + 1 / 8), part(i / 4 + 1 / 8, (i + 1) / 4)],
  }));
  const over = (test) => mean(quarters.map(test)).toFixed(3);
  return {
    'first half → second': tested(part(0, 1 / 2), [part(1 / 2, 1)]).toFixed(3),
    'second half → first': tested(part(1 / 2, 1), [part(0, 1 / 2)]).toFixed(3),
    'three quarters → the last': over(({ others, own }) => tested(others, [own])),
    'three quarters → eighths of the last': over(({ others, halves }) => tested(others, halves)),
    'one quarter → the three others': over(({ others, own }) => tested(own, [others])),
  };
}

function share(documents, part) {
  return Math.floor(documents.length * part);
}

function mean(values) {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}

function trainOn(makeSample, documents, ridge, name, file, docstring) {
  const all = makeSample(documents);
  const model = train(all, ridge);
  writeFileSync(
    new URL(`../../src/stages/discover/${file}`, import.meta.url),
    modelSource(name, docstring, model),
  );
  console.log(name, {
    'all → all': averagePrecision(model, all).toFixed(3),
    ...crossValidate(makeSample, documents, ridge),
  });
}

trainOn(
  newsSample,
  lines('newwords/sxu-gold.txt'),
  1e-2,
  'WORD_MODEL',
  'word-model.ts',
  'Probability of being an unknown single word; made by tests/bench/train-words.mjs.',
);
trainOn(
  abstractSample,
  lines('keywords/csl-dev.jsonl').map((line) => JSON.parse(line)),
  3e-2,
  'PHRASE_MODEL',
  'phrase-model.ts',
  'Probability of being a term; made by tests/bench/train-words.mjs.',
);
