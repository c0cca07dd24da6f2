import type { CodedData } from '../../model/coded-data.js';
import type { DataTable } from '../../model/data-table.js';
import type { Language } from '../../model/language.js';
import { caseCodeTable, codesOfLevel } from './case-code-table.js';
import { tidyTable } from './tidy-table.js';

/** The tables that programs for statistics get: the codings, and the cases with every code of every level. */
export function statisticsTables(data: CodedData, language: Language): DataTable[] {
  const { codebook } = data.framework;
  const levels = codebook.levels.filter(({ id }) => codebook.codes.some(({ level }) => level === id));
  const codes = (['binary', 'references'] as const).flatMap((measure) =>
    levels.flatMap(({ id }) => codesOfLevel(data.framework, id, measure, language)),
  );
  return [tidyTable(data, language, 'clean'), caseCodeTable('cases', data, codes, language)];
}
