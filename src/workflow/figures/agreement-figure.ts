import { UserError } from '../../errors.js';
import type { ReliabilityRow } from '../../model/table-rows.js';
import { codingUnderVersion } from '../../project/coded-under.js';
import { casesHiddenFrom } from '../../project/hidden-cases.js';
import { captionReliability } from '../../report/caption-assessment.js';
import { drawIntervals, MOST_INTERVALS } from '../../report/figures/intervals.js';
import { figureWords } from '../../report/figures/words.js';
import { measureNames } from '../../report/methods/words.js';
import { readLogEntries } from '../../store/decision-log.js';
import { compareByCodePoint } from '../../text/code-points.js';
import { labelledTable } from '../format-table.js';
import { codersToCompare, gatherCoders } from '../provenance/gather-coders.js';
import { reliabilityTable } from '../reliability-table.js';
import { requireFigureUnit } from './figure-options.js';
import type { DrawFigure, FigureInput } from './figure-request.js';

const UNITS = ['sentence', 'paragraph', 'case', 'keyword'] as const;
/** The same for every row, or said in the caption. */
const COLUMNS = [
  'code',
  'units',
  'positives',
  'isTooFew',
  'prevalence',
  'agreement',
  'coefficient',
  'low',
  'high',
];

/** `agreement`: how coders agree on each code, between the limits of an interval. */
export const agreementFigure: DrawFigure = (input) => {
  const { store, request, language, width } = input;
  const { codebook, level, batch, view, coder } = request;
  const unit = requireFigureUnit(request, UNITS);
  const coders = codersOf(input);
  const table = reliabilityTable(store, {
    ...{ name: 'reliability', coders, codebook, level, batch, unit },
    // Coders are compared in every view; who reads blind sees nothing of the cases that they are in the middle of.
    hiddenCases: view === 'blind' ? casesHiddenFrom(store, coder ?? '') : undefined,
  });
  const { reliability } = table.source;
  const { sum, codes, levelId } = firstPart(table.rows as readonly ReliabilityRow[]);
  if (!sum || codes.length === 0 || !reliability) throw new UserError('figure/no-agreement', {});
  const { codebook: framework } = codingUnderVersion(store, codebook, undefined).framework;
  const labels = new Map(framework.codes.map(({ label }) => [label.zh, label[language]]));
  const most = Math.min(request.rows ?? MOST_INTERVALS, MOST_INTERVALS);
  const kept = new Set([...codes].sort((a, b) => Number(b.positives) - Number(a.positives)).slice(0, most));
  const shown = [
    sum,
    ...codes
      .filter((row) => kept.has(row))
      .map((row) => ({ ...row, code: labels.get(row.code ?? '') ?? row.code }))
      .sort((a, b) => coefficientOf(b) - coefficientOf(a) || compareByCodePoint(a.code ?? '', b.code ?? '')),
  ];
  const words = figureWords(language);
  const measure = measureNames[language][reliability.headline] ?? reliability.headline;
  const rows = shown.map(({ code, coefficient, low, high, positives, isTooFew }) => ({
    label: code ?? words.allCodes,
    value: coefficient,
    low,
    high,
    count: positives === null ? '' : String(positives),
    kind: code === null ? ('sum' as const) : isTooFew ? ('unsure' as const) : ('sure' as const),
  }));
  const levelName = framework.levels.find(({ id }) => id === levelId)?.name[language] ?? null;
  return {
    drawing: drawIntervals(rows, words.agreementText(measure), width),
    table: labelledTable({ ...table, columns: COLUMNS, rows: shown }, language),
    caption: [
      words.agreement({ codes: shown.length - 1, of: codes.length, units: sum.units ?? 0, level: levelName }),
      captionReliability(reliability, language),
    ],
  };
};

/** Those who are named, else those whom the methods section compares. */
function codersOf({ store, request }: FigureInput): readonly string[] {
  if (request.coders !== undefined) return request.coders;
  const { id } = codingUnderVersion(store, request.codebook, undefined).framework.codebook;
  const coders = codersToCompare({ store }, gatherCoders({ store }, [...readLogEntries(store)], id), id);
  if (coders.length < 2) throw new UserError('figure/no-agreement', {});
  return coders;
}

/** The rows of the first question and level: all codes together, and each of them. */
function firstPart(rows: readonly ReliabilityRow[]) {
  const [first] = rows;
  const part = rows.filter(({ question, level }) => question === first?.question && level === first.level);
  const sum = part.find(({ code, universe }) => code === null && universe === 'all');
  return { sum, codes: part.filter(({ code }) => code !== null), levelId: first?.level ?? null };
}

/** What is not defined comes last. */
const coefficientOf = ({ coefficient }: ReliabilityRow) => coefficient ?? Number.NEGATIVE_INFINITY;
