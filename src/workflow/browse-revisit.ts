import type { RevisitRow } from '../model/table-rows.js';
import { appliedCodebook } from '../project/applied-codebook.js';
import type { ReadContext } from '../project/context.js';
import { listRevisit } from './list-revisit.js';

/** Whose verdicts under which codebook are listed; all, under the one last applied, where nothing is said. */
export interface RevisitAsked {
  readonly codebook?: string | undefined;
  readonly coder?: string | undefined;
}

/** Lists the verdicts on passages under which something changed since they were made. */
export function browseRevisit(
  { store }: ReadContext,
  { codebook, coder }: RevisitAsked,
): readonly RevisitRow[] {
  return listRevisit(store, appliedCodebook(store, codebook)?.framework ?? null, { coder });
}
