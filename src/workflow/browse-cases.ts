import { NO_CODEBOOK } from '../model/codebook.js';
import { appliedCodebook } from '../project/applied-codebook.js';
import { attributeByCase, findAttribute, namesOfAttributes } from '../project/case-attributes.js';
import { type CaseFacet, facetsOf, matchesAll, readFilters } from '../project/case-facets.js';
import { chooseView, type ViewRequest } from '../project/choose-view.js';
import type { ReadContext } from '../project/context.js';
import { BY_CASE } from '../project/group-cases.js';
import type { Store } from '../store/store.js';
import { compareByCodePoint } from '../text/code-points.js';
import { makeTable } from './make-table.js';
import { type CaseSummary, listCases } from './show-cases.js';

/** Which cases are browsed, in which order, which part of them is given, and in whose view their pillars are. */
export interface CasesAsked extends ViewRequest {
  /** What the id or title contains. */
  readonly find?: string | undefined;
  /** `attribute=value`; values of one attribute widen the choice, attributes narrow it. */
  readonly where?: readonly string[] | undefined;
  /** Facets of which all values are given. */
  readonly open?: readonly string[] | undefined;
  /** `id`, `title`, `characters`, `pillar` or an attribute; with `-` before it the other way round. */
  readonly sort?: string | undefined;
  readonly offset?: number | undefined;
  readonly limit?: number | undefined;
}

/** A case in a list that is browsed. */
export interface BrowsedCase
  extends Pick<CaseSummary, 'id' | 'title' | 'batch' | 'attributes' | 'characters' | 'sealedStatements'> {
  /** The pillar that its coding speaks of most; null where nothing is coded. */
  readonly pillar: string | null;
  readonly isExcluded: boolean;
  readonly isSealed: boolean;
  /** Which of the cases chosen next it is. */
  readonly chosen: number | null;
  /** Who is done with it under the codebook in use, and who checked that. */
  readonly done: readonly { readonly coder: string; readonly checkedBy: readonly string[] }[];
}

/** A part of the cases that were asked for. */
export interface BrowsedCases {
  /** All cases of the project, those of them that count, and those that were asked for. */
  readonly total: number;
  readonly counted: number;
  readonly matching: number;
  readonly rows: readonly BrowsedCase[];
  readonly facets: readonly CaseFacet[];
  readonly attributes: readonly string[];
}

/** The facets beside the attributes; no attribute that people give begins so. */
const PILLAR = '@pillar';
const BATCH = '@batch';
const STATE = '@state';
const DONE_BY = '@done';

const LIMIT = 100;

/** Finds cases by words and facets, sorts them, and gives a part of them. */
export function browseCases(context: ReadContext, asked: CasesAsked = {}): BrowsedCases {
  const { find = '', where = [], open = [], sort = 'id', offset = 0, limit = LIMIT, view, coder } = asked;
  const { cases, values, attributes } = knownCases(context, { view, coder });
  const words = find.normalize('NFC').trim().toLowerCase();
  const found = cases.filter(({ id, title }) => `${id}\n${title}`.toLowerCase().includes(words));
  const filters = readFilters(where);
  const matching = found.filter(({ id }) => matchesAll(values.get(id), filters));
  return {
    total: cases.length,
    counted: cases.filter(({ isExcluded, isSealed }) => !isExcluded && !isSealed).length,
    matching: matching.length,
    rows: sortCases(matching, sort, values).slice(offset, offset + limit),
    facets: facetsOf(
      found.map(({ id }) => values.get(id)),
      filters,
      open,
    ),
    attributes,
  };
}

interface KnownCases {
  readonly cases: readonly BrowsedCase[];
  /** By case id, the values of each facet. */
  readonly values: ReadonlyMap<string, ReadonlyMap<string, readonly string[]>>;
  readonly attributes: readonly string[];
}

/** All cases as they are listed, read once until the project changes. */
function knownCases(context: ReadContext, asked: ViewRequest): KnownCases {
  const { store } = context;
  return store.remember(`browsed cases ${JSON.stringify(chooseView(store, asked))}`, () => {
    const codebook = appliedCodebook(store)?.framework.codebook.id;
    const pillars = codebook === undefined ? new Map<string, string>() : mainPillars(context, asked);
    const cases = listCases(context).map((one) => browsedCase(one, pillars, codebook));
    const attributes = namesOfAttributes(store);
    const byName = attributes.map((name) => [name, valuesOf(store, name)] as const);
    const values = new Map(cases.map((one) => [one.id, facetValues(one, byName)]));
    return { cases, values, attributes: attributes.filter((_, at) => (byName[at]?.[1].size ?? 0) > 0) };
  });
}

function browsedCase(
  { id, title, batch, attributes, characters, sealedStatements, excluded, sealed, chosen, done }: CaseSummary,
  pillars: ReadonlyMap<string, string>,
  codebook: string | undefined,
): BrowsedCase {
  return {
    id,
    title,
    batch,
    attributes,
    characters,
    sealedStatements,
    pillar: pillars.get(id) ?? null,
    isExcluded: excluded !== null,
    isSealed: sealed !== null,
    chosen: chosen?.order ?? null,
    done: done.flatMap(({ codebook: under, coder, checkedBy }) =>
      under === (codebook || NO_CODEBOOK) ? [{ coder, checkedBy }] : [],
    ),
  };
}

/** The pillar of rank 1 of each case that has one. */
function mainPillars(context: ReadContext, asked: ViewRequest): Map<string, string> {
  const { rows } = makeTable(context, { ...asked, name: 'pillars', by: BY_CASE });
  return new Map(
    rows.flatMap(({ group, pillar, rank }) => (rank === 1 ? [[String(group), String(pillar)] as const] : [])),
  );
}

function valuesOf(store: Store, name: string): Map<string, string> {
  const attribute = findAttribute(store, name);
  return attribute === undefined ? new Map() : attributeByCase(store, attribute);
}

function facetValues(
  { id, pillar, batch, done, ...one }: BrowsedCase,
  attributes: readonly (readonly [string, ReadonlyMap<string, string>])[],
): Map<string, readonly string[]> {
  const states = [
    ...(one.isExcluded ? ['excluded'] : []),
    ...(one.isSealed ? ['sealed'] : []),
    ...(one.chosen === null ? [] : ['chosen']),
    ...(done.length === 0 ? ['open'] : ['done']),
    ...(done.some(({ checkedBy }) => checkedBy.length > 0) ? ['checked'] : []),
  ];
  return new Map<string, readonly string[]>([
    [STATE, states],
    [DONE_BY, done.map(({ coder }) => coder)],
    [PILLAR, [pillar ?? '']],
    [BATCH, [batch]],
    ...attributes.map(([name, values]) => [name, [values.get(id) ?? '']] as const),
  ]);
}

/** By code points, numbers by size; ids decide between equals. */
function sortCases(
  cases: readonly BrowsedCase[],
  sort: string,
  values: KnownCases['values'],
): readonly BrowsedCase[] {
  const isBackwards = sort.startsWith('-');
  const by = isBackwards ? sort.slice(1) : sort;
  if (by === 'id') return isBackwards ? [...cases].reverse() : cases;
  const keyOf = (one: BrowsedCase): string | number => {
    if (by === 'characters') return one.characters;
    if (by === 'title') return one.title;
    if (by === 'done') return one.done.length;
    const [value = ''] = values.get(one.id)?.get(by === 'pillar' ? PILLAR : by) ?? [];
    const number = Number(value);
    return value.trim() === '' || Number.isNaN(number) ? value : number;
  };
  const sign = isBackwards ? -1 : 1;
  return cases
    .map((one) => ({ one, key: keyOf(one) }))
    .sort((a, b) => sign * compareKeys(a.key, b.key) || compareByCodePoint(a.one.id, b.one.id))
    .map(({ one }) => one);
}

function compareKeys(one: string | number, other: string | number): number {
  if (typeof one === 'number' && typeof other === 'number') return one - other;
  if (typeof one !== typeof other) return typeof one === 'number' ? -1 : 1;
  return compareByCodePoint(String(one), String(other));
}
