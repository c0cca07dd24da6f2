/** The formats that a dataset is exported to. */
export const exportFormatNames = [
  'xlsx',
  'csv',
  'json',
  'jsonl',
  'json-schema',
  'docx',
  'html',
  'md',
  'tidy',
  'cases',
  'dtm',
  'cooccurrence',
  'gexf',
  'spss',
  'stata',
  'r',
  'python',
  'qdpx',
] as const;

export type ExportFormatName = (typeof exportFormatNames)[number];
