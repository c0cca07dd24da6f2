import type { Span } from '../../model/span.js';
import { WHOLE_CASE } from '../../model/whole-case.js';
import { readCaseHead } from '../../store/case-table.js';
import type { Store } from '../../store/store.js';
import type { LocatedQuote } from '../hand-coding/locate-quotes.js';
import type { FiledCase } from './filed-cases.js';
import { type LostSelection, selectionPlacer } from './place-filed.js';

/** A code that the file gives to a place, with who gave it. */
export interface FiledCoding {
  readonly guid: string;
  readonly caseId: string;
  readonly codeId: string;
  readonly coder: string;
  /** In the exchanged text. */
  readonly exchange: Span;
  readonly place: LocatedQuote['place'];
  readonly notes: readonly string[];
}

/** A place with notes and no code. */
export interface FiledPlace extends Pick<FiledCoding, 'caseId' | 'place' | 'notes'> {}

/** What the file says of places, and how many of its codings are nowhere or of a code that there is not. */
export interface FiledCodings {
  readonly codings: readonly FiledCoding[];
  readonly places: readonly FiledPlace[];
  /** GUIDs of codings that the file has and that are nowhere: nobody took them away. */
  readonly unplaced: readonly string[];
  /** The cases of what was lost, one for each. */
  readonly lost: Readonly<Partial<Record<LostSelection | 'no-code', readonly string[]>>>;
}

/** Reads the codings of cases that the project has, case by case. */
export function filedCodings(
  store: Store,
  cases: readonly FiledCase[],
  codeOf: (guid: string) => string | undefined,
  coderOf: (user: string) => string,
): FiledCodings {
  const codings: FiledCoding[] = [];
  const places: FiledPlace[] = [];
  const unplaced: string[] = [];
  const lost: Partial<Record<LostSelection | 'no-code', string[]>> = {};
  const lose = (why: LostSelection | 'no-code', caseId: string) => {
    const before = lost[why] ?? [];
    before.push(caseId);
    lost[why] = before;
  };
  const placerOf = selectionPlacer(store);
  for (const one of cases) {
    const version = readCaseHead(store, one.id)?.version ?? '';
    const whole = { ...WHOLE_CASE, quote: '', cleanQuote: '', caseId: one.id, version };
    const wholeBy = new Map(Object.entries(one.wholeBy));
    for (const { code, user } of one.whole) {
      const codeId = codeOf(code);
      if (codeId === undefined) lose('no-code', one.id);
      else
        for (const coder of user === '' ? (wholeBy.get(codeId) ?? [coderOf('')]) : [coderOf(user)]) {
          codings.push({
            guid: '',
            caseId: one.id,
            codeId,
            coder,
            exchange: WHOLE_CASE,
            place: whole,
            notes: [],
          });
        }
    }
    const placeOf = placerOf(one);
    for (const selection of one.source?.selections ?? []) {
      const found = placeOf(selection);
      if (typeof found === 'string') {
        for (const coding of selection.codings) unplaced.push(coding.guid);
        for (const _ of selection.codings.length > 0 ? selection.codings : [null]) lose(found, one.id);
        continue;
      }
      const at = { caseId: one.id, ...found };
      for (const { guid, user, code, notes } of selection.codings) {
        const codeId = codeOf(code);
        if (codeId === undefined) {
          unplaced.push(guid);
          lose('no-code', one.id);
        } else codings.push({ ...at, guid, codeId, coder: coderOf(user || selection.user), notes });
      }
      if (selection.notes.length > 0) {
        const first = codings.at(-1);
        // Notes on a place with a code are on its first code.
        const coded = selection.codings.length > 0 && first?.place === found.place;
        if (coded) codings.push({ ...(first as FiledCoding), notes: selection.notes });
        else places.push({ ...at, notes: selection.notes });
      }
    }
  }
  return { codings, places, unplaced, lost };
}
