import { rowShapes } from '../model/table-rows.js';
import type { View } from '../model/view.js';
import { codingInForce, frameworkFor, type SelectedCoding, selectCoding } from '../project/select-coding.js';
import { countCodes } from '../stages/tabulate/count-codes.js';
import { type FlowStep, tabulateFlow } from '../stages/tabulate/tabulate-flow.js';
import { tabulateFrequencies } from '../stages/tabulate/tabulate-frequencies.js';
import { countLeftOut, readCaseStandings } from '../store/case-standing-table.js';
import { caseIds, countWithoutText } from '../store/case-table.js';
import type { Store } from '../store/store.js';
import { casesNotMined } from '../store/term-lists.js';
import { compareByCodePoint } from '../text/code-points.js';
import { groupBy } from '../text/group-by.js';
import { sourceOf } from './coded-tables.js';
import { sourceOfCases } from './source-of-cases.js';
import type { Table, TableRequest } from './table.js';

/** What became of the cases, and once they are coded of their keywords: at each step how many, and how many fell away. */
export function flowTable(
  store: Store,
  request: TableRequest,
  view: View,
  selected = codingToShow(store, request),
): Table {
  const { batch } = request;
  const rows = [...caseSteps(store, batch), ...(selected ? codingSteps(selected) : [])];
  return {
    name: 'flow',
    columns: Object.keys(rowShapes.flow),
    rows,
    source: selected ? sourceOf(store, request, [selected], view) : sourceOfCases(store, batch),
  };
}

/** The coding under the codebook that is named, or under the last one; undefined where nothing was coded yet. */
export function codingToShow(
  store: Store,
  request: Pick<TableRequest, 'codebook' | 'batch' | 'status'>,
): SelectedCoding | undefined {
  const id = frameworkFor(store, request.codebook)?.codebook.id ?? '';
  return request.codebook !== undefined || codingInForce(store, id)
    ? selectCoding(store, 'flow', request)
    : undefined;
}

function caseSteps(store: Store, batch: string | undefined) {
  const all = new Set(caseIds(store, { batch, scope: 'all' }));
  const excluded = [...readCaseStandings(store, 'excluded')].filter(([caseId]) => all.has(caseId));
  const byReason = [...groupBy(excluded, ([, { reason }]) => reason)]
    .map(([reason, { length }]): FlowStep => ({ step: 'excluded', reason, leftOut: length }))
    .sort(
      (a, b) => (b.leftOut ?? 0) - (a.leftOut ?? 0) || compareByCodePoint(a.reason ?? '', b.reason ?? ''),
    );
  const counted = caseIds(store, { batch });
  const waiting = new Set(casesNotMined(store));
  return [
    ...tabulateFlow('cases', 'imported', all.size, [
      ...byReason,
      { step: 'sealed', leftOut: countLeftOut(store, batch).sealed },
      { step: 'counted', isStation: true },
    ]),
    ...tabulateFlow('mining', 'counted', counted.length, [
      { step: 'without-text', leftOut: countWithoutText(store, batch) },
      { step: 'not-mined', leftOut: counted.filter((id) => waiting.has(id)).length },
      { step: 'mined', isStation: true },
    ]),
  ];
}

/** The reasons for which screening leaves out a keyword, in the order in which it asks. */
const DROPS = ['rule-drop', 'decided-drop', 'too-rare', 'not-new', 'beyond-top'] as const;

function codingSteps(selected: SelectedCoding) {
  const { caseIds: cases, framework } = selected;
  const [assigned, references] = [selected.assigned(), selected.references()];
  const coded = [...countCodes(assigned, references).values()].flatMap((code) => [...code.cases]);
  const outside = assigned.flatMap(({ caseId, coreKeyword }) => (coreKeyword === null ? [] : [caseId]));
  const withCodes = new Set([...coded, ...outside]).size;
  const placed = selected.considered();
  const dropped = groupBy(placed, ({ keyword }) => keyword.reason);
  const drops = DROPS.map((step) => ({ step, leftOut: dropped.get(step)?.length ?? 0 }));
  const mappings = selected.mappings();
  const standing = placed.length - drops.reduce((sum, { leftOut }) => sum + leftOut, 0);
  const merged = mappings.filter(({ coreKeyword }) => coreKeyword !== null).length;
  const frequencies = tabulateFrequencies(framework, assigned, [], []);
  const distinct = frequencies.reduce((sum, { distinctRaw }) => sum + distinctRaw, 0);
  return [
    ...tabulateFlow('coding', 'counted', cases.length, [
      { step: 'without-codes', leftOut: cases.length - withCodes },
      { step: 'coded', isStation: true },
    ]),
    ...tabulateFlow('keywords', 'considered', placed.length, [
      ...drops,
      {
        step: 'folded',
        leftOut: Math.max(0, standing - mappings.length),
        added: Math.max(0, mappings.length - standing),
      },
      { step: 'kept', isStation: true },
      { step: 'not-merged', leftOut: mappings.length - merged },
      { step: 'by-hand', added: assigned.length - merged },
      { step: 'assigned', isStation: true },
    ]),
    ...tabulateFlow('core-keywords', 'distinct-raw', distinct, [
      { step: 'merged', leftOut: distinct - frequencies.length },
      { step: 'core-keywords', isStation: true },
    ]),
  ];
}
