import { UserError } from '../../errors.js';
import { ALL_GROUPS } from '../../model/decisions/all-groups.js';
import type { Mapping } from '../../model/mapping.js';
import type { SheetRow } from '../../model/sheet.js';
import type { Span } from '../../model/span.js';
import { openPassages } from '../../project/find-quote.js';
import { hashWords } from '../../project/sheets/row-key.js';
import { sentenceWindows } from '../../project/sheets/sentence-window.js';
import { readCase } from '../../store/case-table.js';
import { readJudgement } from '../../store/judgement-table.js';
import type { Store } from '../../store/store.js';
import { groupBy } from '../../text/group-by.js';
import { placeOf } from './place-of.js';
import type { SheetRequest, SheetRows } from './sheet-request.js';

/** One row for each kept keyword, with where it first occurs and the code that it was merged into. */
export function keywordRows(
  store: Store,
  { coder, isBlind, codebook, language, draw }: SheetRequest,
  mappings: readonly Mapping[],
): SheetRows {
  const labels = new Map((codebook?.codes ?? []).map(({ id, label }) => [id, label.zh]));
  const windowOf = sentenceWindows(store);
  const placeIn = placeFinder(store);
  const keywords = draw([...groupBy(mappings, ({ word }) => word)], ([word]) => word);
  const rows = keywords.flatMap(([word, [first, ...more]]): SheetRow[] => {
    if (!first) return [];
    const said = readJudgement(store, { type: 'mapping', group: ALL_GROUPS, word }, coder);
    const place = placeIn(first.caseId, word);
    const { words, ...number } = place ? windowOf(place) : { words: '', paragraph: null, sentence: null };
    const merged = first.codeId === null ? '' : (labels.get(first.codeId) ?? '');
    return [
      {
        key: {
          word,
          decisions: said ? [said.decisionId] : [],
          codes: !isBlind && first.codeId !== null ? [first.codeId] : [],
          ...(words !== '' && { quote: hashWords(words) }),
        },
        cells: {
          case: first.caseId,
          place: place ? placeOf(number, language) : '',
          words,
          word,
          cases: more.length + 1,
          code: isBlind ? (said?.into ?? '') : merged,
          memo: '',
        },
      },
    ];
  });
  const columns = ['number', 'case', 'place', 'words', 'word', 'cases', 'code', 'memo'] as const;
  return { columns, open: ['code', 'memo'], rows };
}

/** Makes a function that finds the first place of a word in a case; null where a reader found it by other words. */
function placeFinder(
  store: Store,
): (caseId: string, word: string) => (Span & { caseId: string; version: string }) | null {
  let last: { readonly caseId: string; version: string; find: ReturnType<typeof openPassages> } | undefined;
  return (caseId, word) => {
    if (last?.caseId !== caseId) {
      const one = readCase(store, caseId);
      if (!one) return null;
      last = { caseId, version: one.version, find: openPassages(store, one) };
    }
    try {
      const { start, end } = last.find({ quote: word, nth: 1 });
      return { caseId, version: last.version, start, end };
    } catch (error) {
      if (error instanceof UserError) return null;
      throw error;
    }
  };
}
