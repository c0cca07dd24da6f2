import { type AgreementMeasure, agreementMeasures } from '../model/agreement-measure.js';
import type { AgreementPart, AgreementReport } from '../project/agreement-report.js';
import { localTime } from '../text/local-time.js';
import type { AgreementWords } from './agreement-words.js';

/** A part of a report on agreement as a table whose first columns are texts and the others numbers. */
export interface AgreementTable {
  readonly name: 'pooled' | 'pairs' | 'codes' | 'confusion' | 'disagreements' | 'drift';
  readonly title: string;
  readonly header: readonly string[];
  readonly cells: readonly (readonly string[])[];
  readonly texts: number;
}

type Figures = AgreementPart['all']['measures'];
type Figure = NonNullable<Figures['percent']>;

/** How coders agree as it is read: what the numbers are of, the tables, what to mind, and what was left out. */
export interface DescribedAgreement {
  readonly title: string;
  readonly about: readonly string[];
  readonly tables: readonly AgreementTable[];
  readonly remarks: readonly string[];
  readonly leftOut: { readonly title: string; readonly lines: readonly string[] };
}

/** Describes how coders agree in the words of one language. */
export function describeAgreement(
  report: AgreementReport,
  words: AgreementWords,
  all: boolean,
): DescribedAgreement {
  const { segmentation } = report;
  return {
    title: words.title,
    about: words.about(report),
    tables: agreementTables(report, words),
    remarks: [
      ...words.remarks(report, all),
      ...(segmentation ? [words.segmentation(showFigure(segmentation, words))] : []),
    ],
    leftOut: { title: words.sections.leftOut, lines: words.leftOut(report) },
  };
}

/** Lays out how coders agree as tables, those that have no rows are left out. */
function agreementTables(report: AgreementReport, words: AgreementWords): AgreementTable[] {
  const [first] = report.parts as [AgreementPart];
  const figure = (one: Figure | undefined) => showFigure(one, words);
  const shown = agreementMeasures.filter((measure) =>
    report.parts.some(({ all: { measures } }) => measures[measure] !== undefined),
  );
  const { sections, heads, measures } = words;
  const all: AgreementTable[] = [
    {
      name: 'pooled',
      title: words.title,
      header: [...heads.pooled, ...shown.map((measure) => measures[measure])],
      cells: pooledRows(),
      texts: 2,
    },
    pairTable(),
    codeTable(),
    {
      name: 'confusion',
      title: sections.confusion,
      header: heads.confusion,
      cells: report.confusion
        .filter(({ codes: [one, other] }) => one !== other)
        .map(({ coders, codes, units }) => [
          ...codes.map((code, at) => words.said(coders[at] ?? '', nameOf(code))),
          String(units),
        ]),
      texts: 2,
    },
    {
      name: 'disagreements',
      title: sections.disagreements,
      header: [...heads.disagreements, ...report.coders],
      cells: report.disagreements.map(({ caseId, place, quote, given }) => [
        caseId,
        place,
        quote ?? '',
        ...given.map(({ codes }) =>
          codes ? words.listed(codes.map(nameOf)) || words.noCode : words.notJudged,
        ),
      ]),
      texts: heads.disagreements.length + report.coders.length,
    },
    driftTable(),
  ];
  return all.filter(({ cells }) => cells.length > 0);

  function nameOf(code: string | null): string {
    if (code === null) return words.noCode;
    return first.question === 'screening' ? words.answer(code) : code;
  }

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

  function anyCode({ anyCode: figures }: AgreementPart, measure: AgreementMeasure): string {
    return measure in figures ? figure(figures[measure as keyof typeof figures]) : '';
  }

  function pairTable(): AgreementTable {
    const { pairs } = first.all;
    const hasKappa = pairs.some(({ kappa }) => kappa);
    return {
      name: 'pairs',
      title: sections.pairs,
      header: [...heads.pairs, measures.percent, ...(hasKappa ? [measures.kappa] : [])],
      cells: pairs.map(({ coders, percent, kappa }) => [
        ...coders,
        figure(percent),
        ...(kappa ? [figure(kappa)] : []),
      ]),
      texts: 2,
    };
  }

  function codeTable(): AgreementTable {
    const ofCodes = shown.filter((measure) => first.codes.some((code) => measure in code.all));
    const share = (value: number | null) => (value === null ? '' : value.toFixed(3));
    return {
      name: 'codes',
      title: words.titleOf(sections.codes, words.part(first)),
      header: [...heads.codes, ...ofCodes.map((measure) => measures[measure])],
      cells: first.codes.map((code) => [
        nameOf(code.code),
        `${code.positives}${code.isTooFew ? ` ${words.tooFew}` : ''}`,
        share(code.prevalence),
        share(code.prevalenceIndex),
        share(code.biasIndex),
        ...ofCodes.map((measure) => figure(code.all[measure as keyof typeof code.all])),
      ]),
      texts: 1,
    };
  }

  function driftTable(): AgreementTable {
    const number = (value: number | null) => (value === null ? words.notDefined : value.toFixed(3));
    return {
      name: 'drift',
      title: sections.drift,
      header: [...heads.drift, measures.percent, measures[report.headline]],
      cells: report.drift.map((window) => [
        localTime(window.from),
        localTime(window.to),
        `${window.units}${window.isTooFew ? ` ${words.tooFew}` : ''}`,
        String(window.codebookChanges),
        number(window.percent),
        number(window.headline),
      ]),
      texts: 2,
    };
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
