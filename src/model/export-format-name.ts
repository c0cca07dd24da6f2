/** The formats that a dataset is exported to. */
export const exportFormatNames = [
  'csv',
  'docx',
  'html',
  'md',
  'tidy',
  'cases',
  'spss',
  'stata',
  'qdpx',
] as const;

export type ExportFormatName = (typeof exportFormatNames)[number];
