import { codeGuid } from '../../formats/refi-qda/codebook-elements.js';
import { writeDescription } from '../../formats/refi-qda/description.js';
import { exchangeGuids } from '../../formats/refi-qda/exchange-guids.js';
import type { CaseHead } from '../../model/case.js';
import type { QdaCase, QdaCoding, QdaSelection, QdaText, QdaValue } from '../../model/qda-project.js';
import { isWholeCase } from '../../model/whole-case.js';
import { isWithoutText } from '../../model/without-text.js';
import { compareByCodePoint } from '../../text/code-points.js';
import { groupBy } from '../../text/group-by.js';
import type { CaseFields } from './exchange-fields.js';
import type { ExchangedNotes } from './exchange-notes.js';
import type { GivenCode } from './exchanged-codings.js';
import type { ExchangedMemo } from './exchanged-memos.js';

/** What a case is exchanged with: its codes by places of the exchanged text. */
export interface CaseToExchange {
  readonly codebookId: string;
  readonly head: CaseHead;
  readonly given: readonly GivenCode[];
  readonly values: readonly QdaValue[];
  readonly notes: ExchangedNotes;
  readonly userOf: (coder: string) => string;
}

/** Makes the case and, where it has a text, the source of it. */
export function exchangeCase(one: CaseToExchange): {
  readonly case: QdaCase;
  readonly source: QdaText | null;
} {
  const { codebookId, head, given, values, notes } = one;
  const whole = groupBy(given.filter(isWholeCase), ({ codeId }) => codeId);
  const codes = [...whole.keys()].sort(compareByCodePoint);
  const fields: CaseFields = {
    id: head.id,
    ...(head.batch !== '1' && { batch: head.batch }),
    ...(codes.length > 0 && {
      whole: Object.fromEntries(
        codes.map((id) => [id, (whole.get(id) ?? []).map(({ coder }) => coder).sort(compareByCodePoint)]),
      ),
    }),
  };
  const guid = exchangeGuids.source(head.id);
  const isWithText = !isWithoutText(head);
  return {
    case: {
      guid: exchangeGuids.case(head.id),
      name: head.id,
      description: writeDescription(head.title, fields),
      codes: codes.map((id) => codeGuid(codebookId, id)),
      values,
      sources: isWithText ? [guid] : [],
    },
    source: isWithText
      ? {
          guid,
          name: head.id,
          user: '',
          description: '',
          path: `internal://${guid}.txt`,
          content: null,
          selections: selectionsOf(one),
          codings: [],
          notes: notes.on({ type: 'case', caseId: head.id }),
          values: [],
        }
      : null,
  };
}

/** One selection a place and coder. A memo is on the coding of its author there, else on another's, else on the place alone. */
function selectionsOf({ codebookId, head, given, notes, userOf }: CaseToExchange): QdaSelection[] {
  const codings = given.filter((one) => !isWholeCase(one));
  const coded = new Set(codings);
  const notesOf = placeMemos(codings, notes.onPassagesOf(head.id));
  const places = groupBy([...codings, ...notesOf.alone], ({ start, end, coder }) =>
    JSON.stringify([start, end, coder]),
  );
  return [...places.values()]
    .map((same): QdaSelection => {
      const [{ start, end, coder }] = same as [GivenCode];
      const place = { codebookId, caseId: head.id, start, end, coder };
      const codes = same.filter((one) => coded.has(one));
      return {
        guid: exchangeGuids.selection(place),
        user: userOf(coder),
        start,
        end,
        codings: codes
          .sort((a, b) => compareByCodePoint(a.codeId, b.codeId))
          .map(
            (one): QdaCoding => ({
              guid: exchangeGuids.coding({ ...place, codeId: one.codeId }),
              user: userOf(coder),
              code: codeGuid(codebookId, one.codeId),
              notes: (notesOf.onCodings.get(one) ?? []).map((memo) => memo.guid),
            }),
          ),
        notes: same.flatMap((one) => notesOf.onPlaces.get(one) ?? []).map((memo) => memo.guid),
      };
    })
    .sort((a, b) => a.start - b.start || a.end - b.end || compareByCodePoint(a.guid, b.guid));
}

function placeMemos(codings: readonly GivenCode[], memos: readonly ExchangedMemo[]) {
  const onCodings = new Map<GivenCode, ExchangedMemo[]>();
  const onPlaces = new Map<GivenCode, ExchangedMemo[]>();
  const alone: GivenCode[] = [];
  const byPlace = groupBy(codings, (one) => JSON.stringify([one.start, one.end, one.codeId]));
  for (const memo of memos) {
    if (memo.on.type !== 'passage') continue;
    const { start, end, codeId, caseId } = memo.on;
    const there = byPlace.get(JSON.stringify([start, end, codeId])) ?? [];
    const coding = there.find(({ coder }) => coder === memo.memo.coder) ?? there[0];
    if (coding) onCodings.set(coding, [...(onCodings.get(coding) ?? []), memo]);
    else {
      const place = { caseId, codeId, start, end, coder: memo.memo.coder };
      alone.push(place);
      onPlaces.set(place, [memo]);
    }
  }
  return { onCodings, onPlaces, alone };
}
