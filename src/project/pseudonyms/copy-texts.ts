import { createHash } from 'node:crypto';
import type { GivenWord } from '../../model/given-word.js';
import type { Region } from '../../model/region.js';
import { isWithoutText } from '../../model/without-text.js';
import type { ReplaceNames } from '../../stages/pseudonyms/replace-in-strings.js';
import { type MovedPlaces, replaceInText } from '../../stages/pseudonyms/replace-in-text.js';
import { readCase, saveCaseHead } from '../../store/case-table.js';
import { readGivenWords, saveGivenWords } from '../../store/given-word-table.js';
import { readCaseVersions } from '../../store/join/case-versions.js';
import {
  openCleanParts,
  readCleanParts,
  readStepCounts,
  readTracedText,
} from '../../store/normalized-text-table.js';
import { openRegions, readRegions, readTextScope } from '../../store/region-table.js';
import type { Store } from '../../store/store.js';
import { openTextParts, readTextParts } from '../../store/text-part-table.js';
import { codePointLength, offsetMap } from '../../text/code-points.js';
import type { Edit } from '../../text/edits.js';
import { cutOrigins, moveOrigins, normalizeAsIs } from '../../text/origins.js';

/** A version of a case as a copy has it. */
export interface CopiedVersion {
  readonly version: string;
  readonly places: MovedPlaces;
}

/** Finds the copy of a version of a case; undefined for one that the project does not have. */
export type FindCopied = (caseId: string, version: string) => CopiedVersion | undefined;

/** What replaces names: in texts as far as they are no longer words, in other strings everywhere. */
export interface Replacing {
  readonly findEdits: (text: string) => readonly Edit[];
  readonly replace: ReplaceNames;
}

/**
 * Copies the cases of a project with all versions of their texts into a new one, with pseudonyms in the place of names. Where
 * the texts were read from is not copied.
 */
export function copyTexts(from: Store, to: Store, { findEdits, replace }: Replacing): FindCopied {
  const copied = new Map<string, CopiedVersion>();
  for (const { id, versions } of readCaseVersions(from)) {
    // The version that is saved last is the current one.
    const inOrder = versions.toSorted((a, b) => Number(a.isCurrent) - Number(b.isCurrent));
    for (const { version } of inOrder) {
      const one = readCase(from, id, version);
      if (!one) continue;
      const { text, attributes, title, batch } = one;
      const clean = readTracedText(from, id, version) ?? normalizeAsIs(text);
      const replaced = replaceInText(text, clean, findEdits);
      const head = {
        id: replace(id),
        title: replace(title),
        batch: replace(batch),
        source: replace(id),
        attributes: replaceNamesAndValues(attributes, replace),
        version: isWithoutText(one) ? version : createHash('sha256').update(replaced.text).digest('hex'),
      };
      const { needsText } = saveCaseHead(to, head);
      if (needsText && !isWithoutText(one)) {
        const copy = { from, to, caseId: id, version, asId: head.id, asVersion: head.version };
        copyParts(copy, replaced);
        copyRegions(copy, replaced, replace);
        copyGivenWords(copy, replaced);
      }
      copied.set(keyOf(id, version), { version: head.version, places: replaced.places });
    }
  }
  return (caseId, version) => copied.get(keyOf(caseId, version));
}

const keyOf = (caseId: string, version: string) => `${version}\t${caseId}`;

function replaceNamesAndValues(
  attributes: Readonly<Record<string, string>>,
  replace: ReplaceNames,
): Record<string, string> {
  return Object.fromEntries(
    Object.entries(attributes).map(([name, value]) => [replace(name), replace(value)]),
  );
}

interface Copy {
  readonly from: Store;
  readonly to: Store;
  readonly caseId: string;
  readonly version: string;
  readonly asId: string;
  readonly asVersion: string;
}

type Replaced = ReturnType<typeof replaceInText>;

function copyParts(
  { from, to, caseId, version, asId, asVersion }: Copy,
  { text, clean, places, cleanPlaces }: Replaced,
): void {
  const addText = openTextParts(to, asId, asVersion);
  for (const part of partsLike(readTextParts(from, caseId, version), text, places)) addText(part.text);
  const steps = readStepCounts(from, caseId, version);
  const { add, close } = openCleanParts(to, asId, asVersion);
  for (const { text: part, start, end } of partsLike(
    readCleanParts(from, caseId, version),
    clean.text,
    cleanPlaces,
  )) {
    add({ text: part, origins: moveOrigins(cutOrigins(clean.origins, { start, end }), start, 0) });
  }
  close(steps);
}

/** A text in parts that end where those of the earlier text did. */
function* partsLike(parts: Iterable<string>, text: string, { span }: MovedPlaces) {
  const offsets = offsetMap(text);
  let [before, start] = [0, 0];
  for (const part of parts) {
    before += codePointLength(part);
    const { end } = span({ start: before, end: before });
    yield { text: text.slice(offsets.toUtf16(start), offsets.toUtf16(end)), start, end };
    start = end;
  }
}

/** Copies the words that a text was given with; those of which a pseudonym took the place are one word now. */
function copyGivenWords({ from, to, caseId, version, asId, asVersion }: Copy, { places }: Replaced): void {
  const words: GivenWord[] = [];
  for (const word of readGivenWords(from, caseId, version) ?? []) {
    const moved = { ...places.span(word), pos: word.pos };
    const last = words.at(-1);
    if (last && moved.start < last.end)
      words[words.length - 1] = { ...last, end: Math.max(last.end, moved.end) };
    else words.push(moved);
  }
  if (words.length > 0) saveGivenWords(to, asId, asVersion, words);
}

function copyRegions(
  { from, to, caseId, version, asId, asVersion }: Copy,
  { clean, cleanPlaces }: Replaced,
  replace: ReplaceNames,
): void {
  const scope = readTextScope(from, caseId, version);
  if (!scope) return;
  const { add, close } = openRegions(to, asId, asVersion);
  add(
    readRegions(from, caseId, version).map(
      ({ speaker, speechStart, ...region }): Region => ({
        ...region,
        ...cleanPlaces.span(region),
        ...(speaker !== undefined && { speaker: replace(speaker) }),
        ...(speechStart !== undefined && {
          speechStart: cleanPlaces.span({ start: speechStart, end: speechStart }).start,
        }),
      }),
    ),
  );
  close({ ...scope, characters: codePointLength(clean.text) });
}
