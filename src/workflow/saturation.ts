import { UserError } from '../errors.js';
import { GROWING } from '../model/codebook.js';
import type { Framework } from '../model/framework.js';
import type { SaturationForm } from '../model/saturation-source.js';
import type { MatrixRow } from '../model/table-rows.js';
import type { View } from '../model/view.js';
import { attributeByCase, findAttribute, namesOfAttributes } from '../project/case-attributes.js';
import { chooseView } from '../project/choose-view.js';
import type { ReadContext } from '../project/context.js';
import { frameworkInUse } from '../project/find-code.js';
import { inView } from '../project/in-view.js';
import { selectCoding } from '../project/select-coding.js';
import {
  type CaseItems,
  measureSaturation,
  type SaturationCurve,
  shuffle,
} from '../stages/assess/measure-saturation.js';
import { idsAsImported } from '../store/case-table.js';
import type { Store } from '../store/store.js';
import { compareByCodePoint } from '../text/code-points.js';
import { groupBy } from '../text/group-by.js';
import { seededRandom } from '../text/seeded-random.js';
import { codedTable } from './coded-tables.js';
import type { TableRequest } from './table.js';

/** What is measured, over which order of the cases. */
export interface SaturationRequest extends Pick<TableRequest, 'codebook' | 'status' | 'view' | 'coder'> {
  /** Otherwise inductive thematic where people grow the codebook, a priori thematic under a given one. */
  readonly form?: SaturationForm | undefined;
  /** The level of the codes, 1 being the top; otherwise the lowest. */
  readonly level?: number | undefined;
  /** `import`, `shuffle`, or an attribute by whose values the cases are ordered. */
  readonly order?: string | undefined;
  readonly base?: number | undefined;
  readonly run?: number | undefined;
  readonly runs?: number | undefined;
  readonly seed?: number | undefined;
}

/** How saturated the material is, in the form named. */
export interface SaturationReport extends SaturationCurve {
  readonly form: SaturationForm;
  /** What the curve counts: codes, or under a given codebook the raw keywords, since its codes are known beforehand. */
  readonly counted: 'codes' | 'keywords';
  readonly codebook: string;
  readonly level: Framework['codebook']['levels'][number]['name'] | null;
  readonly order: string;
  readonly options: Readonly<Record<'base' | 'run' | 'runs' | 'seed', number>>;
  /** A priori thematic: codes of the level, those with a confirmed instance, and those without. */
  readonly coverage: {
    readonly codes: number;
    readonly confirmed: number;
    readonly without: readonly string[];
  } | null;
}

/**
 * Measures how what cases say dries up over their order: new codes, or raw keywords, case by case, the ratio of new ones in
 * runs of cases, where it falls to 5 % and to nothing, what came after that, and how other orders of the cases compare.
 * @throws UserError saturation/unknown-order, saturation/too-few-cases, agree/no-such-level, tables/not-coded
 */
export function measureProjectSaturation(
  { store }: ReadContext,
  request: SaturationRequest = {},
): SaturationReport {
  const view = chooseView(store, request);
  return inView(store, view, { depth: 'passages', codebooks: [request.codebook] }, () =>
    measureSaturationInView(store, request, view),
  );
}

/** Measures the same under a view that is already read. */
export function measureSaturationInView(
  store: Store,
  {
    form: asked,
    level,
    order = 'import',
    base = 4,
    run = 2,
    runs = 100,
    seed = 1,
    ...request
  }: Omit<SaturationRequest, 'view' | 'coder'>,
  view: View,
): SaturationReport {
  const { codebook, codes } = frameworkInUse(store, request.codebook);
  const form = asked ?? (codebook.id === GROWING.id ? 'inductive-thematic' : 'a-priori-thematic');
  const ofLevel = codebook.levels[(level ?? codebook.levels.length) - 1];
  if (!ofLevel) {
    throw new UserError('agree/no-such-level', { level: level ?? 0, levels: codebook.levels.length });
  }
  const matrix = (status: TableRequest['status']) =>
    (codedTable(store, { ...request, status, name: 'matrix' }, { view }).rows as readonly MatrixRow[]).filter(
      ({ codeId, assignments, references }) =>
        codes.get(codeId)?.level === ofLevel.id && assignments + references > 0,
    );
  const isOfCodes = form === 'inductive-thematic';
  const said = isOfCodes
    ? matrix(request.status).map(({ caseId, code }) => ({ caseId, item: code }))
    : selectCoding(store, 'raw', request)
        .considered()
        .flatMap(({ caseId, keyword: { word, kept } }) => (kept ? [{ caseId, item: word }] : []));
  const itemsOf = groupBy(said, ({ caseId }) => caseId);
  const cases = orderCases(store, order, seed).map(
    (caseId): CaseItems => ({
      caseId,
      items: [...new Set((itemsOf.get(caseId) ?? []).map(({ item }) => item))].sort(compareByCodePoint),
    }),
  );
  if (cases.length < base + run) {
    throw new UserError('saturation/too-few-cases', { cases: cases.length, base, run });
  }
  const options = { base, run, runs, seed };
  const confirmed =
    form === 'a-priori-thematic' ? new Set(matrix('confirmed').map(({ codeId }) => codeId)) : null;
  const known = codebook.codes.filter(({ level: own }) => own === ofLevel.id);
  return {
    form,
    counted: isOfCodes ? 'codes' : 'keywords',
    codebook: codebook.id,
    level: form === 'data' ? null : ofLevel.name,
    order,
    options,
    coverage: confirmed && {
      codes: known.length,
      confirmed: known.filter(({ id }) => confirmed.has(id)).length,
      without: known.flatMap(({ id, label }) => (confirmed.has(id) ? [] : [label.zh])),
    },
    ...measureSaturation(cases, options),
  };
}

function orderCases(store: Store, order: string, seed: number): string[] {
  const ids = idsAsImported(store);
  if (order === 'import') return ids;
  if (order === 'shuffle') return shuffle(ids, seededRandom(seed));
  const attribute = findAttribute(store, order);
  if (!attribute) {
    throw new UserError('saturation/unknown-order', {
      order,
      known: ['import', 'shuffle', ...namesOfAttributes(store)].join(', '),
    });
  }
  const values = attributeByCase(store, attribute);
  const at = (id: string) => values.get(id);
  return ids
    .map((id, place) => ({ id, place }))
    .sort(
      (one, other) =>
        Number(at(one.id) === undefined) - Number(at(other.id) === undefined) ||
        compareByCodePoint(at(one.id) ?? '', at(other.id) ?? '') ||
        one.place - other.place,
    )
    .map(({ id }) => id);
}
