import type { SaturationReport } from '../workflow/saturation.js';

/** What is said about saturation, in one language. */
export interface SaturationWords {
  /** Form, what is counted, order, base and run, a line each. */
  readonly about: (report: SaturationReport) => string[];
  /** Number, case, items, new, seen, band of other orders, ratio, bar. */
  readonly heads: readonly [string, string, string, string, string, string, string, string];
  readonly more: (cases: number) => string;
  /** Where little and nothing new is reached, and what came after. */
  readonly points: (report: SaturationReport) => string[];
}
