import { createHash, type Hash } from 'node:crypto';
import type { CaseHead } from '../model/case.js';
import type { CaseFile } from '../model/case-file.js';
import type { GivenWord } from '../model/given-word.js';
import type { StepCount } from '../model/normalized-text.js';
import type { Region, RegionKind } from '../model/region.js';
import { isWithoutText } from '../model/without-text.js';
import {
  findNearDuplicates,
  LONGEST_COMPARED,
  type NearDuplicate,
  openSketch,
  type Sketch,
} from '../stages/import/near-duplicates.js';
import type { CleanSection } from '../stages/normalize/normalize-text.js';
import { addCounts } from '../stages/normalize/sections.js';
import { saveCaseFile } from '../store/case-file-table.js';
import { currentVersions, type SavedCases, saveCaseHead } from '../store/case-table.js';
import { kindsInScope } from '../store/counted-text.js';
import { saveGivenWords } from '../store/given-word-table.js';
import { openTextIndex } from '../store/index-texts.js';
import { isIndexed } from '../store/indexed-text-table.js';
import {
  cleanLength,
  openCleanParts,
  readCleanParts,
  readStepCounts,
} from '../store/normalized-text-table.js';
import { openRegions, readRegions, readTextScope } from '../store/region-table.js';
import { openSentences, readCharacters } from '../store/sentence-table.js';
import type { Store } from '../store/store.js';
import { forgetTerms } from '../store/term-table.js';
import { openTextParts } from '../store/text-part-table.js';
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
  /** Cases of unchanged text whose clean text, regions, counted kinds of regions or given words changed. */
  readonly recleaned: readonly string[];
  readonly nearDuplicates: readonly NearDuplicate[];
  readonly cases: readonly ImportedCase[];
}

/** Saves cases one after the other, inside the transaction of an import, and keeps what to tell of them. */
export interface OpenImportLog {
  /** Saves a case, whose text comes in cleaned sections and is never held whole, and the words that it was given with. */
  readonly save: (
    one: CaseHead,
    file: CaseFile,
    sections: AsyncIterable<CleanSection>,
    words: readonly GivenWord[] | null,
  ) => Promise<void>;
  /** Saves the title and attributes of a case, whose text stays. */
  readonly describe: (one: CaseHead) => void;
  readonly close: () => ImportLog;
}

/** The log of one import; `counted` are the kinds of regions that count in its cases, null those of the project. */
export function openImportLog(store: Store, counted: readonly RegionKind[] | null): OpenImportLog {
  const cases: ImportedCase[] = [];
  const recleaned: string[] = [];
  const attributesChanged: string[] = [];
  const sketches = new Map<string, Sketch>();
  const index = openTextIndex(store);
  return {
    save: async (one, file, sections, words) => {
      const { id, version, source } = one;
      const { outcome, isDescribedAnew, needsText } = saveCaseHead(store, one);
      const before = outcome === 'unchanged' ? hashOfClean(store, id, version) : null;
      const wasIndexed = isIndexed(store, id);
      const saved = await saveSections(store, one, needsText, counted, sections);
      const areOtherWords = saveGivenWords(store, id, version, words);
      if (before !== null && (before !== saved.hash || areOtherWords)) {
        recleaned.push(id);
        forgetTerms(store, id);
      }
      if (wasIndexed && before === saved.hash) index.keep(id, version);
      else index.add(id, version);
      if (isDescribedAnew) attributesChanged.push(id);
      saveCaseFile(store, id, version, file);
      // Cases without text are no duplicates of each other.
      if (!isWithoutText(one)) sketches.set(id, saved.sketch);
      const { characters, cleanCharacters, steps } = saved;
      cases.push({ id, version, source, outcome, characters, cleanCharacters, steps });
    },
    describe: (one) => {
      const { id, version, source } = one;
      const { outcome, isDescribedAnew } = saveCaseHead(store, one);
      if (isDescribedAnew) attributesChanged.push(id);
      const lengths = {
        characters: readCharacters(store, id, version),
        cleanCharacters: cleanLength(store, id, version),
      };
      cases.push({ id, version, source, outcome, ...lengths, steps: readStepCounts(store, id, version) });
    },
    close: () => {
      index.close();
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

/** Saves the text of a case, unless it is stored already, and its clean text. */
async function saveSections(
  store: Store,
  { id, version }: CaseHead,
  needsText: boolean,
  counted: readonly RegionKind[] | null,
  sections: AsyncIterable<CleanSection>,
) {
  const addText = needsText ? openTextParts(store, id, version) : () => {};
  const clean = openCleanParts(store, id, version);
  const sentences = openSentences(store, id, version);
  const sketch = openSketch();
  const regionRows = openRegions(store, id, version);
  const hash = createHash('sha256');
  const regionHash = hashOfRegions(kindsInScope(store, { characters: 0, counted, isFromPlainText: false }));
  let characters = 0;
  let cleanCharacters = 0;
  let steps: readonly StepCount[] = [];
  for await (const { text, normalized, regions } of sections) {
    addText(text);
    clean.add(normalized);
    sentences.add(normalized);
    regionRows.add(regions);
    regionHash.add(regions);
    sketch.add(normalized.text);
    hash.update(normalized.text);
    characters += codePointLength(text);
    cleanCharacters += codePointLength(normalized.text);
    steps = addCounts([steps, normalized.steps]);
  }
  clean.close(steps);
  regionRows.close({ characters: cleanCharacters, counted, isFromPlainText: false });
  sentences.close(characters);
  return { characters, cleanCharacters, steps, sketch: sketch.close(), hash: digest(hash, regionHash.hash) };
}

/** A hash of the clean text of a case version, its regions, and which of them count. */
function hashOfClean(store: Store, id: string, version: string): string {
  const hash = createHash('sha256');
  for (const part of readCleanParts(store, id, version)) hash.update(part);
  const regions = hashOfRegions(kindsInScope(store, readTextScope(store, id, version)));
  regions.add(readRegions(store, id, version));
  return digest(hash, regions.hash);
}

function hashOfRegions(counted: readonly RegionKind[]) {
  const hash = createHash('sha256').update(String(counted.includes('body')));
  const add = (regions: readonly Region[]) => {
    for (const { start, end, kind, speaker, speechStart } of regions) {
      hash.update(JSON.stringify([start, end, kind, speaker, speechStart, counted.includes(kind)]));
    }
  };
  return { hash, add };
}

function digest(...hashes: readonly Hash[]): string {
  return hashes.map((hash) => hash.digest('hex')).join('');
}

/** The near-duplicates among the imported cases, and between them and those that were there. */
function duplicatesAmong(store: Store, imported: ReadonlyMap<string, Sketch>): NearDuplicate[] {
  const versions = new Map(
    currentVersions(store, { scope: 'all' })
      .filter((one) => !isWithoutText(one))
      .map(({ caseId, version }) => [caseId, version]),
  );
  const partsOf = (id: string) => readCleanParts(store, id, versions.get(id) ?? '');
  const sketches = new Map(imported);
  for (const id of versions.keys()) if (!sketches.has(id)) sketches.set(id, sketchOf(partsOf(id)));
  return findNearDuplicates(
    sketches,
    (id) => joinShort(partsOf(id)),
    (id) => imported.has(id),
  );
}

function sketchOf(parts: Iterable<string>): Sketch {
  const { add, close } = openSketch();
  for (const part of parts) add(part);
  return close();
}

/** The text that parts join to, or null when it is too long to be compared. */
function joinShort(parts: Iterable<string>): string | null {
  const texts: string[] = [];
  let length = 0;
  for (const part of parts) {
    texts.push(part);
    length += part.length;
    if (length > LONGEST_COMPARED) return null;
  }
  return texts.join('');
}
