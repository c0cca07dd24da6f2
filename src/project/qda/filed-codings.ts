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
  readonly lost: Readonly<Partial<Record<LostSelection | 'no-code', number>>>;
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
  const lost: Partial<Record<LostSelection | 'no-code', number>> = {};
  const lose = (why: LostSelection | 'no-code', count: number) => {
    lost[why] = (lost[why] ?? 0) + count;
  };
  const placerOf = selectionPlacer(store);
  for (const one of cases) {
    const version = readCaseHead(store, one.id)?.version ?? '';
    const whole = { ...WHOLE_CASE, quote: '', cleanQuote: '', caseId: one.id, version };
    for (const { code, user } of one.whole) {
      const codeId = codeOf(code);
      if (codeId === undefined) lose('no-code', 1);
      else
        for (const coder of user === '' ? (one.wholeBy[codeId] ?? [coderOf('')]) : [coderOf(user)]) {
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
        lose(found, Math.max(1, selection.codings.length));
        continue;
      }
      const at = { caseId: one.id, ...found };
      for (const { guid, user, code, notes } of selection.codings) {
        const codeId = codeOf(code);
        if (codeId === undefined) lose('no-code', 1);
        else codings.push({ ...at, guid, codeId, coder: coderOf(user || selection.user), notes });
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
  return { codings, places, lost };
}
