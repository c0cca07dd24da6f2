import { UserError } from '../errors.js';
import { writeCodebookCsv } from '../formats/codebook-csv.js';
import { notInTable } from '../formats/codebook-table.js';
import { writeCodebookXlsx } from '../formats/codebook-xlsx.js';
import { writeCodebookYaml } from '../formats/codebook-yaml.js';
import { writeQdc } from '../formats/refi-qda/write-codebook.js';
import type { Codebook } from '../model/codebook.js';
import type { Language } from '../model/language.js';
import { describeForPeople } from '../report/describe-for-people.js';
import { checkCodebook } from '../stages/code/check-codebook.js';
import { type CodebookChange, compareCodebooks } from '../stages/code/compare-codebooks.js';
import { describeCodebook, type LevelSize } from '../stages/code/describe-codebook.js';
import { loadCodebook, shippedCodebooks } from './load-codebook.js';
import { openCodebook, readAnyCodebook } from './open-codebook.js';
import { writeNamedFile } from './write-tables.js';

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
export async function validateCodebook(nameOrFile: string): Promise<Codebook> {
  const { name, codebook, at } = await readAnyCodebook(nameOrFile);
  const problems = checkCodebook(codebook).map(
    (fault) => new UserError('code/bad-codebook', { path: at(fault.place), ...fault }),
  );
  if (problems.length > 0) throw new UserError('code/faulty-codebook', { path: name, problems });
  return codebook;
}

/** What changed from one codebook to another. */
export async function diffCodebooks(before: string, after: string): Promise<CodebookChange[]> {
  const [was, is] = [await openCodebook(before), await openCodebook(after)];
  return compareCodebooks(was.framework.codebook, is.framework.codebook);
}

/** How much a codebook holds, level by level. */
export async function codebookStats(nameOrFile: string): Promise<LevelSize[]> {
  return describeCodebook((await openCodebook(nameOrFile)).framework.codebook);
}

/** A codebook as people read it: its codes, and the theory that grew out of them. */
export async function showCodebook(nameOrFile: string, language: Language): Promise<string[]> {
  return describeForPeople((await openCodebook(nameOrFile)).framework.codebook, language);
}

/** The formats a codebook can be exported to. */
export type CodebookFormat = 'yaml' | 'csv' | 'json' | 'qdc' | 'xlsx';

/** An exported codebook, and what of it the format has no room for. */
export interface ExportedCodebook {
  readonly data: string | Uint8Array;
  readonly notCarried: readonly string[];
}

/** A codebook in another format. */
export async function exportCodebook(nameOrFile: string, format: CodebookFormat): Promise<ExportedCodebook> {
  const { name, framework } = await openCodebook(nameOrFile);
  const { codebook } = framework;
  switch (format) {
    case 'yaml':
      return { data: writeCodebookYaml(codebook), notCarried: [] };
    case 'json':
      return { data: JSON.stringify(codebook, null, 2), notCarried: [] };
    case 'qdc':
      return { data: writeQdc(codebook), notCarried: [] };
    case 'csv':
      return { data: writeCodebookCsv(codebook), notCarried: notInTable(codebook) };
    case 'xlsx':
      return { data: await writeCodebookXlsx(codebook, name), notCarried: notInTable(codebook) };
  }
}

/**
 * Writes an exported codebook to a file.
 * @throws UserError files/cannot-write
 */
export function writeCodebook({ data }: ExportedCodebook, path: string): void {
  writeNamedFile(path, data);
}
