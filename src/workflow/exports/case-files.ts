import { caseCodeTable, caseMeasures, codesOfLevel } from '../../report/datasets/case-code-table.js';
import { usedLevels } from '../../stages/tabulate/tabulate-coding.js';
import type { FileToWrite } from '../write-files.js';
import type { ExportFormat } from './export-format.js';
import { readCodedData } from './read-coded-data.js';
import { writeDataTable } from './write-data-table.js';

/** `cases`: a folder with case × code, for each level and each thing that is counted a file. */
export const casesFormat: ExportFormat = {
  extension: null,
  write: function* (dataset): Generator<FileToWrite> {
    const data = readCodedData(dataset);
    for (const { level } of usedLevels(data.framework)) {
      for (const measure of caseMeasures) {
        const codes = codesOfLevel(data.framework, level, measure, dataset.language);
        const table = caseCodeTable(`${level}-${measure}`, data, codes, dataset.language);
        yield { name: `${table.name}.csv`, pieces: writeDataTable(table) };
      }
    }
  },
};
