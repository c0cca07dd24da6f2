import type { Decision } from '../model/decisions/decision.js';
import type { Run } from '../model/run.js';
import type { Context } from '../project/context.js';
import { currentBasis, derivedProducts, markDerived } from '../store/derivation-table.js';
import { latestRun, readRuns, saveRun } from '../store/run-table.js';
import { inShadowProject, readChanges, type TableChange, writeChanges } from '../store/shadow-project.js';
import type { Store } from '../store/store.js';
import { putState } from '../store/target-state.js';
import { recodeCases } from './code-cases.js';
import { screenKeywords } from './screen-keywords.js';

/** All that is derived, as it will be once decisions are logged. */
export interface DerivedAhead {
  readonly changes: readonly TableChange[];
  readonly runs: readonly Run[];
  readonly products: readonly string[];
}

/** What decisions change from which all else is derived. */
const GROUNDS = ['setting', 'case_standing', 'attribute', 'term_list', 'indexed_text', 'case_sentences'];

/** What screening and coding write, those that others refer to first. */
const DERIVED = [
  'content',
  'parsed_content',
  'codebook',
  'keyword',
  'ranking',
  'rule_drop',
  'read_word',
  'mapping',
  'assignment',
  'token_count',
  'reference_count',
];

/** What screening and coding record of themselves. */
const RECORDS = ['derivation', 'run', 'case_set', 'revision'];

/**
 * Screens and codes the whole project as decisions will leave it, before they are logged and without the lock; null where
 * it was never screened. `progress` is asked to go on, and may refuse.
 */
export async function deriveAhead(
  context: Context,
  decisions: readonly Decision[],
): Promise<DerivedAhead | null> {
  const { store } = context;
  if (latestRun(store, 'screen') === undefined) return null;
  return inShadowProject(store.path, [...GROUNDS, ...DERIVED, ...RECORDS], async (shadow) => {
    for (const decision of decisions) putState(shadow, decision);
    const known = readRuns(shadow).length;
    await deriveAll({ ...context, store: shadow });
    return {
      changes: readChanges(shadow, DERIVED),
      runs: readRuns(shadow).slice(known),
      products: derivedProducts(shadow),
    };
  });
}

/** Writes what was derived ahead, in the transaction that logs the decisions. */
export function saveAhead(store: Store, { changes, runs, products }: DerivedAhead): void {
  writeChanges(store, changes);
  for (const run of runs) saveRun(store, run);
  for (const product of products) markDerived(store, product, currentBasis(store));
}

/** Screens the whole project, and codes it where it was coded before. */
export async function deriveAll(context: Context): Promise<void> {
  if (latestRun(context.store, 'code')) await recodeCases(context);
  else await screenKeywords(context, {});
}
