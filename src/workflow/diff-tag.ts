import type { Decision } from '../model/decisions/decision.js';
import type { Framework } from '../model/framework.js';
import type { ExplainedChange, PublishedChange } from '../model/published-change.js';
import type { PublishedCodebook } from '../model/published-table.js';
import { appliedCodebook } from '../project/applied-codebook.js';
import type { ReadContext } from '../project/context.js';
import { isUpToDate } from '../project/derived-products.js';
import { readLogBetween, withoutUndone } from '../project/log-since-tag.js';
import { touchedCodes, wordKey } from '../project/touched-codes.js';
import { comparePublished } from '../stages/tabulate/compare-published.js';
import { type PublishedNumbers, publishedNumbers } from './published-tables.js';
import { countNumbers, findTag, summarise, type TagSummary } from './tag-project.js';

/** The state that is compared, with another one or with the present. */
export interface DiffRequest {
  readonly tag: string;
  readonly other?: string | undefined;
  /** How many decisions are listed for each code, the latest. */
  readonly decisions?: number | undefined;
}

/** What was decided about one code whose numbers changed. */
export interface CodeDecisions {
  readonly codebookId: string;
  readonly code: string;
  readonly kinds: readonly { readonly kind: Decision['kind']; readonly count: number }[];
  /** The latest of them. */
  readonly listed: readonly Decision[];
}

/** Which published numbers changed since a tag, and what the log says of it. */
export interface TagDiff {
  readonly from: TagSummary;
  /** Null: the present state. */
  readonly to: TagSummary | null;
  /** How many numbers were compared. */
  readonly compared: number;
  readonly changes: readonly ExplainedChange[];
  readonly why: readonly CodeDecisions[];
  /** All that was decided between, also what was taken back, and how often each stage ran. */
  readonly kinds: readonly { readonly kind: Decision['kind']; readonly count: number }[];
  readonly stages: readonly { readonly stage: string; readonly count: number }[];
  readonly coders: readonly string[];
  /** Whether it is told by times, because a tag came from another copy of the project. */
  readonly isByTime: boolean;
  /** Codebooks with other codes or from another file, and those of which only one state has numbers. */
  readonly codebooks: readonly ChangedCodebook[];
  /** Whether the tables that are compared follow from the present texts. */
  readonly isUpToDate: boolean;
}

/** The version of a codebook before and now; null where the state has no numbers under it. */
export interface ChangedCodebook {
  readonly codebookId: string;
  readonly before: string | null;
  readonly now: string | null;
  readonly isOtherFile: boolean;
}

const LISTED = 3;

/**
 * Compares the published numbers of a tag with those of the project now, or of another tag.
 * @throws UserError tag/unknown, regions/changed
 */
export function diffTag(context: ReadContext, request: DiffRequest): TagDiff {
  const { store } = context;
  return store.snapshot(() => {
    const from = findTag(store, request.tag);
    const to = request.other === undefined ? null : findTag(store, request.other);
    const now: PublishedNumbers = to?.tag ?? publishedNumbers(store);
    const changes = comparePublished(from.tag.tables, now.tables);
    const { decisions, stages, isByTime } = readLogBetween(store, from, to);
    const explained = now.codebooks.map(({ codebookId }) =>
      explain(
        changes.filter((one) => one.codebookId === codebookId && one.table !== 'study'),
        withoutUndone(decisions),
        {
          codebookId,
          framework: appliedCodebook(store, codebookId)?.framework ?? null,
          listed: request.decisions ?? LISTED,
        },
      ),
    );
    const general = changes.filter(({ table }) => table === 'study');
    return {
      from: summarise(store, from),
      to: to && summarise(store, to),
      compared: countNumbers(now.tables),
      changes: [
        ...general.map((one) => ({ ...one, level: null, decisions: 0 })),
        ...explained.flatMap((one) => one.changes),
      ],
      why: explained.flatMap(({ why }) => why),
      kinds: countKinds(decisions),
      stages: [...stages].map(([stage, count]) => ({ stage, count })),
      coders: [...new Set(decisions.map(({ coder }) => coder))],
      isByTime,
      codebooks: changedCodebooks(from.tag.codebooks, now.codebooks),
      isUpToDate: to !== null || isUpToDate(store),
    };
  });
}

interface Explaining {
  readonly codebookId: string;
  readonly framework: Framework | null;
  readonly listed: number;
}

/** Says of each change under one codebook how many decisions concern it, and lists those about each code that changed. */
function explain(
  changes: readonly PublishedChange[],
  decisions: readonly Decision[],
  { codebookId, framework, listed }: Explaining,
): Pick<TagDiff, 'changes' | 'why'> {
  const [direct, below] = [new Map<string, Decision[]>(), new Map<string, Set<Decision>>()];
  const onAny = new Set<Decision>();
  for (const decision of decisions) {
    for (const key of touchedCodes(decision, codebookId, framework)) {
      onAny.add(decision);
      direct.set(key, [...(direct.get(key) ?? []), decision]);
      for (const above of framework?.paths.get(key)?.map(({ id }) => id) ?? [key]) {
        below.set(above, (below.get(above) ?? new Set()).add(decision));
      }
    }
  }
  const levels = new Map(framework?.codebook.levels.map(({ id, name }) => [id, name]));
  const keyOf = ({ codeId, row }: PublishedChange) => codeId ?? wordKey(row);
  const changed = new Map(changes.flatMap((one) => (one.row === '' ? [] : [[keyOf(one), one.row] as const])));
  return {
    changes: changes.map((one) => ({
      ...one,
      level: levels.get(framework?.codes.get(one.codeId ?? '')?.level ?? '') ?? null,
      decisions: (restsOnAll(one) ? onAny : below.get(keyOf(one)))?.size ?? 0,
    })),
    why: [...changed].flatMap(([key, code]) => {
      const own = direct.get(key) ?? [];
      if (own.length === 0) return [];
      return [{ codebookId, code, kinds: countKinds(own), listed: listed > 0 ? own.slice(-listed) : [] }];
    }),
  };
}

/** Whether a number follows from all codes together. */
function restsOnAll({ table, column }: PublishedChange): boolean {
  return table === 'totals' || (table === 'pillars' && ['rank', 'share', 'margin'].includes(column));
}

function countKinds(decisions: readonly Decision[]): TagDiff['kinds'] {
  const counts = new Map<Decision['kind'], number>();
  for (const { kind } of decisions) counts.set(kind, (counts.get(kind) ?? 0) + 1);
  return [...counts].map(([kind, count]) => ({ kind, count }));
}

function changedCodebooks(
  before: readonly PublishedCodebook[],
  now: readonly PublishedCodebook[],
): ChangedCodebook[] {
  const ids = new Set([...now, ...before].map(({ codebookId }) => codebookId));
  return [...ids].flatMap((codebookId) => {
    const [was, is] = [before, now].map((all) => all.find((one) => one.codebookId === codebookId));
    const isOtherFile = was !== undefined && is !== undefined && was.contentHash !== is.contentHash;
    if (was?.version === is?.version && !isOtherFile) return [];
    return [{ codebookId, before: was?.version ?? null, now: is?.version ?? null, isOtherFile }];
  });
}
