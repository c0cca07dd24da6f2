import type { AttributeTable, TableRow } from '../model/case-record.js';
import { slugOf } from '../text/slug.js';
import { ownLevel, schoolLevel } from './level-names.js';
import { ordinalLevels } from './ordinal-levels.js';

/** The heads of what else such tables say of a code. */
const DEFINITION = /^(?:definition|description|定义|含义|范畴内涵|内涵|说明|描述)$/i;
const TERMS = /^(?:terms|词语|词|关键词|原始关键词)$/i;
const EXAMPLES = /^(?:examples|例句|示例|举例|原始语句)$/i;
/** The head of the codes in a table that has one level, as other programs export it. */
const TAGS = /^(?:tag|code|标签|编码|编码名称)$/i;
/** What columns of levels are headed by that have no name of a school, the lowest first. */
const GENERAL_HEADS: readonly RegExp[] = [
  /^(?:初始|原始)?概念$|^(?:first-order )?(?:codes?|concepts?)$/i,
  /^(?:初始|副|子)范畴$|^sub-?categor(?:y|ies)$/i,
  /^范畴$|^categor(?:y|ies)$|^second-order themes?$/i,
  /^主范畴$|^(?:main categor(?:y|ies)|themes?)$/i,
  /^核心范畴$|^(?:core categor(?:y|ies)|aggregate dimensions?)$/i,
];
const SEPARATOR = /[、；;\n]+/;

interface Listed {
  readonly id: string;
  readonly level: string;
  readonly parent: string;
  readonly label: string;
  readonly line: number;
  readonly values: TableRow['values'];
}

/** A table of codes, and what its levels are called where that is not by the schools. */
interface ListedTable extends AttributeTable {
  readonly nameLevel?: typeof ownLevel;
}

/**
 * A table of codes as `codebookOfTable` reads it, out of one with a column for each level (选择性编码, 主轴编码, 开放性编码; 主范畴,
 * 范畴, 概念; Level 1, Level 2) or with one column of tags; any other table as it is. An empty cell repeats the one above; the lowest level may
 * list several codes. A code without a definition has its label.
 */
export function listCodes(table: AttributeTable): ListedTable {
  if (table.columns.includes('id')) return table;
  const ordinal = ordinalLevels(table.columns, table.rows);
  const levels = ordinal?.columns ?? levelColumns(table.columns);
  if (levels.length === 0) return table;
  const find = (pattern: RegExp) => table.columns.find((name) => pattern.test(name.trim()));
  const [definition, terms, examples] = [DEFINITION, TERMS, EXAMPLES].map(find);
  const rows = codesOf(table.rows, levels).map(({ id, level, parent, label, line, values }): TableRow => {
    const isLowest = level === levels.at(-1);
    const cell = (column: string | undefined) =>
      isLowest && column !== undefined ? (values[column] ?? '') : '';
    return {
      line,
      values: {
        id,
        level,
        parent,
        label_zh: label,
        definition: cell(definition).trim() || label,
        terms: cell(terms),
        examples: cell(examples),
      },
    };
  });
  return {
    path: table.path,
    columns: ['id', 'level', 'parent', 'label_zh', 'definition', 'terms', 'examples'],
    rows,
    ...(ordinal?.isTopDown && { nameLevel: ownLevel }),
  };
}

/** The columns of levels from the top down. */
function levelColumns(columns: readonly string[]): string[] {
  const ranked = (rankOf: (name: string) => number | undefined) =>
    columns
      .flatMap((name) => {
        const rank = rankOf(name.trim());
        return rank === undefined || rank < 0 ? [] : [{ name, rank }];
      })
      .sort((a, b) => b.rank - a.rank)
      .map(({ name }) => name);
  const ofSchools = ranked(schoolLevel);
  if (ofSchools.length > 0) return ofSchools;
  const general = ranked((name) => GENERAL_HEADS.findIndex((head) => head.test(name)));
  if (general.length > 1) return general;
  const tags = columns.find((name) => TAGS.test(name.trim()));
  return tags === undefined ? [] : [tags];
}

/** Each code once, those above it before it; the same name under two parents is two codes. */
function codesOf(rows: readonly TableRow[], levels: readonly string[]): Listed[] {
  const codes = new Map<string, Listed>();
  const ids = new Set<string>();
  let above: readonly string[] = [];
  for (const { line, values } of rows) {
    const cells = levels.map((column) => (values[column] ?? '').trim());
    const first = cells.findIndex((cell) => cell !== '');
    if (first < 0) continue;
    const path = cells.map((cell, at) => (at < first ? (above[at] ?? '') : cell));
    above = path;
    const lowest = path.length - 1;
    for (const label of splitCell(path[lowest] ?? '')) {
      const labels = [...path.slice(0, lowest), label];
      let parent = '';
      for (const [at, one] of labels.entries()) {
        if (one === '') continue;
        const key = JSON.stringify(labels.slice(0, at + 1));
        const known = codes.get(key);
        const id = known?.id ?? freeId(slugOf(one), ids);
        if (!known) codes.set(key, { id, level: levels[at] ?? '', parent, label: one, line, values });
        parent = id;
      }
    }
  }
  return [...codes.values()];
}

/** The codes of a cell of the lowest level; one of an empty cell, so that those above it are listed. */
function splitCell(cell: string): string[] {
  const labels = cell
    .split(SEPARATOR)
    .map((label) => label.trim())
    .filter((label) => label !== '');
  return labels.length === 0 ? [''] : labels;
}

function freeId(wanted: string, ids: Set<string>): string {
  let id = wanted;
  for (let more = 2; ids.has(id); more += 1) id = `${wanted}-${more}`;
  ids.add(id);
  return id;
}
