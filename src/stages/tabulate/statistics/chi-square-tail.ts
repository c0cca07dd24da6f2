/** Terms after which a sum or fraction is given up; those of a table of cases settle after some hundred. */
const MOST_TERMS = 10_000;
const SMALLEST = 1e-300;

/**
 * The upper tail of the χ² distribution: the regularised upper incomplete gamma function Q(df/2, x/2), by its series below
 * and its continued fraction above the mean (Press et al., Numerical Recipes, 3rd ed., § 6.2). Small tails keep their digits.
 */
export function chiSquareTail(statistic: number, df: number): number {
  const shape = df / 2;
  const x = statistic / 2;
  if (x <= 0) return 1;
  const factor = Math.exp(shape * Math.log(x) - x - logGammaOfHalves(df));
  return x < shape + 1 ? 1 - factor * seriesOf(shape, x) : factor * fractionOf(shape, x);
}

function seriesOf(shape: number, x: number): number {
  let term = 1 / shape;
  let sum = term;
  for (let at = 1; at < MOST_TERMS && term > sum * Number.EPSILON; at += 1) {
    term *= x / (shape + at);
    sum += term;
  }
  return sum;
}

/** Lentz's method. */
function fractionOf(shape: number, x: number): number {
  let b = x + 1 - shape;
  let c = 1 / SMALLEST;
  let d = 1 / b;
  let value = d;
  for (let at = 1; at < MOST_TERMS; at += 1) {
    const a = -at * (at - shape);
    b += 2;
    d = 1 / keepFromZero(a * d + b);
    c = keepFromZero(b + a / c);
    value *= c * d;
    if (Math.abs(c * d - 1) < Number.EPSILON) break;
  }
  return value;
}

const keepFromZero = (value: number) => (Math.abs(value) < SMALLEST ? SMALLEST : value);

/** ln Γ(halves / 2), from Γ(1) = 1 and Γ(½) = √π. */
function logGammaOfHalves(halves: number): number {
  let sum = halves % 2 === 0 ? 0 : Math.log(Math.PI) / 2;
  for (let below = halves - 2; below > 0; below -= 2) sum += Math.log(below / 2);
  return sum;
}
