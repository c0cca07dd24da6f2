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

/** The values of an attribute, one a case that has it, in code point order. */
export function attributeValues(store: Store, name: string): string[] {
  const rows = store.all<{ value: string }>(
    'SELECT value FROM attribute WHERE name = ? ORDER BY value',
    name,
  );
  return rows.map((row) => row.value);
}
