import { shownEntry } from '../../formats/refi-qda/exchange-guids.js';
import type { Codebook } from '../../model/codebook.js';
import { MACHINE_CODER } from '../../model/coded-passage.js';
import type { PassageJudgement } from '../../model/decisions/passage-verdict.js';
import { isWholeCase } from '../../model/whole-case.js';
import { readLogEntries } from '../../store/decision-log.js';
import type { Store } from '../../store/store.js';
import { groupBy } from '../../text/group-by.js';
import { once } from '../../text/once.js';
import { isOfSheet } from '../sheets/sheet-plan.js';
import { exchangeReader } from './exchange-reader.js';
import { exchangedJudgements } from './exchanged-judgements.js';
import type { FiledCoding } from './filed-codings.js';
import { codingEntry } from './shown-entries.js';

/** What a file changed of the codings: those that are new, and those of the project that it has no longer. */
export interface CodingDiff {
  readonly added: readonly FiledCoding[];
  readonly removed: readonly PassageJudgement[];
  /** How many are in both, and how many are proposals of the program. */
  readonly unchanged: number;
  readonly ofProgram: number;
}

/** What the diff is made from. */
export interface CodingDiffRequest {
  readonly codebook: Codebook;
  /** The id of the codebook in exchanged files. */
  readonly writtenId: string;
  readonly filed: readonly FiledCoding[];
  /** GUIDs of codings of the file that are nowhere. */
  readonly unplaced: readonly string[];
  /** The cases of the file that the project had before. */
  readonly cases: ReadonlySet<string>;
  /** What the file had when the program wrote it; null where nobody knows. */
  readonly shown: ReadonlySet<string> | null;
  /** Which sheet the file is when it is not known what it had. */
  readonly sheet: { readonly id: string };
}

/**
 * Compares codings of a file with what it had when it was written, and with the project: what somebody changed in the project
 * meanwhile is no change of the file. Where nobody knows what it had, only what came by an earlier import of the file can be gone.
 */
export function diffCodings(store: Store, request: CodingDiffRequest): CodingDiff {
  const { codebook, writtenId, filed, cases, shown, sheet } = request;
  const textOf = exchangeReader(store);
  const unplaced = new Set(request.unplaced.map((guid) => shownEntry(guid, '')));
  const people = filed.filter(({ coder }) => coder !== MACHINE_CODER);
  const entryOf = (one: FiledCoding) =>
    codingEntry({ codebookId: writtenId, ...one, start: one.exchange.start, end: one.exchange.end });
  const inFile = new Map(people.map((one) => [entryOf(one), one]));
  const own = exchangedJudgements(store, codebook).filter(
    ({ verdict, polarity }) => polarity === 'supports' && verdict.says !== 'reject',
  );
  const inProject = new Map(
    own.map((one) => {
      const span = isWholeCase(one) ? one : textOf(one.caseId).toExchange(one);
      const { caseId, codeId, verdict } = one;
      const { start, end } = span;
      return [codingEntry({ codebookId: writtenId, caseId, codeId, coder: verdict.coder, start, end }), one];
    }),
  );
  const wasSaid = once(() => saidBefore(store, codebook.id));
  const isTakenBack = (entry: string, one: FiledCoding) =>
    shown?.has(entry) === true &&
    cases.has(one.caseId) &&
    wasSaid().has(keyOf(one.coder, one.place, one.codeId));
  const added = [...inFile].filter(([entry, one]) => !inProject.has(entry) && !isTakenBack(entry, one));
  const removed = [...inProject].filter(
    ([entry, { caseId, verdict }]) =>
      !inFile.has(entry) &&
      !unplaced.has(entry) &&
      cases.has(caseId) &&
      (shown ? shown.has(entry) : verdict.says === 'code' && isOfSheet(verdict.reason, sheet)),
  );
  return {
    added: added.map(([, one]) => one),
    removed: removed.map(([, one]) => one),
    unchanged: inFile.size - added.length,
    ofProgram: filed.length - people.length,
  };
}

/** Which codes coders ever gave, or took back from, which places. */
function saidBefore(store: Store, codebookId: string): ReadonlySet<string> {
  const said = new Set<string>();
  for (const { coder, target } of readLogEntries(store)) {
    if (target.type === 'passage' && target.codebookId === codebookId)
      said.add(keyOf(coder, target, target.codeId));
  }
  return said;
}

const keyOf = (
  coder: string,
  { caseId, start, end }: { readonly caseId: string; readonly start: number; readonly end: number },
  codeId: string,
) => JSON.stringify([coder, caseId, codeId, start, end]);

/** What people see of a coding that changed. */
export interface CodingChange {
  readonly what: 'added' | 'removed' | 'moved' | 'recoded';
  readonly coder: string;
  readonly caseId: string;
  readonly code: string;
  readonly words: string;
  /** moved: the words before; recoded: the code before. */
  readonly before?: string;
}

/** Tells additions and removals that belong together: the same code moved to words nearby, or the same words with another code. */
export function describeCodingDiff(
  { added, removed }: CodingDiff,
  labelOf: (codeId: string) => string,
): CodingChange[] {
  const gone = groupBy(removed, ({ caseId, verdict }) => `${verdict.coder}\t${caseId}`);
  const paired = new Set<PassageJudgement>();
  const changes = added.map((one): CodingChange => {
    const { coder, caseId, codeId, place } = one;
    const left = (gone.get(`${coder}\t${caseId}`) ?? []).filter((other) => !paired.has(other));
    const moved = left.find(
      (other) => other.codeId === codeId && other.start < place.end && place.start < other.end,
    );
    const recoded = left.find((other) => other.start === place.start && other.end === place.end);
    const other = moved ?? recoded;
    if (other) paired.add(other);
    const told = { coder, caseId, code: labelOf(codeId), words: place.quote };
    if (moved) return { what: 'moved', ...told, before: moved.verdict.quote };
    if (recoded) return { what: 'recoded', ...told, before: labelOf(recoded.codeId) };
    return { what: 'added', ...told };
  });
  return [
    ...changes,
    ...removed
      .filter((one) => !paired.has(one))
      .map(
        ({ caseId, codeId, verdict }): CodingChange => ({
          what: 'removed',
          coder: verdict.coder,
          caseId,
          code: labelOf(codeId),
          words: verdict.quote,
        }),
      ),
  ];
}
