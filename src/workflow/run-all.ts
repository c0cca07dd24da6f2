import { NO_CODEBOOK } from '../model/codebook.js';
import { checkRules } from '../project/choose-rules.js';
import type { Context } from '../project/context.js';
import { loadStatisticsFile } from '../project/given-statistics.js';
import { loadVocabulary } from '../project/load-vocabulary.js';
import { openCodebook } from '../sources/open-codebook.js';
import { type CodeReport, codebookToApply, codeCases } from './code-cases.js';
import { type ImportOptions, type ImportReport, importCases } from './import-cases.js';
import { type MineOptions, type MineReport, mineKeywords } from './mine-keywords.js';
import { type ScreenReport, screenKeywords } from './screen-keywords.js';
import { requireWritableFolder } from './write-files.js';
import { writeTables } from './write-tables.js';

/** Everything `run` can be told. */
export type RunOptions = ImportOptions &
  MineOptions & {
    readonly rules?: string | undefined;
    readonly codebook?: string | undefined;
    readonly out?: string | undefined;
  };

/** What each step did, the files that were written, and the time each step took. */
export interface RunReport {
  readonly import: ImportReport;
  readonly mine: MineReport;
  readonly screen: ScreenReport;
  readonly code: CodeReport;
  readonly files: readonly string[];
  readonly milliseconds: Readonly<Record<string, number>>;
}

/** The whole way: import, mine, screen, code, and the tables into `out`. */
export async function runAll(context: Context, options: RunOptions): Promise<RunReport> {
  const milliseconds: Record<string, number> = {};
  const timed = async <T>(step: string, work: () => T | Promise<T>): Promise<T> => {
    const started = context.now().getTime();
    const result = await work();
    milliseconds[step] = context.now().getTime() - started;
    return result;
  };
  const { out, codebook, rules } = options;
  // What is wrong with the request must be known before anything is saved.
  checkRules(rules);
  loadVocabulary(options);
  if (options.statistics !== undefined) await loadStatisticsFile(options.statistics);
  if (codebook !== undefined && codebook !== NO_CODEBOOK) await openCodebook(codebook);
  if (out !== undefined) requireWritableFolder(out);
  const imported = await timed('import', () => importCases(context, options));
  const mined = await timed('mine', () => mineKeywords(context, options));
  const screening = await timed('screen', () =>
    screenKeywords(context, { rules, codebook: codebookToApply(context.store, codebook) }),
  );
  const coded = await timed('code', () => codeCases(context, { codebook, screening }));
  const files = await timed('tables', () => (out === undefined ? [] : writeTables(context, out)));
  return { import: imported, mine: mined, screen: screening, code: coded, files, milliseconds };
}
