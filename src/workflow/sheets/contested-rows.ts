import { adjudicationReasons } from '../../model/adjudication-reason.js';
import { adjudicationWord } from '../../model/adjudication-word.js';
import { hiddenName } from '../../model/coder-letter.js';
import type { SheetRow } from '../../model/sheet.js';
import { contestedSentences } from '../../project/contested-sentences.js';
import { hashWords } from '../../project/sheets/row-key.js';
import { sentenceWindows } from '../../project/sheets/sentence-window.js';
import { valueWord } from '../../report/sheet-heads.js';
import { codersInOrder } from '../../store/coder-table.js';
import type { Store } from '../../store/store.js';
import { groupBy } from '../../text/group-by.js';
import { listContested } from '../list-contested.js';
import { placeOf } from './place-of.js';
import type { SheetRequest, SheetRows } from './sheet-request.js';

/** A row with the coders who differ about it. */
interface ContestedRow {
  readonly row: SheetRow;
  readonly coders: readonly string[];
}

/** Returns how a coder is called in a sheet. */
type NameOf = (coder: string) => string;

/** One row for each word or sentence that coders judged otherwise, with what each said, under letters where names are hidden. */
export function contestedRows(store: Store, request: SheetRequest): SheetRows {
  const { language, isBlind } = request;
  const columns = [
    'number',
    'case',
    'place',
    'words',
    'wordOrCode',
    'verdicts',
    'chosen',
    'decided',
    'why',
    'memo',
  ] as const;
  const order = codersInOrder(store);
  const nameOf: NameOf = (coder) => (isBlind ? hiddenName(order.indexOf(coder), language) : coder);
  const all = [...wordRows(store, request, nameOf), ...sentenceRows(store, request, nameOf)];
  const drawn = request.draw(all, ({ row }) => row.key);
  const differing = new Set(drawn.flatMap(({ coders }) => coders));
  return {
    columns,
    open: ['chosen', 'decided', 'why', 'memo'],
    offers: {
      chosen: order.filter((coder) => differing.has(coder)).map(nameOf),
      why: adjudicationReasons.map((why) => adjudicationWord(why, language)),
    },
    rows: drawn.map(({ row }) => row),
  };
}

const blank = { chosen: '', decided: '', why: '', memo: '' } as const;

function wordRows(store: Store, { language }: SheetRequest, nameOf: NameOf): ContestedRow[] {
  const byQuestion = groupBy(listContested(store, null, undefined), ({ group, word, question }) =>
    JSON.stringify([group, word, question]),
  );
  return [...byQuestion.values()].flatMap((said): ContestedRow[] => {
    const [first] = said;
    if (!first) return [];
    const verdicts = said.map(({ coder, verdict, into }) => {
      const word = valueWord('verdict', verdict, language);
      return `${nameOf(coder)}: ${word}${into === null ? '' : ` → ${into}`}`;
    });
    const { group, word, question } = first;
    return [
      {
        row: {
          key: { group, word, codes: [question] },
          cells: { case: group, wordOrCode: word, verdicts: inOrder(verdicts), ...blank },
        },
        coders: said.map(({ coder }) => coder),
      },
    ];
  });
}

function sentenceRows(
  store: Store,
  { codebook, batch, language }: SheetRequest,
  nameOf: NameOf,
): ContestedRow[] {
  if (!codebook) return [];
  const labels = new Map(codebook.codes.map(({ id, label }) => [id, label.zh]));
  const windowOf = sentenceWindows(store);
  return contestedSentences(store, codebook.id, { batch }).map((one): ContestedRow => {
    const { caseId, version, start, end, codeId, decisions } = one;
    const { words, ...number } = windowOf(one);
    const verdicts = one.verdicts.map(({ coder, judgements: [judgement] }) => {
      const says = valueWord('verdict', judgement?.verdict.says ?? 'silence', language);
      return `${nameOf(coder)}: ${says}`;
    });
    return {
      row: {
        key: { caseId, version, start, end, codes: [codeId], decisions, quote: hashWords(words) },
        cells: {
          case: caseId,
          place: placeOf(number, language),
          words,
          wordOrCode: labels.get(codeId) ?? codeId,
          verdicts: inOrder(verdicts),
          ...blank,
        },
      },
      coders: one.verdicts.map(({ coder }) => coder),
    };
  });
}

/** One below the other by name: the order in which they judged would tell who is who. */
const inOrder = (verdicts: readonly string[]) => [...verdicts].sort().join('\n');
