import type { Language } from '../model/language.js';
import type { TableName } from '../model/table-name.js';
import type { TableSource } from '../model/table-source.js';
import { captionTable } from './caption-table.js';
import { titles } from './titles.js';

/** The page that goes with a folder of tables: what each file is and what its numbers count. */
export function captionTables(
  tables: readonly { readonly name: TableName; readonly source: TableSource }[],
  language: Language,
): string {
  const sections = tables.map(
    ({ name, source }) =>
      `## ${titles[language][name]} · ${name}.csv\n\n${captionTable(name, source, language)}\n`,
  );
  return [language === 'zh' ? '# 表格说明\n' : '# About these tables\n', ...sections].join('\n');
}
