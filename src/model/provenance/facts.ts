import type { HeadlineMeasure } from '../agreement-measure.js';
import type { Language } from '../language.js';
import type { RegionKind } from '../region-kind.js';

/** A name in both languages. */
export type NamePair = Readonly<Record<Language, string>>;

/** How many of something go by a name: cases by the reason they were excluded for, words by the rule that dropped them. */
export interface CountedName {
  readonly name: string;
  readonly count: number;
}

/** A value with its interval; null where it is not defined. */
export interface ValueInInterval {
  readonly value: number | null;
  readonly low: number | null;
  readonly high: number | null;
}

/**
 * All that the database knows of how a study was made: what its methods section is written from. One file, however long: whoever
 * writes the methods text reads it as a list.
 */
export interface ProvenanceFacts {
  /** As the setting names it. */
  readonly tradition: string | null;
  /** The codebook last applied; null before anything was coded. */
  readonly codebook: CodebookFacts | null;
  readonly cases: CaseFacts;
  readonly texts: TextFacts;
  readonly mining: MiningFacts | null;
  readonly screening: ScreeningFacts | null;
  readonly coding: CodingFacts | null;
  readonly coders: CoderFacts;
  readonly pilot: RoundFacts | null;
  readonly retests: readonly RoundFacts[];
  readonly agreement: AgreementFacts | null;
  readonly adjudication: AdjudicationFacts;
  readonly saturation: SaturationFacts | null;
  readonly reserve: ReserveFacts | null;
  /** Statements that were held out and tested, and those that are held out now, of so many cases. */
  readonly statements: {
    readonly tested: ReserveFacts | null;
    readonly sealed: number;
    readonly cases: number;
  };
  readonly theory: TheoryFacts;
  readonly program: ProgramFacts;
}

export interface CodebookFacts {
  readonly isGiven: boolean;
  readonly title: NamePair;
  readonly version: string;
  /** From the top: how many codes each level has, and how many of them were given to any case. */
  readonly levels: readonly { readonly name: NamePair; readonly codes: number; readonly used: number }[];
  /** Decisions of people about its codes and levels. */
  readonly changes: number;
  /** The versions of its file that were applied, the first one first. */
  readonly versions: readonly string[];
}

export interface CaseFacts {
  readonly imported: number;
  readonly batches: number;
  readonly excluded: number;
  readonly exclusions: readonly CountedName[];
  readonly excludedWithoutReason: number;
  /** Held out now, and held out before. */
  readonly sealed: number;
  readonly unsealed: number;
  /** Chosen as the next case, for what it may show. */
  readonly chosen: number;
  readonly counted: number;
  readonly withoutText: number;
  /** Of those that count: with any coding, with one by a person, and finished by a coder. */
  readonly coded: number;
  readonly codedByPeople: number;
  readonly done: number;
  /** Neither. */
  readonly untouched: number;
}

export interface TextFacts {
  readonly steps: number;
  readonly changes: number;
  /** Code points of the clean texts, and those that count. */
  readonly characters: number;
  readonly counted: number;
  readonly kinds: readonly RegionKind[];
  /** How many cases count other regions than most. */
  readonly otherwise: number;
  readonly sentences: number;
  /** Somebody asks, or is named as the speaker, in some text. */
  readonly hasSpeech: boolean;
}

export interface MiningFacts {
  readonly segmenter: string;
  readonly profile: string;
  readonly minFrequency: number;
  readonly maxLength: number;
  readonly top: number;
  /** The attribute that makes groups, `case`, or null for one group. */
  readonly by: string | null;
  readonly newWords: number;
  readonly cases: number;
  /** The file that the newest statistics came from, of so many cases elsewhere; null: they are of the cases themselves. */
  readonly file: string | null;
  /** Cases that count and were not mined, or not as they read now: their keywords are in no count. */
  readonly waiting: number;
  readonly generations: number;
}

export interface ScreeningFacts {
  readonly groups: number;
  readonly considered: number;
  readonly kept: number;
  /** What rules left out, by the reason, and how many they kept. */
  readonly rules: readonly CountedName[];
  readonly leftOutByRules: number;
  readonly keptByRules: number;
  readonly people: Readonly<Record<'kept' | 'dropped' | 'folded' | 'added', number>>;
}

export interface CodingFacts {
  readonly assignments: number;
  readonly references: number;
  readonly wholeCases: number;
  readonly counterEvidence: number;
  /** Codings of either kind, as captions of tables count them, and those that people confirmed. */
  readonly codings: number;
  readonly confirmed: number;
  readonly oneByOne: number;
  readonly bulk: number;
  /** Proposals that somebody rejected. */
  readonly rejected: number;
  readonly contested: number;
  readonly toRevisit: number;
  /** Decisions before which a proposal of the program was shown. */
  readonly afterSuggestion: number;
}

export interface CoderFacts {
  /** As they may be printed. */
  readonly names: readonly string[];
  readonly areHidden: boolean;
  readonly lead: string | null;
  /** Cases that two or more are done with. */
  readonly sharedCases: number;
}

/** A round apart, the formal one or one coder with themself, in its headline measure. */
export interface RoundFacts extends ValueInInterval {
  readonly coders: readonly string[];
  readonly measure: HeadlineMeasure;
  readonly cases: number;
  readonly units: number;
  readonly threshold: number | null;
}

/** Agreement of the formal round, before adjudication; what stands in its way where it has none. */
export interface AgreementFacts extends ValueInInterval {
  readonly coders: readonly string[];
  readonly measure: HeadlineMeasure;
  readonly unit: 'keyword' | 'sentence' | 'paragraph' | 'case';
  readonly level: NamePair | null;
  readonly codebook: string;
  readonly units: number;
  readonly coded: number;
  /** The headline measure over the units that somebody gave a code. */
  readonly ofCoded: number | null;
  readonly percent: number | null;
  readonly covers: number;
  readonly resamples: number;
  readonly seed: number;
  readonly clusters: number;
  readonly isSingle: boolean;
  readonly segmentation: ValueInInterval | null;
  readonly unitsOfOne: number;
  readonly afterSuggestion: number;
  readonly codes: readonly (ValueInInterval & {
    readonly code: NamePair;
    readonly positives: number;
    readonly isTooFew: boolean;
    readonly prevalence: number | null;
  })[];
}

export interface AdjudicationFacts {
  readonly words: number;
  readonly sentences: number;
  readonly grounds: readonly CountedName[];
  /** Who took part, where a group decided. */
  readonly attendees: readonly string[];
}

export interface SaturationFacts {
  readonly form: 'inductive-thematic' | 'a-priori-thematic' | 'data';
  readonly counted: 'codes' | 'keywords';
  readonly level: NamePair | null;
  readonly cases: number;
  readonly order: string;
  readonly base: number;
  readonly run: number;
  readonly baseItems: number;
  readonly runs: number;
  readonly seed: number;
  readonly coverage: { readonly codes: number; readonly confirmed: number } | null;
  readonly points: readonly {
    readonly threshold: number;
    readonly at: number | null;
    readonly after: number;
    readonly reachedIn: number;
    readonly median: number | null;
  }[];
}

export interface ReserveFacts {
  /** Cases, or those that the statements are of. */
  readonly reserved: number;
  readonly statements: number;
  readonly others: number;
  readonly uncoded: number;
  readonly concepts: number;
  readonly categories: number;
  readonly relations: number;
}

export interface TheoryFacts {
  readonly memos: number;
  readonly relations: number;
  readonly core: string | null;
}

export interface ProgramFacts {
  readonly version: string;
  /** The versions that made the runs. */
  readonly versions: readonly string[];
  readonly runs: number;
  readonly decisions: number;
  readonly statements: number;
  readonly logHash: string;
  /** Null where nobody asked for it. */
  readonly verification: {
    readonly isIntact: boolean;
    readonly texts: number;
    readonly seals: number;
    readonly faults: number;
    readonly runs: number;
    readonly repeated: number;
    readonly stateHash: string | null;
  } | null;
}
