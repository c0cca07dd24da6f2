import type { AgreementWords } from '../messages/agreement-words.js';
import { type AgreementMeasure, agreementMeasures } from '../model/agreement-measure.js';
import type { AgreementReport } from '../workflow/agree.js';
import { localTime } from './local-time.js';
import { renderTable } from './render-table.js';

type Part = AgreementReport['parts'][number];
type Figures = Part['all']['measures'];
type Figure = NonNullable<Figures['percent']>;

/** Rows of a long list that the terminal shows. */
const SHOWN = 20;

/** Lays out how coders agree as the lines and tables of a terminal. */
export function renderAgreement(
  report: AgreementReport,
  words: AgreementWords,
  { all, columns }: { readonly all: boolean; readonly columns: number | undefined },
): string {
  const [first] = report.parts as [Part];
  const table = (header: readonly string[], cells: readonly (readonly string[])[], texts: number) =>
    renderTable({ header, cells, numeric: header.map((_, at) => at >= texts) }, columns);
  const section = (title: string, body: string) => (body === '' ? [] : [`${title}\n${body}`]);
  const figure = (one: Figure | undefined) => showFigure(one, words);
  const nameOf = (code: string | null) => {
    if (code === null) return words.noCode;
    return first.question === 'screening' ? words.answer(code) : code;
  };
  const shown = agreementMeasures.filter((measure) =>
    report.parts.some(({ all: { measures } }) => measures[measure] !== undefined),
  );
  const shorten = (rows: readonly (readonly string[])[], header: readonly string[], texts: number) => {
    if (rows.length === 0) return '';
    const rest = rows.length > SHOWN ? `\n${words.more(rows.length - SHOWN)}` : '';
    return `${table(header, rows.slice(0, SHOWN), texts)}${rest}`;
  };
  const differing = report.confusion.filter(({ codes: [one, other] }) => one !== other);
  return [
    [words.title, ...words.about(report)].join('\n'),
    table([...words.heads.pooled, ...shown.map((measure) => words.measures[measure])], pooledRows(), 2),
    words.remarks(report, all).join('\n'),
    ...section(words.sections.pairs, pairRows().length === 0 ? '' : pairTable()),
    ...section(words.titleOf(words.sections.codes, words.part(first)), codeTable()),
    ...(report.segmentation ? [words.segmentation(figure(report.segmentation))] : []),
    ...section(
      words.sections.confusion,
      shorten(
        differing.map(({ coders, codes, units }) => [
          ...codes.map((code, at) => words.said(coders[at] ?? '', nameOf(code))),
          String(units),
        ]),
        words.heads.confusion,
        2,
      ),
    ),
    ...section(
      words.sections.disagreements,
      shorten(
        report.disagreements.map(({ caseId, place, quote, given }) => [
          caseId,
          place,
          quote ?? '',
          ...given.map(({ codes }) =>
            codes ? words.listed(codes.map(nameOf)) || words.noCode : words.notJudged,
          ),
        ]),
        [...words.heads.disagreements, ...report.coders],
        3 + report.coders.length,
      ),
    ),
    ...section(words.sections.drift, report.drift.length === 0 ? '' : driftTable()),
    ...section(
      words.sections.leftOut,
      words
        .leftOut(report)
        .map((line) => `  ${line}`)
        .join('\n'),
    ),
  ].join('\n\n');

  function pooledRows(): string[][] {
    return report.parts.flatMap((part) =>
      (['all', 'coded'] as const)
        .map((universe) => [
          words.part(part),
          words.universes[universe],
          String(part[universe].units),
          ...shown.map((measure) => figure(part[universe].measures[measure])),
        ])
        .concat(
          part.question === 'coding' && !report.isSingle
            ? [
                [
                  words.part(part),
                  words.universes.anyCode,
                  String(part.all.units),
                  ...shown.map((measure) => anyCode(part, measure)),
                ],
              ]
            : [],
        ),
    );
  }

  function anyCode({ anyCode: figures }: Part, measure: AgreementMeasure): string {
    return measure in figures ? figure(figures[measure as keyof typeof figures]) : '';
  }

  function pairRows(): string[][] {
    return first.all.pairs.map(({ coders, percent, kappa }) => [
      ...coders,
      figure(percent),
      ...(kappa ? [figure(kappa)] : []),
    ]);
  }

  function pairTable(): string {
    const hasKappa = first.all.pairs.some(({ kappa }) => kappa);
    const heads = [words.measures.percent, ...(hasKappa ? [words.measures.kappa] : [])];
    return table([...words.heads.pairs, ...heads], pairRows(), 2);
  }

  function codeTable(): string {
    const measures = shown.filter((measure) => first.codes.some((code) => measure in code.all));
    const share = (value: number | null) => (value === null ? '' : value.toFixed(3));
    const cells = first.codes.map((code) => [
      nameOf(code.code),
      `${code.positives}${code.isTooFew ? ` ${words.tooFew}` : ''}`,
      share(code.prevalence),
      share(code.prevalenceIndex),
      share(code.biasIndex),
      ...measures.map((measure) => figure(code.all[measure as keyof typeof code.all])),
    ]);
    if (cells.length === 0) return '';
    return table([...words.heads.codes, ...measures.map((measure) => words.measures[measure])], cells, 1);
  }

  function driftTable(): string {
    const { measures } = words;
    const number = (value: number | null) => (value === null ? words.notDefined : value.toFixed(3));
    const heads = [...words.heads.drift, measures.percent, measures[report.headline]];
    const cells = report.drift.map((window) => [
      localTime(window.from),
      localTime(window.to),
      `${window.units}${window.isTooFew ? ` ${words.tooFew}` : ''}`,
      String(window.codebookChanges),
      number(window.percent),
      number(window.headline),
    ]);
    return table(heads, cells, 2);
  }
}

/** A value and its interval, to three decimals. */
function showFigure(figure: Figure | undefined, { notDefined }: AgreementWords): string {
  if (figure === undefined) return '';
  if (figure.value === null) return notDefined;
  const value = figure.value.toFixed(3);
  if (figure.low === null || figure.high === null) return value;
  return `${value} [${figure.low.toFixed(3)}, ${figure.high.toFixed(3)}]`;
}
