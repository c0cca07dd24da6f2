// Gradient-boosted decision trees with logistic loss on histograms, for the training scripts beside this file; deterministic.
const BINS = 48;

/** Trains a model (see src/text/tree-model.ts) on rows of feature values and 0/1 labels. */
export function fitTrees(
  features,
  rows,
  labels,
  { trees, leaves, rate, ridge, leastCurve, rowShare, featureShare },
) {
  const cuts = features.map((_, j) => cutsOf(Float64Array.from(rows, (row) => row[j])));
  const bins = features.map((_, j) => Uint8Array.from(rows, (row) => binOf(row[j], cuts[j])));
  const share = labels.reduce((sum, label) => sum + label, 0) / labels.length;
  const base = round(Math.log(share / (1 - share)));
  const random = generator(1);
  const score = new Float64Array(rows.length).fill(base);
  const data = { bins, cuts, slope: new Float64Array(rows.length), curve: new Float64Array(rows.length) };
  const grown = [];
  for (let count = 0; count < trees; count += 1) {
    for (let i = 0; i < rows.length; i += 1) {
      const p = 1 / (1 + Math.exp(-score[i]));
      data.slope[i] = labels[i] - p;
      data.curve[i] = Math.max(p * (1 - p), 1e-6);
    }
    const sample = Int32Array.from(rows.keys()).filter(() => random() < rowShare);
    const asked = [...features.keys()].filter((j) => cuts[j].length > 0 && random() < featureShare);
    const tree = grow(data, sample, asked, { leaves, rate, ridge, leastCurve });
    for (let i = 0; i < rows.length; i += 1) score[i] += leafOf(tree, bins, i);
    grown.push(write(tree, cuts));
  }
  return { features, base, trees: grown };
}

/** Grows a tree by splitting, again and again, the leaf that gains most. */
function grow(data, sample, asked, settings) {
  const root = newLeaf(data, sample, asked, settings);
  const open = [root];
  while (open.length < settings.leaves) {
    const leaf = open.reduce((best, other) => (other.gain > best.gain ? other : best));
    if (leaf.gain <= 0) break;
    const column = data.bins[leaf.feature];
    const isYes = (i) => column[i] <= leaf.bin;
    leaf.yes = newLeaf(data, leaf.sample.filter(isYes), asked, settings);
    leaf.no = newLeaf(
      data,
      leaf.sample.filter((i) => !isYes(i)),
      asked,
      settings,
    );
    open.splice(open.indexOf(leaf), 1, leaf.yes, leaf.no);
  }
  return root;
}

function newLeaf({ bins, cuts, slope, curve }, sample, asked, { rate, ridge, leastCurve }) {
  let slopes = 0;
  let curves = 0;
  for (const i of sample) {
    slopes += slope[i];
    curves += curve[i];
  }
  const leaf = { sample, gain: 0, value: round((rate * slopes) / (curves + ridge)) };
  for (const feature of asked) {
    const column = bins[feature];
    const histogram = new Float64Array(2 * (cuts[feature].length + 1));
    for (let k = 0; k < sample.length; k += 1) {
      const i = sample[k];
      const slot = 2 * column[i];
      histogram[slot] += slope[i];
      histogram[slot + 1] += curve[i];
    }
    let yes = 0;
    let yesCurve = 0;
    for (let bin = 0; bin < cuts[feature].length; bin += 1) {
      yes += histogram[2 * bin];
      yesCurve += histogram[2 * bin + 1];
      const noCurve = curves - yesCurve;
      if (yesCurve < leastCurve || noCurve < leastCurve) continue;
      const gain =
        yes ** 2 / (yesCurve + ridge) +
        (slopes - yes) ** 2 / (noCurve + ridge) -
        slopes ** 2 / (curves + ridge);
      if (gain > leaf.gain + 1e-9) Object.assign(leaf, { gain, feature, bin });
    }
  }
  return leaf;
}

function leafOf(node, bins, i) {
  let at = node;
  while (at.yes) at = bins[at.feature][i] <= at.bin ? at.yes : at.no;
  return at.value;
}

function write(node, cuts) {
  if (!node.yes) return String(node.value);
  return `${node.feature}<${cuts[node.feature][node.bin]} ${write(node.yes, cuts)} ${write(node.no, cuts)}`;
}

/** Cuts between neighbouring values, about as many values in each bin. */
function cutsOf(values) {
  const sorted = values.sort();
  const distinct = sorted.filter((value, i) => i === 0 || value !== sorted[i - 1]);
  const wanted =
    distinct.length <= BINS
      ? [...distinct.slice(1)]
      : Array.from({ length: BINS - 1 }, (_, i) => sorted[Math.floor((sorted.length * (i + 1)) / BINS)]);
  const cuts = new Set(wanted.filter((value) => value > distinct[0]).map((value) => below(value, distinct)));
  return Float64Array.from(cuts);
}

function below(value, distinct) {
  return round((value + distinct[distinct.indexOf(value) - 1]) / 2);
}

function binOf(value, cuts) {
  let low = 0;
  let high = cuts.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (value > cuts[middle]) low = middle + 1;
    else high = middle;
  }
  return low;
}

function round(value) {
  return Number(value.toPrecision(4));
}

/** Numbers between 0 and 1, the same in every run. */
function generator(seed) {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state / 2 ** 32;
  };
}

/** How many trees stand on one line of a file, to keep it short. */
const TREES_A_LINE = 3;

/** A TypeScript file that holds a model of trees. */
export function treesSource(name, docstring, { trees, ...model }) {
  const lines = [];
  for (let i = 0; i < trees.length; i += TREES_A_LINE) lines.push(trees.slice(i, i + TREES_A_LINE).join(' '));
  return (
    `import type { TreeModel } from '../../text/tree-model.js';\n\n/** ${docstring} */\n` +
    `export const ${name}: TreeModel = ${JSON.stringify({ ...model, trees: lines })};\n`
  );
}
