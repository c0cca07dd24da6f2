import type { CaseHead } from '../model/case.js';
import type { Origin, Polarity, Status } from '../model/coded-passage.js';
import type { Memo } from '../model/decisions/memo.js';
import type { PassageJudgement } from '../model/decisions/passage-verdict.js';
import type { Evidence } from '../model/evidence.js';
import type { Framework } from '../model/framework.js';
import { appliedCodebook } from '../project/applied-codebook.js';
import { type CurrentCode, codeFollower } from '../project/code-names.js';
import type { ReadContext } from '../project/context.js';
import { requireOpenCase } from '../project/require-open-case.js';
import { isSealed } from '../project/sealed-places.js';
import { areProposalsShown } from '../project/shown-proposals.js';
import { textStamp } from '../project/text-stamp.js';
import { mergeEvidence } from '../stages/tabulate/merge-evidence.js';
import { readAllDone } from '../store/case-done-table.js';
import { caseIds } from '../store/case-table.js';
import { readStoredPassages } from '../store/coded-passage-table.js';
import { readMemoPassages, readMemos } from '../store/memo-table.js';
import { readJudgementsOfCase } from '../store/passage-verdict-table.js';
import { readSealedStatements } from '../store/sealed-statement-table.js';
import type { Store } from '../store/store.js';
import { groupBy } from '../text/group-by.js';
import { passageId } from '../text/passage-id.js';

/** Who reads a case, and whether they see what others said of it. */
export interface ReadingAsked {
  readonly coder: string;
  /** Shows the verdicts of all coders; otherwise one's own alone. */
  readonly withOthers?: boolean | undefined;
  readonly codebook?: string | undefined;
}

/** A code that somebody or the program gave to a passage of a case; `start` and `end` point into the raw text. */
export interface ReadPassage {
  readonly id: string;
  readonly codeId: string;
  readonly code: string;
  /** Labels from the top level down to the code. */
  readonly path: readonly string[];
  readonly start: number;
  readonly end: number;
  readonly polarity: Polarity;
  readonly quote: string;
  /** What the program proposed it by; all empty where it did not. */
  readonly origins: readonly Origin[];
  readonly keywords: readonly string[];
  readonly rules: readonly string[];
  readonly said: readonly {
    readonly coder: string;
    readonly says: PassageJudgement['verdict']['says'];
    readonly reason: string;
    readonly isInVivo: boolean;
  }[];
  /** By what the reader said themself. */
  readonly status: Status;
  /** Whether the reader coded it, and so may recode it or take the code away. */
  readonly isOwn: boolean;
  /** Those on the passage, under whichever code they were written. */
  readonly memos: readonly (Pick<Memo, 'text' | 'type' | 'coder'> & { readonly id: string })[];
}

/** A case as its reader codes it. */
export interface ReadCoding extends Omit<CaseHead, 'source'> {
  /** Another one where the text, or what of it counts, is another one. */
  readonly stamp: string;
  readonly codebook: string | null;
  readonly previous: string | null;
  readonly next: string | null;
  readonly done: readonly { readonly coder: string; readonly checkedBy: readonly string[] }[];
  /** Whether the reader sees what the program proposes: they are done with the case, or asked to see it. */
  readonly showsProposals: boolean;
  /** How many proposals are not shown. */
  readonly hiddenProposals: number;
  readonly passages: readonly ReadPassage[];
}

/**
 * Reads what a coder sees coded in a case: their own codings and, once they are done with the case or asked for them, the
 * proposals of the program.
 * @throws UserError cases/unknown-case, cases/sealed
 */
export function readCaseCoding({ store }: ReadContext, caseId: string, asked: ReadingAsked): ReadCoding {
  const { coder, withOthers = false } = asked;
  const { source: _, text: __, ...head } = requireOpenCase(store, caseId);
  const { id, version } = head;
  const framework = appliedCodebook(store, asked.codebook)?.framework ?? null;
  const codebookId = framework?.codebook.id ?? '';
  const sealed = readSealedStatements(store, id, version);
  const ids = caseIds(store);
  const at = ids.indexOf(id);
  const done = readAllDone(store).filter((one) => one.caseId === id && one.codebookId === codebookId);
  const showsProposals =
    done.some((one) => one.coder === coder) || areProposalsShown(store, { coder, codebookId, caseId: id });
  const isOpen = (one: { start: number; end: number; version: string }) =>
    one.version === version && !isSealed(one, sealed);
  const proposed = framework
    ? mergeEvidence(readStoredPassages(store, { codebookId, caseIds: [id] }).filter(isOpen))
    : [];
  const judged = readJudgementsOfCase(store, codebookId, id, version).filter(
    (one) => isOpen(one) && (withOthers || one.verdict.coder === coder),
  );
  return {
    ...head,
    stamp: textStamp(store, id, version),
    codebook: framework?.codebook.title.zh ?? null,
    previous: ids[at - 1] ?? null,
    next: at < 0 ? null : (ids[at + 1] ?? null),
    done: done.map((one) => ({ coder: one.coder, checkedBy: one.checkedBy })),
    showsProposals,
    hiddenProposals: showsProposals ? 0 : proposed.length,
    passages: passagesOf(store, { framework, coder, proposed: showsProposals ? proposed : [], judged }),
  };
}

function passagesOf(
  store: Store,
  {
    framework,
    coder,
    proposed,
    judged,
  }: {
    readonly framework: Framework | null;
    readonly coder: string;
    readonly proposed: readonly Evidence[];
    readonly judged: readonly PassageJudgement[];
  },
): ReadPassage[] {
  const follow = codeFollower(store);
  const codes = new Map<string, CurrentCode>();
  const current = (codebookId: string, codeId: string): CurrentCode => {
    const code = codes.get(codeId) ?? follow(codebookId, codeId);
    codes.set(codeId, code);
    return code;
  };
  const memos = memosByPlace(store);
  const said = groupBy(judged, passageId);
  const machine = new Map(proposed.map((one) => [passageId(one), one]));
  const places = new Map<string, Evidence | PassageJudgement>(machine);
  for (const [id, [first]] of said) if (first) places.set(id, first);
  return [...places]
    .map(([id, place]): ReadPassage => {
      const { codebookId, codeId: givenId, start, end, polarity } = place;
      const by = machine.get(id);
      const own = said.get(id)?.find(({ verdict }) => verdict.coder === coder)?.verdict.says;
      const { id: codeId, label } = current(codebookId, givenId);
      const [first] = said.get(id) ?? [];
      const code = label ?? first?.verdict.label ?? codeId;
      return {
        id,
        codeId,
        code,
        path: framework?.paths.get(codeId)?.map((one) => one.label.zh) ?? [code],
        start,
        end,
        polarity,
        quote: by?.cleanQuote ?? first?.verdict.cleanQuote ?? '',
        origins: by?.origins ?? [],
        keywords: by?.keywords ?? first?.verdict.keywords ?? [],
        rules: by?.rules ?? [],
        said: (said.get(id) ?? []).map(({ verdict }) => ({
          coder: verdict.coder,
          says: verdict.says,
          reason: verdict.reason,
          isInVivo: verdict.isInVivo,
        })),
        status: own === undefined ? 'proposed' : own === 'reject' ? 'rejected' : 'confirmed',
        isOwn: own === 'code',
        memos: memos.get(placeOf(place)) ?? [],
      };
    })
    .sort((one, other) => one.start - other.start || other.end - one.end || (one.code < other.code ? -1 : 1));
}

type Place = Pick<Evidence, 'codebookId' | 'caseId' | 'version' | 'start' | 'end'>;

/** A memo on a passage is read with every code of just that passage: it stays when the passage is recoded. */
const placeOf = ({ codebookId, caseId, version, start, end }: Place) =>
  JSON.stringify([codebookId, caseId, version, start, end]);

function memosByPlace(store: Store): Map<string, ReadPassage['memos']> {
  const text = new Map(readMemos(store).map(({ id, memo }) => [id, memo]));
  const grouped = groupBy(readMemoPassages(store), placeOf);
  return new Map(
    [...grouped].map(([place, own]) => [
      place,
      own.flatMap(({ id: memoId }) => {
        const memo = text.get(memoId);
        return memo ? [{ id: memoId, text: memo.text, type: memo.type, coder: memo.coder }] : [];
      }),
    ]),
  );
}
