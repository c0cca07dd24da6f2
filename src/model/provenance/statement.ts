import type { HeadlineMeasure } from '../agreement-measure.js';
import type { RegionKind } from '../region-kind.js';
import type {
  AdjudicationFacts,
  AgreementFacts,
  CountedName,
  MiningFacts,
  NamePair,
  ReserveFacts,
  SaturationFacts,
} from './facts.js';

type Nothing = Record<never, never>;
type Cases = { readonly cases: number };

/** A step of the way from the cases that were sought to those that are coded. */
export interface FlowStep {
  readonly step:
    | 'imported'
    | 'excluded'
    | 'sealed'
    | 'counted'
    | 'unsealed'
    | 'coded'
    | 'coded-by-people'
    | 'done';
  readonly cases: number;
  readonly reasons: readonly CountedName[];
}

/** All that a methods section may say, with the values that it says it with; its words are those of a language. */
export interface StatementParams {
  'approach/tradition': { tradition: string };
  'approach/deductive': { title: NamePair; version: string };
  'approach/inductive': Nothing;
  'approach/uncoded': Nothing;
  'approach/changed': { decisions: number };
  'approach/versions': { versions: readonly string[] };
  'cases/imported': { cases: number; batches: number };
  'cases/excluded': { cases: number; reasons: readonly CountedName[] };
  'cases/none-excluded': Nothing;
  'cases/chosen': Cases;
  'cases/without-text': Cases;
  'cases/counted': Cases;
  'cases/untouched': Cases;
  'cases/flow': { steps: readonly FlowStep[] };
  'texts/cleaned': { steps: number; changes: number };
  'texts/counted': { characters: number; counted: number; percent: number; kinds: readonly RegionKind[] };
  'texts/otherwise': Cases;
  'texts/sentences': { sentences: number; cases: number };
  'mining/none': Nothing;
  'mining/segmented': { segmenter: string };
  'mining/discovered': Pick<MiningFacts, 'profile' | 'minFrequency' | 'maxLength' | 'newWords' | 'cases'>;
  'mining/taken': { file: string; newWords: number; cases: number };
  'mining/ranked': Pick<MiningFacts, 'by' | 'top'>;
  'mining/waiting': { cases: number };
  'mining/generations': { generations: number };
  'screening/considered': { considered: number; groups: number };
  'screening/rules': { leftOut: number; reasons: readonly CountedName[]; kept: number };
  'screening/people': Readonly<Record<'kept' | 'dropped' | 'folded' | 'added', number>>;
  'screening/no-people': Nothing;
  'screening/kept': { kept: number };
  'coding/levels': {
    levels: readonly { readonly name: NamePair; readonly codes: number; readonly used: number }[];
  };
  'coding/no-codes': Nothing;
  'coding/counts': { assignments: number; references: number; cases: number };
  'coding/nothing': Nothing;
  'coding/whole-cases': { references: number };
  'coding/counter-evidence': { passages: number };
  'coding/confirmed': {
    codings: number;
    confirmed: number;
    percent: number;
    oneByOne: number;
    bulk: number;
    open: number;
  };
  'coding/proposed': { codings: number };
  'coding/rejected': { passages: number };
  'coding/contested': { verdicts: number };
  'coding/revisit': { verdicts: number };
  'coding/suggestions': { decisions: number };
  'coding/no-suggestions': Nothing;
  'coders/none': Nothing;
  'coders/one': { name: string };
  'coders/several': { names: readonly string[]; coders: number };
  'coders/lead': { name: string };
  'pilot/none': Nothing;
  'pilot/done': {
    coders: number;
    cases: number;
    units: number;
    measure: HeadlineMeasure;
    value: number | null;
  };
  'pilot/threshold': { threshold: number; isReached: boolean };
  'overlap/cases': { shared: number; cases: number; percent: number };
  'agreement/none': { coders: number };
  'agreement/compared': Pick<AgreementFacts, 'unit' | 'units' | 'coded' | 'codebook' | 'level'> & {
    names: readonly string[];
  };
  'agreement/rule': Pick<AgreementFacts, 'unit' | 'isSingle'>;
  'agreement/value': Pick<
    AgreementFacts,
    'measure' | 'value' | 'low' | 'high' | 'ofCoded' | 'covers' | 'resamples' | 'seed'
  > & { readonly percent: number | null };
  'agreement/few-cases': Cases;
  'agreement/undefined': { measure: HeadlineMeasure };
  'agreement/codes': Pick<AgreementFacts, 'measure' | 'codes' | 'level'>;
  'agreement/segmentation': { value: number; low: number | null; high: number | null };
  'agreement/left-out': { units: number };
  'agreement/suggestions': { units: number };
  'retest/none': Nothing;
  'retest/done': {
    name: string;
    cases: number;
    units: number;
    measure: HeadlineMeasure;
    value: number | null;
  };
  'adjudication/done': AdjudicationFacts;
  'adjudication/none': Nothing;
  'saturation/none': Nothing;
  'saturation/coverage': { codes: number; confirmed: number; percent: number; level: NamePair | null };
  'saturation/curve': Pick<
    SaturationFacts,
    'form' | 'counted' | 'cases' | 'order' | 'base' | 'baseItems' | 'run' | 'runs' | 'seed'
  >;
  'saturation/reached': { percent: number; at: number; after: number; reachedIn: number; runs: number };
  'saturation/missed': { percent: number; reachedIn: number; runs: number };
  'reserve/none': Nothing;
  'reserve/sealed': Cases;
  'reserve/tested': Omit<ReserveFacts, 'uncoded' | 'statements'>;
  'reserve/sealed-statements': { statements: number; cases: number };
  'reserve/tested-statements': Omit<ReserveFacts, 'uncoded' | 'others'>;
  'reserve/uncoded': Cases;
  'theory/memos': { memos: number };
  'theory/relations': { relations: number };
  'theory/core': { code: string };
  'program/version': { version: string; versions: readonly string[]; runs: number };
  'program/log': { decisions: number; statements: number };
  'program/log-hash': { hash: string };
  'program/intact': { texts: number; decisions: number; seals: number; runs: number; repeated: number };
  'program/faults': { faults: number };
  'program/state-hash': { hash: string };
  'program/no-generative': Nothing;
}

export type StatementCode = keyof StatementParams;

/** A sentence or small table of a methods section: what it says, with which values, and the commands that show these. */
export type Statement = {
  readonly [C in StatementCode]: {
    readonly kind: 'statement';
    readonly code: C;
    readonly params: StatementParams[C];
    readonly shownBy: readonly string[];
  };
}[StatementCode];
