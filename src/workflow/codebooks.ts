import { UserError } from '../errors.js';
import { writeCodebookCsv } from '../formats/codebook-csv.js';
import { writeCodebookYaml } from '../formats/codebook-yaml.js';
import type { Codebook } from '../model/codebook.js';
import { checkCodebook } from '../stages/code/check-codebook.js';
import { type CodebookChange, compareCodebooks } from '../stages/code/compare-codebooks.js';
import { describeCodebook, type LevelSize } from '../stages/code/describe-codebook.js';
import type { Store } from '../store/store.js';
import { codebookInForce } from './applied-codebook.js';
import type { Context } from './context.js';
import { loadCodebook, readCodebook, shippedCodebooks } from './load-codebook.js';

/** The formats a codebook is written in. */
type CodebookFormat = 'yaml' | 'csv' | 'json';

/** The id of a codebook that people grew, once it is a file. */
const GROWN_ID = 'grown';

/** A codebook as it is listed. */
export interface CodebookSummary {
  readonly id: string;
  readonly version: string;
  readonly title: Codebook['title'];
  readonly levels: number;
  readonly codes: number;
}

/** The codebooks that come with zhagen. */
export function listCodebooks(): CodebookSummary[] {
  return shippedCodebooks().map((name) => {
    const { id, version, title, levels, codes } = loadCodebook(name).framework.codebook;
    return { id, version, title, levels: levels.length, codes: codes.length };
  });
}

/**
 * A codebook without faults; with any, an error that names every one of them.
 * @throws UserError code/faulty-codebook
 */
export function validateCodebook(nameOrFile: string): Codebook {
  const { name, codebook } = readCodebook(nameOrFile);
  const problems = checkCodebook(codebook).map(
    (fault) => new UserError('code/bad-codebook', { path: name, ...fault }),
  );
  if (problems.length > 0) throw new UserError('code/faulty-codebook', { path: name, problems });
  return codebook;
}

/** What changed from one codebook to another. */
export function diffCodebooks(before: string, after: string): CodebookChange[] {
  return compareCodebooks(loadCodebook(before).framework.codebook, loadCodebook(after).framework.codebook);
}

/** How much a codebook holds, level by level. */
export function codebookStats(nameOrFile: string): LevelSize[] {
  return describeCodebook(loadCodebook(nameOrFile).framework.codebook);
}

/** A codebook in another format. */
export function exportCodebook(nameOrFile: string, format: CodebookFormat): string {
  return writeCodebook(loadCodebook(nameOrFile).framework.codebook, format);
}

/** The codebook last applied to a project with people's decisions on top, and the codes that lack a parent. */
export function exportEffective(
  { store }: Pick<Context, 'store'>,
  format: CodebookFormat,
): { readonly text: string; readonly withoutParent: readonly string[] } {
  const codebook = effectiveToWrite(store);
  const top = codebook.levels[0]?.id;
  const orphans = codebook.codes.filter(({ level, parent }) => parent === null && level !== top);
  return { text: writeCodebook(codebook, format), withoutParent: orphans.map(({ label }) => label.zh) };
}

/** One that people grew gets an id, and begins with the highest level that has codes. */
function effectiveToWrite(store: Store): Codebook {
  const codebook = codebookInForce(store)?.codebook;
  if (!codebook?.codes.length) throw new UserError('code/no-codes', { database: store.path });
  if (codebook.id !== '') return codebook;
  const first = codebook.levels.findIndex(({ id }) => codebook.codes.some(({ level }) => level === id));
  return { ...codebook, id: GROWN_ID, levels: codebook.levels.slice(first) };
}

function writeCodebook(codebook: Codebook, format: CodebookFormat): string {
  if (format === 'json') return JSON.stringify(codebook, null, 2);
  return format === 'csv' ? writeCodebookCsv(codebook) : writeCodebookYaml(codebook);
}
