import type { HeadlineMeasure } from '../model/agreement-measure.js';
import type { RoundApart } from '../model/coder-round.js';
import type { Confusion } from '../stages/assess/agreement/confusion.js';
import type { DriftWindow } from '../stages/assess/agreement/drift.js';
import type { Agreement } from '../stages/assess/agreement/measure-agreement.js';
import type { Figure } from '../stages/assess/agreement/resample.js';
import type { SheetCoding } from '../stages/assess/agreement/units-of-sheet.js';
import type { PassageUnit } from './judged-passages.js';

/** What coders are compared on. */
export const agreementUnits = ['keyword', 'sentence', 'paragraph', 'case'] as const satisfies readonly (
  | PassageUnit
  | 'keyword'
)[];

export type AgreementUnit = (typeof agreementUnits)[number];

/** What is asked for. */
export interface AgreeRequest {
  /** Of a sheet: all that it has, where nobody is named. */
  readonly coders?: readonly string[] | undefined;
  /** A round apart from the formal one: the training round of these coders, or one coder's retest beside their first coding. */
  readonly round?: RoundApart | undefined;
  /** Only what is of the cases of this batch; of a project, and not of keywords. */
  readonly batch?: string | undefined;
  readonly codebook?: string | undefined;
  /** A version of the codebook's file, without people's decisions; otherwise settled, with them. */
  readonly codebookVersion?: string | undefined;
  /** Otherwise sentences where any of the coders judged passages, else keywords. */
  readonly unit?: AgreementUnit | undefined;
  /** One level alone, 1 being the top; otherwise all, that above the lowest (范畴) first. */
  readonly level?: number | undefined;
  /** All measures, not the headline measure alone. */
  readonly all?: boolean | undefined;
  readonly resamples?: number | undefined;
  readonly seed?: number | undefined;
  /** Cases to leave out, since the project hides from who reads it what others say there. */
  readonly hiddenCases?: readonly string[] | undefined;
}

/** Agreement about one question at one level. */
export interface AgreementPart extends Agreement {
  readonly question: 'coding' | 'mapping' | 'screening';
  /** The level of the codebook, 1 being the top; null where codes have no levels. */
  readonly level: {
    readonly number: number;
    readonly name: { readonly zh: string; readonly en: string };
  } | null;
  /** Codes that belong to none of this level, or are not in this version of the codebook. */
  readonly codesLeftOut: readonly string[];
}

/** A unit of which coders say different things, with the codes each gave at the level of the first part. */
export interface Disagreement {
  /** The case, the group of a keyword, or the case of a sheet. */
  readonly caseId: string;
  /** Paragraph and sentence of a passage from 1; the keyword, or the unit of a sheet. */
  readonly place: string;
  readonly quote: string | null;
  /** Null: the coder did not judge the unit. */
  readonly given: readonly { readonly coder: string; readonly codes: readonly string[] | null }[];
}

/** How coders agree, what on, and what was left out. */
export interface AgreementReport {
  readonly unit: AgreementUnit | 'row';
  readonly coders: readonly string[];
  readonly codebook: { readonly id: string; readonly version: string; readonly isSettled: boolean } | null;
  readonly sheet: (Pick<SheetCoding, 'shape' | 'columns'> & { readonly path: string }) | null;
  readonly headline: HeadlineMeasure;
  readonly interval: {
    readonly covers: number;
    readonly resamples: number;
    readonly seed: number;
    /** Cases (or groups of keywords, or rows without a case) that are drawn as wholes. */
    readonly clusters: number;
  };
  /** Units that two or more coders judged, and those of them that somebody gave a code. */
  readonly universe: { readonly units: number; readonly coded: number };
  /** Whether a coder gives a unit one code at most, so that codes are categories of one judgement. */
  readonly isSingle: boolean;
  readonly parts: readonly AgreementPart[];
  /** How alike coders cut passages, whatever their codes: boundary similarity. */
  readonly segmentation: Figure | null;
  /** Of the first part, as the following. */
  readonly confusion: readonly Confusion[];
  readonly disagreements: readonly Disagreement[];
  readonly drift: readonly DriftWindow[];
  readonly leftOut: {
    readonly excludedCases: number;
    readonly sealedCases: number;
    /** Cases in which the project hides from who reads it what others say. */
    readonly hiddenCases: number;
    /** Sealed statements of the cases that count. */
    readonly sealedStatements: number;
    /** Units that one of the coders alone judged. */
    readonly unitsOfOne: number;
    /** Verdicts in text, or in cases, that do not count. */
    readonly verdicts: number;
  };
  /** Units with verdicts that were given after a suggestion was shown, by which they are not blind; they are not left out. */
  readonly unitsAfterSuggestion: number;
}
