import { type CodedData, type CodedRow, isCounted } from '../../model/coded-data.js';
import type { DataCell, DataTable, Variable } from '../../model/data-table.js';
import type { Language } from '../../model/language.js';
import { uniqueNames } from './unique-names.js';
import { headOfField, labelOfValue, nameOfLevel } from './variable-heads.js';
import { attributeVariables } from './variables-of-cases.js';

/** A variable of codings with its cell in each. */
interface CodingVariable extends Variable {
  readonly cell: (row: CodedRow) => DataCell;
}

/** Words as they stand in the raw text, or as they read without the layout. */
type Quotes = 'raw' | 'clean';

/** One row a coding: its case, code, levels, words, place, coders, status and memos, and the attributes of its case. */
export function tidyTable(data: CodedData, language: Language, quotes: Quotes = 'raw'): DataTable {
  const own = codingVariables(data, language, quotes);
  const ofCases = attributeVariables(data);
  const names = uniqueNames([...own, ...ofCases.variables].map(({ name }) => name));
  const cells = new Map(data.cases.map((one) => [one.id, ofCases.cells(one)]));
  return {
    name: 'codings',
    variables: [...own.map(({ cell: _, ...variable }) => variable), ...ofCases.variables].map(
      (variable, at) => ({ ...variable, name: names[at] as string }),
    ),
    rows: function* () {
      for (const row of data.rows)
        yield [...own.map(({ cell }) => cell(row)), ...(cells.get(row.caseId) ?? [])];
    },
  };
}

function codingVariables(
  { framework, rows, memos }: CodedData,
  language: Language,
  quotes: Quotes,
): CodingVariable[] {
  const { codebook, paths } = framework;
  const separator = language === 'zh' ? '；' : '; ';
  const make = (field: string, type: Variable['type'], cell: CodingVariable['cell'], values?: string[]) => {
    const name = headOfField(field, language);
    return { name, label: name, field, type, cell, ...(values && { values }) };
  };
  const closed = (field: 'polarity' | 'status', values: readonly string[]) =>
    make(
      field,
      'category',
      (row) => labelOfValue(field, row[field], language),
      values.map((value) => labelOfValue(field, value, language)),
    );
  const levels = codebook.levels.filter(({ id }) => codebook.codes.some(({ level }) => level === id));
  const hasSpeakers = rows.some(({ speaker }) => speaker !== null);
  return [
    make('caseId', 'text', ({ caseId }) => caseId),
    make('code', 'category', ({ code }) => code, [...new Set(codebook.codes.map(({ label }) => label.zh))]),
    make('codeId', 'text', ({ codeId }) => codeId),
    make(
      'level',
      'category',
      ({ level }) => nameOfLevel(codebook.levels, level, language),
      levels.map(({ name }) => name[language]),
    ),
    ...levels.map(
      ({ id, name }): CodingVariable => ({
        name: name[language],
        label: name[language],
        field: `level:${id}`,
        type: 'category',
        values: [...new Set(codebook.codes.filter(({ level }) => level === id).map(({ label }) => label.zh))],
        cell: ({ codeId }) => paths.get(codeId)?.find(({ level }) => level === id)?.label.zh ?? null,
      }),
    ),
    closed('polarity', ['supports', 'contradicts']),
    make('isReference', 'flag', (row) => Number(isCounted(row))),
    make('keywords', 'text', ({ keywords }) => keywords.join(separator)),
    make('quote', 'text', ({ quote, cleanQuote }) => (quotes === 'raw' ? quote : cleanQuote)),
    make('paragraph', 'integer', ({ paragraph }) => paragraph),
    make('sentence', 'integer', ({ sentence }) => sentence),
    ...(hasSpeakers
      ? [make('turn', 'integer', ({ turn }) => turn), make('speaker', 'text', ({ speaker }) => speaker)]
      : []),
    make('start', 'integer', ({ start }) => start),
    make('end', 'integer', ({ end }) => end),
    make('origins', 'text', ({ origins }) =>
      origins.map((origin) => labelOfValue('origins', origin, language)).join(separator),
    ),
    make('coders', 'text', ({ coders }) => coders.join(separator)),
    closed('status', ['proposed', 'confirmed']),
    make('memos', 'text', ({ passage }) => memos.get(passage)?.join('\n') ?? null),
    make('passage', 'text', ({ passage }) => passage),
  ];
}
