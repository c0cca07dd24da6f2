import type { TableRow } from '../model/case-record.js';
import { groupBy } from '../text/group-by.js';

/** Columns of levels that are told apart by a number only, the highest level first. */
export interface OrdinalLevels {
  readonly columns: readonly string[];
  /** Whether number 1 is the highest level; in the steps of coding it is the lowest. */
  readonly isTopDown: boolean;
}

const NUMERALS: readonly RegExp[] = [
  /^(?:1(?:st)?|一|i|one|first)$/,
  /^(?:2(?:nd)?|二|ii|two|second)$/,
  /^(?:3(?:rd)?|三|iii|three|third)$/,
  /^(?:4(?:th)?|四|iv|four|fourth)$/,
  /^(?:5(?:th)?|五|v|five|fifth)$/,
  /^(?:6(?:th)?|六|vi|six|sixth)$/,
];
const PARTS = /\d+(?:st|nd|rd|th)?|[a-z]+?(?=\d)|[a-z]+|[一二三四五六]|[^\s_-]/g;
/** What numbered columns are of: levels, codes or categories. */
const FRAME = /[级級层層阶]|level|lvl|tier|^l#$|code|tag|categor|theme|编码|标签|范畴/;
/** Steps of coding count from the text up. */
const STEP = /编码|coding|^#级$/;

/**
 * The columns of a table whose heads are one but for a number (第一级, 第二级; Level 1, Level 2; 级别1, 级别2), from 1 without a gap;
 * null where there are none. Which end is the highest its cells say: several codes of a level are below one of the level above.
 */
export function ordinalLevels(columns: readonly string[], rows: readonly TableRow[]): OrdinalLevels | null {
  const numbered = columns.flatMap((name) => readNumbered(name).map((one) => ({ ...one, name })));
  for (const [frame, own] of groupBy(numbered, (one) => one.frame)) {
    const inOrder = own.toSorted((a, b) => a.number - b.number);
    const isWhole = inOrder.length > 1 && inOrder.every(({ number }, at) => number === at);
    if (!isWhole || !FRAME.test(frame)) continue;
    const names = inOrder.map(({ name }) => name);
    const surplus = names
      .slice(1)
      .map((below, at) => branchesOf(rows, names[at] ?? '', below) - branchesOf(rows, below, names[at] ?? ''))
      .reduce((sum, branches) => sum + branches, 0);
    const isTopDown = surplus === 0 ? !STEP.test(frame) : surplus > 0;
    return { columns: isTopDown ? names : names.reverse(), isTopDown };
  }
  return null;
}

/** What a head is numbered with, from 0, and the rest of it. */
function readNumbered(name: string): { readonly frame: string; readonly number: number }[] {
  const parts = name.normalize('NFKC').toLowerCase().match(PARTS) ?? [];
  return parts.flatMap((part, at) => {
    const number = NUMERALS.findIndex((numeral) => numeral.test(part));
    return number < 0
      ? []
      : [{ number, frame: [...parts.slice(0, at), '#', ...parts.slice(at + 1)].join('') }];
  });
}

/** How many cells of a column stand beside several of another; an empty cell repeats the one above. */
function branchesOf(rows: readonly TableRow[], column: string, other: string): number {
  const beside = new Map<string, Set<string>>();
  let [own, its] = ['', ''];
  for (const { values } of rows) {
    own = values[column]?.trim() || own;
    its = values[other]?.trim() || its;
    if (own !== '' && its !== '') beside.set(own, (beside.get(own) ?? new Set()).add(its));
  }
  return [...beside.values()].filter((found) => found.size > 1).length;
}
