import {
  type AgreementMeasure,
  agreementMeasures,
  type HeadlineMeasure,
} from '../model/agreement-measure.js';
import { countConfusions, findDisagreements } from '../stages/assess/agreement/confusion.js';
import { measureDrift } from '../stages/assess/agreement/drift.js';
import { type JudgedUnit, rateUnits } from '../stages/assess/agreement/judged-unit.js';
import { measureAgreement } from '../stages/assess/agreement/measure-agreement.js';
import { type RatedUnit, type Ratings, whoCoded } from '../stages/assess/agreement/ratings.js';
import { COVERED, type Resampling } from '../stages/assess/agreement/resample.js';
import type { AgreementPart, AgreementReport, Disagreement } from './agreement-report.js';

/** One question at one level, to be measured. */
export interface QuestionAsked extends Pick<AgreementPart, 'question' | 'level'> {
  readonly units: readonly JudgedUnit[];
  /** Whether a coder gives a unit one code at most. */
  readonly isSingle: boolean;
  /** The code that another belongs to at the level; null where there is none. */
  readonly codeAt?: (code: string) => string | null;
}

/** What coders said, ready to be measured. */
export interface Collected extends Pick<AgreementReport, 'segmentation'> {
  /** Confusion, disagreements and drift are of the first. */
  readonly questions: readonly QuestionAsked[];
  readonly unitsOfOne: number;
  readonly verdictsLeftOut: number;
  /** Of each unit of the first question, the ids of the decisions about it. */
  readonly decisions: readonly (readonly string[])[];
  /** Where units of the first question are, and how they read. */
  readonly describe: (places: readonly number[]) => readonly Omit<Disagreement, 'given'>[];
}

/** What agreement is computed from. */
export interface AgreementAsked {
  readonly coders: readonly string[];
  readonly collected: Pick<Collected, 'questions' | 'describe'>;
  readonly headline: HeadlineMeasure;
  /** All measures, not the headline alone. */
  readonly all: boolean;
  readonly resampling: Resampling;
  readonly codebookChanges: readonly string[];
}

type Measured = Pick<
  AgreementReport,
  | 'coders'
  | 'headline'
  | 'interval'
  | 'universe'
  | 'isSingle'
  | 'parts'
  | 'confusion'
  | 'disagreements'
  | 'drift'
>;

/** Measures each question and describes what coders disagree about in the first. */
export function assembleAgreement(asked: AgreementAsked): Measured {
  const { coders, headline, resampling } = asked;
  const { questions, describe } = asked.collected;
  const shown = new Set<AgreementMeasure>(asked.all ? agreementMeasures : ['percent', headline]);
  const rated = questions.map((question) => rateUnits(coders, question.units, question));
  const parts = questions.map(({ question, level, units, codeAt }, at): AgreementPart => {
    const measured = measureAgreement(rated[at] as Ratings, resampling, shown);
    const given = new Set(units.flatMap(({ said }) => said.map(({ code }) => code)));
    const codesLeftOut = codeAt ? [...given].filter((code) => codeAt(code) === null).sort() : [];
    return { question, level, codesLeftOut, ...measured };
  });
  const [first] = rated as [Ratings];
  const places = findDisagreements(first);
  const described = describe(places);
  return {
    coders,
    headline,
    interval: { covers: COVERED, ...resampling, clusters: first.clusters },
    universe: {
      units: first.units.length,
      coded: first.units.filter((unit) => whoCoded(unit) !== 0).length,
    },
    isSingle: first.isSingle,
    parts,
    confusion: countConfusions(first),
    disagreements: described.map((one, at) => ({
      ...one,
      given: givenIn(first.units[places[at] as number] as RatedUnit, first),
    })),
    drift: measureDrift(
      first,
      (questions[0]?.units ?? []).map(({ time }) => time),
      asked.codebookChanges,
      headline,
    ),
  };
}

function givenIn({ full, codes: rated }: RatedUnit, { coders, codes }: Ratings): Disagreement['given'] {
  return coders.map((coder, at) => {
    const judged = rated.filter(({ known }) => (known >>> at) & 1);
    const isJudged = judged.length > 0 || ((full >>> at) & 1) === 1;
    const own = judged.filter(({ yes }) => (yes >>> at) & 1);
    return { coder, codes: isJudged ? own.map(({ code }) => codes[code] as string).sort() : null };
  });
}
