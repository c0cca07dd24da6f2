import type { CodedData } from '../../../model/coded-data.js';
import type { DataTable } from '../../../model/data-table.js';
import type { Language } from '../../../model/language.js';
import { caseCodeTable } from '../case-code-table.js';
import { tidyTable } from '../tidy-table.js';
import { uniqueNames } from '../unique-names.js';
import { headOfField, nameOfLevel } from '../variable-heads.js';
import type { Starter } from './starter.js';

/** The tables that a starter script reads, and what it must know of them. */
export interface StarterTables {
  readonly tables: readonly DataTable[];
  readonly starter: Starter;
}

/** A crosstab of more groups is not read by anybody. */
const MOST_GROUPS = 12;

/** Makes the tables of codings, keywords and cases, and chooses the attribute whose groups are compared. */
export function starterTables(data: CodedData, language: Language): StarterTables {
  const { levels, codes } = data.framework.codebook;
  const codings = tidyTable(data, language);
  const cases = caseCodeTable('cases', data, [], language);
  const top = levels.find(({ id }) => codes.some(({ level }) => level === id))?.id ?? '';
  const topColumn = headOf(codings, `level:${top}`);
  const keywords = keywordTable(data, top, topColumn, language);
  const head = (field: string) => headOfField(field, language);
  return {
    tables: [codings, keywords, cases],
    starter: {
      caseId: headOf(codings, 'caseId'),
      code: headOf(codings, 'code'),
      codeId: headOf(codings, 'codeId'),
      level: headOf(codings, 'level'),
      lowest: nameOfLevel(levels, levels.at(-1)?.id ?? '', language),
      top: topColumn,
      isReference: headOf(codings, 'isReference'),
      keyword: headOf(keywords, 'keyword'),
      coreKeyword: headOf(keywords, 'coreKeyword'),
      attribute: headOf(cases, attributeToCompare(data)),
      assignments: head('assignments'),
      distinctRaw: head('distinctRaw'),
      cases: head('cases'),
      references: head('references'),
      groupCases: language === 'zh' ? '组内案例数' : 'casesInGroup',
      share: head('share'),
      withoutValue: language === 'zh' ? '未注明' : 'not stated',
    },
  };
}

/** The head of the column of a field. */
function headOf({ name, variables }: DataTable, field: string): string {
  const found = variables.find((one) => one.field === field);
  if (!found) throw new Error(`${name} has no column of ${field}`);
  return found.name;
}

/** One row for each keyword of a case that goes to a core keyword. */
function keywordTable(
  { framework: { paths }, assigned }: CodedData,
  top: string,
  topColumn: string,
  language: Language,
): DataTable {
  const fields = ['caseId', 'keyword', 'coreKeyword', 'codeId', 'top'];
  // The column of the top level is called as in the codings, where its codes are looked for.
  const heads = uniqueNames([topColumn, ...fields.slice(0, -1).map((field) => headOfField(field, language))]);
  const names = [...heads.slice(1), topColumn];
  return {
    name: 'keywords',
    variables: names.map((name, at) => ({ name, label: name, type: 'text', field: fields[at] ?? '' })),
    rows: function* () {
      for (const { caseId, word, coreKeyword, codeId } of assigned) {
        const code = paths.get(codeId ?? '')?.find(({ level }) => level === top);
        yield [caseId, word, coreKeyword, codeId, code?.label.zh ?? null];
      }
    },
  };
}

/** The field of the first attribute with a few values that come again, else the batch. */
function attributeToCompare({ cases, attributes }: CodedData): string {
  const isFit = ({ name }: { readonly name: string }) => {
    const values = cases.flatMap(({ attributes: of }) => of[name]?.trim() || []);
    const groups = new Set(values).size;
    return groups >= 2 && groups <= MOST_GROUPS && groups < values.length;
  };
  const fit = attributes.filter(isFit);
  const chosen = fit.find(({ type }) => type === 'category') ?? fit[0];
  return chosen ? `attribute:${chosen.name}` : 'batch';
}
