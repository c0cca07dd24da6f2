import { tidyTable } from '../../report/datasets/tidy-table.js';
import { DICTIONARY, describeVariables, writeDictionary } from './dictionary-file.js';
import type { PairFormat } from './export-format.js';
import { readCodedData } from './read-coded-data.js';
import { writeDataTable } from './write-data-table.js';

/** `tidy`: one CSV, one row a coding, and beside it what its columns hold. */
export const tidyFormat: PairFormat = {
  extension: 'csv',
  beside: DICTIONARY,
  write: (dataset) => {
    const { language } = dataset;
    const data = readCodedData(dataset);
    return {
      pieces: writeDataTable(tidyTable(data, language)),
      beside: () => [writeDictionary(describeVariables((of) => [tidyTable(data, of)], language))],
    };
  },
};
