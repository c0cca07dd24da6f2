import { writeDescription } from '../../formats/refi-qda/description.js';
import type { QdaText } from '../../model/qda-project.js';
import { groupBy } from '../../text/group-by.js';
import type { NoteFields } from './exchange-fields.js';
import { type ExchangedMemo, type ExchangedSubject, subjectKey } from './exchanged-memos.js';

/** The memos of a project as notes, and which of them are on what. */
export interface ExchangedNotes {
  readonly notes: readonly QdaText[];
  /** The GUIDs of the notes on a subject. */
  readonly on: (subject: ExchangedSubject) => readonly string[];
  /** The memos on passages of a case. */
  readonly onPassagesOf: (caseId: string) => readonly ExchangedMemo[];
}

/**
 * Makes notes of memos. A case without text has no place for references to notes: those on it are on the project, and say in their
 * descriptions what they are about.
 */
export function notesOf(
  memos: readonly ExchangedMemo[],
  isWithText: (caseId: string) => boolean,
  userOf: (coder: string) => string,
  word: string,
): ExchangedNotes {
  const placeOf = ({ on }: ExchangedMemo): ExchangedSubject =>
    on.type === 'case' && !isWithText(on.caseId) ? { type: 'project' } : on;
  const byPlace = groupBy(memos, (one) => subjectKey(placeOf(one)));
  const on = (subject: ExchangedSubject) => (byPlace.get(subjectKey(subject)) ?? []).map(({ guid }) => guid);
  const passages = groupBy(
    memos.filter((one) => one.on.type === 'passage'),
    ({ on: subject }) => ('caseId' in subject ? subject.caseId : ''),
  );
  return {
    notes: memos.map((one, at): QdaText => {
      const { guid, memo } = one;
      return {
        guid,
        name: `${word} ${at + 1}`,
        user: userOf(memo.coder),
        description: writeDescription('', fieldsOf(one, placeOf(one))),
        path: null,
        content: memo.text,
        selections: [],
        codings: [],
        notes: on({ type: 'memo', guid }),
        values: [],
      };
    }),
    on,
    onPassagesOf: (caseId) => passages.get(caseId) ?? [],
  };
}

function fieldsOf({ memo, on }: ExchangedMemo, place: ExchangedSubject): NoteFields {
  return {
    type: memo.type,
    ...(on.type === 'case' && place.type !== 'case' && { case: on.caseId }),
    ...(on.type === 'passage' && { code: on.codeId }),
  };
}
