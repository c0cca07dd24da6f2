import { NO_CODEBOOK } from '../model/codebook.js';
import type { Context } from '../project/context.js';
import { openCodebook } from '../sources/open-codebook.js';
import { type CodeReport, codeCases } from './code-cases.js';
import { mineKeywords } from './mine-keywords.js';

/**
 * Mines and codes what was imported, as `mine` and `code` do one after the other.
 * @param codebook without it that which the project was coded with last, at first six-pillars
 * @throws UserError what `mineKeywords` and `codeCases` throw
 */
export async function analyseImported(
  context: Context,
  { codebook }: { readonly codebook?: string | undefined },
): Promise<CodeReport> {
  // What is wrong with the request must be known before anything is saved.
  if (codebook !== undefined && codebook !== NO_CODEBOOK) await openCodebook(codebook);
  await mineKeywords(context, {});
  return codeCases(context, { codebook });
}
