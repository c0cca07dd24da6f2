import { UserError } from '../errors.js';
import type { Evidence } from '../model/evidence.js';
import type { Framework } from '../model/framework.js';
import { CODEBOOK_COLUMN, rowShapes } from '../model/table-rows.js';
import type { View } from '../model/view.js';
import { type SelectedCoding, selectCoding } from '../project/select-coding.js';
import { tabulateCorrespondence } from '../stages/tabulate/tabulate-correspondence.js';
import { tabulatePairs } from '../stages/tabulate/tabulate-pairs.js';
import type { Store } from '../store/store.js';
import { requireFramework, sourceOf } from './coded-tables.js';
import { unitsOf } from './coded-units.js';
import type { Table, TableRequest } from './table.js';

/** The coding under one of several codebooks. */
interface OneCoding {
  readonly selected: SelectedCoding;
  readonly framework: Framework;
}

/** Codebooks over the same passages: a code of each of two, of all pairs of codebooks where there are more. */
export function crosswalkTable(store: Store, request: TableRequest, view: View): Table {
  const codings = selectCodings(store, request);
  const pairs = codings.flatMap((one, at) => codings.slice(at + 1).map((other) => [one, other] as const));
  const rows = pairs.flatMap(([one, other]) =>
    tabulatePairs(
      one.framework,
      other.framework,
      unitsUnder(store, request, [one, other]),
      request.level,
    ).map((row) => ({
      codebook: one.framework.codebook.id,
      otherCodebook: other.framework.codebook.id,
      ...row,
    })),
  );
  const columns = Object.keys(rowShapes.crosswalk);
  return {
    name: request.name,
    // Of two codebooks the caption says which they are.
    columns:
      codings.length > 2 ? columns : columns.filter((one) => !['codebook', 'otherCodebook'].includes(one)),
    rows: codings.length > 2 ? rows : rows.map(({ codebook: _, otherCodebook: __, ...row }) => row),
    source: sourceOf(store, request, selectedOf(codings), view),
  };
}

/** Each code of the first codebook with those of the others that meet it most. */
export function correspondenceTable(store: Store, asked: TableRequest, view: View): Table {
  const { level = 1 } = asked;
  const request = { ...asked, level };
  const codings = selectCodings(store, request);
  const [first, ...others] = codings;
  const columnOf = (codebook: string) => `${CODEBOOK_COLUMN}${codebook}`;
  const met = others.map((other) => ({
    codebook: other.framework.codebook.id,
    pairs: tabulatePairs(first.framework, other.framework, unitsUnder(store, request, [first, other]), level),
  }));
  return {
    name: request.name,
    columns: [...Object.keys(rowShapes.correspondence), ...met.map(({ codebook }) => columnOf(codebook))],
    rows: tabulateCorrespondence(first.framework, unitsUnder(store, request, [first]), met, {
      level,
      columnOf,
    }),
    source: sourceOf(store, request, selectedOf(codings), view),
  };
}

function selectCodings(store: Store, request: TableRequest): readonly [OneCoding, ...OneCoding[]] {
  const { name, codebooks = [] } = request;
  const [first, ...others] = codebooks;
  if (first === undefined || others.length === 0 || new Set(codebooks).size < codebooks.length) {
    throw new UserError('tables/needs-two-codebooks', { given: codebooks.join(', '), table: name });
  }
  const select = (codebook: string): OneCoding => {
    const selected = selectCoding(store, name, { ...request, codebook });
    return { selected, framework: requireFramework(store, name, selected.framework) };
  };
  return [select(first), ...others.map(select)];
}

function selectedOf([first, ...others]: readonly [OneCoding, ...OneCoding[]]): readonly [
  SelectedCoding,
  ...SelectedCoding[],
] {
  return [first.selected, ...others.map(({ selected }) => selected)];
}

const unitsUnder = (store: Store, request: TableRequest, codings: readonly OneCoding[]) =>
  unitsOf(
    store,
    request,
    codings[0]?.selected.caseIds ?? [],
    codings.flatMap(({ selected }): readonly Evidence[] => selected.evidence()),
  );
