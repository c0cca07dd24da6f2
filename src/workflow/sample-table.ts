import { UserError } from '../errors.js';
import type { AttributeType } from '../model/attribute-type.js';
import { derivedAttributeNames } from '../model/derived-attribute.js';
import { economicRegions } from '../model/economic-region.js';
import { rowShapes } from '../model/table-rows.js';
import { isWithoutText } from '../model/without-text.js';
import { attributeByCase, findAttribute, namesOfAttributes } from '../project/case-attributes.js';
import { BY_CASE } from '../project/group-cases.js';
import { dividesSample, type SampledAttribute, tabulateSample } from '../stages/tabulate/tabulate-sample.js';
import { readAttributeTypes } from '../store/attribute-type-table.js';
import { currentVersions } from '../store/case-table.js';
import { readSentences } from '../store/sentence-table.js';
import type { Store } from '../store/store.js';
import { sourceOfCases } from './source-of-cases.js';
import type { Table, TableRequest } from './table.js';

/** How the cases are spread over the values of one attribute, or of each that divides them. */
export function sampleTable(store: Store, { by, batch }: Pick<TableRequest, 'by' | 'batch'>): Table {
  const cases = countCharacters(store, batch);
  const attributes = by === undefined ? attributesOf(store) : [requireAttribute(store, by, cases)];
  const listed = by === undefined ? attributes.filter(dividesSample) : attributes;
  const unlisted = attributes.filter((one) => !one.isDerived && !listed.includes(one));
  const rows = tabulateSample(cases, listed);
  const characters = cases.reduce((sum, one) => sum + one.characters, 0);
  return {
    name: 'sample',
    columns: Object.keys(rowShapes.sample),
    rows,
    ...(cases.length > 0 && { total: { cases: cases.length, share: 1, characters } }),
    source: {
      ...sourceOfCases(store, batch),
      sample: { listed: listed.map(({ name }) => name), unlisted: unlisted.map(({ name }) => name) },
    },
  };
}

/** The code points of the counted text of each case that counts, as the table of coverage has them. */
export function countCharacters(store: Store, batch: string | undefined) {
  return currentVersions(store, { batch }).map(({ caseId, version }) => {
    if (isWithoutText({ version })) return { caseId, characters: 0 };
    const { length, cleanStarts, cleanEnds } = readSentences(store, caseId, version).counted;
    let characters = 0;
    for (let at = 0; at < length; at += 1) {
      characters += (cleanEnds[at] as number) - (cleanStarts[at] as number);
    }
    return { caseId, characters };
  });
}

/** All attributes of the cases, then those that follow from them. */
function attributesOf(store: Store): SampledAttribute[] {
  const names = [...readAttributeTypes(store).map(({ name }) => name), ...derivedAttributeNames];
  return [...new Set(names)].flatMap((name) => readAttribute(store, name) ?? []);
}

function requireAttribute(
  store: Store,
  by: string,
  cases: readonly { readonly caseId: string }[],
): SampledAttribute {
  if (by === BY_CASE) {
    const values = new Map(cases.map(({ caseId }) => [caseId, caseId]));
    const order = cases.map(({ caseId }) => caseId);
    return { name: BY_CASE, type: 'category', isDerived: false, values, order };
  }
  const attribute = readAttribute(store, by);
  if (attribute) return attribute;
  const known = [BY_CASE, ...namesOfAttributes(store)].join(', ');
  throw new UserError('mine/unknown-attribute', { attribute: by, known });
}

function readAttribute(store: Store, called: string): SampledAttribute | undefined {
  const attribute = findAttribute(store, called);
  if (!attribute) return undefined;
  const { name, isDerived } = attribute;
  const types = new Map(readAttributeTypes(store).map((one) => [one.name, one.type]));
  const type: AttributeType = isDerived ? 'category' : (types.get(name) ?? 'text');
  const order = isDerived ? economicRegions.map(({ zh }) => zh) : undefined;
  return { name, type, isDerived, values: attributeByCase(store, attribute), order };
}
