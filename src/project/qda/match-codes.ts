import { codeGuid } from '../../formats/refi-qda/codebook-elements.js';
import { codeFieldsSchema } from '../../formats/refi-qda/codebook-fields.js';
import { readDescription } from '../../formats/refi-qda/description.js';
import { shownEntry } from '../../formats/refi-qda/exchange-guids.js';
import type { ProjectCodebook } from '../../formats/refi-qda/project-codebook.js';
import type { Code, Codebook } from '../../model/codebook.js';
import type { QdaCode, QdaProject } from '../../model/qda-project.js';
import { codeNamed } from '../find-code.js';
import { shownContent } from './shown-entries.js';

/** A code of a file that the codebook does not have. */
export interface NewCode {
  readonly id: string;
  readonly name: string;
  readonly level: string;
  readonly parent: string | null;
  readonly definition: string;
}

/** A code that has another name or definition in a file. */
export interface ChangedCode {
  readonly code: Code;
  readonly name?: string;
  readonly definition?: string;
}

/** How the codes of a file are those of a codebook. */
export interface MatchedCodes {
  readonly idOf: ReadonlyMap<string, string>;
  readonly added: readonly NewCode[];
  readonly changed: readonly ChangedCode[];
  /** Codes of the codebook that the file has no longer, though it had them. */
  readonly missing: readonly Code[];
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

/** Matches the codes of a file by their GUIDs, the ids that they keep or would get, or their names. */
export function matchCodes(
  project: QdaProject,
  file: ProjectCodebook,
  {
    codebook,
    writtenId,
    shown,
    path,
  }: {
    readonly codebook: Codebook;
    readonly writtenId: string;
    readonly shown: ReadonlySet<string> | null;
    readonly path: string;
  },
): MatchedCodes {
  const byId = new Map(codebook.codes.map((code) => [code.id, code]));
  const byGuid = new Map(codebook.codes.map((code) => [codeGuid(writtenId, code.id), code]));
  const levels = codebook.levels.map(({ id }) => id);
  const idOf = new Map<string, string>();
  const added: NewCode[] = [];
  const changed: ChangedCode[] = [];
  const walk = (code: QdaCode, parent: string): void => {
    const own = byGuid.get(code.guid) ?? byId.get(file.ids.get(code.guid) ?? '');
    const known = own ?? codeNamed(codebook.codes, code.name);
    idOf.set(code.guid, known?.id ?? add(code, parent));
    const isShown = shown?.has(shownEntry(code.guid, shownContent.code({ ...code, parent }))) === true;
    if (own && shown && !isShown) compare(own, code);
    for (const child of code.codes) walk(child, code.guid);
  };
  for (const code of project.codes) walk(code, '');
  const found = new Set(idOf.values());
  const missing = codebook.codes.filter(({ id }) => shown !== null && !found.has(id));
  return { idOf, added, changed, missing };

  function add(code: QdaCode, parentGuid: string): string {
    const parent = idOf.get(parentGuid);
    const above =
      parent === undefined
        ? undefined
        : (byId.get(parent)?.level ?? added.find(({ id }) => id === parent)?.level);
    const level =
      above === undefined ? levels.length - 1 : Math.min(levels.indexOf(above) + 1, levels.length - 1);
    // A code on the lowest level has none below it: a new one beside it is meant.
    const isBelow = above !== undefined && levels.indexOf(above) < level;
    let id = file.ids.get(code.guid) ?? '';
    const ids = new Set([...byId.keys(), ...added.map((one) => one.id)]);
    for (let next = 2; ids.has(id); next += 1) id = `${file.ids.get(code.guid)}-${next}`;
    const { text } = readDescription(code.description, path, codeFieldsSchema);
    const name = file.codebook.codes.find((one) => one.id === file.ids.get(code.guid))?.label.zh ?? code.name;
    added.push({
      id,
      name,
      level: levels[level] ?? '',
      parent: isBelow ? (parent ?? null) : null,
      definition: text.trim(),
    });
    return id;
  }

  function compare(own: Code, code: QdaCode): void {
    const { text } = readDescription(code.description, path, codeFieldsSchema);
    const definition = text.trim();
    const change = {
      ...(code.name !== '' && code.name !== own.label.zh && { name: code.name }),
      ...(definition !== '' && definition !== own.definition.trim() && { definition }),
    };
    if (Object.keys(change).length > 0) changed.push({ code: own, ...change });
  }
}

const allOf = (codes: readonly QdaCode[]): QdaCode[] => codes.flatMap((code) => [code, ...allOf(code.codes)]);
