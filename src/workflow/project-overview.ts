import type { CodeLevel } from '../model/codebook.js';
import type { CodingRow, FlowRow, MatrixRow } from '../model/table-rows.js';
import type { TableSource } from '../model/table-source.js';
import { chooseView, type ViewRequest } from '../project/choose-view.js';
import type { ReadContext } from '../project/context.js';
import { inView } from '../project/in-view.js';
import { readAllDone } from '../store/case-done-table.js';
import { caseIds } from '../store/case-table.js';
import { countUndecidedWords } from '../store/keyword-table.js';
import { makeTable, makeTables } from './make-table.js';
import type { Table } from './table.js';

/** What is left to do, in the order of the work. */
export const taskNames = [
  'import',
  'mine',
  'screen',
  'code',
  'merge',
  'review',
  'settle',
  'revisit',
] as const;

export type TaskName = (typeof taskNames)[number];

/** How much is left of a task; where nothing is, it is done for now. */
export interface Task {
  readonly name: TaskName;
  readonly left: number;
}

/** A code of an upper level with what it and the codes under it received. */
export type UpperCode = Pick<
  CodingRow,
  'code' | 'codeId' | 'level' | 'assignments' | 'cases' | 'references'
> & { readonly depth: number };

/** Where the work stands: how many there are at each step, and how much of it people looked at. */
export interface ProjectOverview {
  /** As the flow of cases and keywords counts them; null where the project is not coded. */
  readonly cases: number;
  readonly candidates: number | null;
  readonly caseKeywords: number | null;
  readonly coreKeywords: number | null;
  /** The levels above the lowest, from there up: codes that received something, of all. */
  readonly levels: readonly (CodeLevel & { readonly used: number; readonly of: number })[];
  readonly confirmed: Pick<TableSource['confirmed'], 'count' | 'of'>;
  readonly contested: number;
  readonly toRevisit: number;
  /** Cases that nobody is done with and nobody confirmed anything in. */
  readonly untouched: number;
  readonly tasks: readonly Task[];
  /** The codes of all levels but the lowest, in the order of the codebook. */
  readonly codes: readonly UpperCode[];
}

/** Where the work stands, in the numbers of the tables in a view; counted again only after somebody changed anything. */
export function projectOverview(context: ReadContext, asked: ViewRequest = {}): ProjectOverview {
  const { store } = context;
  const view = chooseView(store, asked);
  const count = () => countAll(context);
  return store.remember(`overview ${JSON.stringify(view)}`, () =>
    inView(store, view, { depth: 'passages', codebooks: [undefined] }, count),
  );
}

function countAll(context: ReadContext): ProjectOverview {
  const flow = makeTable(context, { name: 'flow' });
  const rows = flow.rows as readonly FlowRow[];
  const rowAt = (part: string, step: string) =>
    rows.find((row) => row.part === part && row.step === step) ?? null;
  const countAt = (part: string, step: string) => rowAt(part, step)?.count ?? null;
  const { confirmed, contested, codebooks } = flow.source;
  const coded = codebooks.length > 0 ? codedTables(context) : null;
  const cases = countAt('cases', 'counted') ?? 0;
  const toRevisit = coded?.revisit.rows.length ?? 0;
  const left: Readonly<Record<TaskName, number>> = {
    import: Number(countAt('cases', 'imported') === 0),
    mine: rowAt('mining', 'not-mined')?.leftOut ?? 0,
    screen: countUndecidedWords(context.store),
    code: rowAt('coding', 'coded') === null ? cases : 0,
    merge: rowAt('keywords', 'not-merged')?.leftOut ?? 0,
    review: confirmed.of - confirmed.count,
    settle: contested,
    revisit: toRevisit,
  };
  return {
    cases,
    candidates: countAt('keywords', 'considered'),
    caseKeywords: countAt('keywords', 'kept'),
    coreKeywords: countAt('core-keywords', 'core-keywords'),
    ...(coded ? upperLevels(coded.coding) : { levels: [], codes: [] }),
    confirmed: { count: confirmed.count, of: confirmed.of },
    contested,
    toRevisit,
    untouched: countUntouched(context, coded?.confirmed.rows as readonly MatrixRow[] | undefined),
    tasks: taskNames.map((name) => ({ name, left: left[name] })),
  };
}

/** The tables under the codebook in use that the numbers are taken from. */
function codedTables(context: ReadContext) {
  const [coding, revisit] = [...makeTables(context, ['coding', 'revisit'])] as [Table, Table];
  return { coding, revisit, confirmed: makeTable(context, { name: 'matrix', status: 'confirmed' }) };
}

function upperLevels({ rows, source }: Table): Pick<ProjectOverview, 'levels' | 'codes'> {
  const all = rows as readonly CodingRow[];
  const upper = (source.codebooks[0]?.levels ?? []).slice(0, -1);
  return {
    levels: upper.toReversed().map((level) => {
      const ofLevel = all.filter((row) => row.level === level.id);
      return { ...level, used: ofLevel.filter((row) => row.cases > 0).length, of: ofLevel.length };
    }),
    codes: all.flatMap(({ code, codeId, level, assignments, cases, references }) => {
      const depth = upper.findIndex(({ id }) => id === level);
      return depth < 0 ? [] : [{ code, codeId, level, depth, assignments, cases, references }];
    }),
  };
}

/** Cases that count, that nobody is done with, and nobody confirmed anything in. */
function countUntouched({ store }: ReadContext, confirmed: readonly MatrixRow[] = []): number {
  const withCodes = confirmed.filter(({ assignments, references }) => assignments + references > 0);
  const touched = new Set([...readAllDone(store), ...withCodes].map(({ caseId }) => caseId));
  return caseIds(store, {}).filter((id) => !touched.has(id)).length;
}
