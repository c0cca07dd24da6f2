import { UserError } from '../errors.js';
import type { Evidence } from '../model/evidence.js';
import type { Framework } from '../model/framework.js';
import type { TableName } from '../model/table-name.js';
import { ATTRIBUTE_COLUMN } from '../model/table-rows.js';
import { attributeByCase, findAttribute, namesOfAttributes } from '../project/case-attributes.js';
import { BY_CASE, groupCases, WITHOUT_VALUE } from '../project/group-cases.js';
import { memosOfCoding } from '../project/memos-of-coding.js';
import { numberRows } from '../project/passage-numbers.js';
import { bulkTest } from '../project/quotes-of-codes.js';
import type { SelectedCoding } from '../project/select-coding.js';
import { placeAttribute } from '../stages/derive/economic-region.js';
import { chooseAmong } from '../stages/tabulate/choose-quotes.js';
import { rankPillars } from '../stages/tabulate/rank-pillars.js';
import { type QuotesOfCodes, tabulateExamples } from '../stages/tabulate/tabulate-examples.js';
import { tabulatePillarEvidence } from '../stages/tabulate/tabulate-pillar-evidence.js';
import { tabulateQuotations } from '../stages/tabulate/tabulate-quotations.js';
import { attributeNames } from '../store/case-table.js';
import type { Store } from '../store/store.js';
import { compareByCodePoint } from '../text/code-points.js';
import type { Row, TableRequest } from './table.js';

/** The tables that quote, and how many quotes each of their groups gets unless somebody says otherwise. */
export const quotesOfTable = { examples: 2, 'pillar-evidence': 1, quotations: 5 } as const satisfies Partial<
  Record<TableName, number>
>;

/** How many quotes each group of a table gets; undefined where it quotes nothing. */
export function quotesFor({ name, quotes }: Pick<TableRequest, 'name' | 'quotes'>): number | undefined {
  // Places where codes meet are all listed unless somebody says otherwise.
  if (name === 'overlaps') return quotes;
  const usual: Partial<Record<TableName, number>> = quotesOfTable;
  return usual[name] === undefined ? undefined : (quotes ?? usual[name]);
}

/** The coding that a table quotes. */
export interface QuotedCoding {
  readonly framework: Framework;
  readonly selected: SelectedCoding;
  /** Whose memos alone go with it, if it is one coder's view. */
  readonly coder: string | undefined;
}

/** Makes the rows of a table that quotes, each with the place of its quote. */
export function quotingRows(
  store: Store,
  request: TableRequest & { readonly name: keyof typeof quotesOfTable },
  { framework, selected, coder }: QuotedCoding,
): Row[] {
  const { name, batch, withAttributes = [] } = request;
  const { quotes: perGroup = quotesOfTable[name] } = request;
  const quotesOf = (): QuotesOfCodes => ({
    supporting: chooseAmong(selected.quotable().supports, perGroup),
    contradicting: chooseAmong(selected.quotable().contradicts, perGroup),
  });
  if (name === 'examples') return placeQuotes(store, tabulateExamples(framework, quotesOf()));
  if (name === 'quotations') {
    const memos = memosOfCoding(store, framework.codebook.id, coder);
    const rows = tabulateQuotations(framework, quotesOf(), memos);
    return withAttributeColumns(store, placeQuotes(store, rows), withAttributes);
  }
  const passages = selected.evidence();
  const by = attributeOfPlaces(store, request.by);
  const rank = (attribute: string) =>
    rankPillars(
      framework,
      groupCases(store, attribute, { batch }),
      selected.assigned(),
      selected.placedReferences(),
    );
  const places = by === null ? undefined : valuesOf(store, by);
  const ground = {
    byCase: rank(BY_CASE),
    byPlace: by === null ? [] : rank(by).filter(({ group }) => group !== WITHOUT_VALUE),
    placeOf: (caseId: string) => places?.get(caseId) || null,
    passages,
  };
  const choice = { perGroup, isInBulk: bulkTest(store, passages) };
  return placeQuotes(store, tabulatePillarEvidence(framework, ground, choice));
}

/** The attribute that says where cases are: the one named, else one that names provinces, else one that names places; null for none. */
export function attributeOfPlaces(store: Store, by: string | undefined): string | null {
  if (by !== undefined) return findAttribute(store, by)?.name ?? by;
  const known = attributeNames(store);
  const first = (kind: 'province' | 'place') => known.find((name) => placeAttribute(name) === kind);
  return first('province') ?? first('place') ?? null;
}

/** The column of an attribute that is asked for: its name may be that of another column. */
export const attributeColumn = (name: string) => `${ATTRIBUTE_COLUMN}${name}`;

/** Puts the paragraph, sentence, turn and speaker of what a row quotes beside it. */
export function placeQuotes<Quoting extends { readonly quoted: Evidence | null }>(
  store: Store,
  rows: readonly Quoting[],
) {
  const quoted = [...new Set(rows.flatMap((row) => row.quoted ?? []))];
  // Those of one case together, for each change of the case costs a reading.
  quoted.sort((a, b) => compareByCodePoint(a.caseId, b.caseId));
  const numbered = numberRows(store, quoted);
  const places = new Map(quoted.map((one, at) => [one, numbered[at]]));
  return rows.map(({ quoted: one, ...row }) => {
    const { paragraph = null, sentence = null, turn = null, speaker = null } = (one && places.get(one)) ?? {};
    return { ...row, paragraph, sentence, turn, speaker };
  });
}

function withAttributeColumns(store: Store, rows: readonly Row[], names: readonly string[]): Row[] {
  const columns = names.map((name) => [attributeColumn(name), valuesOf(store, name)] as const);
  return rows.map((row) => ({
    ...row,
    ...Object.fromEntries(
      columns.map(([column, values]) => [column, values.get(String(row['caseId'])) ?? null]),
    ),
  }));
}

/** The value of an attribute in each case that has one; of one that nobody gave, what follows from others. */
function valuesOf(store: Store, name: string): Map<string, string> {
  const attribute = findAttribute(store, name);
  if (attribute === undefined) {
    throw new UserError('mine/unknown-attribute', {
      attribute: name,
      known: namesOfAttributes(store).join(', '),
    });
  }
  return attributeByCase(store, attribute);
}
