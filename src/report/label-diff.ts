import type { Language } from '../model/language.js';
import type { ExplainedChange } from '../model/published-change.js';
import type { PublishedTable } from '../model/published-table.js';
import { chineseColumns, chineseHeads } from './labels.js';
import { titles } from './titles.js';

type ByLanguage<T> = Readonly<Record<Language, T>>;
type Names = Readonly<Record<string, string>>;

/** Changes as a table for people. */
export interface LabelledChanges {
  readonly header: readonly string[];
  readonly cells: readonly (readonly string[])[];
  readonly numeric: readonly boolean[];
}

const heads: ByLanguage<readonly string[]> = {
  zh: ['表', '行', '层级', '指标', '当时', '现在', '相关判定'],
  en: ['table', 'row', 'level', 'number', 'then', 'now', 'decisions'],
};

const codebookHead: ByLanguage<string> = { zh: '编码框架', en: 'codebook' };

const tableTitles: ByLanguage<Readonly<Record<PublishedTable['name'], string>>> = {
  zh: { ...titles.zh, study: '案例数', totals: '编码总计', pillars: '主范畴得分表' },
  en: { ...titles.en, study: 'Cases', totals: 'Totals' },
};

/** What is counted besides the columns of the tables. */
const chineseCounts: Names = {
  name: '名称',
  under: '上级',
  cases: '案例数',
  withoutText: '无文本案例',
  excluded: '已排除案例',
  sealed: '预留案例',
  caseKeywords: '案例—关键词对',
  distinctKeywords: '不同关键词',
  confirmed: '已确认',
  confirmable: '应确认',
  contested: '意见不同',
};

/** Changes of published numbers with their heads in one language; which codebook is said where there are several. */
export function labelChanges(changes: readonly ExplainedChange[], language: Language): LabelledChanges {
  const codebooks = new Set(
    changes.flatMap(({ table, codebookId }) => (table === 'study' ? [] : codebookId)),
  );
  const hasSeveral = codebooks.size > 1;
  return {
    header: [...(hasSeveral ? [codebookHead[language]] : []), ...heads[language]],
    numeric: [...(hasSeveral ? [false] : []), false, false, false, false, true, true, true],
    cells: changes.map(({ codebookId, table, row, level, column, before, now, decisions }) => [
      ...(hasSeveral ? [codebookId || 'none'] : []),
      tableTitles[language][table],
      row,
      level?.[language] ?? '',
      language === 'zh' ? nameOf(table, column) : column,
      String(before ?? '—'),
      String(now ?? '—'),
      String(decisions),
    ]),
  };
}

function nameOf(table: PublishedTable['name'], column: string): string {
  const own = table === 'study' || table === 'totals' ? undefined : chineseHeads[table]?.[column];
  const isCount = table === 'study' || !(column in chineseColumns);
  return own ?? (isCount ? chineseCounts[column] : chineseColumns[column]) ?? column;
}
