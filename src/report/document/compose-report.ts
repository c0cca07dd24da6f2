import type { DocumentBlock, ReportDocument } from '../../model/document.js';
import type { Language } from '../../model/language.js';
import type { TableName } from '../../model/table-name.js';
import { type Numbers, openNumbers, paragraph } from './blocks.js';
import { type AppendixParts, composeAppendices } from './compose-appendices.js';
import { composeFigure, type FigureToCompose } from './compose-figure.js';
import { composeMethods } from './compose-methods.js';
import { composeQuotes, type QuotesPart, quotesAnchor } from './compose-quotes.js';
import { composeTable, type TableToCompose } from './compose-table.js';
import { OTHER_TABLES, PRINTED_FIGURES, PRINTED_TABLES } from './printed-tables.js';
import { type ResultGroup, resultGroups } from './report-words.js';
import { REPORT_WORDS } from './words.js';

/** What a report is composed of. */
export interface ReportParts extends Omit<AppendixParts, 'tables'> {
  readonly language: Language;
  /** The title of the codebook; null where nothing is coded under one. */
  readonly codebook: string | null;
  readonly cases: number;
  readonly tables: readonly PartOfTable[];
  readonly theory: { readonly core: string | null; readonly storyline: string | null };
  readonly figures: readonly FigureToCompose[];
  readonly quotes: QuotesPart;
}

/** A table, or so many of its first rows; null where nobody counted what is left out. */
export interface PartOfTable extends TableToCompose {
  readonly left: number | null;
}

/** Composes a report: methods, results, quotes, appendices. */
export function composeReport(parts: ReportParts): ReportDocument {
  const { language, codebook, cases, methods, hashes } = parts;
  const words = REPORT_WORDS[language];
  const numbers = openNumbers();
  return {
    language,
    title: words.title(codebook),
    subtitle: words.subtitle(cases, hashes.toolVersion),
    blocks: [
      ...composeMethods(methods, language, numbers),
      ...composeResults(parts, numbers),
      ...composeQuotes(parts.quotes, language, numbers),
      ...composeAppendices(parts, language, numbers),
    ],
  };
}

function composeResults(
  { language, tables, theory, figures, quotes }: ReportParts,
  numbers: Numbers,
): DocumentBlock[] {
  const words = REPORT_WORDS[language];
  const quoted = new Set(quotes.passages.map(({ codeId }) => codeId));
  const compose = (table: PartOfTable) =>
    composeTable(table, {
      language,
      number: words.tableNumber(numbers.table()),
      quotesOf: (codeId) => (quoted.has(codeId) ? quotesAnchor(codeId) : null),
      notes: notesOf(table, language),
    });
  const draw = (figure: FigureToCompose) => composeFigure(figure, words.figureNumber(numbers.figure()));
  const blocks: DocumentBlock[] = [];
  for (const group of resultGroups) {
    const own = tables.filter(({ name }) => groupOf(name) === group);
    const told = group === 'argument' ? composeTheory(theory, language) : [];
    const drawn = figures.filter(({ name }) => PRINTED_FIGURES[name] === group);
    if (own.length + told.length + drawn.length === 0) continue;
    if (blocks.length === 0) blocks.push(numbers.heading(1, words.results));
    blocks.push(numbers.heading(2, words.groups[group]), ...told, ...own.map(compose), ...drawn.map(draw));
  }
  return blocks;
}

/** The part of the results that a table is printed in. */
function groupOf(name: TableName): ResultGroup {
  return OTHER_TABLES[name] ?? resultGroups.find((group) => PRINTED_TABLES[group].includes(name)) ?? 'codes';
}

function notesOf({ name, rows, left }: PartOfTable, language: Language): string[] {
  const words = REPORT_WORDS[language];
  if (rows.length === 0) return [words.noRows];
  return left === 0 ? [] : [words.rowsLeft(rows.length, left, `zhagen export csv --tables ${name}`)];
}

function composeTheory({ core, storyline }: ReportParts['theory'], language: Language): DocumentBlock[] {
  const words = REPORT_WORDS[language];
  return [
    ...(core === null ? [] : [paragraph(words.core(core))]),
    ...(storyline === null ? [] : [paragraph(`${words.storyline}${storyline}`)]),
  ];
}
