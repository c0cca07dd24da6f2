import { codeGuid } from '../../formats/refi-qda/codebook-elements.js';
import { codeFieldsSchema } from '../../formats/refi-qda/codebook-fields.js';
import { readDescription } from '../../formats/refi-qda/description.js';
import { shownEntry } from '../../formats/refi-qda/exchange-guids.js';
import type { ProjectCodebook } from '../../formats/refi-qda/project-codebook.js';
import type { Code, Codebook } from '../../model/codebook.js';
import type { QdaCode, QdaProject } from '../../model/qda-project.js';
import { codeNamed } from '../find-code.js';
import { type PlacedCode, placeCodes } from './place-codes.js';
import { type CodePart, entriesKnow, shownContent } from './shown-entries.js';

/** A code of a file that the codebook does not have. */
export interface NewCode {
  readonly id: string;
  readonly name: string;
  readonly level: string;
  readonly parent: string | null;
  readonly definition: string;
}

/** A code that has another name, definition or place in a file; `parent` is the id of the code that it is under now. */
export interface ChangedCode {
  readonly code: Code;
  readonly name?: string;
  readonly definition?: string;
  readonly parent?: string | null;
  readonly level?: string;
}

/** How the codes of a file are those of a codebook. */
export interface MatchedCodes {
  readonly idOf: ReadonlyMap<string, string>;
  readonly added: readonly NewCode[];
  readonly changed: readonly ChangedCode[];
  /** Codes of the codebook that the file has no longer, though it had them; those below before those above. */
  readonly missing: readonly Code[];
  /** How many new names are those of other codes, and how many moves have no level left. */
  readonly lost: { readonly 'name-taken': number; readonly 'no-level': number };
}

/** How many of the codes of a file a codebook has, from 0 to 1. */
export function shareOfCodes(project: QdaProject, writtenId: string, codebook: Codebook): number {
  const all = allOf(project.codes);
  const guids = new Set(codebook.codes.map(({ id }) => codeGuid(writtenId, id)));
  const known = all.filter(
    ({ guid, name }) => guids.has(guid) || codeNamed(codebook.codes, name) !== undefined,
  );
  return all.length === 0 ? 0 : known.length / all.length;
}

/** What codes are matched with. */
export interface CodesToMatch {
  readonly codebook: Codebook;
  readonly writtenId: string;
  readonly shown: ReadonlySet<string> | null;
  readonly path: string;
}

/** Matches the codes of a file by their GUIDs, the ids that they keep or would get, or their names. */
export function matchCodes(
  project: QdaProject,
  file: ProjectCodebook,
  { codebook, writtenId, shown, path }: CodesToMatch,
): MatchedCodes {
  const byId = new Map(codebook.codes.map((code) => [code.id, code]));
  const byGuid = new Map(codebook.codes.map((code) => [codeGuid(writtenId, code.id), code]));
  const idOf = new Map<string, string>();
  const own = new Map<string, Code>();
  const all = allOf(project.codes);
  const taken = new Set(byId.keys());
  for (const { guid, name } of all) {
    const same = byGuid.get(guid) ?? byId.get(file.ids.get(guid) ?? '');
    if (same) own.set(guid, same);
    idOf.set(guid, (same ?? codeNamed(codebook.codes, name))?.id ?? freeId(guid));
  }
  const isChanged = ({ guid }: QdaCode, part: CodePart, value: string) =>
    shown !== null && !shown.has(shownEntry(guid, shownContent.code(part, value)));
  const placed = placeCodes(
    project.codes,
    codebook,
    idOf,
    (code, parent) => own.has(code.guid) && isChanged(code, 'parent', parent),
  );
  const found = new Set(idOf.values());
  const didKnow = entriesKnow(shown);
  const missing = codebook.codes
    .filter(({ id }) => !found.has(id) && didKnow(codeGuid(writtenId, id)))
    .reverse();
  const lost = { 'name-taken': 0, 'no-level': placed.lost };
  const isFree = (name: string) => {
    const owner = codeNamed(codebook.codes, name);
    return owner === undefined || missing.includes(owner);
  };
  const changed = all.flatMap((code): ChangedCode[] => {
    const before = own.get(code.guid);
    if (!before) return [];
    const change = { ...wordsOf(code, before), ...placed.at.get(code.guid) };
    return Object.keys(change).length > 0 ? [{ code: before, ...change }] : [];
  });
  const added = all.flatMap((code): NewCode[] => {
    const id = idOf.get(code.guid) ?? '';
    if (byId.has(id)) return [];
    const { level = '', parent = null } = placed.at.get(code.guid) ?? ({} as Partial<PlacedCode>);
    const label = file.codebook.codes.find((one) => one.id === file.ids.get(code.guid))?.label.zh;
    return [{ id, name: label ?? code.name, level, parent, definition: definitionOf(code) }];
  });
  return { idOf, added, changed, missing, lost };

  function freeId(guid: string): string {
    const stem = file.ids.get(guid) ?? '';
    let id = stem;
    for (let next = 2; taken.has(id); next += 1) id = `${stem}-${next}`;
    taken.add(id);
    return id;
  }

  function definitionOf({ description }: QdaCode): string {
    return readDescription(description, path, codeFieldsSchema).text.trim();
  }

  function wordsOf(code: QdaCode, before: Code): Pick<ChangedCode, 'name' | 'definition'> {
    const { name } = code;
    const definition = definitionOf(code);
    const isRenamed = name !== '' && name !== before.label.zh && isChanged(code, 'name', name);
    const isDefined =
      definition !== '' &&
      definition !== before.definition.trim() &&
      isChanged(code, 'description', code.description);
    if (isRenamed && !isFree(name)) lost['name-taken'] += 1;
    return {
      ...(isRenamed && isFree(name) && { name }),
      ...(isDefined && { definition }),
    };
  }
}

const allOf = (codes: readonly QdaCode[]): QdaCode[] => codes.flatMap((code) => [code, ...allOf(code.codes)]);
