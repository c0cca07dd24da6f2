import { type AttributeType, attributeTypeSchema } from '../model/attribute-type.js';
import type { Store } from './store.js';

/** The type of an attribute and whether a person gave it. */
export interface TypedAttribute {
  readonly name: string;
  readonly type: AttributeType;
  readonly isGiven: boolean;
}

/** Saves what an attribute is; what a person said stays until a person says otherwise. */
export function saveAttributeType(store: Store, { name, type, isGiven }: TypedAttribute): void {
  store.run(
    `INSERT INTO attribute_type VALUES (?, ?, ?)
     ON CONFLICT DO UPDATE SET type = excluded.type, is_given = excluded.is_given
     WHERE excluded.is_given >= is_given`,
    name,
    type,
    isGiven ? 1 : 0,
  );
}

/** The types of all attributes in code point order of their names. */
export function readAttributeTypes(store: Store): TypedAttribute[] {
  const rows = store.all<{ name: string; type: string; is_given: number }>(
    'SELECT name, type, is_given FROM attribute_type ORDER BY name',
  );
  return rows.map(({ name, type, is_given }) => ({
    name,
    type: attributeTypeSchema.parse(type),
    isGiven: is_given === 1,
  }));
}

/** The attributes with their values, one a case that has it, both in code point order; nothing may be written before the last. */
export function* attributesWithValues(store: Store): Generator<{ name: string; values: readonly string[] }> {
  let attribute: { name: string; values: string[] } | undefined;
  for (const cells of store.cells('SELECT name, value FROM attribute ORDER BY name, value')) {
    const [name, value] = cells as [string, string];
    if (attribute?.name !== name) {
      if (attribute !== undefined) yield attribute;
      attribute = { name, values: [] };
    }
    attribute.values.push(value);
  }
  if (attribute !== undefined) yield attribute;
}
