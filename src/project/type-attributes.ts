import { UserError } from '../errors.js';
import type { AttributeType } from '../model/attribute-type.js';
import { countMisfits, inferAttributeType } from '../stages/import/attribute-types.js';
import {
  attributeValues,
  readAttributeTypes,
  saveAttributeType,
  type TypedAttribute,
} from '../store/attribute-type-table.js';
import { attributeNames } from '../store/case-table.js';
import type { Store } from '../store/store.js';
import type { ReadContext } from './context.js';

/** An attribute of the cases as it is listed. */
export interface AttributeSummary extends TypedAttribute {
  /** Cases that have it. */
  readonly cases: number;
  readonly distinct: number;
  /** Values that are not of its type. */
  readonly misfits: number;
}

/** Saves what a person says attributes are, and for the others what their values look like by now. */
export function saveAttributeTypes(store: Store, given: Readonly<Record<string, AttributeType>>): void {
  const names = attributeNames(store);
  const unknown = Object.keys(given).find((name) => !names.includes(name));
  if (unknown !== undefined) {
    throw new UserError('import/unknown-attribute', { attribute: unknown, known: names.join(', ') });
  }
  for (const name of names) {
    const type = given[name];
    const inferred = () => inferAttributeType(attributeValues(store, name));
    saveAttributeType(store, { name, type: type ?? inferred(), isGiven: type !== undefined });
  }
}

/** The attributes of the project's cases with their types. */
export function listAttributes({ store }: ReadContext): AttributeSummary[] {
  return readAttributeTypes(store).map((attribute) => {
    const values = attributeValues(store, attribute.name).filter((value) => value.trim() !== '');
    const misfits = countMisfits(values, attribute.type);
    return { ...attribute, cases: values.length, distinct: new Set(values).size, misfits };
  });
}
