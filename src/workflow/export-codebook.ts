import { UserError } from '../errors.js';
import { writeCodebookCsv } from '../formats/codebook-csv.js';
import { notInTable } from '../formats/codebook-table.js';
import { writeCodebookXlsx } from '../formats/codebook-xlsx.js';
import { writeCodebookYaml } from '../formats/codebook-yaml.js';
import { writeQdc } from '../formats/refi-qda/write-codebook.js';
import type { Codebook } from '../model/codebook.js';
import type { Language } from '../model/language.js';
import { codebookInForce } from '../project/applied-codebook.js';
import type { Context } from '../project/context.js';
import { composeCodebook } from '../report/document/compose-codebook.js';
import { REPORT_WORDS } from '../report/document/words.js';
import { openCodebook } from '../sources/open-codebook.js';
import type { Store } from '../store/store.js';
import { writeNamedFile } from './write-files.js';

/** The formats a codebook can be exported to. */
export type CodebookFormat = 'yaml' | 'csv' | 'json' | 'qdc' | 'xlsx' | 'docx';

/** An exported codebook, what of it the format has no room for, and labels of codes that still lack a parent. */
export interface ExportedCodebook {
  readonly data: string | Uint8Array;
  readonly notCarried: readonly string[];
  readonly withoutParent: readonly string[];
}

/** The id of a codebook that people grew, once it is a file. */
const GROWN_ID = 'grown';

/** A codebook in another format. */
export async function exportCodebook(
  nameOrFile: string,
  format: CodebookFormat,
  language: Language = 'zh',
): Promise<ExportedCodebook> {
  const { name, framework } = await openCodebook(nameOrFile);
  return exported(framework.codebook, name, format, language);
}

/** The codebook last applied to a project, with people's decisions on top. */
export async function exportEffective(
  { store }: Pick<Context, 'store'>,
  format: CodebookFormat,
  language: Language = 'zh',
): Promise<ExportedCodebook> {
  const codebook = effectiveToWrite(store);
  return exported(codebook, codebook.id, format, language);
}

/**
 * Writes an exported codebook to a file.
 * @throws UserError files/cannot-write
 */
export function writeCodebook({ data }: ExportedCodebook, path: string): void {
  writeNamedFile(path, data);
}

/**
 * The codebook last applied, with people's decisions, as it is written: one that people grew gets an id, and begins with the
 * highest level that has codes.
 * @throws UserError code/no-codes
 */
export function effectiveToWrite(store: Store): Codebook {
  const codebook = codebookInForce(store)?.codebook;
  if (!codebook?.codes.length) throw new UserError('code/no-codes', { database: store.calledAs });
  return namedCodebook(codebook);
}

/** A codebook with an id: one that people grew gets one, and begins with the highest level that has codes. */
export function namedCodebook(codebook: Codebook): Codebook {
  if (codebook.id !== '') return codebook;
  const first = codebook.levels.findIndex(({ id }) => codebook.codes.some(({ level }) => level === id));
  return { ...codebook, id: GROWN_ID, levels: codebook.levels.slice(first) };
}

async function exported(
  codebook: Codebook,
  name: string,
  format: CodebookFormat,
  language: Language,
): Promise<ExportedCodebook> {
  const top = codebook.levels[0]?.id;
  const orphans = codebook.codes.filter(({ level, parent }) => parent === null && level !== top);
  return {
    data: await writtenIn(format, codebook, name, language),
    notCarried: format === 'csv' || format === 'xlsx' ? notInTable(codebook) : [],
    withoutParent: orphans.map(({ label }) => label.zh),
  };
}

async function writtenIn(
  format: CodebookFormat,
  codebook: Codebook,
  name: string,
  language: Language,
): Promise<string | Uint8Array> {
  switch (format) {
    case 'yaml':
      return writeCodebookYaml(codebook);
    case 'json':
      return JSON.stringify(codebook, null, 2);
    case 'qdc':
      return writeQdc(codebook);
    case 'csv':
      return writeCodebookCsv(codebook);
    case 'xlsx':
      return writeCodebookXlsx(codebook, name);
    case 'docx': {
      const { writeDocxReport } = await import('../formats/docx-report.js');
      return writeDocxReport(composeCodebook(codebook, language), REPORT_WORDS[language]);
    }
  }
}
