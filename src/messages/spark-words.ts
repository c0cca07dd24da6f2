import type { SparkTimes } from '../workflow/in-spark.js';

/** What is said while Spark works, in one language. */
export interface SparkWords {
  readonly waiting: string;
  readonly made: (parts: number, times: SparkTimes) => string;
}
