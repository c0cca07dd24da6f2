import { tidyTable } from '../../report/datasets/tidy-table.js';
import type { ExportFormat } from './export-format.js';
import { readCodedData } from './read-coded-data.js';
import { writeDataTable } from './write-data-table.js';

/** `tidy`: one CSV, one row a coding. */
export const tidyFormat: ExportFormat = {
  extension: 'csv',
  write: (dataset) => writeDataTable(tidyTable(readCodedData(dataset), dataset.language)),
};
