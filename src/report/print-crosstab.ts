import type { Language } from '../model/language.js';
import { GROUP_COLUMN } from '../model/table-rows.js';
import type { PrintedRows, Row } from './printed-rows.js';

/** What of the code as a whole stands behind its groups. */
const OF_CODE = ['chiSquare', 'test', 'p', 'adjustedP', 'cramersV'];

/** Code × group as papers print it: one row a code, a column for each group with n (%), and the test behind them. */
export function printCrosstab(rows: readonly Row[], language: Language): PrintedRows {
  const printed = new Map<string, Record<string, Row[string]>>();
  const groups = new Set<string>();
  for (const row of rows) {
    const column = `${GROUP_COLUMN}${row['group']}`;
    groups.add(column);
    const code = printed.get(String(row['codeId'])) ?? { ...row };
    code[column] = countAndShare(Number(row['cases']), Number(row['share']), language);
    printed.set(String(row['codeId']), code);
  }
  const wide = [...printed.values()];
  const isTested = wide.some(({ test }) => test !== 'none');
  return { columns: ['code', ...groups, ...(isTested ? OF_CODE : [])], rows: wide };
}

function countAndShare(count: number, share: number, language: Language): string {
  const percent = `${(100 * share).toFixed(1)}%`;
  return language === 'zh' ? `${count}（${percent}）` : `${count} (${percent})`;
}
