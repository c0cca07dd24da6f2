import { UserError } from '../../errors.js';
import type { ProvenanceFacts, ReserveFacts, SaturationFacts } from '../../model/provenance/facts.js';
import type { ReadContext } from '../../project/context.js';
import { reservedBefore } from '../../project/reserved-before.js';
import { readCaseStandings } from '../../store/case-standing-table.js';
import { measureProjectSaturation, type SaturationReport } from '../saturation.js';
import { type ReserveUnit, testReserve } from '../unseal-reserve.js';

/** Saturation as `zhagen saturation` measures it; null where there are too few cases for it. */
export function gatherSaturation(
  context: ReadContext,
): { readonly facts: SaturationFacts; readonly report: SaturationReport } | null {
  const report = measure(context);
  if (report === null) return null;
  const { form, counted, level, order, options, steps, baseItems, coverage, points } = report;
  return {
    report,
    facts: {
      form,
      counted,
      level,
      cases: steps.length,
      order,
      ...options,
      baseItems,
      coverage: coverage && { codes: coverage.codes, confirmed: coverage.confirmed },
      points: points.map(({ after, ...point }) => ({ ...point, after: after.length })),
    },
  };
}

function measure(context: ReadContext): SaturationReport | null {
  try {
    return measureProjectSaturation(context);
  } catch (error) {
    if (error instanceof UserError && error.code === 'saturation/too-few-cases') return null;
    throw error;
  }
}

/** What cases, and statements of cases, brought that were held out before, and how many statements still are. */
export function gatherReserve(context: ReadContext): Pick<ProvenanceFacts, 'reserve' | 'statements'> {
  const sealed = [...readCaseStandings(context.store, 'partly-sealed').values()];
  return {
    reserve: testOf(context, 'case'),
    statements: {
      tested: testOf(context, 'statement'),
      sealed: sealed.reduce((sum, { statements = [] }) => sum + statements.length, 0),
      cases: sealed.length,
    },
  };
}

function testOf(context: ReadContext, unit: ReserveUnit): ReserveFacts | null {
  const before = reservedBefore(context.store, unit === 'case' ? 'sealed' : 'partly-sealed');
  if (before.cases.length === 0) return null;
  const { reserved, statements, others, uncoded, codes, relations } = testReserve(context, unit, before);
  const concepts = codes.filter(({ isConcept }) => isConcept).length;
  return {
    reserved: reserved.length,
    statements,
    others,
    uncoded: uncoded.length,
    concepts,
    categories: codes.length - concepts,
    relations: relations.length,
  };
}
