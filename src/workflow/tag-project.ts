import { UserError } from '../errors.js';
import type { Tag } from '../model/decisions/tag.js';
import type { Context, ReadContext } from '../project/context.js';
import { isUpToDate } from '../project/derived-products.js';
import { isOfThisLog } from '../project/log-since-tag.js';
import { newDecision } from '../project/new-decision.js';
import { recordDecisions } from '../project/record-decisions.js';
import { requireCoder } from '../project/require-coder.js';
import { countDecisions, logHash } from '../store/decision-log.js';
import { projectRevision } from '../store/revision-table.js';
import { latestRun } from '../store/run-table.js';
import { stateHash } from '../store/state-hash.js';
import type { Store } from '../store/store.js';
import { readTags, type StoredTag } from '../store/tag-table.js';
import { type DecideReport, followDecisions } from './follow-decisions.js';
import { publishedNumbers } from './published-tables.js';

/** The name of a state, who gives it and why. */
export interface TagOptions {
  readonly name: string;
  readonly coder: string;
  readonly reason: string;
}

/** A tag without the numbers of its tables. */
export interface TagSummary extends Omit<Tag, 'tables' | 'decisionId'> {
  readonly name: string;
  /** UTC, ISO 8601. */
  readonly time: string;
  /** How many numbers of tables it keeps. */
  readonly numbers: number;
  /** Whether the log of this file led to the state, and not that of another copy, which was joined. */
  readonly isOfThisLog: boolean;
}

/** What was logged, and the tag as it is listed. */
export interface TagReport {
  readonly decided: DecideReport;
  readonly tag: TagSummary;
}

/**
 * Names the present state of the project, by a decision that can be taken back, and keeps the numbers of its tables with it.
 * @throws UserError tag/no-name, tag/given, tag/out-of-date, decide/changed-since
 */
export async function tagProject(context: Context, options: TagOptions): Promise<TagReport> {
  const { store } = context;
  const coder = requireCoder(options.coder);
  const name = options.name.normalize('NFC').trim();
  if (name === '') throw new UserError('tag/no-name', {});
  requireNewName(store, name);
  const state = store.snapshot(() => readState(store));
  // Whoever changes the project meanwhile changes what was read.
  const decided = await followDecisions({ ...context, expectedRevision: state.revision }, (again) => {
    requireNewName(again.store, name);
    const id = again.newId();
    const { reason } = options;
    const after: Tag = { ...state, decisionId: id, coder, reason };
    return recordDecisions(again.store, [
      newDecision(again, { id, coder, kind: 'tag', target: { type: 'tag', name }, after, reason }),
    ]);
  });
  return { decided, tag: listTags(context).find((tag) => tag.name === name) as TagSummary };
}

/** Lists the tags of a project, the earliest first. */
export function listTags({ store }: ReadContext): TagSummary[] {
  return readTags(store).map((one) => summarise(store, one));
}

/**
 * Finds a tag by its name.
 * @throws UserError tag/unknown
 */
export function findTag(store: Store, given: string): StoredTag {
  const name = given.normalize('NFC').trim();
  const tags = readTags(store);
  const found = tags.find((tag) => tag.name === name);
  if (!found) throw new UserError('tag/unknown', { name, known: tags.map((tag) => tag.name) });
  return found;
}

/** A tag as it is listed. */
export function summarise(store: Store, one: StoredTag): TagSummary {
  const { tables, decisionId: _, ...tag } = one.tag;
  const { name, time } = one;
  return { name, time, ...tag, numbers: countNumbers(tables), isOfThisLog: isOfThisLog(store, one) };
}

/** How many numbers tables have. */
export function countNumbers(tables: Tag['tables']): number {
  return tables.flatMap(({ rows }) => rows.flat()).filter((cell) => typeof cell === 'number').length;
}

function readState(store: Store): Omit<Tag, 'decisionId' | 'coder' | 'reason'> {
  // Nothing is published before the first coding; afterwards tables that lag behind the texts are not.
  if (latestRun(store, 'code') !== undefined && !isUpToDate(store))
    throw new UserError('tag/out-of-date', {});
  return {
    revision: projectRevision(store),
    decisions: countDecisions(store),
    logHash: logHash(store),
    stateHash: stateHash(store),
    ...publishedNumbers(store),
  };
}

function requireNewName(store: Store, name: string): void {
  const known = readTags(store).find((tag) => tag.name === name);
  if (!known) return;
  const { time, tag } = known;
  throw new UserError('tag/given', { name, time, coder: tag.coder, revision: tag.revision });
}
