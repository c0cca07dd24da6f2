import { frameworkOf } from '../../model/framework.js';
import type { SheetRow } from '../../model/sheet.js';
import { hashWords } from '../../project/sheets/row-key.js';
import { sentenceWindows } from '../../project/sheets/sentence-window.js';
import { valueWord } from '../../report/sheet-heads.js';
import type { Store } from '../../store/store.js';
import { passageId } from '../../text/passage-id.js';
import { listRevisit } from '../list-revisit.js';
import { readOwnVerdicts } from './own-verdicts.js';
import { placeOf } from './place-of.js';
import type { SheetRequest, SheetRows } from './sheet-request.js';

/** One row for each verdict of the coder under which something changed since; whoever confirms it again keeps it. */
export function revisitRows(
  store: Store,
  { coder, codebook, batch, language, draw }: SheetRequest,
): SheetRows {
  const framework = codebook && frameworkOf(codebook);
  const own = readOwnVerdicts(store, codebook?.id ?? '', coder, batch);
  const windowOf = sentenceWindows(store);
  const rows = listRevisit(store, framework, { batch, coder }).flatMap((row): SheetRow[] => {
    const judged = own.of(row.passage);
    if (!judged) return [];
    const { caseId, version, start, end, codeId, verdict } = judged;
    const { words, ...number } = windowOf(judged);
    return [
      {
        key: {
          caseId,
          version,
          start,
          end,
          codes: [codeId],
          decisions: [verdict.decisionId],
          quote: hashWords(words),
        },
        cells: {
          case: caseId,
          place: placeOf(number, language),
          words,
          code: row.code,
          said: `${row.judgedAs}: ${valueWord('verdict', row.verdict, language)}`,
          changed: valueWord('changed', row.changed, language),
          memo: own.memoOn(passageId(judged)),
        },
      },
    ];
  });
  const columns = ['number', 'case', 'place', 'words', 'code', 'said', 'changed', 'verdict', 'memo'] as const;
  return { columns, open: ['code', 'verdict', 'memo'], rows: draw(rows, ({ key }) => key) };
}
