import { codePointLength } from '../../text/code-points.js';
import type { Room, StatisticsTable, StatisticsVariable } from './statistics-table.js';
import type { NameRules } from './variable-names.js';

/** Words that Stata keeps for itself. */
const RESERVED =
  /^(?:_.*|byte|double|float|if|in|int|long|using|with|str\d*|strl|aggregate|array|boolean|break|case|class|colvector|complex|const|continue|default|delegate|delete|do|e|else|end|enum|error|explicit|export|external|for|friend|function|global|goto|local|matrix|name|new|null|numeric|operator|pointer|private|real|return|rowvector|scalar|string|struct|switch|template|this|throw|try|type|union|unsigned|vector|version|virtual|void|volatile|while)$/;

/** Names in Stata 14 and later. */
export const STATA_NAMES: NameRules = {
  limit: 32,
  lengthOf: codePointLength,
  isReserved: (name) => RESERVED.test(name),
};

/** What Stata has room for, in characters. */
export const STATA_ROOM: Room = { lengthOf: codePointLength, text: 500_000, label: 80, valueLabel: 8000 };

/**
 * The commands with which Stata (14 and later) reads a table, names and labels its variables, and saves it. All is read as texts
 * first, so that nothing is taken for a number that is a name.
 */
export function writeStataDo({ name, variables }: StatisticsTable, comments: readonly string[]): string {
  const numeric = variables.filter(({ type }) => type !== 'text').map((one) => one.name);
  return `${[
    ...comments.map((comment) => `* ${comment}`),
    'version 14',
    `import delimited using "${name}.csv", clear encoding("utf-8") delimiters(",") varnames(nonames) rowrange(2) stringcols(_all) bindquotes(strict) maxquotedrows(unlimited)`,
    ...variables.map((one, at) => `rename v${at + 1} ${one.name}`),
    ...variables.filter(({ isEscaped, type }) => isEscaped && type === 'text').map(takeMark),
    ...numeric.map((one) => `destring ${one}, replace`),
    ...variables.flatMap((one, at) => labelVariable(one, at)),
    'compress',
    `save "${name}.dta", replace`,
  ].join('\n')}\n`;
}

function labelVariable({ name, label, values, firstCode }: StatisticsVariable, at: number): string[] {
  const list = `values${at + 1}`;
  return [
    `label variable ${name} ${literal(label)}`,
    ...values.map((value, place) => `label define ${list} ${place + firstCode} ${literal(value)}, add`),
    ...(values.length > 0 ? [`label values ${name} ${list}`] : []),
  ];
}

/** What calls a macro, ends a text or begins a comment is written with characters of the same look, which do nothing. */
const HARMLESS: Readonly<Record<string, string>> = { '`': '｀', $: '＄', '"': '＂', '\\': '＼' };

function literal(text: string): string {
  const harmless = text
    .replaceAll(/[`$"\\]/g, (sign) => HARMLESS[sign] as string)
    .replaceAll(/\/(?=[/*])|(?<=[/*／])\//g, '／');
  return `"${harmless}"`;
}

/** Takes away the mark that keeps spreadsheets from running a cell as a formula. */
const takeMark = ({ name }: StatisticsVariable) =>
  `replace ${name} = usubstr(${name}, 2, .) if ustrregexm(${name}, "^''*[=+@＝＋－＠-]")`;
