import type { ErrorCode, ErrorParams } from '../errors.js';
import type { StepName } from '../model/cleaning-step.js';
import type { CountedRegions } from '../model/counted-regions.js';
import type { Decision } from '../model/decisions/decision.js';
import type { PassageNumber } from '../model/passage-number.js';
import type { Problem, ProblemKind, ProblemParams } from '../model/problem.js';
import type { RegionKind } from '../model/region-kind.js';
import type { ProgressStep } from '../project/context.js';
import type { DoubtfulWord } from '../project/doubtful-words.js';
import type { LeftOutPassage } from '../project/left-out-passages.js';
import type { UnreadPart } from '../sources/read-case-file.js';
import type { AuditReport } from '../workflow/audit-codebook.js';
import type { CaseRegions } from '../workflow/case-regions.js';
import type { RegionReport } from '../workflow/change-regions.js';
import type { CodebookConflict, CodeReport, CodingChanges } from '../workflow/code-cases.js';
import type { ConcordanceLine } from '../workflow/concordance.js';
import type { DecideReport } from '../workflow/decide.js';
import type { AppliedRecipe, WrittenRecipe } from '../workflow/decision-recipes.js';
import type { ExportedDocuments } from '../workflow/export-documents.js';
import type { ExportedSheet } from '../workflow/export-sheet.js';
import type { ImportedComments } from '../workflow/hand-coding/comments-report.js';
import type { ImportReport } from '../workflow/import-cases.js';
import type { ImportedCoding } from '../workflow/import-coding.js';
import type { ImportedSheet } from '../workflow/import-sheet.js';
import type { JoinReport } from '../workflow/join-projects.js';
import type { ListedTheory } from '../workflow/list-relations.js';
import type { MineReport } from '../workflow/mine-keywords.js';
import type { WrittenPart } from '../workflow/parts/write-part.js';
import type { PilotReport } from '../workflow/pilot.js';
import type { ImportedQdaProject } from '../workflow/qda/imported-qda-project.js';
import type { ScreenReport } from '../workflow/screen-keywords.js';
import type { CaseState } from '../workflow/show-cases.js';
import type { SplitReport } from '../workflow/split-work.js';
import type { SuggestionReason } from '../workflow/suggest.js';
import type { AgreementWords } from './agreement-words.js';
import type { BatchWords } from './batch-words.js';
import type { ExportWords } from './export-words.js';
import type { FigureWords } from './figure-words.js';
import type { CommandName } from './names.js';
import type { OptionName } from './option-names.js';
import type { ProvenanceWords } from './provenance-words.js';
import type { PseudonymWords } from './pseudonyms-words.js';
import type { ReserveWords } from './reserve-words.js';
import type { SaturationWords } from './saturation-words.js';
import type { SensitivityWords } from './sensitivity-words.js';
import type { ServeWords } from './serve-words.js';
import type { SparkWords } from './spark-words.js';
import type { TagWords } from './tag-words.js';
import type { VerifyWords } from './verify-words.js';

/** What commands report about regions. */
export interface RegionReports {
  readonly importedRegions: (regions: CountedRegions) => string[];
  readonly regions: (report: RegionReport) => string[];
  readonly caseRegions: (report: CaseRegions) => string;
  readonly passage: (number: PassageNumber) => string;
  readonly notMined: (ids: readonly string[]) => string[];
  readonly leftOutPassages: (passages: readonly LeftOutPassage[]) => string[];
}

/** Everything the program says, in one language. A missing message does not compile. */
export interface Messages {
  readonly errors: { readonly [C in ErrorCode]: (params: ErrorParams[C]) => string };
  /** What is wrong inside a file, as part of the sentence of an error. */
  readonly problems: { readonly [K in ProblemKind]: (params: ProblemParams[K]) => string };
  readonly commands: Readonly<Record<CommandName, string>>;
  readonly options: Readonly<Record<OptionName, string>>;
  readonly steps: Readonly<Record<ProgressStep, string>>;
  readonly reports: RegionReports & {
    readonly imported: (report: ImportReport) => string[];
    readonly unread: (parts: readonly UnreadPart[]) => string[];
    readonly partWritten: (part: WrittenPart) => string;
    readonly partsUnread: (files: number) => string;
    readonly mined: (report: MineReport) => string[];
    /** That cases without text are left out of what reads texts; nothing where there are none. */
    readonly withoutText: (cases: number) => string[];
    /** Said of a case without text. */
    readonly noText: string;
    /** Of an attribute that follows from others. */
    readonly derived: string;
    readonly screened: (report: ScreenReport) => string[];
    readonly screenedBy: (rules: string) => string;
    readonly coded: (report: CodeReport) => string[];
    readonly changed: (changes: CodingChanges) => string[];
    readonly conflicting: (conflicts: readonly CodebookConflict[]) => string[];
    readonly decided: (report: DecideReport) => string[];
    readonly importedCoding: (coding: ImportedCoding) => string[];
    readonly importedComments: (comments: ImportedComments) => string[];
    readonly importedQda: (project: ImportedQdaProject) => string[];
    readonly exportedDocuments: (exported: ExportedDocuments, out: string) => string[];
    readonly importedSheet: (sheet: ImportedSheet) => string[];
    readonly pilot: (report: PilotReport) => string[];
    readonly splitWork: (report: SplitReport, folder: string) => string[];
    /** @param shown how many lines of one kind there are at most */
    readonly joined: (report: JoinReport, shown?: number) => string[];
    readonly writtenRecipe: (recipe: WrittenRecipe, path: string) => string[];
    readonly appliedRecipe: (recipe: AppliedRecipe) => string[];
    readonly exportedSheet: (sheet: ExportedSheet, path: string) => string[];
    /** What was decided about a case, each as a phrase. */
    readonly caseState: (state: CaseState) => string[];
    readonly decision: (decision: Decision) => string;
    /** The core category and the storyline, above a list of relations. */
    readonly theory: (theory: ListedTheory) => string[];
    /** What is coded without a passage. */
    readonly wholeCase: string;
    /** The group it was decided for, or the case as a whole; empty where it is about neither. */
    readonly decisionGroup: (decision: Decision) => string;
    /** Why it was decided, and of an adjudication who took part. */
    readonly decisionReason: (decision: Decision) => string;
    readonly reason: (reason: SuggestionReason) => string;
    readonly suggested: string;
    readonly nothingNear: string;
    readonly withoutParent: (codes: readonly string[]) => string;
    readonly wrote: (folder: string, files: readonly string[]) => string[];
    readonly took: (milliseconds: Readonly<Record<string, number>>) => string[];
    readonly nothingFound: string;
    readonly audited: (report: AuditReport) => string;
    /** Of so many main pillars, how many come first, and how many among the first two. */
    readonly mainPillars: (first: number, withinTwo: number, of: number) => string;
    readonly notCarried: (fields: readonly string[]) => string;
    readonly doubtfulWord: (word: DoubtfulWord) => string;
    readonly nothingWritten: string;
    /** What the marks in a list of changes mean. */
    readonly diffMarks: string;
    /** That a project of an earlier version is read from a copy. */
    readonly updatedCopy: (path: string, versions: Readonly<Record<'found' | 'known', number>>) => string;
    readonly occurrences: (lines: readonly ConcordanceLine[]) => string;
    readonly occursInLeftOut: (kinds: readonly RegionKind[]) => string;
  };
  readonly agreement: AgreementWords;
  readonly saturation: SaturationWords;
  readonly verify: VerifyWords;
  readonly export: ExportWords;
  readonly spark: SparkWords;
  readonly figure: FigureWords;
  readonly serve: ServeWords;
  readonly provenance: ProvenanceWords;
  readonly pseudonyms: PseudonymWords;
  readonly reserve: ReserveWords;
  readonly tag: TagWords;
  readonly batch: BatchWords;
  readonly sensitivity: SensitivityWords;
  /** The headers of tables that only the terminal shows. */
  readonly columns: {
    readonly rehearsed: readonly string[];
    readonly split: readonly string[];
    readonly manifest: readonly string[];
    readonly regions: readonly string[];
    readonly caseRegions: readonly string[];
    readonly attributes: readonly string[];
  };
  /** What cleaning steps are called, beside the names they are chosen by. */
  /** The stages of a run, and what `run` does besides; a name that is missing is shown as it is. */
  readonly stages: Readonly<Record<string, string>>;
  /** The options that a run keeps; likewise. */
  readonly runOptions: Readonly<Record<string, string>>;
  readonly cleaningSteps: Readonly<Partial<Record<StepName, string>>>;
  readonly regionNames: Readonly<Record<RegionKind, string>>;
  /** The value of a setting, as people read it. */
  readonly settingValue: (name: string, value: string) => string;
  readonly outcomes: Readonly<Record<'added' | 'changed' | 'unchanged', string>>;
  readonly demo: {
    readonly steps: readonly [string, string, string, string];
    readonly references: string;
    readonly keywordsOf: (group: string) => string;
    readonly mostFrequent: string;
    /** How many references a code has, in how many cases, and in how many other cases only keywords. */
    readonly walkBack: (code: string, references: number, cases: number, others: number) => string;
    readonly next: string;
  };
  /** Column heads of the lists that are no tables of the study. */
  readonly heads: Readonly<
    Record<'cases' | 'runs' | 'history' | 'settings' | 'coders' | 'accuracy', readonly string[]>
  >;
  readonly usage: {
    readonly needsCommand: string;
    readonly missingArgument: string;
    readonly unknownCommand: (name: string, near: string) => string;
    readonly needsValue: (name: string) => string;
    readonly givenTwice: (name: string) => string;
    readonly atLeast: (name: string, least: number) => string;
    readonly viewOfCoding: string;
    readonly codedFiles: string;
    readonly tooManyCodes: (given: number) => string;
    readonly needsCodebook: (action: string) => string;
    readonly needsOut: (format: string) => string;
    readonly relate: string;
    readonly coderGuid: string;
    readonly memo: Readonly<Record<'add' | 'edit' | 'delete', string>>;
    readonly needsCase: (action: string) => string;
    readonly oneCase: (action: string) => string;
    readonly needsOption: (option: string) => string;
    readonly notTogether: (one: string, other: string) => string;
    /** `command` is empty or ends in a space. */
    readonly see: (command: string) => string;
    readonly example: string;
  };
  /** What the reader of the command line says itself, by its English, which is left where nothing is given. */
  readonly parser: Readonly<Record<string, string | Readonly<Record<'one' | 'other', string>>>>;
  readonly bug: string;
  /** Behind what is cut of a long message. */
  readonly more: {
    /** Further problems of one kind, and the places of the first. */
    readonly problems: (count: number, places: readonly string[], isCut: boolean) => string;
    readonly characters: (count: number) => string;
  };
  /** What the system says of a file, by its code (`EACCES`), where its own words are another language or mislead. */
  readonly systemReasons: Readonly<Record<string, string>>;
}

/** The messages for the errors of some rooms, which stand first in their codes. */
export type ErrorsOf<Room extends string> = Pick<
  Messages['errors'],
  Extract<keyof Messages['errors'], `${Room}/${string}`>
>;

/** The sentence of a problem in the language of its sentences. */
export function sayProblem(problems: Messages['problems'], problem: Problem): string {
  const say = problems[problem.kind] as (params: Problem) => string;
  return say(problem);
}
