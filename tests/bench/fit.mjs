// Ridge logistic regression by Newton's method, each step solved by conjugate gradients, for the training scripts
// beside this file; deterministic.
const LIMIT = 4;
const NEWTON_STEPS = 20;
/** By how much the square of the gradient must shrink for all of it and for each step, of which there are not too many. */
const PRECISE = 1e-20;
const PRECISE_STEP = 1e-3;
const GRADIENT_STEPS = 100;

/**
 * Trains a model (see src/text/linear-model.ts) on rows of feature values and 0/1 labels. `ridge` and `productRidge`
 * are the penalties, per row, of the squared weights of features and of their products.
 */
export function fitModel(features, rows, labels, { crossed, ridge, productRidge = ridge }) {
  const mean = features.map((_, j) => average(rows, (row) => row[j]));
  const deviation = features.map((_, j) => Math.sqrt(average(rows, (row) => (row[j] - mean[j]) ** 2)) || 1);
  // The crossed features stand once more at the end of each row, one after the other.
  const design = rows.map((row) => {
    const z = Array.from(row, (value, j) =>
      Math.max(-LIMIT, Math.min(LIMIT, (value - mean[j]) / deviation[j])),
    );
    return Float64Array.from([...z, ...crossed.map((j) => z[j])]);
  });
  const products = (crossed.length * (crossed.length + 1)) / 2;
  const penalty = new Float64Array(1 + features.length + products)
    .fill(rows.length * ridge, 1)
    .fill(rows.length * productRidge, 1 + features.length);
  const round = (value) => Number(value.toPrecision(6));
  return {
    features,
    mean: mean.map(round),
    deviation: deviation.map(round),
    crossed,
    weights: Array.from(newton(design, features.length, labels, penalty), round),
  };
}

function average(rows, of) {
  return rows.reduce((sum, row) => sum + of(row), 0) / rows.length;
}

function newton(design, features, labels, penalty) {
  const size = penalty.length;
  const weights = new Float64Array(size);
  const curve = new Float64Array(design.length);
  let first;
  for (let step = 0; step < NEWTON_STEPS; step += 1) {
    const gradient = weights.map((weight, j) => -penalty[j] * weight);
    for (const [i, z] of design.entries()) {
      const p = 1 / (1 + Math.exp(-scoreOf(z, features, weights)));
      curve[i] = Math.max(p * (1 - p), 1e-6);
      addTo(gradient, z, features, labels[i] - p);
    }
    const length = dot(gradient, gradient);
    first ??= length;
    if (length < PRECISE * first) break;
    const total = curve.reduce((sum, value) => sum + value, 0);
    const multiply = (direction) => {
      const product = direction.map((value, j) => penalty[j] * value);
      for (const [i, z] of design.entries())
        addTo(product, z, features, curve[i] * scoreOf(z, features, direction));
      return product;
    };
    const change = solve(
      multiply,
      gradient,
      penalty.map((value) => 1 / (value + total)),
    );
    for (let j = 0; j < size; j += 1) weights[j] += change[j];
  }
  return weights;
}

/** Solves a symmetric positive system by conjugate gradients; `scale` is about the inverse of its diagonal. */
function solve(multiply, right, scale) {
  const x = new Float64Array(right.length);
  const rest = Float64Array.from(right);
  let scaled = rest.map((value, j) => scale[j] * value);
  const direction = Float64Array.from(scaled);
  let error = dot(rest, scaled);
  const enough = PRECISE_STEP * error;
  for (let step = 0; step < GRADIENT_STEPS && error > enough; step += 1) {
    const product = multiply(direction);
    const length = error / dot(direction, product);
    for (let j = 0; j < x.length; j += 1) {
      x[j] += length * direction[j];
      rest[j] -= length * product[j];
    }
    scaled = rest.map((value, j) => scale[j] * value);
    const next = dot(rest, scaled);
    for (let j = 0; j < x.length; j += 1) direction[j] = scaled[j] + (next / error) * direction[j];
    error = next;
  }
  return x;
}

function dot(a, b) {
  let sum = 0;
  for (let j = 0; j < a.length; j += 1) sum += a[j] * b[j];
  return sum;
}

/** Weighted sum of a row's features and products. */
function scoreOf(z, features, weights) {
  let sum = weights[0];
  for (let j = 0; j < features; j += 1) sum += weights[1 + j] * z[j];
  let next = 1 + features;
  for (let i = features; i < z.length; i += 1) {
    let inner = 0;
    for (let j = i; j < z.length; j += 1) {
      inner += weights[next] * z[j];
      next += 1;
    }
    sum += z[i] * inner;
  }
  return sum;
}

/** Adds a multiple of a row's features and products. */
function addTo(sums, z, features, factor) {
  sums[0] += factor;
  for (let j = 0; j < features; j += 1) sums[1 + j] += factor * z[j];
  let next = 1 + features;
  for (let i = features; i < z.length; i += 1) {
    const outer = factor * z[i];
    for (let j = i; j < z.length; j += 1) {
      sums[next] += outer * z[j];
      next += 1;
    }
  }
}

/** A TypeScript file that holds a model. */
export function modelSource(name, docstring, model) {
  return (
    `import type { LinearModel } from '../../text/linear-model.js';\n\n/** ${docstring} */\n` +
    `export const ${name}: LinearModel = ${JSON.stringify(model)};\n`
  );
}
