import type { TableName } from '../../model/table-name.js';
import { ATTRIBUTE_COLUMN, CODEBOOK_COLUMN } from '../../model/table-rows.js';
import { isProbability, isShare } from '../number-kind.js';
import type { ColumnMeaning, ColumnMeanings } from './column-meaning.js';
import { columnUnits } from './column-units.js';
import { codingColumns } from './meanings-of-codings.js';
import { peopleColumns } from './meanings-of-people.js';
import { wordColumns } from './meanings-of-words.js';

/** What a column holds, and in which unit, both empty where there is nothing to say. */
export interface ExplainedColumn {
  readonly meaning: ColumnMeaning;
  readonly unit: ColumnMeaning;
}

const NOTHING: ColumnMeaning = { zh: '', en: '' };
const SHARE: ColumnMeaning = { zh: '比例（0 至 1）', en: 'share (0 to 1)' };
const PROBABILITY: ColumnMeaning = { zh: '概率（0 至 1）', en: 'probability (0 to 1)' };

const columns: ColumnMeanings = { ...wordColumns, ...codingColumns, ...peopleColumns };

/** Columns that hold something of their own in one table. */
const ofTables: Readonly<Partial<Record<TableName, ColumnMeanings>>> = {
  sample: { share: { zh: '占全部案例的比例', en: 'share of all cases' } },
  'top-words': {
    share: { zh: '占表中全部词频的比例', en: 'share of the frequencies of all words of the table' },
  },
  kwic: { keyword: { zh: '检索到的词', en: 'the word that was found' } },
  frequency: { share: { zh: '占全部频次的比例', en: 'share of all assignments' } },
  pillars: { share: { zh: '占该组全部得分的比例', en: 'share of all scores of the group' } },
  crosstab: {
    share: { zh: '组内有该编码的案例的比例', en: 'share of the cases of the group with the code' },
  },
  keyness: { share: { zh: '组内有该词的案例的比例', en: 'share of the cases of the group with the word' } },
  nodes: {
    references: { zh: '该编码及下级的不同段落数', en: 'different passages of the code and those under it' },
  },
  raw: {
    kind: { zh: '规范词还是原文词', en: 'whether under the name of another word or as the text has it' },
  },
  saturation: {
    low: { zh: '随机次序下累计数 95% 区间的下限', en: 'lower end of 95 % of the sums over shuffled orders' },
    high: { zh: '随机次序下累计数 95% 区间的上限', en: 'upper end of 95 % of the sums over shuffled orders' },
  },
  contested: {
    word: { zh: '词语；句子为其编码', en: 'the word; of a sentence its code' },
    group: { zh: '分组；句子为其案例', en: 'the group; of a sentence its case' },
  },
};

/** Columns whose names are made from what users named. */
const ofPrefixes: Readonly<Record<string, ColumnMeaning>> = {
  [ATTRIBUTE_COLUMN]: { zh: '案例的属性', en: 'attribute of the case' },
  [CODEBOOK_COLUMN]: { zh: '另一框架中与之共现最多的编码', en: 'codes of this codebook that meet it most' },
  'level:': { zh: '该编码在这一级所属的编码', en: 'the code of this level that it is or belongs to' },
  'binary:': { zh: '案例是否有该编码（含下级）', en: 'whether the case has the code or one under it' },
  'references:': {
    zh: '案例中该编码（含下级）的参考点数',
    en: 'references of the code and those under it in the case',
  },
  'assignments:': {
    zh: '案例中该编码（含下级）的关键词数',
    en: 'keywords of the code and those under it in the case',
  },
};

/** Explains a column of a table, or a variable by its field. */
export function explainColumn(column: string, table?: TableName): ExplainedColumn {
  const prefix = /^[a-z]+:/.exec(column)?.[0];
  return {
    meaning:
      (prefix === undefined ? undefined : ofPrefixes[prefix]) ??
      (table && ofTables[table]?.[column]) ??
      columns[column] ??
      NOTHING,
    unit: unitOf(prefix?.slice(0, -1) ?? column),
  };
}

function unitOf(column: string): ColumnMeaning {
  if (isShare(column)) return SHARE;
  if (isProbability(column)) return PROBABILITY;
  return columnUnits[column] ?? NOTHING;
}
