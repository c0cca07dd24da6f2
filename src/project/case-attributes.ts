import {
  type DerivedAttribute,
  derivedAttributeNames,
  findDerivedAttribute,
} from '../model/derived-attribute.js';
import { economicRegionOf, placeAttribute } from '../stages/derive/economic-region.js';
import { attributeNames, valuesByCase } from '../store/case-table.js';
import type { Store } from '../store/store.js';

/** How the value of a derived attribute follows from the attributes of a case, and from which of these it may. */
const RULES: Readonly<
  Record<
    DerivedAttribute,
    {
      readonly mayFollowFrom: (name: string) => boolean;
      readonly derive: (attributes: Readonly<Record<string, string>>) => string | undefined;
    }
  >
> = {
  'economic-region': {
    mayFollowFrom: (name) => placeAttribute(name) !== null,
    derive: economicRegionOf,
  },
};

/** An attribute that cases are grouped by: as people gave it, or as it follows from what they gave. */
export interface CaseAttribute {
  readonly name: string;
  readonly isDerived: boolean;
}

/** The attribute that people call so: theirs where they gave one of that name, else a derived one, else undefined. */
export function findAttribute(store: Store, called: string): CaseAttribute | undefined {
  if (attributeNames(store).includes(called)) return { name: called, isDerived: false };
  const derived = findDerivedAttribute(called);
  return derived && { name: derived, isDerived: true };
}

/** What people may name as an attribute: those of the cases in code point order, then the derived ones. */
export function namesOfAttributes(store: Store): string[] {
  return [...attributeNames(store), ...derivedAttributeNames];
}

/** The value of an attribute in each case that has one, by case id. */
export function attributeByCase(store: Store, { name, isDerived }: CaseAttribute): Map<string, string> {
  if (!isDerived) return valuesByCase(store, name);
  const { mayFollowFrom, derive } = RULES[name as DerivedAttribute];
  const given = new Map<string, Record<string, string>>();
  for (const source of attributeNames(store).filter(mayFollowFrom)) {
    for (const [caseId, value] of valuesByCase(store, source)) {
      given.set(caseId, { ...given.get(caseId), [source]: value });
    }
  }
  return new Map(
    [...given].flatMap(([caseId, attributes]) => {
      const value = derive(attributes);
      return value === undefined ? [] : [[caseId, value] as const];
    }),
  );
}

/** Whether the groups that cases are in by an attribute may change with another attribute of a case. */
export function followsFrom(store: Store, grouping: string, changed: string): boolean {
  const attribute = findAttribute(store, grouping);
  if (!attribute?.isDerived) return grouping === changed;
  return RULES[attribute.name as DerivedAttribute].mayFollowFrom(changed);
}
