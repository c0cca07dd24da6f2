import { createHash } from 'node:crypto';
import { basename, extname } from 'node:path';
import { UserError } from '../errors.js';
import { readCodingMap } from '../formats/coding-map.js';
import { codingRowsOf } from '../formats/coding-rows.js';
import type { DoubtfulRow } from '../model/cell-doubt.js';
import type { CodingRow, CodingRows } from '../model/hand-coding.js';
import type { UnreadOfSheet } from '../model/sheet.js';
import type { Context } from '../project/context.js';
import { addBareCases } from '../project/hand-coding/add-bare-cases.js';
import { caseFinder, type FoundCases, findCases } from '../project/hand-coding/find-cases.js';
import { quoteLocator } from '../project/hand-coding/locate-quotes.js';
import type { PlannedCodes } from '../project/hand-coding/plan-codes.js';
import { codingsByCoder, type PlacedCoding, planCodings } from '../project/hand-coding/plan-codings.js';
import { planMoves } from '../project/hand-coding/plan-moves.js';
import { requireCoder } from '../project/require-coder.js';
import type { FoundedCode } from '../project/sheets/code-cell.js';
import { recordSheet } from '../project/sheets/record-sheet.js';
import { hashSheet } from '../project/sheets/row-key.js';
import type { RecordedState } from '../project/sheets/sheet-plan.js';
import { unreadTables } from '../project/sheets/unread-tables.js';
import { readBytes } from '../sources/read-bytes.js';
import { readSheet } from '../sources/read-sheet.js';
import { groupBy } from '../text/group-by.js';
import { recodeCases } from './code-cases.js';
import { type DecideReport, followDecisions } from './follow-decisions.js';
import { allOrNothing } from './hand-coding/all-or-nothing.js';
import { type CodedTable, codebookForCoding } from './hand-coding/codebook-for-coding.js';
import { MIN_SCORE, requireScore } from './hand-coding/min-score.js';

/** Which hand coding is imported, and how its columns are read. */
export interface ImportCodingOptions {
  readonly path: string;
  /** What each column is about: `案例=编号`, `核心词=…`, one or several in a string. */
  readonly map: readonly string[];
  /** Who coded rows that name nobody. */
  readonly coder: string;
  /** The codebook to grow; a name that the project does not know is that of one made of the table. */
  readonly codebook?: string | undefined;
  /** Cases that the project does not know are added without text; otherwise they are problems. */
  readonly withoutText?: boolean | undefined;
  /** How alike words of a text must be to those of a row, from 0 to 1. */
  readonly minScore?: number | undefined;
  /** Rows with a problem are left out; otherwise nothing is written. */
  readonly skipBad?: boolean | undefined;
  /** Only says what would be written. */
  readonly dryRun?: boolean | undefined;
}

/** A row whose words were not found just once and just so. */
export interface DoubtfulQuote {
  readonly line: number;
  readonly caseId: string;
  readonly quote: string;
  /** The words that were coded; empty for the case as a whole. */
  readonly found: string;
  readonly score: number;
}

/** What a table of hand codings said, and what became of it. */
export interface ImportedCoding extends DecideReport, UnreadOfSheet {
  readonly sheet: string;
  readonly codebookId: string;
  /** Whether the codebook was made of the table. */
  readonly isMade: boolean;
  /** The levels of the study, from the lowest up. */
  readonly levels: readonly string[];
  readonly coders: readonly string[];
  readonly rows: number;
  /** Rows that have no code, and rows without a case, which only say where a code belongs. */
  readonly blank: number;
  readonly codesOnly: number;
  /** Codes and passages, each once for a coder. */
  readonly codings: number;
  /** How many rows are where: at their words, or at the case as a whole. */
  readonly located: Readonly<Record<'exact' | 'repeated' | 'alike' | 'lost' | 'whole', number>>;
  readonly repeated: readonly DoubtfulQuote[];
  readonly alike: readonly DoubtfulQuote[];
  readonly lost: readonly DoubtfulQuote[];
  readonly newCases: readonly string[];
  /** All codes that are new, of the codebook that was made or by decisions, with those of nearly the same name. */
  readonly founded: readonly FoundedCode[];
  /** Columns that nothing was read from. */
  readonly unmapped: readonly string[];
  readonly problems: readonly UserError[];
  readonly isDryRun: boolean;
}

/**
 * Imports the coding that a team made by hand: all of the table or nothing, one statement for each coder. Handed in again it
 * adds nothing, and takes away what the table no longer has.
 * @throws UserError coding/bad-map, coding/map-without, coding/bad-rows, coding/no-rows, coding/unknown-level, coding/bad-score, import/missing-column
 */
export async function importCoding(context: Context, options: ImportCodingOptions): Promise<ImportedCoding> {
  const { path, minScore = MIN_SCORE } = options;
  requireScore(minScore);
  const map = readCodingMap(options.map);
  const tables = await readSheet(path);
  const chosen = tables.find(({ rows }) => rows.length > 0);
  const table = chosen ?? { path: basename(path), columns: [], rows: [] };
  const read = codingRowsOf({ ...table, path }, map, caseFinder(context.store).has);
  if (read.rows.length + read.doubtful.length === 0) throw new UserError('coding/no-rows', { path });
  return allOrNothing(context.store, options.dryRun, async () => ({
    ...(await importAll(context, options, read, minScore)),
    unread: unreadTables(tables, chosen),
    comments: table.comments ?? [],
  }));
}

async function importAll(
  context: Context,
  options: ImportCodingOptions,
  read: CodingRows,
  minScore: number,
): Promise<Omit<ImportedCoding, keyof UnreadOfSheet>> {
  const { store } = context;
  const { path, withoutText = false } = options;
  const title = basename(path, extname(path));
  const found = findCases(store, read.rows, withoutText);
  if (found.unknown.length > 0) await addBareCases(context, found.unknown, basename(path), fileOf(path));
  const table: CodedTable = { ...read, title, source: basename(path) };
  const { book, planned, isMade, founded } = await codebookForCoding(context, table, options.codebook);
  if (found.unknown.length > 0 && !isMade) await recodeCases(context);
  const { placed, sealed } = placeRows(context, read.rows, found, planned, minScore);
  const asked = read.doubtful.map(askAbout);
  const bad = [...asked, ...found.problems, ...planned.problems, ...sealed].sort(
    (a, b) => lineOf(a) - lineOf(b),
  );
  if (bad.length > 0 && !options.skipBad && !options.dryRun) {
    throw new UserError('coding/bad-rows', { path, problems: bad });
  }
  const head = { id: hashSheet(['coding', basename(path), book.codebook.id]), isBlind: true };
  const byCoder = groupBy(placed, ({ row }) => requireCoder(row.coder || options.coder));
  const first = requireCoder(options.coder);
  const coders = [...new Set([...byCoder.keys(), ...(byCoder.size === 0 ? [first] : [])])];
  const states = coders.map(
    (coder, at): RecordedState => ({
      ...book,
      store,
      head,
      coder,
      // The first of the coders founds what is new.
      codes: at === 0 ? planned.codes : { ...planned.codes, founded: () => [] },
    }),
  );
  const coded = codingsByCoder({ store, ...book });
  const plans = states.map((state) =>
    planCodings(state, byCoder.get(state.coder) ?? [], coded.get(state.coder) ?? []),
  );
  plans[0]?.push(planMoves(store, book, planned));
  const report = await followDecisions(context, (within) => {
    const recorded = states.map((state, at) =>
      recordSheet(within, state, plans[at] ?? [], planned.parents, []),
    );
    return {
      decisions: recorded.flatMap(({ decisions }) => decisions),
      changes: recorded.flatMap(({ changes }) => changes),
      alreadyInForce: recorded.flatMap(({ alreadyInForce }) => alreadyInForce),
    };
  });
  const doubtful = (how: PlacedRow['how']) => placed.filter((one) => one.how === how).map(doubtfulOf);
  const count = (how: PlacedRow['how']) => placed.filter((one) => one.how === how).length;
  return {
    ...report,
    sheet: head.id,
    codebookId: book.codebook.id,
    isMade,
    levels: read.levels.map(({ title }) => title),
    coders: [...byCoder.keys()],
    rows: read.rows.length + read.blank + read.doubtful.length,
    blank: read.blank,
    codesOnly: read.rows.filter(({ caseName }) => caseName === '').length,
    codings: plans
      .flat()
      .reduce((sum, { passages = [] }) => sum + passages.filter(({ says }) => says).length, 0),
    located: {
      exact: count('exact'),
      repeated: count('repeated'),
      alike: count('alike'),
      lost: count('lost'),
      whole: count('whole'),
    },
    repeated: doubtful('repeated'),
    alike: doubtful('alike'),
    lost: doubtful('lost'),
    newCases: found.unknown,
    founded,
    unmapped: read.unmapped,
    problems: bad,
    isDryRun: options.dryRun ?? false,
  };
}

/** A row with its case, the codes it gives, and where its words are. */
interface PlacedRow extends PlacedCoding {
  readonly row: CodingRow;
}

/** Finds the words of rows case by case, so that each text is read once; those in sealed statements are problems. */
function placeRows(
  { store }: Context,
  rows: readonly CodingRow[],
  { caseOf }: FoundCases,
  { given }: PlannedCodes,
  minScore: number,
): { readonly placed: readonly PlacedRow[]; readonly sealed: readonly UserError[] } {
  const sealed: UserError[] = [];
  const locate = quoteLocator(store, minScore);
  const ofCases = groupBy(
    rows.filter((row) => given.has(row) && caseOf.has(row)),
    (row) => caseOf.get(row) as string,
  );
  const place = (row: CodingRow, caseId: string): PlacedRow[] => {
    try {
      const { keyword, memo } = row;
      return [{ row, keyword, memo, codes: given.get(row) ?? [], ...locate(caseId, row.quote) }];
    } catch (error) {
      if (!(error instanceof UserError)) throw error;
      sealed.push(new UserError('sheet/row', { line: row.line, problems: [error] }));
      return [];
    }
  };
  const placed = [...ofCases].flatMap(([caseId, same]) => same.flatMap((row) => place(row, caseId)));
  return { placed: placed.sort((a, b) => a.row.line - b.row.line), sealed };
}

function doubtfulOf({ row: { line, quote }, place, score }: PlacedRow): DoubtfulQuote {
  return { line, caseId: place.caseId, quote, found: place.quote, score: Math.round(score * 100) / 100 };
}

function fileOf(path: string) {
  const sha256 = createHash('sha256').update(readBytes(path)).digest('hex');
  return { sha256, format: extname(path).slice(1).toLowerCase(), encoding: null, pagesWithoutText: [] };
}

function askAbout({ line, cells }: DoubtfulRow): UserError {
  const problems = cells.map((cell) => new UserError('sheet/doubtful-cell', cell));
  return new UserError('sheet/row', { line, problems });
}

const lineOf = ({ params }: UserError) => (params as { line?: number }).line ?? 0;
