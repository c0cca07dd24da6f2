import type { Code } from '../../model/codebook.js';
import { type CodedData, isCounted } from '../../model/coded-data.js';
import type { DataTable, Variable } from '../../model/data-table.js';
import type { Framework } from '../../model/framework.js';
import type { Language } from '../../model/language.js';
import { groupBy } from '../../text/group-by.js';
import { uniqueNames } from './unique-names.js';
import { headOfField } from './variable-heads.js';
import { attributeVariables, caseVariables } from './variables-of-cases.js';

/** What the cells of case × code say: whether the case has the code, or how often it was given there. */
export const caseMeasures = ['binary', 'references', 'assignments'] as const;

export type CaseMeasure = (typeof caseMeasures)[number];

/** What ends the short names of variables. */
const ENDINGS = { binary: '', references: '_n', assignments: '_k' } as const;

/** A code as a variable of cases. */
export interface CodeVariable {
  readonly code: Code;
  readonly measure: CaseMeasure;
  readonly variable: Variable;
}

/**
 * Case × code: one row a case with its attributes, and a column for each of the given codes. A code has what the codes under it
 * have: a case, a passage or a keyword that several of them have counts once.
 */
export function caseCodeTable(
  name: string,
  data: CodedData,
  codes: readonly CodeVariable[],
  language: Language,
): DataTable {
  const [ids, ofCases] = [caseVariables(language), attributeVariables(data)];
  const variables = [...ids.variables, ...ofCases.variables, ...codes.map(({ variable }) => variable)];
  const names = uniqueNames(variables.map((variable) => variable.name));
  const countsOf = countByCase(data);
  return {
    name,
    variables: variables.map((variable, at) => ({ ...variable, name: names[at] as string })),
    rows: function* () {
      for (const one of data.cases) {
        const count = countsOf(one.id);
        yield [
          ...ids.cells(one),
          ...ofCases.cells(one),
          ...codes.map(({ code, measure }) => count(code.id, measure)),
        ];
      }
    },
  };
}

/** The codes of a level as variables that measure one thing. */
export function codesOfLevel(
  { codebook }: Framework,
  level: string,
  measure: CaseMeasure,
  language: Language,
): CodeVariable[] {
  return codebook.codes
    .filter((code) => code.level === level)
    .map((code) => ({
      code,
      measure,
      variable: {
        name: code.label.zh,
        field: `${measure}:${code.id}`,
        short: { words: code.label[language], ending: ENDINGS[measure] },
        label: labelOf(code.label.zh, measure, language),
        type: measure === 'binary' ? 'flag' : 'integer',
      },
    }));
}

/** What a code and those under it received in one case: different passages, and different keywords. */
interface Received {
  readonly references: Set<string>;
  readonly assignments: Set<string>;
}

/** Makes what counts in one case after the other what each code received there. */
function countByCase({
  framework: { paths },
  assigned,
  rows,
}: CodedData): (caseId: string) => (codeId: string, measure: CaseMeasure) => number {
  const keywords = groupBy(assigned, ({ caseId }) => caseId);
  const passages = groupBy(rows.filter(isCounted), ({ caseId }) => caseId);
  return (caseId) => {
    const received = new Map<string, Received>();
    const add = (codeId: string | null, measure: keyof Received, what: string) => {
      for (const { id } of paths.get(codeId ?? '') ?? []) {
        const of = received.get(id) ?? { references: new Set(), assignments: new Set() };
        of[measure].add(what);
        received.set(id, of);
      }
    };
    for (const { codeId, word } of keywords.get(caseId) ?? []) add(codeId, 'assignments', word);
    for (const { codeId, start, end } of passages.get(caseId) ?? [])
      add(codeId, 'references', `${start}-${end}`);
    return (codeId, measure) => {
      const of = received.get(codeId);
      return measure === 'binary' ? Number(of !== undefined) : (of?.[measure].size ?? 0);
    };
  };
}

function labelOf(code: string, measure: CaseMeasure, language: Language): string {
  return measure === 'binary'
    ? code
    : `${code}${language === 'zh' ? '：' : ': '}${headOfField(measure, language)}`;
}
