import type { AgreementMeasure } from '../model/agreement-measure.js';
import type { AgreementPart, AgreementReport } from '../project/agreement-report.js';

/** What is said about agreement, in one language. */
export interface AgreementWords {
  readonly title: string;
  /** Unit, coders, codebook, headline and interval, a line each. */
  readonly about: (report: AgreementReport) => string[];
  readonly measures: Readonly<Record<AgreementMeasure, string>>;
  readonly universes: Readonly<Record<'all' | 'coded' | 'anyCode', string>>;
  readonly part: (part: Pick<AgreementPart, 'question' | 'level'>) => string;
  /** A screening answer, as `keep` or `fold` and a word. */
  readonly answer: (answer: string) => string;
  readonly sections: Readonly<
    Record<'pairs' | 'codes' | 'confusion' | 'disagreements' | 'drift' | 'leftOut', string>
  >;
  readonly heads: Readonly<{
    readonly pooled: readonly [string, string, string];
    readonly pairs: readonly [string, string];
    readonly codes: readonly [string, string, string, string, string];
    readonly confusion: readonly [string, string, string];
    readonly disagreements: readonly [string, string, string];
    readonly drift: readonly [string, string, string, string];
  }>;
  /** A title with what it is about. */
  readonly titleOf: (title: string, part: string) => string;
  readonly said: (coder: string, code: string) => string;
  readonly listed: (codes: readonly string[]) => string;
  readonly notDefined: string;
  readonly tooFew: string;
  readonly noCode: string;
  readonly notJudged: string;
  readonly segmentation: (value: string) => string;
  /** How the codes are pooled, and what to mind of the measures shown. */
  readonly remarks: (report: AgreementReport, all: boolean) => string[];
  /** How the command shows the other measures. */
  readonly others: string;
  readonly leftOut: (report: AgreementReport) => string[];
  /** That so many more rows are only in the JSON. */
  readonly more: (rows: number) => string;
}
