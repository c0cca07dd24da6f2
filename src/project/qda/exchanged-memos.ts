import { exchangeGuids } from '../../formats/refi-qda/exchange-guids.js';
import type { Codebook } from '../../model/codebook.js';
import type { MemoSubject } from '../../model/decisions/memo.js';
import type { Span } from '../../model/span.js';
import { isWholeCase } from '../../model/whole-case.js';
import { currentVersions } from '../../store/case-table.js';
import { readMemoPassages, readMemos, type StoredMemo } from '../../store/memo-table.js';
import type { Store } from '../../store/store.js';
import { compareByCodePoint } from '../../text/code-points.js';
import { codeFollower } from '../code-names.js';
import { isSealed, sealedReader } from '../sealed-places.js';
import { exchangeReader } from './exchange-reader.js';

/** What a memo is on in an exchanged project; places are in the exchanged text. */
export type ExchangedSubject =
  | { readonly type: 'project' }
  | { readonly type: 'code'; readonly codeId: string }
  | { readonly type: 'case'; readonly caseId: string }
  | ({ readonly type: 'passage'; readonly caseId: string; readonly codeId: string } & Span)
  | { readonly type: 'memo'; readonly guid: string };

/** A memo that an exchanged project has, with the GUID that it is known by there. */
export interface ExchangedMemo extends StoredMemo {
  readonly guid: string;
  readonly on: ExchangedSubject;
}

/**
 * Reads the memos that an exchanged project has: on the project, codes, cases that count, passages of their current texts, and on
 * such memos. Those on decisions, on other codebooks and on what is sealed are left out.
 */
export function exchangedMemos(
  store: Store,
  { id: codebookId, codes }: Pick<Codebook, 'id' | 'codes'>,
  batch?: string,
): ExchangedMemo[] {
  const versions = new Map(currentVersions(store, { batch }).map(({ caseId, version }) => [caseId, version]));
  const places = new Map(readMemoPassages(store).map((place) => [place.id, place]));
  const sealedOf = sealedReader(store);
  const textOf = exchangeReader(store);
  const current = codeFollower(store);
  const known = new Set(codes.map(({ id }) => id));
  const counts = new Map<string, number>();
  const made = new Map<string, ExchangedMemo>();
  for (const stored of readMemos(store)) {
    const on = subjectOf(stored.id, stored.memo.on);
    if (on === null) continue;
    const key = JSON.stringify([stored.memo.coder, on]);
    const at = counts.get(key) ?? 0;
    counts.set(key, at + 1);
    made.set(stored.id, { ...stored, on, guid: exchangeGuids.note(stored.memo.coder, subjectKey(on), at) });
  }
  return inOrder([...made.values()]);

  function subjectOf(id: string, on: MemoSubject): ExchangedSubject | null {
    switch (on.type) {
      case 'project':
        return { type: 'project' };
      case 'case':
        return versions.has(on.caseId) ? { type: 'case', caseId: on.caseId } : null;
      case 'code': {
        const codeId = current(codebookId, on.codeId).id;
        return on.codebookId === codebookId && known.has(codeId) ? { type: 'code', codeId } : null;
      }
      case 'passage': {
        const place = places.get(id) ?? on;
        const codeId = current(codebookId, on.codeId).id;
        const { caseId, version, start, end } = place;
        const isCarried =
          on.codebookId === codebookId &&
          known.has(codeId) &&
          versions.get(caseId) === version &&
          !isSealed(place, sealedOf(place));
        if (isCarried && isWholeCase(place)) return { type: 'case', caseId };
        return isCarried
          ? { type: 'passage', caseId, codeId, ...textOf(caseId).toExchange({ start, end }) }
          : null;
      }
      case 'memo': {
        const parent = made.get(on.id);
        return parent ? { type: 'memo', guid: parent.guid } : null;
      }
      case 'decision':
        return null;
    }
  }
}

/** The key of what memos are on: equal for equal subjects. */
export function subjectKey(on: ExchangedSubject): string {
  switch (on.type) {
    case 'project':
      return 'project';
    case 'code':
      return JSON.stringify(['code', on.codeId]);
    case 'case':
      return JSON.stringify(['case', on.caseId]);
    case 'passage':
      return JSON.stringify(['passage', on.caseId, on.start, on.end, on.codeId]);
    case 'memo':
      return JSON.stringify(['memo', on.guid]);
  }
}

const ORDER: readonly ExchangedSubject['type'][] = ['project', 'code', 'case', 'passage', 'memo'];

/** By what they are on; memos of a coder on the same stay in the order in which they were written. */
function inOrder(memos: readonly ExchangedMemo[]): ExchangedMemo[] {
  const keyed = memos.map((one) => ({ one, key: subjectKey(one.on) }));
  const rank = ({ on }: ExchangedMemo) => ORDER.indexOf(on.type);
  return keyed
    .sort(
      (a, b) =>
        rank(a.one) - rank(b.one) ||
        compareByCodePoint(a.key, b.key) ||
        compareByCodePoint(a.one.memo.coder, b.one.memo.coder),
    )
    .map(({ one }) => one);
}
