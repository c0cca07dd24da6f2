import { rowShapes, type SaturationRow } from '../model/table-rows.js';
import type { View } from '../model/view.js';
import { selectCoding } from '../project/select-coding.js';
import type { Store } from '../store/store.js';
import { sourceOf } from './coded-tables.js';
import { measureSaturationInView } from './saturation.js';
import type { Table, TableRequest } from './table.js';

/**
 * How what is new dries up over the cases, as `measureProjectSaturation` measures it under the view that is read.
 * @throws UserError saturation/unknown-order, saturation/too-few-cases, agree/no-such-level, tables/not-coded
 */
export function saturationTable(
  store: Store,
  { name, codebook, status, form, level, order, base, run, runs, seed }: TableRequest,
  view: View,
): Table {
  const report = measureSaturationInView(
    store,
    { codebook, status, form, level, order, base, run, runs, seed },
    view,
  );
  const { steps, points, coverage } = report;
  return {
    name,
    columns: Object.keys(rowShapes.saturation),
    rows: steps.map(
      (step, at): SaturationRow => ({
        order: at + 1,
        caseId: step.caseId,
        items: step.items,
        new: step.new.length,
        seen: step.seen,
        low: step.low,
        high: step.high,
        ratio: step.ratio,
        reached: points.flatMap((point) => (point.at === at + 1 ? [`${point.threshold * 100}%`] : [])),
      }),
    ),
    source: {
      ...sourceOf(
        store,
        { name, codebook, status, level },
        [selectCoding(store, name, { codebook, status })],
        view,
      ),
      saturation: {
        form: report.form,
        counted: report.counted,
        level: report.level,
        order: report.order,
        cases: steps.length,
        baseItems: report.baseItems,
        options: report.options,
        points: points.map(({ threshold, at, after, reachedIn }) => ({
          threshold,
          at,
          after: after.length,
          reachedIn,
        })),
        coverage: coverage && { codes: coverage.codes, confirmed: coverage.confirmed },
      },
    },
  };
}
