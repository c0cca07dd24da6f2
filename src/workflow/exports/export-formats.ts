import type { ExportFormatName } from '../../model/export-format-name.js';
import type { ExportFormat } from './export-format.js';

/** The formats that a dataset is exported to, each loaded when it is asked for. */
export const exportFormats: Readonly<Record<ExportFormatName, () => Promise<ExportFormat>>> = {
  xlsx: async () => (await import('./xlsx-file.js')).xlsxFormat,
  json: async () => (await import('./project-json.js')).jsonFormat,
  jsonl: async () => (await import('./project-json.js')).jsonlFormat,
  'json-schema': async () => (await import('./project-json.js')).jsonSchemaFormat,
  csv: async () => (await import('./csv-files.js')).csvFormat,
  tidy: async () => (await import('./tidy-file.js')).tidyFormat,
  spss: async () => (await import('./statistics-files.js')).spssFormat,
  stata: async () => (await import('./statistics-files.js')).stataFormat,
  r: async () => (await import('./starter-files.js')).rFormat,
  python: async () => (await import('./starter-files.js')).pythonFormat,
  dtm: async () => (await import('./word-files.js')).dtmFormat,
  cooccurrence: async () => (await import('./network-files.js')).cooccurrenceFormat,
  gexf: async () => (await import('./network-files.js')).gexfFormat,
  cases: async () => (await import('./case-files.js')).casesFormat,
  docx: async () => (await import('./report/report-formats.js')).docxFormat,
  html: async () => (await import('./report/report-formats.js')).htmlFormat,
  md: async () => (await import('./report/report-formats.js')).mdFormat,
  qdpx: async () => (await import('./qdpx.js')).qdpxFormat,
};
