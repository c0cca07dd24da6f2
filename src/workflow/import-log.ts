import type { Case } from '../model/case.js';
import type { CaseFile } from '../model/case-file.js';
import type { NormalizedText, StepCount } from '../model/normalized-text.js';
import {
  findNearDuplicates,
  type NearDuplicate,
  type Sketch,
  sketchText,
} from '../stages/import/near-duplicates.js';
import { saveCaseFile } from '../store/case-file-table.js';
import { currentVersions, type SavedCases, saveCases } from '../store/case-table.js';
import { readCleanText, saveNormalizedText } from '../store/normalized-text-table.js';
import type { Store } from '../store/store.js';
import { forgetTerms } from '../store/term-table.js';
import { codePointLength, compareByCodePoint } from '../text/code-points.js';

/** What importing did to one case; lengths in code points. */
export interface ImportedCase {
  readonly id: string;
  readonly version: string;
  readonly source: string;
  readonly outcome: 'added' | 'changed' | 'unchanged';
  readonly characters: number;
  readonly cleanCharacters: number;
  readonly steps: readonly StepCount[];
}

/** What importing saved, by case id in code point order. */
export interface ImportLog extends SavedCases {
  /** Cases of unchanged text that other cleaning steps made another clean text of. */
  readonly recleaned: readonly string[];
  readonly nearDuplicates: readonly NearDuplicate[];
  readonly cases: readonly ImportedCase[];
}

/** Saves cases one after the other, inside the transaction of an import, and keeps what to tell of them. */
export function openImportLog(store: Store): {
  readonly save: (one: Case, file: CaseFile, normalized: NormalizedText) => void;
  readonly close: () => ImportLog;
} {
  const cases: ImportedCase[] = [];
  const recleaned: string[] = [];
  const attributesChanged: string[] = [];
  const sketches = new Map<string, Sketch>();
  return {
    save: (one, file, normalized) => {
      const saved = saveCases(store, [one]);
      const { id, version, source } = one;
      const outcome = outcomeOf(saved);
      const before = outcome === 'unchanged' ? readCleanText(store, id, version) : normalized.text;
      if (before !== normalized.text) {
        recleaned.push(id);
        forgetTerms(store, id);
      }
      attributesChanged.push(...saved.attributesChanged);
      saveCaseFile(store, id, version, file);
      saveNormalizedText(store, id, version, normalized);
      sketches.set(id, sketchText(normalized.text));
      cases.push({
        id,
        version,
        source,
        outcome,
        characters: codePointLength(one.text),
        cleanCharacters: codePointLength(normalized.text),
        steps: normalized.steps,
      });
    },
    close: () => {
      cases.sort((a, b) => compareByCodePoint(a.id, b.id));
      const idsOf = (outcome: ImportedCase['outcome']) =>
        cases.filter((one) => one.outcome === outcome).map(({ id }) => id);
      return {
        cases,
        added: idsOf('added'),
        changed: idsOf('changed'),
        unchanged: idsOf('unchanged'),
        recleaned: recleaned.sort(compareByCodePoint),
        attributesChanged: attributesChanged.sort(compareByCodePoint),
        nearDuplicates: duplicatesAmong(store, sketches),
      };
    },
  };
}

function outcomeOf(saved: SavedCases): ImportedCase['outcome'] {
  if (saved.added.length > 0) return 'added';
  return saved.changed.length > 0 ? 'changed' : 'unchanged';
}

/** The near-duplicates among the imported cases, and between them and those that were there. */
function duplicatesAmong(store: Store, imported: ReadonlyMap<string, Sketch>): NearDuplicate[] {
  const versions = new Map(currentVersions(store).map(({ caseId, version }) => [caseId, version]));
  const textOf = (id: string) => readCleanText(store, id, versions.get(id) ?? '') ?? '';
  const sketches = new Map(imported);
  for (const id of versions.keys()) if (!sketches.has(id)) sketches.set(id, sketchText(textOf(id)));
  return findNearDuplicates(sketches, textOf, (id) => imported.has(id));
}
