import { writeDescription } from '../../formats/refi-qda/description.js';
import { exchangeGuids } from '../../formats/refi-qda/exchange-guids.js';
import type { CaseHead } from '../../model/case.js';
import type { QdaValue, QdaValueType, QdaVariable } from '../../model/qda-project.js';
import { readAttributeTypes } from '../../store/attribute-type-table.js';
import type { Store } from '../../store/store.js';
import type { VariableFields } from './exchange-fields.js';

/** The attributes of a project as variables, and how a value of each is written. */
export interface ExchangedVariables {
  readonly variables: readonly QdaVariable[];
  readonly valuesOf: (attributes: Readonly<Record<string, string>>) => QdaValue[];
}

const INTEGER = /^(?:0|-?[1-9]\d*)$/;
const DECIMAL = /^-?(?:0|[1-9]\d*)(?:\.\d+)?$/;
const DATE = /^[1-9]\d{3}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01])$/;

/** Makes variables of the attributes of cases. Values that a type would change, such as 01 or a date in words, are written as text. */
export function variablesOf(store: Store, cases: readonly CaseHead[]): ExchangedVariables {
  const variables = readAttributeTypes(store).flatMap(({ name, type, isGiven }): QdaVariable[] => {
    const values = cases.flatMap(({ attributes }) => attributes[name] ?? []);
    if (values.length === 0) return [];
    // What nobody said is told from the values wherever they are read.
    const fields: VariableFields = { type };
    const description = isGiven ? writeDescription('', fields) : '';
    return [{ guid: exchangeGuids.variable(name), name, type: valueTypeOf(values), description }];
  });
  const byName = new Map(variables.map((one) => [one.name, one]));
  return {
    variables,
    valuesOf: (attributes) =>
      Object.entries(attributes).flatMap(([name, value]) => {
        const variable = byName.get(name);
        return variable ? [{ variable: variable.guid, type: variable.type, value }] : [];
      }),
  };
}

function valueTypeOf(values: readonly string[]): QdaValueType {
  const all = (form: RegExp) => values.every((value) => form.test(value));
  if (all(INTEGER)) return 'Integer';
  if (all(DECIMAL)) return 'Float';
  return all(DATE) && values.every(isOnCalendar) ? 'Date' : 'Text';
}

function isOnCalendar(date: string): boolean {
  const time = Date.parse(date);
  return !Number.isNaN(time) && new Date(time).toISOString().startsWith(date);
}
