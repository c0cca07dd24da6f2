import type { NormalizedText } from '../model/normalized-text.js';
import { leaveOut } from '../text/counted-text.js';
import { listSentences, packSentences, type SentenceList, unpackSentences } from '../text/sentence-list.js';
import { leftOutSpans } from './counted-text.js';
import { cleanLength, readNormalizedText } from './normalized-text-table.js';
import type { Store } from './store.js';
import { lengthOfParts, readTextParts } from './text-part-table.js';
import { versionNumber } from './version-number.js';

/** The sentences of a case version: those of its whole clean text, and those of what of it counts. */
export interface CaseSentences {
  readonly clean: SentenceList;
  readonly counted: SentenceList;
}

/** UTF-16 units of a clean text beyond which its sentences are not stored, so that importing it takes bounded memory. */
const LONGEST_STORED = 4_000_000;

/** Collects the clean text of a case version as it is written, to store its sentences behind its regions. */
export function openSentences(
  store: Store,
  caseId: string,
  version: string,
): {
  readonly add: (part: Pick<NormalizedText, 'text' | 'origins'>) => void;
  readonly close: (characters: number) => void;
} {
  let parts: Pick<NormalizedText, 'text' | 'origins'>[] = [];
  let length = 0;
  return {
    add: (part) => {
      length += part.text.length;
      if (length <= LONGEST_STORED) parts.push(part);
      else parts = [];
    },
    close: (characters) => {
      const text = parts.map((part) => part.text).join('');
      const whole = { text, origins: parts.flatMap(({ origins }) => origins), steps: [] };
      insertSentences(store, caseId, version, characters, length > LONGEST_STORED ? null : whole);
    },
  };
}

/** Stores the sentences of the current versions of which none are stored, at most of so many. Returns of how many. */
export function saveMissingSentences(store: Store, limit: number): number {
  const missing = store.all<{ caseId: string; version: string }>(
    `SELECT id AS caseId, version FROM project_case JOIN case_version USING (case_no)
       LEFT JOIN case_sentences USING (version_no)
     WHERE is_current = 1 AND case_sentences.version_no IS NULL LIMIT ?`,
    limit,
  );
  let saved = 0;
  for (const { caseId, version } of missing) {
    const characters = lengthOfParts(readTextParts(store, caseId, version));
    const isLong = cleanLength(store, caseId, version) > LONGEST_STORED;
    const normalized = isLong ? null : readNormalizedText(store, caseId, version);
    if (normalized === undefined) continue;
    insertSentences(store, caseId, version, characters, normalized);
    saved += 1;
  }
  return saved;
}

/** The sentences of a case version; what is not stored is cut now. */
export function readSentences(store: Store, caseId: string, version: string): CaseSentences {
  const row = store.get<{ sentences: Uint8Array | null; counted: Uint8Array | null }>(
    'SELECT sentences, counted FROM case_sentences WHERE version_no = ?',
    versionNumber(store, caseId, version),
  );
  if (row?.sentences) {
    const clean = unpackSentences(row.sentences);
    return { clean, counted: row.counted ? unpackSentences(row.counted) : clean };
  }
  const normalized = readNormalizedText(store, caseId, version);
  if (normalized === undefined) throw new Error(`case ${caseId} has no clean text`);
  return cut(normalized, countedTextOf(store, caseId, version, normalized));
}

/** The code points of the raw text of a case version. */
export function readCharacters(store: Store, caseId: string, version: string): number {
  const row = store.get<{ characters: number }>(
    'SELECT characters FROM case_sentences WHERE version_no = ?',
    versionNumber(store, caseId, version),
  );
  return row?.characters ?? lengthOfParts(readTextParts(store, caseId, version));
}

function insertSentences(
  store: Store,
  caseId: string,
  version: string,
  characters: number,
  normalized: NormalizedText | null,
): void {
  const versionNo = versionNumber(store, caseId, version);
  const lists = normalized && cut(normalized, countedTextOf(store, caseId, version, normalized));
  store.run(
    'INSERT OR REPLACE INTO case_sentences VALUES (?, ?, ?, ?)',
    versionNo,
    characters,
    lists && packSentences(lists.clean),
    lists && lists.counted !== lists.clean ? packSentences(lists.counted) : null,
  );
}

function countedTextOf(store: Store, caseId: string, version: string, whole: NormalizedText): NormalizedText {
  return leaveOut(whole, leftOutSpans(store, caseId, version));
}

function cut(whole: NormalizedText, counted: NormalizedText): CaseSentences {
  const clean = listSentences(whole);
  return { clean, counted: counted === whole ? clean : listSentences(counted) };
}
