import type { StageName } from '../../model/run.js';

/** The parts of the results, in their order. */
export const resultGroups = ['cases', 'keywords', 'codes', 'argument', 'comparison', 'quality'] as const;

export type ResultGroup = (typeof resultGroups)[number];

/** What a report says of itself in one language; methods, tables and figures have words of their own. */
export interface ReportWords {
  /** Of a report about the coding under a codebook, or without one. */
  readonly title: (codebook: string | null) => string;
  readonly subtitle: (cases: number, toolVersion: string) => string;
  readonly methods: string;
  /** Above the methods, where places are left to write. */
  readonly gapsLeft: (gaps: number) => string;
  readonly results: string;
  readonly groups: Readonly<Record<ResultGroup, string>>;
  readonly core: (code: string) => string;
  readonly storyline: string;
  readonly tableNumber: (number: string) => string;
  readonly figureNumber: (number: string) => string;
  /** Before the notes of a table or figure. */
  readonly notes: string;
  readonly noRows: string;
  readonly rowsLeft: (shown: number, left: number | null, file: string) => string;
  readonly quotes: string;
  /** Above the quotes: how many a code has at most, and what the mark of the unconfirmed is. */
  readonly aboutQuotes: (perCode: number, mark: string) => string;
  /** How much there is that supports a code, or denies it. */
  readonly ofCode: Readonly<Record<'example' | 'counter', (counts: QuotedCounts) => string>>;
  readonly place: (place: QuotePlace) => string;
  readonly appendix: (letter: string, title: string) => string;
  readonly meanings: string;
  readonly shownBy: string;
  readonly shownByHeads: readonly [string, string];
  readonly runs: string;
  readonly runHeads: readonly string[];
  readonly stages: Readonly<Record<StageName, string>>;
  readonly hashes: (hashes: ReportHashes) => string;
  readonly contents: string;
  readonly figureData: string;
}

/** How many passages there are, and how many of them are quoted. */
interface QuotedCounts {
  readonly passages: number;
  readonly quoted: number;
}

/** Where the words of a quote stand. */
interface QuotePlace {
  readonly caseId: string;
  readonly paragraph: number;
  readonly sentence: number;
}

/** What says that a project is the same. */
export interface ReportHashes {
  readonly toolVersion: string;
  readonly log: string;
}
