import type { CaseHead } from '../model/case.js';
import { appliedCodebook } from '../project/applied-codebook.js';
import type { ReadContext } from '../project/context.js';
import { requireOpenCase } from '../project/require-open-case.js';
import { isSealed } from '../project/sealed-places.js';
import { areProposalsShown } from '../project/shown-proposals.js';
import { textStamp } from '../project/text-stamp.js';
import { mergeEvidence } from '../stages/tabulate/merge-evidence.js';
import { readAllDone } from '../store/case-done-table.js';
import { caseIds } from '../store/case-table.js';
import { readStoredPassages } from '../store/coded-passage-table.js';
import { readJudgementsOfCase } from '../store/passage-verdict-table.js';
import { readSealedStatements } from '../store/sealed-statement-table.js';
import { passageReader, type ReadPassage } from './read-passages.js';

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
    passages: passageReader(store, { framework, coder })(showsProposals ? proposed : [], judged),
  };
}
