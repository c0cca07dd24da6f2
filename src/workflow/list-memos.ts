import type { MemoSubject } from '../model/decisions/memo.js';
import type { MemoType } from '../model/memo-type.js';
import { type MemoRow, rowShapes } from '../model/table-rows.js';
import { type CurrentCode, codeFollower } from '../project/code-names.js';
import type { ReadContext } from '../project/context.js';
import { findMemoSubject } from '../project/find-memo-subject.js';
import { currentVersions } from '../store/case-table.js';
import {
  type MemoPassage,
  type MemoVersion,
  readMemoPassages,
  readMemos,
  readMemoVersions,
} from '../store/memo-table.js';
import { compareByCodePoint } from '../text/code-points.js';
import { passageId } from '../text/passage-id.js';
import { sourceOfPeople } from './source-of-people.js';
import type { Table } from './table.js';

/** Which memos are listed: those on something, of a type, by a coder. */
export interface MemoFilter {
  readonly on?: string | undefined;
  readonly type?: MemoType | undefined;
  readonly coder?: string | undefined;
}

/** A memo with all it said so far, the first version first. */
export interface ListedMemo extends MemoRow {
  readonly history: readonly MemoVersion[];
}

/** Lists memos by what they are on, the earliest first; `--json` of the command prints these. */
export function listMemos({ store }: ReadContext, filter: MemoFilter = {}): ListedMemo[] {
  const current = codeFollower(store);
  const versions = readMemoVersions(store);
  const passages = new Map(readMemoPassages(store).map((one) => [one.id, one]));
  const texts = new Map(
    currentVersions(store, { scope: 'all' }).map(({ caseId, version }) => [caseId, version]),
  );
  const wanted = filter.on === undefined ? undefined : subjectKey(findMemoSubject(store, filter.on), current);
  return readMemos(store)
    .map(({ id, memo }) => ({ id, memo, on: passages.get(id) ?? memo.on }))
    .filter(
      ({ memo, on }) =>
        (wanted === undefined || subjectKey(on, current) === wanted) &&
        (filter.type === undefined || memo.type === filter.type) &&
        (filter.coder === undefined || memo.coder === filter.coder),
    )
    .map(({ id, memo, on }) => {
      const history = versions.get(id) ?? [];
      return {
        on: on.type,
        about: nameOf(on, current),
        passage: on.type === 'passage' ? passageId(on) : null,
        quote: on.type === 'passage' ? on.quote : null,
        type: memo.type,
        text: memo.text,
        coder: memo.coder,
        versions: history.length,
        orphaned: on.type === 'passage' && texts.get(on.caseId) !== on.version,
        memo: id,
        history,
      };
    })
    .sort(
      (one, other) =>
        SUBJECTS.indexOf(one.on) - SUBJECTS.indexOf(other.on) || compareByCodePoint(one.about, other.about),
    );
}

/** The memos as a table. */
export function memoTable({ store }: ReadContext, filter: MemoFilter): Table {
  return {
    name: 'memos',
    columns: Object.keys(rowShapes.memos),
    rows: listMemos({ store }, filter).map(({ history: _, ...row }) => row),
    source: sourceOfPeople(store, filter),
  };
}

const SUBJECTS = rowShapes.memos.on.options;

type Subject = MemoSubject | MemoPassage;
type Follower = (codebookId: string, codeId: string) => CurrentCode;

/** What a memo is on as people name it: a code by its present label, a decision or memo by the beginning of its id. */
function nameOf(on: Subject, current: Follower): string {
  if (on.type === 'project') return '';
  if (on.type === 'case') return on.caseId;
  if (on.type === 'decision' || on.type === 'memo') return on.id.slice(0, 8);
  const label = current(on.codebookId, on.codeId).label ?? on.label;
  return on.type === 'code' ? label : `${on.caseId} ${label}`;
}

/** Equal for subjects that are the same now. */
function subjectKey(on: Subject, current: Follower): string {
  if (on.type === 'code') return JSON.stringify([on.codebookId, current(on.codebookId, on.codeId).id]);
  return JSON.stringify(on.type === 'passage' ? passageId(on) : on);
}
