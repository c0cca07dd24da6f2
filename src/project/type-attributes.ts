import { UserError } from '../errors.js';
import type { AttributeType } from '../model/attribute-type.js';
import { inferAttributeType } from '../stages/import/attribute-types.js';
import {
  attributesWithValues,
  saveAttributeType,
  type TypedAttribute,
} from '../store/attribute-type-table.js';
import type { Store } from '../store/store.js';

/** Saves what a person says attributes are, and for the others what their values look like by now. */
export function saveAttributeTypes(store: Store, given: Readonly<Record<string, AttributeType>>): void {
  const attributes = Array.from(attributesWithValues(store), ({ name, values }): TypedAttribute => {
    const type = Object.hasOwn(given, name) ? given[name] : undefined;
    return { name, type: type ?? inferAttributeType(values), isGiven: type !== undefined };
  });
  const names = new Set(attributes.map(({ name }) => name));
  const unknown = Object.keys(given).find((name) => !names.has(name));
  if (unknown !== undefined) {
    throw new UserError('import/unknown-attribute', { attribute: unknown, known: [...names].join(', ') });
  }
  for (const attribute of attributes) saveAttributeType(store, attribute);
}
