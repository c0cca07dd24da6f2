import type { CaseHead } from '../model/case.js';
import type { Framework } from '../model/framework.js';
import type { Span } from '../model/span.js';
import { appliedCodebook } from '../project/applied-codebook.js';
import type { ReadContext } from '../project/context.js';
import { requireOpenCaseHead } from '../project/require-open-case.js';
import { isSealed } from '../project/sealed-places.js';
import { areProposalsShown, seesProposals } from '../project/shown-proposals.js';
import { textStamp } from '../project/text-stamp.js';
import { mergeEvidence } from '../stages/tabulate/merge-evidence.js';
import { readAllDone } from '../store/case-done-table.js';
import { caseIds } from '../store/case-table.js';
import { readStoredPassages } from '../store/coded-passage-table.js';
import { readJudgementsOfCase } from '../store/passage-verdict-table.js';
import { readSealedStatements } from '../store/sealed-statement-table.js';
import type { Store } from '../store/store.js';
import { memosOnCase, passageReader, type ReadMemo, type ReadPassage } from './read-passages.js';

/** Who reads a case, and whether they see what others said of it. */
export interface ReadingAsked {
  readonly coder: string;
  /** Shows the verdicts of all coders; otherwise one's own alone. */
  readonly withOthers?: boolean | undefined;
  readonly codebook?: string | undefined;
}

/** A case as its reader codes it. */
export interface ReadCoding extends Omit<CaseHead, 'source'> {
  /** Another one where the text, or what of it counts, is another one. */
  readonly stamp: string;
  readonly codebook: string | null;
  readonly previous: string | null;
  readonly next: string | null;
  readonly done: readonly { readonly coder: string; readonly checkedBy: readonly string[] }[];
  /** Whether the reader sees what the program proposes: they are done with the case, asked to see it, or the project shows it. */
  readonly showsProposals: boolean;
  /** Whether they see it for the first time, so that this is still to be remembered. */
  readonly isFirstShown: boolean;
  /** How many proposals are not shown. */
  readonly hiddenProposals: number;
  readonly passages: readonly ReadPassage[];
  /** Those on the case as a whole. */
  readonly memos: readonly ReadMemo[];
}

/**
 * Reads what a coder sees coded in a case: their own codings and, once they are done with the case or asked for them (or always,
 * as the project has it), the proposals of the program.
 * @throws UserError cases/unknown-case, cases/sealed
 */
export function readCaseCoding({ store }: ReadContext, caseId: string, asked: ReadingAsked): ReadCoding {
  const { coder } = asked;
  const { source: _, ...head } = requireOpenCaseHead(store, caseId);
  const { id, version } = head;
  const framework = appliedCodebook(store, asked.codebook)?.framework ?? null;
  const ids = caseIds(store);
  const at = ids.indexOf(id);
  const codebookId = framework?.codebook.id ?? '';
  const done = readAllDone(store, { codebookId, caseIds: [id] });
  const showsProposals = seesProposals(store, { coder, codebookId, caseId: id, version });
  const { proposed, judged } = openPassages(store, head, { ...asked, framework });
  const seesOthers = showsProposals || asked.withOthers === true;
  return {
    ...head,
    stamp: textStamp(store, id, version),
    codebook: framework?.codebook.title.zh ?? null,
    previous: ids[at - 1] ?? null,
    next: at < 0 ? null : (ids[at + 1] ?? null),
    done: done.map((one) => ({ coder: one.coder, checkedBy: one.checkedBy })),
    showsProposals,
    isFirstShown:
      showsProposals && proposed.length > 0 && !areProposalsShown(store, { coder, codebookId, caseId: id }),
    hiddenProposals: showsProposals ? 0 : proposed.length,
    passages: passageReader(store, { framework, coder })(showsProposals ? proposed : [], judged, seesOthers),
    memos: memosOnCase(store, id).filter((memo) => seesOthers || memo.coder === coder),
  };
}

/**
 * Reads what a coder sees coded at some places of a case, each exactly as named: those passages of `readCaseCoding`.
 * @throws UserError cases/unknown-case, cases/sealed
 */
export function readCodingAt(
  { store }: ReadContext,
  caseId: string,
  { spans, ...asked }: ReadingAsked & { readonly spans: readonly Span[] },
): ReadPassage[] {
  const { coder } = asked;
  const head = requireOpenCaseHead(store, caseId);
  const framework = appliedCodebook(store, asked.codebook)?.framework ?? null;
  const { id, version } = head;
  const codebookId = framework?.codebook.id ?? '';
  const showsProposals = seesProposals(store, { coder, codebookId, caseId: id, version });
  const read = passageReader(store, { framework, coder });
  return spans.flatMap((span) => {
    const { proposed, judged } = openPassages(store, head, { ...asked, framework, span });
    return read(showsProposals ? proposed : [], judged, showsProposals || asked.withOthers === true);
  });
}

/** What is proposed in a case, or at one place of it, and what its reader may see of what coders said. */
function openPassages(
  store: Store,
  { id, version }: Pick<CaseHead, 'id' | 'version'>,
  {
    coder,
    withOthers = false,
    framework,
    span,
  }: ReadingAsked & { readonly framework: Framework | null; readonly span?: Span },
) {
  const codebookId = framework?.codebook.id ?? '';
  const sealed = readSealedStatements(store, id, version);
  const isOpen = (one: { start: number; end: number; version: string }) =>
    one.version === version && !isSealed(one, sealed);
  return {
    proposed: framework
      ? mergeEvidence(readStoredPassages(store, { codebookId, caseIds: [id], span }).filter(isOpen))
      : [],
    judged: readJudgementsOfCase(store, codebookId, id, version, span).filter(
      (one) => isOpen(one) && (withOthers || one.verdict.coder === coder),
    ),
  };
}
