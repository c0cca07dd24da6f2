import { z } from 'zod';
import type { StepName } from '../model/cleaning-step.js';
import {
  type NormalizedText,
  type OriginRun,
  type StepCount,
  stepCountSchema,
  type TracedText,
} from '../model/normalized-text.js';
import { codePointLength } from '../text/code-points.js';
import { forgetDerived } from './forget-derived.js';
import { readParts } from './read-parts.js';
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
  const { add, close } = openCleanParts(store, caseId, version);
  add(normalized);
  close(normalized.steps);
}

/** Writes the clean text of a case version part by part, in the place of an earlier one; offsets are those of the whole. */
export function openCleanParts(
  store: Store,
  caseId: string,
  version: string,
): {
  readonly add: (part: Pick<NormalizedText, 'text' | 'origins'>) => void;
  readonly close: (steps: readonly StepCount[]) => void;
} {
  const versionNo = versionNumber(store, caseId, version);
  store.run('DELETE FROM clean_part WHERE version_no = ?', versionNo);
  forgetDerived(store, versionNo);
  let partNo = 0;
  return {
    add: ({ text, origins }) => {
      const runs = origins.flatMap((run) => [run.start, run.length, run.origin, run.width]);
      store.run('INSERT INTO clean_part VALUES (?, ?, ?, ?)', versionNo, partNo, text, JSON.stringify(runs));
      partNo += 1;
    },
    close: (steps) =>
      store.run('INSERT OR REPLACE INTO normalized_text VALUES (?, ?)', versionNo, JSON.stringify(steps)),
  };
}

/** The clean text of a case version with its origins. */
export function readNormalizedText(
  store: Store,
  caseId: string,
  version: string,
): NormalizedText | undefined {
  const steps = stepsOf(store, caseId, version);
  const traced = readTracedText(store, caseId, version);
  return steps && traced && { ...traced, steps };
}

/** The clean text of a case version with its origins, without how it was cleaned. */
export function readTracedText(store: Store, caseId: string, version: string): TracedText | undefined {
  const text = [...readCleanParts(store, caseId, version)].join('');
  if (text === '' && stepsOf(store, caseId, version) === undefined) return undefined;
  return { text, origins: readOrigins(store, caseId, version) };
}

/** The origins of the clean text of a case version alone. */
export function readOrigins(store: Store, caseId: string, version: string): OriginRun[] {
  const origins: OriginRun[] = [];
  const sql = 'SELECT origins FROM clean_part WHERE version_no = ? AND part_no = ?';
  const versionNo = versionNumber(store, caseId, version);
  for (const part of readParts<{ origins: string }>(store, sql, versionNo)) {
    for (const run of originRuns(flatRunsSchema.parse(JSON.parse(part.origins)))) origins.push(run);
  }
  return origins;
}

/** The clean text of a case version alone. */
export function readCleanText(store: Store, caseId: string, version: string): string | undefined {
  if (stepsOf(store, caseId, version) === undefined) return undefined;
  return [...readCleanParts(store, caseId, version)].join('');
}

/** The clean text of a case version, one part after the other; none when it has none. */
export function* readCleanParts(store: Store, caseId: string, version: string): Generator<string> {
  const sql = 'SELECT text FROM clean_part WHERE version_no = ? AND part_no = ?';
  const versionNo = versionNumber(store, caseId, version);
  for (const { text } of readParts<{ text: string }>(store, sql, versionNo)) yield text;
}

/** The code points of the clean text of a case version. */
export function cleanLength(store: Store, caseId: string, version: string): number {
  let length = 0;
  for (const part of readCleanParts(store, caseId, version)) length += codePointLength(part);
  return length;
}

/** How the text of a case version was cleaned, step by step. */
export function readStepCounts(store: Store, caseId: string, version: string): StepCount[] {
  return stepsOf(store, caseId, version) ?? [];
}

/** Whether the text of any case as it is now was cleaned with a step. */
export function hasCleaningStep(store: Store, step: StepName): boolean {
  // Looking into the JSON of every text takes fifty times as long.
  const sql = `SELECT 1 FROM normalized_text JOIN case_version USING (version_no)
    WHERE is_current = 1 AND instr(steps, ?) > 0 LIMIT 1`;
  return store.get(sql, `"step":${JSON.stringify(step)}`) !== undefined;
}

function stepsOf(store: Store, caseId: string, version: string): StepCount[] | undefined {
  const sql = 'SELECT steps FROM normalized_text WHERE version_no = ?';
  const row = store.get<{ steps: string }>(sql, versionNumber(store, caseId, version));
  return row && stepsSchema.parse(JSON.parse(row.steps));
}

function originRuns(cells: readonly (number | null)[]): OriginRun[] {
  const runs: OriginRun[] = [];
  for (let at = 0; at < cells.length; at += CELLS_PER_RUN) {
    const [start, length, origin, width] = cells.slice(at, at + CELLS_PER_RUN);
    runs.push({ start: start ?? 0, length: length ?? 0, origin: origin ?? 0, width: width ?? null });
  }
  return runs;
}
