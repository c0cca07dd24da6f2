// Ridge logistic regression by Newton's method, for the training scripts beside this file; deterministic.
const LIMIT = 4;

/** Trains a model (see src/text/linear-model.ts) on rows of feature values and 0/1 labels. */
export function fitModel(features, rows, labels, { crossed, ridge }) {
  const mean = features.map((_, j) => average(rows.map((row) => row[j])));
  const deviation = features.map(
    (_, j) => Math.sqrt(average(rows.map((row) => (row[j] - mean[j]) ** 2))) || 1,
  );
  const design = rows.map((row) => {
    const z = row.map((value, j) => Math.max(-LIMIT, Math.min(LIMIT, (value - mean[j]) / deviation[j])));
    const products = crossed.flatMap((a, i) => crossed.slice(i).map((b) => z[a] * z[b]));
    return Float64Array.from([1, ...z, ...products]);
  });
  const round = (value) => Number(value.toPrecision(6));
  return {
    features,
    mean: mean.map(round),
    deviation: deviation.map(round),
    crossed,
    weights: Array.from(newton(design, labels, ridge * rows.length), round),
  };
}

function average(values) {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}

function newton(design, labels, ridge) {
  const size = design[0].length;
  const weights = new Float64Array(size);
  for (let round = 0; round < 8; round += 1) {
    const gradient = new Float64Array(size);
    const hessian = Array.from({ length: size }, () => new Float64Array(size));
    for (const [i, x] of design.entries()) {
      const p = 1 / (1 + Math.exp(-x.reduce((sum, value, j) => sum + value * weights[j], 0)));
      const curve = Math.max(p * (1 - p), 1e-6);
      for (let j = 0; j < size; j += 1) {
        gradient[j] += (labels[i] - p) * x[j];
        const scaled = curve * x[j];
        if (scaled !== 0) for (let k = 0; k <= j; k += 1) hessian[j][k] += scaled * x[k];
      }
    }
    for (let j = 1; j < size; j += 1) {
      gradient[j] -= ridge * weights[j];
      hessian[j][j] += ridge;
    }
    const step = solve(hessian, gradient);
    for (let j = 0; j < size; j += 1) weights[j] += step[j];
  }
  return weights;
}

/** Solves a symmetric positive system (lower triangle given) by Cholesky's method. */
function solve(lower, right) {
  const size = right.length;
  for (let j = 0; j < size; j += 1) {
    for (let k = 0; k <= j; k += 1) {
      let sum = lower[j][k];
      for (let m = 0; m < k; m += 1) sum -= lower[j][m] * lower[k][m];
      lower[j][k] = j === k ? Math.sqrt(Math.max(sum, 1e-12)) : sum / lower[k][k];
    }
  }
  const x = Float64Array.from(right);
  for (let j = 0; j < size; j += 1) {
    for (let m = 0; m < j; m += 1) x[j] -= lower[j][m] * x[m];
    x[j] /= lower[j][j];
  }
  for (let j = size - 1; j >= 0; j -= 1) {
    for (let m = j + 1; m < size; m += 1) x[j] -= lower[m][j] * x[m];
    x[j] /= lower[j][j];
  }
  return x;
}

/** A TypeScript file that holds a model. */
export function modelSource(name, docstring, model) {
  return (
    `import type { LinearModel } from '../../text/linear-model.js';\n\n/** ${docstring} */\n` +
    `export const ${name}: LinearModel = ${JSON.stringify(model)};\n`
  );
}
