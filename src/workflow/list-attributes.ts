import { derivedAttributeNames } from '../model/derived-attribute.js';
import { attributeByCase, findAttribute } from '../project/case-attributes.js';
import type { ReadContext } from '../project/context.js';
import { countMisfits } from '../stages/import/attribute-types.js';
import {
  attributesWithValues,
  readAttributeTypes,
  type TypedAttribute,
} from '../store/attribute-type-table.js';

/** An attribute of the cases as it is listed. */
export interface AttributeSummary extends TypedAttribute {
  /** Cases that have it. */
  readonly cases: number;
  readonly distinct: number;
  /** Values that are not of its type. */
  readonly misfits: number;
  /** Whether it follows from others and is not stored. */
  readonly isDerived: boolean;
}

/** The attributes of the project's cases with their types, then what follows from them. */
export function listAttributes({ store }: ReadContext): AttributeSummary[] {
  const written = new Map(
    Array.from(attributesWithValues(store), ({ name, values }) => [
      name,
      values.filter((value) => value.trim() !== ''),
    ]),
  );
  const given = readAttributeTypes(store).map((attribute) => {
    const values = written.get(attribute.name) ?? [];
    const misfits = countMisfits(values, attribute.type);
    return {
      ...attribute,
      cases: values.length,
      distinct: new Set(values).size,
      misfits,
      isDerived: false,
    };
  });
  const derived = derivedAttributeNames.flatMap((name): AttributeSummary[] => {
    const attribute = findAttribute(store, name);
    const values = attribute?.isDerived ? [...attributeByCase(store, attribute).values()] : [];
    if (values.length === 0) return [];
    const distinct = new Set(values).size;
    return [
      { name, type: 'category', isGiven: false, cases: values.length, distinct, misfits: 0, isDerived: true },
    ];
  });
  return [...given, ...derived];
}
