import { NO_CODEBOOK } from '../model/codebook.js';
import { type ReliabilityRow, rowShapes } from '../model/table-rows.js';
import type { AgreementPart, AgreementReport } from '../project/agreement-report.js';
import { codingUnderVersion } from '../project/coded-under.js';
import type { Store } from '../store/store.js';
import { agreeCoders } from './agree.js';
import { sourceOfPeople } from './source-of-people.js';
import { requireUnit, type Table, type TableRequest } from './table.js';

type Levels = readonly { readonly id: string }[];
type Figures = AgreementPart['all']['measures'];

/**
 * How coders agree, as `agreeCoders` measures it: the values before anything was adjudicated.
 * @throws UserError agree/two-coders, agree/too-many-coders, agree/machine, agree/nothing-in-common, agree/no-such-level,
 * agree/batch-of-keywords, tables/unit-elsewhere, tables/not-coded, view/unknown-coder
 */
export function reliabilityTable(store: Store, request: TableRequest): Table {
  const { name, coders, codebook, level, batch, resamples, seed, hiddenCases } = request;
  const unit = requireUnit(request, ['sentence', 'paragraph', 'case', 'keyword']);
  const report = agreeCoders(
    { store },
    { coders, codebook, level, batch, unit, resamples, seed, hiddenCases },
  );
  const { framework, version } = codingUnderVersion(store, codebook, undefined);
  const { id, levels } = framework.codebook;
  const { headline, interval, isSingle, leftOut, unitsAfterSuggestion } = report;
  return {
    name,
    columns: Object.keys(rowShapes.reliability),
    rows: report.parts.flatMap((part) => rowsOfPart(part, report, levels)),
    source: {
      ...sourceOfPeople(store, {}),
      codebooks: [{ id: id || NO_CODEBOOK, version, levels }],
      filters: { batch, status: 'all' },
      reliability: {
        coders: report.coders,
        // Of a project, units are never rows of a sheet.
        unit: report.unit === 'row' ? 'case' : report.unit,
        headline,
        isSettled: report.codebook?.isSettled ?? true,
        isSingle,
        interval,
        leftOut: {
          unitsOfOne: leftOut.unitsOfOne,
          verdicts: leftOut.verdicts,
          hiddenCases: leftOut.hiddenCases,
        },
        unitsAfterSuggestion,
      },
    },
  };
}

function rowsOfPart(part: AgreementPart, report: AgreementReport, levels: Levels): ReliabilityRow[] {
  const { coders, headline } = report;
  const { question, level, all } = part;
  const shared = {
    question,
    level: level && (levels[level.number - 1]?.id ?? null),
    code: null,
    universe: 'all' as const,
    coders,
    positives: null,
    isTooFew: null,
    prevalence: null,
  };
  const overall = (['all', 'coded'] as const).map((universe) => ({
    ...shared,
    universe,
    units: part[universe].units,
    ...valuesOf(part[universe].measures, headline),
  }));
  const pairs = all.pairs.map(({ coders: pair, percent, kappa }) => ({
    ...shared,
    coders: pair,
    units: null,
    ...valuesOf({ percent, ...(kappa && { kappa }) }, headline),
  }));
  // Whether a keyword stays is no code.
  const codes = question === 'screening' ? [] : part.codes;
  const each = codes.map(({ code, positives, isTooFew, prevalence, all: figures }) => ({
    ...shared,
    code,
    units: all.units,
    positives,
    isTooFew,
    prevalence,
    ...valuesOf(figures, headline),
  }));
  return [...overall, ...pairs, ...each];
}

function valuesOf(figures: Figures, headline: AgreementReport['headline']) {
  const { value = null, low = null, high = null } = figures[headline] ?? {};
  return { agreement: figures.percent?.value ?? null, coefficient: value, low, high };
}
