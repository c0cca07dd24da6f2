import type { ReadContext } from '../project/context.js';
import { countMisfits } from '../stages/import/attribute-types.js';
import { attributeValues, readAttributeTypes, type TypedAttribute } from '../store/attribute-type-table.js';

/** An attribute of the cases as it is listed. */
export interface AttributeSummary extends TypedAttribute {
  /** Cases that have it. */
  readonly cases: number;
  readonly distinct: number;
  /** Values that are not of its type. */
  readonly misfits: number;
}

/** The attributes of the project's cases with their types. */
export function listAttributes({ store }: ReadContext): AttributeSummary[] {
  return readAttributeTypes(store).map((attribute) => {
    const values = attributeValues(store, attribute.name).filter((value) => value.trim() !== '');
    const misfits = countMisfits(values, attribute.type);
    return { ...attribute, cases: values.length, distinct: new Set(values).size, misfits };
  });
}
