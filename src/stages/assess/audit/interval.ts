/** A number that may be rounded: the value as it is written or computed, and all that it may stand for. */
export interface Interval {
  readonly value: number;
  readonly low: number;
  readonly high: number;
}

/** A number as printed: its value, and half a unit of its last digit. */
export interface Figure {
  readonly value: number;
  readonly half: number;
}

/** Rounding errors of the arithmetic itself. */
const EPSILON = 1e-9;

/** A number that is not rounded. */
export function exactly(value: number): Interval {
  return { value, low: value, high: value };
}

/** A figure that is the result of a division: rounded, however many digits it has. */
export function rounded({ value, half }: Figure): Interval {
  return { value, low: value - half, high: value + half };
}

/** A figure of whole units is a count and exact; one with decimals is rounded. */
export function countedOrRounded(figure: Figure): Interval {
  return figure.half < 0.5 ? rounded(figure) : exactly(figure.value);
}

/** A function that never falls, of an interval. */
export function mapRising({ value, low, high }: Interval, f: (one: number) => number): Interval {
  return { value: f(value), low: f(low), high: f(high) };
}

/** The sum of intervals. */
export function addUp(intervals: readonly Interval[]): Interval {
  let [value, low, high] = [0, 0, 0];
  for (const one of intervals) {
    value += one.value;
    low += one.low;
    high += one.high;
  }
  return { value, low, high };
}

/** What is left of the first after the second is taken away. */
export function subtract(a: Interval, b: Interval): Interval {
  return { value: a.value - b.value, low: a.low - b.high, high: a.high - b.low };
}

/** The quotient, times a factor; null where the divisor may be zero. */
export function divide(a: Interval, b: Interval, factor = 1): Interval | null {
  if (b.low <= 0 && b.high >= 0) return null;
  const quotients = [a.low / b.low, a.low / b.high, a.high / b.low, a.high / b.high];
  return {
    value: (factor * a.value) / b.value,
    low: factor * Math.min(...quotients),
    high: factor * Math.max(...quotients),
  };
}

/** Whether a number may be as large as another one, or larger. */
export function isAtLeast(a: Interval, b: Interval): boolean {
  return a.high + EPSILON * Math.max(1, Math.abs(a.high), Math.abs(b.low)) >= b.low;
}

/** Whether two numbers may be the same. */
export function mayBeEqual(a: Interval, b: Interval): boolean {
  return isAtLeast(a, b) && isAtLeast(b, a);
}
