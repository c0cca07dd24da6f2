import type { StepCount } from '../model/normalized-text.js';
import type { Context } from '../project/context.js';
import type { ImportedCase } from '../project/import-log.js';
import { addCounts } from '../stages/normalize/sections.js';
import { readCleanParts } from '../store/normalized-text-table.js';
import type { Store } from '../store/store.js';
import { readTextParts } from '../store/text-part-table.js';
import { type ImportReport, importCases } from './import-cases.js';
import { type UploadedRequest, uploadedImport } from './run-uploaded.js';

/** What importing uploads would do. */
export interface UploadPreview {
  readonly report: ImportReport;
  /** The file that was recognised as the table of attributes. */
  readonly attributes: string | null;
  /** What each step of cleaning changed in all cases. */
  readonly steps: readonly StepCount[];
  /** The first cases, each with its first lines before and after cleaning. */
  readonly cases: readonly (ImportedCase & { readonly raw: string; readonly clean: string })[];
  readonly total: number;
}

/** How many cases are shown, and how much of each. */
const SHOWN_CASES = 200;
const SHOWN_LINES = 6;
const SHOWN_CHARACTERS = 400;

/**
 * Imports uploads into a project that is thrown away, so that one sees what cleaning does and what cannot be read.
 * @throws UserError web/no-files, and that of an import from which nothing is left
 */
export async function previewUploaded(
  context: Context,
  request: Omit<UploadedRequest, 'codebook' | 'skipBad'>,
): Promise<UploadPreview> {
  const options = await uploadedImport({ ...request, skipBad: true });
  const { cases = [], ...report } = await importCases(context, { ...options, details: true });
  const { store } = context;
  const { attributes } = options;
  return {
    report,
    attributes: typeof attributes === 'object' ? attributes.source : null,
    steps: cases.length === 0 ? [] : addCounts(cases.map(({ steps }) => steps)),
    cases: cases.slice(0, SHOWN_CASES).map((one) => ({ ...one, ...firstLines(store, one) })),
    total: cases.length,
  };
}

function firstLines(store: Store, { id, version }: ImportedCase) {
  return {
    raw: beginningOf(readTextParts(store, id, version)),
    clean: beginningOf(readCleanParts(store, id, version)),
  };
}

function beginningOf(parts: Iterable<string>): string {
  let text = '';
  for (const part of parts) {
    text += part;
    if (text.length > SHOWN_CHARACTERS) break;
  }
  const lines = text
    .split(/\r\n?|\n/)
    .slice(0, SHOWN_LINES)
    .join('\n');
  return [...lines].slice(0, SHOWN_CHARACTERS).join('');
}
