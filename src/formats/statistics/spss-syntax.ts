import type { Room, StatisticsTable, StatisticsVariable } from './statistics-table.js';
import { bytesOf, cutTo, type NameRules } from './variable-names.js';

/** Words of its commands. */
const RESERVED = new Set(['all', 'and', 'by', 'eq', 'ge', 'gt', 'le', 'lt', 'ne', 'not', 'or', 'to', 'with']);

/** Names in SPSS. */
export const SPSS_NAMES: NameRules = {
  limit: 64,
  lengthOf: bytesOf,
  isReserved: (name) => RESERVED.has(name),
};

/** What SPSS has room for, in bytes; a cell keeps one for the mark in front of what looks like a formula. */
export const SPSS_ROOM: Room = { lengthOf: bytesOf, text: 32_766, label: 256, valueLabel: 120 };

/** A line of commands has room for 256 bytes: longer texts go on in the next one. */
const LITERAL = 100;
/** How wide a column of texts is shown. */
const SHOWN = 40;
/** What a spreadsheet would take for the beginning of a formula. */
const FORMULA = ['=', '+', '-', '@', '＝', '＋', '－', '＠'];

/**
 * The commands with which SPSS and PSPP read a table, name and label its variables, and save it. Each command begins at the
 * beginning of a line and nothing else does, so that it runs in interactive and in batch mode.
 */
export function writeSpssSyntax({ name, variables }: StatisticsTable, comments: readonly string[]): string {
  const labelled = variables.filter(({ values }) => values.length > 0);
  const texts = variables.filter(({ type }) => type === 'text');
  return `\ufeff${[
    ...comments.map((comment) => `* ${comment.replace(/\.+$/, '')}.`),
    'PRESERVE.',
    'SET DECIMAL=DOT.',
    'GET DATA',
    '  /TYPE=TXT',
    `  /FILE="${name}.csv"`,
    '  /ENCODING="UTF8"',
    '  /DELCASE=LINE',
    '  /DELIMITERS=","',
    "  /QUALIFIER='\"'",
    '  /ARRANGEMENT=DELIMITED',
    '  /FIRSTCASE=2',
    '  /VARIABLES=',
    ...closed(variables.map((one) => `    ${one.name} ${formatOf(one)}`)),
    'RESTORE.',
    ...texts.filter(({ isEscaped }) => isEscaped).flatMap(({ name: text }) => takeMark(text)),
    'VARIABLE LABELS',
    ...closed(variables.map((one, at) => `  ${at === 0 ? '' : '/'}${one.name}${literal(one.label)}`)),
    ...(labelled.length === 0
      ? []
      : ['VALUE LABELS', ...closed(labelled.flatMap((one, at) => valueLabels(one, at === 0)))]),
    'VARIABLE LEVEL',
    ...closed(variables.map((one, at) => `  ${at === 0 ? '' : '/'}${one.name} (${levelOf(one)})`)),
    ...(texts.length === 0
      ? []
      : [
          'VARIABLE WIDTH',
          ...closed(
            texts.map((one, at) => `  ${at === 0 ? '' : '/'}${one.name} (${Math.min(SHOWN, one.width)})`),
          ),
        ]),
    'EXECUTE.',
    `SAVE OUTFILE="${name}.sav".`,
  ].join('\n')}\n`;
}

/** The lines of a command, with its end behind the last. */
const closed = (lines: readonly string[]): string[] =>
  lines.map((line, at) => (at === lines.length - 1 ? `${line}.` : line));

function formatOf({ type, width, decimals, values }: StatisticsVariable): string {
  if (type === 'text') return `A${width}`;
  if (values.length > 0) return `F${Math.max(1, String(values.length).length)}.0`;
  return `F${Math.min(40, Math.max(8, width + 1))}.${Math.min(16, decimals)}`;
}

const levelOf = ({ type }: StatisticsVariable) =>
  type === 'integer' || type === 'number' ? 'SCALE' : 'NOMINAL';

function valueLabels({ name, values, firstCode }: StatisticsVariable, isFirst: boolean): string[] {
  return [
    `  ${isFirst ? '' : '/'}${name}`,
    ...values.map((value, at) => `    ${at + firstCode}${literal(value)}`),
  ];
}

/** A text between quotes, in as many lines as it takes. */
function literal(text: string): string {
  const parts: string[] = [];
  for (let rest = text; rest !== '' || parts.length === 0; ) {
    const part = cutTo(rest, LITERAL, bytesOf);
    parts.push(`"${part.replaceAll('"', '""')}"`);
    rest = rest.slice(part.length);
  }
  return parts.length === 1 ? ` ${parts[0]}` : `\n      ${parts.join(' +\n      ')}`;
}

/** Takes away the mark that keeps spreadsheets from running a cell as a formula. */
function takeMark(name: string): string[] {
  const rest = `LTRIM(${name}, "'")`;
  const conditions = FORMULA.map((sign) => `INDEX(${rest}, "${sign}") = 1`);
  return [
    `IF (SUBSTR(${name}, 1, 1) = "'" AND (`,
    `    ${conditions.join('\n    OR ')}))`,
    `    ${name} = SUBSTR(${name}, 2).`,
  ];
}
