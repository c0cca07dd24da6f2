// Measures the suggested codes on hidden terms: node --import=./tests/typescript-hook.mjs tests/bench/suggestions.mjs [codebook]
// Families are what is left of a code's words joined by two characters in a row; one family at a time is hidden whole, so
// that no hidden word shares two characters in a row with what its code still has. Easy: single terms hidden, every fifth.
import { readFileSync } from 'node:fs';
import { loadCodebook } from '../../src/sources/load-codebook.ts';
import { collectContexts, pairsOf } from '../../src/stages/code/contexts.ts';
import { codeProfile, codeRanker } from '../../src/stages/code/suggest-codes.ts';

const CORPORA = ['poverty', 'govreports'].map(
  (name) => new URL(`../../../shared/bench/corpora/${name}.jsonl`, import.meta.url),
);
const { open } = loadCodebook(process.argv[2] ?? 'six-pillars').framework;
const texts = CORPORA.flatMap((url) => readFileSync(url, 'utf8').split('\n').filter(Boolean)).map(
  (line) => JSON.parse(line).text,
);
const words = [...new Set(open.flatMap(({ label, terms }) => [label.zh, ...terms]))];
const contexts = collectContexts(words, texts);

for (const [name, codes] of [
  ['all evidence', open],
  ['without rules', open.map((code) => ({ ...code, rules: [] }))],
]) {
  const tasks = { families: [], easy: [] };
  for (const code of codes) {
    for (const family of familiesOf(code)) tasks.families.push({ code, hidden: family });
    for (const [at, term] of code.terms.entries())
      if (at % 5 === 0) tasks.easy.push({ code, hidden: [term] });
  }
  for (const [kind, list] of Object.entries(tasks)) console.log(name, kind, measure(codes, list));
}

function familiesOf({ label, terms }) {
  const all = [label.zh, ...terms];
  const root = all.map((_, index) => index);
  const find = (index) => (root[index] === index ? index : find(root[index]));
  const first = new Map();
  all.forEach((word, index) => {
    for (const pair of pairsOf(word)) {
      if (first.has(pair)) root[find(index)] = find(first.get(pair));
      else first.set(pair, index);
    }
  });
  const families = new Map();
  for (const [index, word] of all.entries()) {
    families.set(find(index), [...(families.get(find(index)) ?? []), word]);
  }
  const sorted = [...families.values()].sort((a, b) => b.length - a.length);
  // The largest family is the code itself; a label cannot be hidden.
  return sorted.slice(1).filter((family) => !family.includes(label.zh));
}

function measure(codes, list) {
  const profiles = codes.map((code) => codeProfile(code, contexts));
  let [hits, of, near, nearHits, seenHits, seen, refused] = [0, 0, 0, 0, 0, 0, 0];
  for (const { code, hidden } of list) {
    const left = { ...code, terms: code.terms.filter((term) => !hidden.includes(term)) };
    const rank = codeRanker(
      profiles.map((one) => (one.code === code ? codeProfile(left, contexts) : one)),
      contexts,
      new Set(),
    );
    const rankWithout = codeRanker(
      profiles.filter((one) => one.code !== code),
      contexts,
      new Set(),
    );
    for (const word of hidden) {
      const { ranked, isNear } = rank(word);
      const hit = Number(ranked.slice(0, 3).some(({ codeId }) => codeId === code.id));
      hits += hit;
      near += Number(isNear);
      nearHits += Number(isNear) * hit;
      refused += Number(!rankWithout(word).isNear);
      of += 1;
      if ((contexts.get(word)?.sentences ?? 0) < 3) continue;
      seenHits += hit;
      seen += 1;
    }
  }
  const share = (part, whole) => `${(part / whole).toFixed(3)} of ${whole}`;
  return `first three: ${share(hits, of)}; of words with a near code: ${share(nearHits, near)}; of words in 3 sentences or more: ${share(seenHits, seen)}; refused when the code is missing: ${share(refused, of)}`;
}
