import type { SheetRow } from '../../model/sheet.js';
import { contestedSentences } from '../../project/contested-sentences.js';
import { hashWords } from '../../project/sheets/row-key.js';
import { sentenceWindows } from '../../project/sheets/sentence-window.js';
import { valueWord } from '../../report/sheet-heads.js';
import type { Store } from '../../store/store.js';
import { groupBy } from '../../text/group-by.js';
import { listContested } from '../list-contested.js';
import { placeOf } from './place-of.js';
import type { SheetRequest, SheetRows } from './sheet-request.js';

/** One row for each word or sentence that coders judged otherwise, with what each said. */
export function contestedRows(store: Store, request: SheetRequest): SheetRows {
  const columns = ['number', 'case', 'place', 'words', 'word', 'verdicts', 'chosen', 'memo'] as const;
  return {
    columns,
    open: ['chosen', 'memo'],
    rows: request.draw([...wordRows(store, request), ...sentenceRows(store, request)], ({ key }) => key),
  };
}

function wordRows(store: Store, { language }: SheetRequest): SheetRow[] {
  const byQuestion = groupBy(listContested(store, null, undefined), ({ group, word, question }) =>
    JSON.stringify([group, word, question]),
  );
  return [...byQuestion.values()].flatMap((said): SheetRow[] => {
    const [first] = said;
    if (!first) return [];
    const verdicts = said.map(({ coder, verdict, into }) => {
      const word = valueWord('verdict', verdict, language);
      return `${coder}: ${word}${into === null ? '' : ` → ${into}`}`;
    });
    const { group, word, question } = first;
    return [
      {
        key: { group, word, codes: [question] },
        cells: { case: group, word, verdicts: verdicts.join('\n'), chosen: '', memo: '' },
      },
    ];
  });
}

function sentenceRows(store: Store, { codebook, batch, language }: SheetRequest): SheetRow[] {
  if (!codebook) return [];
  const labels = new Map(codebook.codes.map(({ id, label }) => [id, label.zh]));
  const windowOf = sentenceWindows(store);
  return contestedSentences(store, codebook.id, batch).map((one): SheetRow => {
    const { caseId, version, start, end, codeId, decisions } = one;
    const { words, ...number } = windowOf(one);
    const verdicts = one.verdicts.map(({ coder, judgements: [judgement] }) => {
      const says = valueWord('verdict', judgement?.verdict.says ?? 'silence', language);
      return `${coder}: ${says}`;
    });
    return {
      key: { caseId, version, start, end, codes: [codeId], decisions, quote: hashWords(words) },
      cells: {
        case: caseId,
        place: placeOf(number, language),
        words,
        word: labels.get(codeId) ?? codeId,
        verdicts: verdicts.join('\n'),
        chosen: '',
        memo: '',
      },
    };
  });
}
