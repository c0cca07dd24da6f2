import { exchangeGuids, NAME_LENGTH, shownEntry, shownName } from '../../formats/refi-qda/exchange-guids.js';
import type { QdaCase, QdaCode, QdaProject, QdaText, QdaValue } from '../../model/qda-project.js';

/** Behind this line the report of an export lists what it had, as it was. */
const MARK = '[zhagen]';

/** What of a code is told apart: where somebody changed only its name, it was not moved. */
export type CodePart = 'name' | 'description' | 'parent';

/** What an entry says of codes, values of cases and notes. */
export const shownContent = {
  code: (part: CodePart, value: string) => JSON.stringify([part, value]),
  values: (values: readonly Pick<QdaValue, 'value' | 'variable'>[]) =>
    JSON.stringify(
      values.map(({ variable, value }) => [variable, value]).sort(([a = ''], [b = '']) => (a < b ? -1 : 1)),
    ),
  note: (content: string) => content,
};

/** The entries of an exported project: its codes, cases, notes, links, and the codings that are no proposals. */
export function shownEntries(project: QdaProject, isPerson: (user: string) => boolean): string[] {
  const ofCodes = (codes: readonly QdaCode[], parent: string): string[] =>
    codes.flatMap((code) => [
      shownEntry(code.guid, shownContent.code('name', code.name)),
      shownEntry(code.guid, shownContent.code('description', code.description)),
      shownEntry(code.guid, shownContent.code('parent', parent)),
      ...ofCodes(code.codes, code.guid),
    ]);
  const ofCase = ({ guid, values }: QdaCase) => shownEntry(guid, shownContent.values(values));
  const ofNote = ({ guid, content }: QdaText) => shownEntry(guid, shownContent.note(content ?? ''));
  const ofSource = ({ selections }: QdaText) =>
    selections.flatMap(({ codings }) =>
      codings.filter(({ user }) => isPerson(user)).map(({ guid }) => shownEntry(guid, '')),
    );
  return [
    ...ofCodes(project.codes, ''),
    ...project.cases.map(ofCase),
    ...project.notes.map(ofNote),
    ...project.links.map(({ guid }) => shownEntry(guid, '')),
    ...project.sources.flatMap(ofSource),
  ];
}

/** The text of a report of an export, for people and for who reads the project again. */
export function writeReport(lines: readonly string[], entries: readonly string[]): string {
  return [...lines, '', MARK, entries.join(' ')].join('\n');
}
/** An entry of a code that a coder gave to a place. */
export const codingEntry = (coding: Parameters<typeof exchangeGuids.coding>[0]): string =>
  shownEntry(exchangeGuids.coding(coding), '');

/** Whether a report has any entry of a thing: whether the file had it when it was written. */
export function entriesKnow(shown: ReadonlySet<string> | null): (guid: string) => boolean {
  const names = new Set([...(shown ?? [])].map((entry) => entry.slice(0, NAME_LENGTH)));
  return (guid) => names.has(shownName(guid));
}

/** The entries in the text of a report; null where somebody took them out. */
export function readReport(text: string): ReadonlySet<string> | null {
  const at = text.lastIndexOf(MARK);
  if (at < 0) return null;
  const entries = text.slice(at + MARK.length).match(/[0-9a-f]{20}/g);
  return entries === null ? null : new Set(entries);
}
