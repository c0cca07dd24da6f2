import type { Context } from '../project/context.js';
import { latestRun } from '../store/run-table.js';
import { recodeCases } from './code-cases.js';
import { screenKeywords } from './screen-keywords.js';

/** Screens the whole project, and codes it where it was coded before. */
export async function deriveAll(context: Context): Promise<void> {
  if (latestRun(context.store, 'code')) await recodeCases(context);
  else await screenKeywords(context, {});
}
