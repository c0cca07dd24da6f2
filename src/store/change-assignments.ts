import type { CodedPassage } from '../model/coded-passage.js';
import type { Mapping } from '../model/mapping.js';
import { groupBy } from '../text/group-by.js';
import { assignmentCells, triggersOf } from './assignment-cells.js';
import { recountReferencesOf } from './reference-count-table.js';
import {
  addDifference,
  type Cells,
  type RowDifference,
  readCells,
  writeDifference,
} from './row-difference.js';
import type { Store } from './store.js';
import { versionNumber } from './version-number.js';

type CaseVersion = Pick<CodedPassage, 'caseId' | 'version'>;

/** The columns of the primary key. */
const KEYS = [
  'codebook_id',
  'version_no',
  'start_at',
  'end_at',
  'code_id',
  'polarity',
  'triggers',
  'origin',
  'coder',
] as const;

const ORIGIN = KEYS.indexOf('origin');
const CODE = KEYS.indexOf('code_id');

/** Adds to a difference what makes of the proposals of some codes in one case version others. */
export function compareProposals(
  store: Store,
  difference: RowDifference,
  codebookId: string,
  { caseId, version }: CaseVersion,
  codeIds: Iterable<string>,
  proposals: readonly CodedPassage[],
): void {
  const stored = readCells(
    store,
    `SELECT * FROM assignment WHERE codebook_id = ? AND version_no = ? AND origin = 'rule'
       AND code_id IN (SELECT value FROM json_each(?))`,
    codebookId,
    versionNumber(store, caseId, version),
    JSON.stringify([...codeIds]),
  );
  addDifference(difference, KEYS.length, stored, proposals.map(assignmentCells(store, 'rule')));
}

/** Adds to a difference what makes of the evidence of one keyword in one case version another. */
export function compareKeywordEvidence(
  store: Store,
  difference: RowDifference,
  codebookId: string,
  one: CaseVersion,
  word: string,
  evidence: readonly CodedPassage[],
): void {
  const stored = readKeywordEvidence(store, codebookId, one, word);
  addDifference(difference, KEYS.length, stored, evidence.map(assignmentCells(store, 'keyword')));
}

/** Adds to a difference what makes the evidence of one keyword in one case version follow its mapping, where it stands. */
export function compareStanding(
  store: Store,
  difference: RowDifference,
  one: CaseVersion,
  { codebookId, word, codeId, coder, status, decisionId }: Mapping,
): void {
  const stored = readKeywordEvidence(store, codebookId, one, word);
  const following = stored.map((cells) => {
    const [, versionNo, start, end, , polarity, triggers, origin, , quote, cleanQuote] = cells;
    const place = [codebookId, versionNo, start, end, codeId, polarity, triggers, origin, coder];
    return [...place, quote, cleanQuote, status, decisionId] as Cells;
  });
  addDifference(difference, KEYS.length, stored, following);
}

function readKeywordEvidence(
  store: Store,
  codebookId: string,
  { caseId, version }: CaseVersion,
  word: string,
): Cells[] {
  return readCells(
    store,
    `SELECT * FROM assignment WHERE codebook_id = ? AND version_no = ? AND origin = 'keyword' AND triggers = ?`,
    codebookId,
    versionNumber(store, caseId, version),
    triggersOf({ keywords: [word], rules: [] }),
  );
}

/** Writes assignments that differ, and counts the references again of the codes and case versions that they are of. */
export function changeAssignments(store: Store, difference: RowDifference): void {
  writeDifference(store, 'assignment', KEYS, difference);
  const counted = [...difference.removed, ...difference.added].filter((row) => row[ORIGIN] !== 'keyword');
  const ofVersion = groupBy(counted, ([codebookId, versionNo]) => JSON.stringify([codebookId, versionNo]));
  for (const [key, rows] of ofVersion) {
    const [codebookId, versionNo] = JSON.parse(key) as [string, number];
    recountReferencesOf(store, codebookId, versionNo, new Set(rows.map((row) => String(row[CODE]))));
  }
}
