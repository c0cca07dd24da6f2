import { writeCsv, writeCsvRows } from '../../formats/csv.js';
import { packZip, type ZipPart } from '../../formats/pack-zip.js';
import { codeElements, relationLinks, setElements } from '../../formats/refi-qda/codebook-elements.js';
import { exchangeGuids } from '../../formats/refi-qda/exchange-guids.js';
import { guidOf } from '../../formats/refi-qda/guid.js';
import { writeProject } from '../../formats/refi-qda/write-project.js';
import { MACHINE_CODER } from '../../model/coded-passage.js';
import type { NotCarried } from '../../model/not-carried.js';
import type { QdaCase, QdaProject, QdaText } from '../../model/qda-project.js';
import { isWholeCase } from '../../model/whole-case.js';
import { chooseView } from '../../project/choose-view.js';
import { namedCoders } from '../../project/join/read-side.js';
import { exchangeCase } from '../../project/qda/exchange-case.js';
import { notesOf } from '../../project/qda/exchange-notes.js';
import { exchangeReader } from '../../project/qda/exchange-reader.js';
import { exchangedCodings } from '../../project/qda/exchanged-codings.js';
import { exchangedMemos } from '../../project/qda/exchanged-memos.js';
import { notCarriedOf } from '../../project/qda/not-carried-of.js';
import { codingEntry, shownEntries, writeReport } from '../../project/qda/shown-entries.js';
import { variablesOf } from '../../project/qda/variables-of.js';
import { requireBatch } from '../../project/require-batch.js';
import { codingInForce } from '../../project/select-coding.js';
import { readCaseHeads } from '../../store/case-table.js';
import { compareByCodePoint } from '../../text/code-points.js';
import { describeNotCarried } from '../../text/describe-not-carried.js';
import { groupBy } from '../../text/group-by.js';
import { codebookToExchange } from './codebook-to-exchange.js';
import type { Dataset } from './dataset.js';
import type { PairFormat } from './export-format.js';
import { qdpxWords } from './qdpx-words.js';

/** `qdpx`: a project of REFI-QDA for NVivo, MAXQDA, ATLAS.ti, QualCoder and others; beside it a table of what it has no room for. */
export const qdpxFormat: PairFormat = {
  extension: 'qdpx',
  beside: 'not-carried.csv',
  write: (dataset) => {
    const lost: NotCarried[] = [];
    return { pieces: packZip(partsOf(dataset, lost)), beside: () => [notCarriedTable(lost, dataset)] };
  },
};

function* partsOf(dataset: Dataset, lost: NotCarried[]): Generator<ZipPart> {
  const { context, request, language } = dataset;
  const { store } = context;
  const { batch } = request;
  const words = qdpxWords[language];
  requireBatch(store, batch);
  const view = chooseView(store, request);
  const { codebook, written } = codebookToExchange(store, request.codebook);
  const hasProposals =
    !request.withoutProposals &&
    request.status !== 'confirmed' &&
    codingInForce(store, codebook.id) !== undefined;
  const codings = exchangedCodings(store, { codebook, batch, view, hasProposals });
  const writer = view.kind === 'settled' ? undefined : view.coder;
  const memos = exchangedMemos(store, codebook, batch).filter(
    ({ memo }) => writer === undefined || memo.coder === writer,
  );
  const textOf = exchangeReader(store);
  const guids = new Map(namedCoders(store).map(({ name, guid }) => [name, guid]));
  const userOf = (coder: string) => guids.get(coder) ?? guidOf(`coder ${coder}`);
  const heads = [...readCaseHeads(store, { batch })];
  const withText = new Set([...readCaseHeads(store, { batch, scope: 'texts' })].map(({ id }) => id));
  const notes = notesOf(memos, (caseId) => withText.has(caseId), userOf, words.memo);
  const { variables, valuesOf } = variablesOf(store, heads);
  const given = groupBy(codings.given, ({ caseId }) => caseId);
  const cases: QdaCase[] = [];
  const sources: QdaText[] = [];
  let [otherForm, sealedStatements] = [0, 0];
  for (const head of heads) {
    const exchanged = withText.has(head.id) ? textOf(head.id) : undefined;
    const placed = (given.get(head.id) ?? []).map((one) =>
      isWholeCase(one) || !exchanged ? one : { ...one, ...exchanged.toExchange(one) },
    );
    const values = valuesOf(head.attributes);
    const made = exchangeCase({ codebookId: written?.id ?? '', head, given: placed, values, notes, userOf });
    cases.push(made.case);
    if (!made.source || !exchanged) continue;
    sources.push(made.source);
    otherForm += exchanged.isOtherForm ? 1 : 0;
    sealedStatements += exchanged.sealed;
    yield { path: `sources/${made.source.guid}.txt`, pieces: [exchanged.text] };
  }
  const coders = new Set([
    ...codings.given.map(({ coder }) => coder),
    ...memos.map(({ memo }) => memo.coder),
  ]);
  const project: QdaProject = {
    name: written?.title[language] ?? 'zhagen',
    origin: 'zhagen',
    users: [...coders].sort(compareByCodePoint).map((name) => ({ guid: userOf(name), name })),
    codes: written ? codeElements(written, (codeId) => notes.on({ type: 'code', codeId })) : [],
    variables,
    cases,
    sources,
    notes: notes.notes,
    links: written ? relationLinks(written) : [],
    sets: written ? setElements(written) : [],
    description: '',
    projectNotes: notes.on({ type: 'project' }),
  };
  lost.push(
    ...notCarriedOf(store, { codebook, batch, codings, memos: memos.length, otherForm, sealedStatements }),
  );
  for (const { kind, count } of lost) dataset.note({ kind: 'not-carried', what: kind, count });
  const guid = exchangeGuids.report(written?.id ?? '');
  const machine = userOf(MACHINE_CODER);
  // A case has no place for who coded it as a whole.
  const whole = codings.given.filter(isWholeCase);
  const content = writeReport(
    [words.notCarried, words.never],
    [
      ...shownEntries(project, (user) => user !== machine),
      ...whole.map((one) => codingEntry({ codebookId: written?.id ?? '', ...one })),
    ],
  );
  const report = { ...EMPTY_NOTE, guid, name: words.report, content };
  const finished = {
    ...project,
    notes: [...notes.notes, report],
    projectNotes: [...project.projectNotes, guid],
  };
  yield { path: 'project.qde', pieces: writeProject(finished) };
}

const EMPTY_NOTE = {
  user: '',
  description: '',
  path: null,
  selections: [],
  codings: [],
  notes: [],
  values: [],
};

function notCarriedTable(lost: readonly NotCarried[], { language }: Dataset): string {
  const { head } = qdpxWords[language];
  const cells = lost.flatMap(({ kind, count, rows }): (string | number | null)[][] => {
    const what = describeNotCarried({ kind, count }, language);
    if (rows.length === 0) return [[what, '', '', '', null, null, '']];
    return rows.map(({ caseId, code, coder, start, end, text }) => [
      what,
      caseId,
      code,
      coder,
      start,
      end,
      text,
    ]);
  });
  return `${writeCsv(head, [])}${writeCsvRows(cells)}`;
}
