import { figureTable } from '../../report/figures/figure-table.js';
import { drawSaturation, MOST_BARS } from '../../report/figures/saturation.js';
import { figureWords } from '../../report/figures/words.js';
import { measureProjectSaturation } from '../saturation.js';
import type { DrawFigure } from './figure-request.js';

/** `saturation`: how what is new dries up over the cases, with bars of what each case added. */
export const saturationFigure: DrawFigure = ({ store, request, language, width }) => {
  const { codebook, status, view, coder, level, by: order } = request;
  const report = measureProjectSaturation({ store }, { codebook, status, view, coder, level, order });
  const { steps, points, options } = report;
  const together = Math.ceil(steps.length / MOST_BARS);
  const bars = steps.flatMap(({ seen, low, high }, at) => {
    const isLast = (at + 1) % together === 0 || at === steps.length - 1;
    if (!isLast) return [];
    const from = at - (at % together);
    const fresh = steps.slice(from, at + 1).reduce((sum, step) => sum + step.new.length, 0);
    return [{ at: at + 1, fresh, seen, low, high }];
  });
  const words = figureWords(language);
  const marks = points.flatMap(({ threshold, at }) =>
    at === null ? [] : [{ at, text: words.saturationMark(threshold, at) }],
  );
  const rows = steps.map((step, at) => ({
    order: at + 1,
    caseId: step.caseId,
    new: step.new.length,
    seen: step.seen,
    low: step.low,
    high: step.high,
    ratio: step.ratio,
  }));
  return {
    drawing: drawSaturation(bars, marks, words.saturationText(report.counted, together, options.runs), width),
    table: figureTable(['order', 'caseId', 'new', 'seen', 'low', 'high', 'ratio'], rows, language),
    caption: [words.saturation(report)],
  };
};
