import type { ReportDocument } from '../../../model/document.js';
import type { Framework } from '../../../model/framework.js';
import { frameworkFor } from '../../../project/select-coding.js';
import type { QuotedPassage } from '../../../report/document/compose-quotes.js';
import { composeReport, type PartOfTable } from '../../../report/document/compose-report.js';
import { printRows } from '../../../report/print-rows.js';
import { titles } from '../../../report/titles.js';
import { writeMethods } from '../../../stages/assess/methods/write-methods.js';
import { currentVersions } from '../../../store/case-table.js';
import { logHash } from '../../../store/decision-log.js';
import { readRuns } from '../../../store/run-table.js';
import { makeTables } from '../../make-table.js';
import { gatherFacts } from '../../provenance/gather-facts.js';
import type { Dataset } from '../dataset.js';
import { drawFigures } from './draw-figures.js';

/** How many passages are quoted for each code unless it is said. */
const QUOTES = 2;
/** A longer table is for files: a report prints so many of its rows. */
const MOST_ROWS = 200;

/**
 * Gathers what a report says, and composes it.
 * @param withPng figures as pixels too, for programs that draw no SVG
 */
export async function gatherReport(dataset: Dataset, withPng: boolean): Promise<ReportDocument> {
  const { context, request, language } = dataset;
  const { store, toolVersion } = context;
  const { facts } = gatherFacts(context, { language, hideNames: false, verification: null });
  const framework = frameworkFor(store, request.codebook);
  const { title, theory } = framework?.codebook ?? {};
  return composeReport({
    language,
    codebook: title?.[language] ?? null,
    cases: currentVersions(store, { batch: request.batch }).length,
    methods: writeMethods(facts, undefined),
    ...tablesAndQuotes(dataset, framework),
    figures: await drawFigures(dataset, withPng),
    theory: {
      core: (theory?.core && framework?.codes.get(theory.core)?.label.zh) ?? null,
      storyline: theory?.storyline ?? null,
    },
    runs: readRuns(store).map(({ id, stage, toolVersion: version, cases }) => ({
      id,
      stage,
      toolVersion: version,
      cases: cases.length,
    })),
    hashes: { toolVersion, log: logHash(store) },
  });
}

/** The tables, each as far as a report has room for it, and the quotes: the coding is read once for all of them. */
function tablesAndQuotes({ context, request, names, note, language }: Dataset, framework: Framework | null) {
  const { quotes: perCode = QUOTES } = request;
  const printed = names.filter((name) => name !== 'quotations');
  const isQuoting = framework !== null && perCode > 0;
  const made = makeTables(context, isQuoting ? [...printed, 'quotations'] : printed, {
    ...request,
    quotes: perCode,
  });
  const tables: PartOfTable[] = [];
  let passages: readonly QuotedPassage[] = [];
  for (const { total, source, ...table } of made) {
    const { name } = table;
    if (name === 'quotations') {
      passages = table.rows as readonly unknown[] as readonly QuotedPassage[];
      continue;
    }
    const { columns, rows } = printRows(name, table.columns, table.rows, language);
    const left = Math.max(0, rows.length - MOST_ROWS);
    if (left > 0)
      note({ kind: 'rows-not-printed', table: titles[language][name], shown: MOST_ROWS, count: left });
    tables.push({ name, columns, rows: left > 0 ? rows.slice(0, MOST_ROWS) : rows, total, source, left });
  }
  const aboveOf = (codeId: string) =>
    (framework?.paths.get(codeId) ?? []).slice(0, -1).map(({ label }) => label.zh);
  return { tables, quotes: { passages, perCode, aboveOf } };
}
