import type { CaseHead } from '../../model/case.js';
import type { CodedData } from '../../model/coded-data.js';
import type { DataCell, Variable } from '../../model/data-table.js';
import type { Language } from '../../model/language.js';
import { compareByCodePoint } from '../../text/code-points.js';
import { headOfField } from './variable-heads.js';

/** Variables with the cells that they have in a case. */
export interface CaseVariables {
  readonly variables: readonly Variable[];
  readonly cells: (one: CaseHead) => readonly DataCell[];
}

/** A number as programs for statistics read it without help; a zero in front belongs to a name. */
const PLAIN = /^-?(?:0|[1-9]\d{0,14})(?:\.\d+)?$/;

/** The attributes of cases: numbers only where every value is one, the values of a category in code point order. */
export function attributeVariables({
  cases,
  attributes,
}: Pick<CodedData, 'cases' | 'attributes'>): CaseVariables {
  const variables = attributes.map(({ name, type }): Variable => {
    const values = cases.flatMap(({ attributes: of }) => of[name]?.trim() || []);
    const named = { name, label: name, field: `attribute:${name}` };
    if (type === 'category') {
      return { ...named, type, values: [...new Set(values)].sort(compareByCodePoint) };
    }
    const isNumber = (type === 'integer' || type === 'number') && values.every((value) => PLAIN.test(value));
    return { ...named, type: isNumber ? type : 'text' };
  });
  return {
    variables,
    cells: ({ attributes: of }) =>
      variables.map(({ name, type }) => {
        const value = of[name]?.trim() || null;
        return value !== null && (type === 'integer' || type === 'number') ? Number(value) : value;
      }),
  };
}

/** What a case is called, and the batch it came in. */
export function caseVariables(language: Language): CaseVariables {
  const fields = ['caseId', 'title', 'batch'] as const;
  return {
    variables: fields.map((field) => {
      const name = headOfField(field, language);
      return { name, label: name, field, type: 'text' };
    }),
    cells: ({ id, title, batch }) => [id, title, batch],
  };
}
