/** The formats that a dataset is exported to. */
export const exportFormatNames = [
  'xlsx',
  'csv',
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
