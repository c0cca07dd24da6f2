import { readDescription } from '../../formats/refi-qda/description.js';
import type { QdaCase, QdaProject, QdaText, QdaValue } from '../../model/qda-project.js';
import { caseFieldsSchema } from './exchange-fields.js';

/** A case as a file has it. */
export interface FiledCase {
  readonly id: string;
  readonly title: string | undefined;
  readonly batch: string;
  /** With line feeds alone; null where the file has none, empty where the case has none. */
  readonly text: string | null;
  readonly source: QdaText | null;
  readonly values: readonly QdaValue[];
  /** Codes of it as a whole, with the GUIDs of who gave them; empty for nobody named. */
  readonly whole: readonly { readonly code: string; readonly user: string }[];
  /** Who gave codes to it as a whole, by the ids of the codes, where no user is named. */
  readonly wholeBy: Readonly<Record<string, readonly string[]>>;
  /** What a file of another program says of the case or source. */
  readonly remark: string;
}

/**
 * Tells the cases of a project: each source is one, with what is said of the case that it is part of; so is a case without source.
 * A case that the program itself wrote keeps its id, whatever it is called now.
 */
export function filedCases(
  project: QdaProject,
  textOf: (text: QdaText) => string | null,
  path: string,
): FiledCase[] {
  const sources = new Map(project.sources.map((source) => [source.guid, source]));
  const taken = new Set<string>();
  const cases: FiledCase[] = [];
  const used = new Set<string>();
  for (const one of project.cases) {
    const own = one.sources.flatMap((guid) => sources.get(guid) ?? []);
    if (own.length === 0) cases.push(tell(one, null));
    for (const source of own) {
      if (used.has(source.guid)) continue;
      used.add(source.guid);
      cases.push(tell(one, source, own.length > 1));
    }
  }
  for (const source of project.sources) if (!used.has(source.guid)) cases.push(tell(null, source));
  return cases;

  function tell(one: QdaCase | null, source: QdaText | null, isPart = false): FiledCase {
    const { text: title, fields } = readDescription(
      one?.description ?? '',
      `${path}/${one?.name ?? ''}`,
      caseFieldsSchema,
    );
    const name = isPart || one === null || one.name === '' ? nameOf(source, one) : one.name;
    const remarks = [fields ? '' : title, source?.description ?? ''].filter((text) => text.trim() !== '');
    return {
      id: freeId(fields && !isPart ? fields.id : name),
      title: fields ? title : undefined,
      batch: fields?.batch ?? '1',
      text: source ? (textOf(source)?.replaceAll(/\r\n?/g, '\n') ?? null) : '',
      source,
      values: [...(one?.values ?? []), ...(source?.values ?? [])],
      whole: [
        ...(one?.codes ?? []).map((code) => ({ code, user: '' })),
        ...(source?.codings ?? []).map(({ code, user }) => ({ code, user })),
      ],
      wholeBy: fields?.whole ?? {},
      remark: remarks.join('\n'),
    };
  }

  function freeId(name: string): string {
    let id = name;
    for (let next = 2; taken.has(id); next += 1) id = `${name}-${next}`;
    taken.add(id);
    return id;
  }
}

/** Names of files are names of cases without what they end with, as everywhere. */
function nameOf(source: QdaText | null, one: QdaCase | null): string {
  const name =
    source?.name || source?.path?.replace(/^.*[\\/]/, '') || one?.name || source?.guid || one?.guid || '';
  return name.normalize('NFC').replace(/\.(?:txt|docx?|rtf|pdf|odt|md)$/i, '') || name;
}
