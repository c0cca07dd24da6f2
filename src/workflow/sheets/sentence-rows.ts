import { NO_CODEBOOK } from '../../model/codebook.js';
import { codeColumns, type SheetColumnName, type SheetRow } from '../../model/sheet.js';
import type { Span } from '../../model/span.js';
import { selectCoding } from '../../project/select-coding.js';
import { hashWords } from '../../project/sheets/row-key.js';
import { sentenceWindows } from '../../project/sheets/sentence-window.js';
import { codedSentences } from '../../stages/tabulate/coded-sentences.js';
import { currentVersions } from '../../store/case-table.js';
import { readSentences } from '../../store/sentence-table.js';
import type { Store } from '../../store/store.js';
import { groupBy } from '../../text/group-by.js';
import { passageId } from '../../text/passage-id.js';
import { type OwnVerdicts, readOwnVerdicts } from './own-verdicts.js';
import { placeOf } from './place-of.js';
import type { SheetRequest, SheetRows } from './sheet-request.js';

const OPEN: readonly SheetColumnName[] = [...codeColumns, 'memo'];

/** A passage of a case. */
type Coded = Span & { readonly caseId: string };

/**
 * One row a sentence, with the codes that the coder gave it: all sentences, or those that nobody coded. In a blind sheet
 * these are the ones that the coder did not code, since what is missing would show what others did.
 */
export function sentenceRows(store: Store, request: SheetRequest): SheetRows {
  const { what, coder, batch, language, codebook, cases } = request;
  const asked = cases && new Set(cases);
  const own = readOwnVerdicts(store, codebook?.id ?? '', coder, batch);
  const coded = groupBy(what === 'open' ? [] : codedSpans(store, request, own), ({ caseId }) => caseId);
  const windowOf = sentenceWindows(store);
  const labels = new Map((codebook?.codes ?? []).map(({ id, label }) => [id, label.zh]));
  const versions = currentVersions(store, { batch }).filter(({ caseId }) => asked?.has(caseId) ?? true);
  const sentences = versions.flatMap(({ caseId, version }) => {
    const cut = { caseId, sentences: readSentences(store, caseId, version).counted, readText: () => '' };
    return codedSentences(cut, coded.get(caseId) ?? [])
      .filter(({ evidence }) => evidence.length === 0)
      .map(({ start, end }) => ({ caseId, version, start, end }));
  });
  const drawn = request.draw(sentences, Object.values);
  const rows = drawn.map((sentence): SheetRow => {
    const { words, ...number } = windowOf(sentence);
    const codes = own.codedAt(sentence);
    const names = codes.map(({ codeId }) => labels.get(codeId) ?? codeId);
    return {
      key: {
        ...sentence,
        quote: hashWords(words),
        codes: codes.map(({ codeId }) => codeId),
        decisions: codes.map(({ verdict }) => verdict.decisionId),
      },
      cells: {
        case: sentence.caseId,
        place: placeOf(number, language),
        words,
        code: names[0] ?? '',
        code2: names[1] ?? '',
        code3: names.slice(2).join('；'),
        memo: codes[0] ? own.memoOn(passageId(codes[0])) : '',
      },
    };
  });
  return { columns: ['number', 'case', 'place', 'words', ...OPEN], open: OPEN, rows };
}

/** What counts as coded already. */
function codedSpans(
  store: Store,
  { isBlind, codebook, batch }: SheetRequest,
  own: OwnVerdicts,
): readonly Coded[] {
  if (isBlind) return own.all.filter(({ verdict }) => verdict.says !== 'reject');
  const filter = { codebook: codebook?.id || NO_CODEBOOK, batch };
  const { evidence, counterEvidence } = selectCoding(store, 'uncoded', filter);
  return [...evidence(), ...counterEvidence()];
}
