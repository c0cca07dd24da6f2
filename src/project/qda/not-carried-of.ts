import type { Codebook } from '../../model/codebook.js';
import type { PassageJudgement } from '../../model/decisions/passage-verdict.js';
import type { NotCarried, NotCarriedKind, NotCarriedRow } from '../../model/not-carried.js';
import { countLeftOut } from '../../store/case-standing-table.js';
import { codebooksInUse } from '../../store/codebook-table.js';
import { countDecisions } from '../../store/decision-log.js';
import { countAssignedKeywords } from '../../store/mapping-table.js';
import { readMemos } from '../../store/memo-table.js';
import type { Store } from '../../store/store.js';
import { exchangeReader } from './exchange-reader.js';
import type { ExchangedCodings } from './exchanged-codings.js';

/** What was exported, as far as it tells what was not. */
export interface CarriedParts {
  readonly codebook: Codebook;
  readonly batch: string | undefined;
  readonly codings: ExchangedCodings;
  readonly memos: number;
  /** Texts whose form was changed, and sealed statements in them. */
  readonly otherForm: number;
  readonly sealedStatements: number;
}

/** Counts, and lists where it can be listed, what an exported project does not have. */
export function notCarriedOf(store: Store, carried: CarriedParts): NotCarried[] {
  const { codebook, batch, codings } = carried;
  const labels = new Map(codebook.codes.map(({ id, label }) => [id, label.zh]));
  const textOf = exchangeReader(store);
  const rowOf = (one: PassageJudgement, text = one.verdict.quote): NotCarriedRow => ({
    caseId: one.caseId,
    code: labels.get(one.codeId) ?? one.codeId,
    coder: one.verdict.coder,
    ...textOf(one.caseId).toExchange({ start: one.start, end: one.end }),
    text,
  });
  const listed = (kind: NotCarriedKind, rows: readonly NotCarriedRow[]) => ({
    kind,
    count: rows.length,
    rows,
  });
  const counted = (kind: NotCarriedKind, count: number) => ({ kind, count, rows: [] });
  const keywords = countAssignedKeywords(store, codebook.id, { batch });
  const { excluded, sealed } = countLeftOut(store, batch);
  return [
    listed(
      'against',
      codings.against.map((one) => rowOf(one)),
    ),
    listed(
      'rejected',
      codings.rejected.map((one) => rowOf(one)),
    ),
    listed(
      'keywords',
      codings.judged.flatMap((one) =>
        one.verdict.keywords?.length ? [rowOf(one, one.verdict.keywords.join('；'))] : [],
      ),
    ),
    listed(
      'in-vivo',
      codings.judged.filter(({ verdict }) => verdict.isInVivo).map((one) => rowOf(one)),
    ),
    listed(
      'apart',
      codings.apart.map((one) => rowOf(one)),
    ),
    counted('memos', readMemos(store).length - carried.memos),
    counted(
      'weights',
      keywords.reduce((sum, { count }) => sum + count, 0),
    ),
    counted('decisions', countDecisions(store)),
    counted('codebooks', codebooksInUse(store).filter(({ codebookId }) => codebookId !== codebook.id).length),
    counted('form', carried.otherForm),
    counted('excluded', excluded),
    counted('sealed', sealed),
    counted('sealed-statements', carried.sealedStatements),
  ].filter(({ count }) => count > 0);
}
