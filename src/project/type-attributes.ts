import { UserError } from '../errors.js';
import type { AttributeType } from '../model/attribute-type.js';
import { inferAttributeType } from '../stages/import/attribute-types.js';
import { attributeValues, saveAttributeType } from '../store/attribute-type-table.js';
import { attributeNames } from '../store/case-table.js';
import type { Store } from '../store/store.js';

/** Saves what a person says attributes are, and for the others what their values look like by now. */
export function saveAttributeTypes(store: Store, given: Readonly<Record<string, AttributeType>>): void {
  const names = attributeNames(store);
  const unknown = Object.keys(given).find((name) => !names.includes(name));
  if (unknown !== undefined) {
    throw new UserError('import/unknown-attribute', { attribute: unknown, known: names.join(', ') });
  }
  for (const name of names) {
    const type = Object.hasOwn(given, name) ? given[name] : undefined;
    const inferred = () => inferAttributeType(attributeValues(store, name));
    saveAttributeType(store, { name, type: type ?? inferred(), isGiven: type !== undefined });
  }
}
