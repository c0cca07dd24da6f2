import { UserError } from '../../errors.js';
import { loadYaml } from '../../formats/load-yaml.js';
import { type SavedQuery, savedQuerySchema } from '../../model/passage-query.js';
import type { Context, ReadContext } from '../../project/context.js';
import { readMemos } from '../../store/memo-table.js';
import type { DecideReport } from '../follow-decisions.js';
import { addMemo, editMemo } from '../write-memo.js';

/** A saved query, the memo that keeps it, and who saved it. */
export interface ListedQuery {
  readonly query: SavedQuery;
  readonly memo: string;
  readonly by: string;
}

/** A query as a memo keeps it: lines that people read and the program reads back. */
export function queryText({ query, words, code, where, coder }: SavedQuery): string {
  const asked = {
    query,
    ...(words !== '' && { words }),
    ...(code !== '' && { code }),
    ...(where.length > 0 && { where }),
    ...(coder !== '' && { coder }),
  };
  return loadYaml().stringify(asked, { lineWidth: 0 }).trim();
}

/** Saves a query by its name, as a methodological memo on the project; an own one of that name becomes this one. */
export function saveQuery(
  context: Context,
  { query, coder }: { readonly query: SavedQuery; readonly coder: string },
): Promise<DecideReport> {
  const text = queryText(query);
  const own = listQueries(context).find((one) => one.query.query === query.query && one.by === coder);
  if (own !== undefined) return editMemo(context, { id: own.memo, text, coder });
  return addMemo(context, { text, on: 'project', type: 'methodological', coder });
}

/**
 * Gives a saved query of the coder another name.
 * @throws UserError query/name-taken, memo/unknown, memo/not-author
 */
export async function renameQuery(
  context: Context,
  { memo, name, coder }: { readonly memo: string; readonly name: string; readonly coder: string },
): Promise<DecideReport> {
  const saved = listQueries(context);
  const renamed = saved.find((one) => one.memo === memo);
  if (renamed === undefined) throw new UserError('memo/unknown', { id: memo.slice(0, 8) });
  const isTaken = saved.some((one) => one !== renamed && one.query.query === name);
  if (isTaken) throw new UserError('query/name-taken', { name });
  return editMemo(context, { id: memo, text: queryText({ ...renamed.query, query: name }), coder });
}

/** Lists the saved queries, the last one first; of one name the last alone. */
export function listQueries({ store }: ReadContext): ListedQuery[] {
  const found = readMemos(store).flatMap(({ id, memo }): ListedQuery[] => {
    const query = memo.on.type === 'project' ? readQuery(memo.text) : null;
    return query ? [{ query, memo: id, by: memo.coder }] : [];
  });
  return [...new Map(found.map((one) => [one.query.query, one])).values()].reverse();
}

/** The query that a memo keeps; null where it keeps none. */
function readQuery(text: string): SavedQuery | null {
  if (!text.startsWith('query:')) return null;
  try {
    return savedQuerySchema.safeParse(loadYaml().parse(text)).data ?? null;
  } catch {
    return null;
  }
}
