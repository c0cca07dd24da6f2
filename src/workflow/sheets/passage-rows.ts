import { NO_CODEBOOK } from '../../model/codebook.js';
import type { Evidence } from '../../model/evidence.js';
import { type Framework, frameworkOf } from '../../model/framework.js';
import type { SheetColumnName, SheetRow } from '../../model/sheet.js';
import { verdictWord } from '../../model/sheet-verdict.js';
import { selectCoding } from '../../project/select-coding.js';
import { hashWords } from '../../project/sheets/row-key.js';
import { sentenceWindows } from '../../project/sheets/sentence-window.js';
import type { Store } from '../../store/store.js';
import { passageId } from '../../text/passage-id.js';
import { readOwnVerdicts } from './own-verdicts.js';
import { placeOf } from './place-of.js';
import type { SheetRequest, SheetRows } from './sheet-request.js';

/** One row for each code of a coded passage; in a blind sheet one for each passage, without its codes. */
export function passageRows(store: Store, request: SheetRequest): SheetRows {
  const { coder, isBlind, of, batch, language } = request;
  const selected = selectCoding(store, 'evidence', { codebook: request.codebook?.id || NO_CODEBOOK, batch });
  const framework = selected.framework ?? frameworkOf(request.codebook as Framework['codebook']);
  const own = readOwnVerdicts(store, framework.codebook.id, coder, batch);
  const seen = new Set<string>();
  const isFirst = (one: Evidence) => {
    const known = seen.size;
    return seen.add(JSON.stringify([one.caseId, one.start, one.end])).size > known;
  };
  const found = selected
    .evidence()
    .filter((one) => (of === undefined || one.coders.includes(of)) && (!isBlind || isFirst(one)));
  const passages = request.draw(found, ({ caseId, version, start, end, codeId }) => [
    caseId,
    version,
    start,
    end,
    ...(isBlind ? [] : [codeId]),
  ]);
  const windowOf = sentenceWindows(store);
  const rows = passages.map((one): SheetRow => {
    const { caseId, version, start, end, codeId } = one;
    const { words, ...number } = windowOf(one);
    const key = { caseId, version, start, end, quote: hashWords(words) };
    const read = { case: caseId, place: placeOf(number, language), words };
    if (isBlind) return { key, cells: read };
    const said = own.of(passageId(one))?.verdict;
    const cells = {
      ...read,
      ...pathCells(framework, one),
      code: framework.codes.get(codeId)?.label.zh ?? codeId,
      verdict: said && said.says !== 'code' ? verdictWord(said.says, language) : '',
      memo: own.memoOn(passageId(one)),
    };
    return { key: { ...key, codes: [codeId], decisions: said ? [said.decisionId] : [] }, cells };
  });
  const levels = framework.codebook.levels.length;
  const above = Array.from({ length: levels - 1 }, (_, at): SheetColumnName => `level${levels - 1 - at}`);
  return {
    columns: [
      'number',
      'case',
      'place',
      'words',
      ...(isBlind
        ? (['code', 'code2', 'code3', 'memo'] as const)
        : (['code', ...above, 'verdict', 'memo'] as const)),
    ],
    open: isBlind ? ['code', 'code2', 'code3', 'memo'] : ['code', 'verdict', 'memo'],
    rows,
  };
}

/** The codes above the code of a passage, in the columns of their levels. */
function pathCells(
  { paths, codebook }: Framework,
  { codeId }: Pick<Evidence, 'codeId'>,
): Partial<Record<`level${number}`, string>> {
  const above = (paths.get(codeId) ?? []).slice(0, -1);
  return Object.fromEntries(
    above.map((code) => [
      `level${codebook.levels.findIndex(({ id }) => id === code.level) + 1}`,
      code.label.zh,
    ]),
  );
}
