import { ALL_GROUPS } from '../../model/decisions/all-groups.js';
import { type SheetRow, type SheetVerdict, sheetVerdicts } from '../../model/sheet.js';
import { verdictWord } from '../../model/sheet-verdict.js';
import { groupTexts } from '../../project/group-cases.js';
import { valueWord } from '../../report/sheet-heads.js';
import { readJudgement } from '../../store/judgement-table.js';
import { readKeywords } from '../../store/keyword-table.js';
import type { Store } from '../../store/store.js';
import type { SheetRequest, SheetRows } from './sheet-request.js';

/** One row for each keyword of each group that was considered, with what the coder said of it. */
export function screeningRows(
  store: Store,
  { coder, isBlind, batch, language, draw }: SheetRequest,
): SheetRows {
  const groups = groupTexts(store, undefined, batch);
  const found = readKeywords(store).filter(({ group }) => groups.has(group));
  const keywords = draw(found, ({ group, word }) => [group, word]);
  const rows = keywords.map((keyword): SheetRow => {
    const { group, word, pos, frequency, reason, countsFor } = keyword;
    const said =
      readJudgement(store, { type: 'keyword', group, word }, coder) ??
      readJudgement(store, { type: 'keyword', group: ALL_GROUPS, word }, coder);
    const verdict = sheetVerdicts.find((one) => one === said?.kind) as SheetVerdict | undefined;
    return {
      key: { group, word, decisions: said ? [said.decisionId] : [] },
      cells: {
        group,
        word,
        pos,
        frequency,
        screened: `${valueWord('reason', reason, language)}${countsFor === word ? '' : ` → ${countsFor}`}`,
        verdict: verdict ? verdictWord(verdict, language) : '',
        into: said?.kind === 'fold' ? (said.into ?? '') : '',
        memo: '',
      },
    };
  });
  const open = ['verdict', 'into', 'memo'] as const;
  const screened = isBlind ? [] : (['screened'] as const);
  return { columns: ['number', 'group', 'word', 'pos', 'frequency', ...screened, ...open], open, rows };
}
