import type { StatisticsFault } from './corpus-statistics.js';
import type { PartDifference } from './part.js';

/** The mistakes of work on several machines: of parts, of statistics that travel, of Spark. */
export interface ClusterErrors {
  'statistics/bad-line': { path: string; line: number; fault: StatisticsFault };
  'statistics/cut': { path: string };
  'statistics/altered': { path: string };
  'statistics/too-large': { path: string; allowed: number };
  'statistics/every-word': { path: string };
  'statistics/other-words': { path: string };
  'statistics/different': { path: string; first: string };
  'parts/bad-number': { given: string };
  'parts/bad-name': { path: string };
  'parts/standard-input': Record<never, never>;
  'parts/not-overwritten': { path: string };
  'parts/not-an-option': { option: string; command: string };
  'parts/not-a-part': { path: string };
  'parts/cut': { path: string };
  'parts/altered': { path: string };
  'parts/doubled': { path: string; first: string; part: number; of: number };
  'parts/missing': { missing: readonly number[]; of: number };
  'parts/foreign': { path: string; first: string; what: PartDifference; found: string; wanted: string };
  'parts/other-option': { option: string; given: string; recorded: string; path: string };
  'parts/doubled-case': { id: string };
  'spark/missing': Record<never, never>;
  'spark/on-windows': Record<never, never>;
  'spark/no-sql': { home: string };
  'spark/no-java': Record<never, never>;
  'spark/old-java': { needed: number };
  'spark/no-master': { master: string; reason: string };
  'spark/no-transform': { master: string; reason: string };
  'spark/no-program': { message: string };
  'spark/filter-died': { code: number; message: string };
  'spark/part-failed': { part: number; of: number; message: string };
  'spark/no-receipt': { parts: readonly number[]; of: number };
  'spark/part-missing': { part: number; path: string };
  'spark/other-version': { part: number; other: string; own: string };
  'spark/other-receipt': { part: number; path: string };
  'spark/no-input': Record<never, never>;
  'spark/failed': { reason: string };
}
