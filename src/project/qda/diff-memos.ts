import { allCodes } from '../../formats/refi-qda/check-project.js';
import { readDescription } from '../../formats/refi-qda/description.js';
import { exchangeGuids, shownEntry } from '../../formats/refi-qda/exchange-guids.js';
import type { Codebook } from '../../model/codebook.js';
import type { MemoSubject } from '../../model/decisions/memo.js';
import type { MemoType } from '../../model/memo-type.js';
import type { QdaProject, QdaText } from '../../model/qda-project.js';
import { readMemos, type StoredMemo } from '../../store/memo-table.js';
import type { Store } from '../../store/store.js';
import { noteFieldsSchema } from './exchange-fields.js';
import { type ExchangedMemo, exchangedMemos } from './exchanged-memos.js';
import type { FiledCase } from './filed-cases.js';
import type { FiledCodings } from './filed-codings.js';
import { entriesKnow, readReport } from './shown-entries.js';

/** A memo that a file adds, or the new text of one; `parent` is the GUID of the note that a memo is on. */
export interface FiledMemo {
  readonly guid: string;
  readonly coder: string;
  readonly type: MemoType;
  readonly text: string;
  readonly on: MemoSubject | null;
  readonly parent: string;
  /** The id of the memo that gets this text. */
  readonly edits?: string;
}

/** What the diff of memos is made from. */
export interface MemoDiffRequest {
  readonly codebook: Codebook;
  readonly project: QdaProject;
  readonly path: string;
  readonly cases: readonly FiledCase[];
  readonly filed: FiledCodings;
  readonly codeOf: (guid: string) => string | undefined;
  readonly coderOf: (user: string) => string;
  readonly textOf: (text: QdaText) => string | null;
  readonly shown: ReadonlySet<string> | null;
}

/** What a file changed of the memos, and the ids of those that the project has, by their GUIDs. */
export interface MemoDiff {
  readonly memos: readonly FiledMemo[];
  readonly known: ReadonlyMap<string, string>;
  /** Those that the file had and has no longer; how many of them stay because of memos on them. */
  readonly gone: readonly StoredMemo[];
  readonly answered: number;
}

/** Finds the memos of a file that the project does not have, those with another text (parents before answers), and those that are gone. */
export function diffMemos(store: Store, request: MemoDiffRequest): MemoDiff {
  const { codebook, project, path, coderOf, textOf, shown } = request;
  const inProject = exchangedMemos(store, codebook);
  const byGuid = new Map(inProject.map((one) => [one.guid, one]));
  const texts = new Set(inProject.map(({ memo }) => JSON.stringify([memo.coder, memo.text])));
  const subjects = subjectsOf(request);
  const parents = new Map(
    project.notes.flatMap(({ guid, notes }) => notes.map((note) => [note, guid] as const)),
  );
  const labelOf = new Map(codebook.codes.map(({ id, label }) => [id, label.zh]));
  const memos = project.notes.flatMap((note): FiledMemo[] => {
    const text = textIn(textOf(note));
    if (text === '' || isReport(note, text)) return [];
    const { fields } = readDescription(note.description, `${path}/${note.name}`, noteFieldsSchema);
    const coder = coderOf(note.user);
    const known = byGuid.get(note.guid);
    const isShown = shown?.has(shownEntry(note.guid, text)) === true;
    const of = {
      guid: note.guid,
      coder,
      type: fields?.type ?? 'note',
      text,
      parent: parents.get(note.guid) ?? '',
    } as const;
    if (known) {
      if (known.memo.text === text || isShown || known.memo.coder !== coder) return [];
      return [{ ...of, on: known.memo.on, edits: known.id }];
    }
    if (texts.has(JSON.stringify([coder, text]))) return [];
    const on =
      fields?.case !== undefined ? ({ type: 'case', caseId: fields.case } as const) : subjects.get(note.guid);
    const subject =
      on?.type === 'passage' && fields?.code !== undefined && labelOf.has(fields.code)
        ? { ...on, codeId: fields.code, label: labelOf.get(fields.code) ?? '' }
        : on;
    return [{ ...of, on: of.parent === '' ? (subject ?? { type: 'project' }) : null }];
  });
  const remarks = request.cases.flatMap(({ id, remark }): FiledMemo[] => {
    const text = remark.normalize('NFC').trim();
    const coder = coderOf('');
    if (text === '' || texts.has(JSON.stringify([coder, text]))) return [];
    return [{ guid: '', coder, type: 'note', text, parent: '', on: { type: 'case', caseId: id } }];
  });
  return {
    memos: [...inOrder(memos), ...remarks],
    known: new Map(inProject.map(({ guid, id }) => [guid, id])),
    ...goneMemos(store, inProject, request),
  };
}

/** A memo with another GUID is the same by its author and text. */
function goneMemos(
  store: Store,
  inProject: readonly ExchangedMemo[],
  { project, coderOf, textOf, shown }: MemoDiffRequest,
): Pick<MemoDiff, 'gone' | 'answered'> {
  const didKnow = entriesKnow(shown);
  const guids = new Set(project.notes.map(({ guid }) => guid));
  const texts = new Set(
    project.notes.map((note) => JSON.stringify([coderOf(note.user), textIn(textOf(note))])),
  );
  const missing = inProject.filter(
    ({ guid, memo }) =>
      didKnow(guid) && !guids.has(guid) && !texts.has(JSON.stringify([memo.coder, memo.text])),
  );
  const staying = new Map(readMemos(store).map(({ id, memo }) => [id, memo.on]));
  const gone: StoredMemo[] = [];
  for (let left = missing; ; left = left.filter(({ id }) => staying.has(id))) {
    const answered = new Set([...staying.values()].flatMap((on) => (on.type === 'memo' ? [on.id] : [])));
    const ready = left.filter(({ id }) => !answered.has(id));
    if (ready.length === 0) break;
    for (const { id, memo } of ready) {
      staying.delete(id);
      gone.push({ id, memo });
    }
  }
  return { gone, answered: missing.length - gone.length };
}

const textIn = (text: string | null) => (text ?? '').normalize('NFC').replaceAll(/\r\n?/g, '\n').trim();

/** The note in which the program told what it left out, by its content: other programs change GUIDs. */
const isReport = ({ guid, name }: QdaText, text: string) =>
  (name.startsWith('zhagen') || guid === exchangeGuids.report('')) &&
  (readReport(text) !== null || name.startsWith('zhagen '));

/** What the notes of a file are on, by their GUIDs. */
function subjectsOf({ project, cases, filed, codebook, codeOf }: MemoDiffRequest): Map<string, MemoSubject> {
  const subjects = new Map<string, MemoSubject>();
  const put = (notes: readonly string[], on: MemoSubject) => {
    for (const note of notes) if (!subjects.has(note)) subjects.set(note, on);
  };
  const labels = new Map(codebook.codes.map(({ id, label }) => [id, label.zh]));
  for (const { caseId, codeId, place, notes } of filed.codings) {
    const { version, start, end, quote } =
      notes.length > 0 ? place : { version: '', start: 0, end: 0, quote: '' };
    const at = {
      codebookId: codebook.id,
      codeId,
      label: labels.get(codeId) ?? codeId,
      polarity: 'supports' as const,
    };
    put(notes, { type: 'passage', ...at, caseId, version, start, end, quote });
  }
  for (const { caseId, place, notes } of filed.places) {
    const { version, start, end, quote } = place;
    const at = { codebookId: codebook.id, codeId: '', label: '', polarity: 'supports' as const };
    put(notes, { type: 'passage', ...at, caseId, version, start, end, quote });
  }
  for (const { id, source } of cases) put(source?.notes ?? [], { type: 'case', caseId: id });
  for (const { guid, notes } of allCodes(project.codes)) {
    const codeId = codeOf(guid);
    if (codeId !== undefined)
      put(notes, { type: 'code', codebookId: codebook.id, codeId, label: labels.get(codeId) ?? codeId });
  }
  // A place without a code is no subject of a memo: the case is.
  for (const [note, on] of subjects) {
    if (on.type === 'passage' && on.codeId === '') {
      const hasCode = project.notes.some(
        ({ guid, description }) => guid === note && description.includes('code:'),
      );
      if (!hasCode) subjects.set(note, { type: 'case', caseId: on.caseId });
    }
  }
  return subjects;
}

function inOrder(memos: readonly FiledMemo[]): FiledMemo[] {
  const guids = new Set(memos.map(({ guid }) => guid));
  const done = new Set<string>();
  const order: FiledMemo[] = [];
  for (let left = [...memos]; left.length > 0; ) {
    const ready = left.filter(({ parent }) => !guids.has(parent) || done.has(parent));
    // Notes that are on each other in a circle are on nothing.
    const next =
      ready.length > 0
        ? ready
        : left.map((one) => ({ ...one, parent: '', on: one.on ?? ({ type: 'project' } as const) }));
    for (const one of next) done.add(one.guid);
    order.push(...next);
    left = left.filter(({ guid }) => !done.has(guid));
  }
  return order;
}
