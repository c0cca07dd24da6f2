import { writeHtmlReport } from '../../../formats/html-report.js';
import { writeMdReport } from '../../../formats/md-report.js';
import { PRINTED_TABLES } from '../../../report/document/printed-tables.js';
import { REPORT_WORDS } from '../../../report/document/words.js';
import type { FileFormat } from '../export-format.js';
import { gatherReport } from './gather-report.js';

const tables = Object.values(PRINTED_TABLES).flat();

/** `docx`: a report for Word. */
export const docxFormat: FileFormat = {
  extension: 'docx',
  tables,
  async *write(dataset) {
    const { writeDocxReport } = await import('../../../formats/docx-report.js');
    yield await writeDocxReport(await gatherReport(dataset, true), REPORT_WORDS[dataset.language]);
  },
};

/** `html`: the report as one page for browsers. */
export const htmlFormat: FileFormat = {
  extension: 'html',
  tables,
  async *write(dataset) {
    yield* writeHtmlReport(await gatherReport(dataset, false), REPORT_WORDS[dataset.language]);
  },
};

/** `md`: the report as Markdown. */
export const mdFormat: FileFormat = {
  extension: 'md',
  tables,
  async *write(dataset) {
    yield* writeMdReport(await gatherReport(dataset, false));
  },
};
