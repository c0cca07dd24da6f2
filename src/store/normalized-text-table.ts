import { z } from 'zod';
import {
  type NormalizedText,
  type OriginRun,
  type StepCount,
  stepCountSchema,
} from '../model/normalized-text.js';
import type { Store } from './store.js';
import { versionNumber } from './version-number.js';

const flatRunsSchema = z.array(z.number().int().nullable());
const stepsSchema = z.array(stepCountSchema);
const CELLS_PER_RUN = 4;

/** Saves the clean text of a case version, in the place of an earlier one. */
export function saveNormalizedText(
  store: Store,
  caseId: string,
  version: string,
  normalized: NormalizedText,
): void {
  const runs = normalized.origins.flatMap((run) => [run.start, run.length, run.origin, run.width]);
  store.run(
    'INSERT OR REPLACE INTO normalized_text VALUES (?, ?, ?, ?)',
    versionNumber(store, caseId, version),
    normalized.text,
    JSON.stringify(runs),
    JSON.stringify(normalized.steps),
  );
}

/** The clean text of a case version with its origins. */
export function readNormalizedText(
  store: Store,
  caseId: string,
  version: string,
): NormalizedText | undefined {
  const row = store.get<{ text: string; origins: string; steps: string }>(
    'SELECT text, origins, steps FROM normalized_text WHERE version_no = ?',
    versionNumber(store, caseId, version),
  );
  if (row === undefined) return undefined;
  return {
    text: row.text,
    origins: originRuns(flatRunsSchema.parse(JSON.parse(row.origins))),
    steps: stepsSchema.parse(JSON.parse(row.steps)),
  };
}

/** The clean text of a case version alone. */
export function readCleanText(store: Store, caseId: string, version: string): string | undefined {
  const sql = 'SELECT text FROM normalized_text WHERE version_no = ?';
  return store.get<{ text: string }>(sql, versionNumber(store, caseId, version))?.text;
}

/** How the text of a case version was cleaned, step by step. */
export function readStepCounts(store: Store, caseId: string, version: string): StepCount[] {
  const sql = 'SELECT steps FROM normalized_text WHERE version_no = ?';
  const row = store.get<{ steps: string }>(sql, versionNumber(store, caseId, version));
  return row === undefined ? [] : stepsSchema.parse(JSON.parse(row.steps));
}

function originRuns(cells: readonly (number | null)[]): OriginRun[] {
  const runs: OriginRun[] = [];
  for (let at = 0; at < cells.length; at += CELLS_PER_RUN) {
    const [start, length, origin, width] = cells.slice(at, at + CELLS_PER_RUN);
    runs.push({ start: start ?? 0, length: length ?? 0, origin: origin ?? 0, width: width ?? null });
  }
  return runs;
}
