import type { Language } from '../../model/language.js';
import { caseCodeTable, caseMeasures, codesOfLevel } from '../../report/datasets/case-code-table.js';
import { usedLevels } from '../../stages/tabulate/tabulate-coding.js';
import type { FileToWrite } from '../write-files.js';
import { describeVariables, dictionaryFile } from './dictionary-file.js';
import type { ExportFormat } from './export-format.js';
import { readCodedData } from './read-coded-data.js';
import { writeDataTable } from './write-data-table.js';

/** `cases`: a folder with case × code, for each level and each thing that is counted a file. */
export const casesFormat: ExportFormat = {
  extension: null,
  write: function* (dataset): Generator<FileToWrite> {
    const data = readCodedData(dataset);
    const tablesIn = (language: Language) =>
      usedLevels(data.framework).flatMap(({ level }) =>
        caseMeasures.map((measure) => {
          const codes = codesOfLevel(data.framework, level, measure, language);
          return caseCodeTable(`${level}-${measure}`, data, codes, language);
        }),
      );
    for (const table of tablesIn(dataset.language))
      yield { name: `${table.name}.csv`, pieces: writeDataTable(table) };
    yield dictionaryFile(describeVariables(tablesIn, dataset.language));
  },
};
