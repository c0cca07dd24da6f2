import type { ReportDocument } from '../../../model/document.js';
import { frameworkFor } from '../../../project/select-coding.js';
import { composeReport, type PartOfTable } from '../../../report/document/compose-report.js';
import { titles } from '../../../report/titles.js';
import { writeMethods } from '../../../stages/assess/methods/write-methods.js';
import { currentVersions } from '../../../store/case-table.js';
import { logHash } from '../../../store/decision-log.js';
import { readRuns } from '../../../store/run-table.js';
import { gatherFacts } from '../../provenance/gather-facts.js';
import type { Dataset } from '../dataset.js';
import { quoteCodes } from './quote-codes.js';

/** How many passages are quoted for each code unless it is said. */
const QUOTES = 2;
/** A longer table is for files: a report prints so many of its rows. */
const MOST_ROWS = 200;

/** Gathers what a report says, and composes it. */
export function gatherReport(dataset: Dataset): ReportDocument {
  const { context, request, language } = dataset;
  const { store, toolVersion } = context;
  const { facts } = gatherFacts(context, { language, hideNames: false, verification: null });
  const framework = frameworkFor(store, request.codebook);
  const { quotes: quotesPerCode = QUOTES } = request;
  const { title, theory } = framework?.codebook ?? {};
  return composeReport({
    language,
    codebook: title?.[language] ?? null,
    cases: currentVersions(store, { batch: request.batch }).length,
    methods: writeMethods(facts, undefined),
    tables: firstRows(dataset),
    theory: {
      core: (theory?.core && framework?.codes.get(theory.core)?.label.zh) ?? null,
      storyline: theory?.storyline ?? null,
    },
    quotes: quoteCodes(dataset, framework, quotesPerCode),
    quotesPerCode,
    runs: readRuns(store).map(({ id, stage, toolVersion: version, cases }) => ({
      id,
      stage,
      toolVersion: version,
      cases: cases.length,
    })),
    hashes: { toolVersion, log: logHash(store) },
  });
}

/** The tables, each as far as a report has room for it. */
function firstRows({ tables, note, language }: Dataset): PartOfTable[] {
  const parts: PartOfTable[] = [];
  for (const { name, columns, rows, source } of tables()) {
    const left = Math.max(0, rows.length - MOST_ROWS);
    if (left > 0) note({ kind: 'rows-cut', table: titles[language][name], count: left });
    parts.push({ name, columns, rows: left > 0 ? rows.slice(0, MOST_ROWS) : rows, source, left });
  }
  return parts;
}
