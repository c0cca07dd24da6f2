import type { Language } from '../../model/language.js';
import { writePythonStarter } from '../../report/datasets/starters/python-starter.js';
import { writeRStarter } from '../../report/datasets/starters/r-starter.js';
import type { Starter } from '../../report/datasets/starters/starter.js';
import { starterTables } from '../../report/datasets/starters/starter-tables.js';
import { describeVariables, dictionaryFile } from './dictionary-file.js';
import type { FolderFormat } from './export-format.js';
import { readCodedData } from './read-coded-data.js';
import { writeDataTable } from './write-data-table.js';

/** `r`: a folder with data and a script that computes the frequency table and a crosstab from them. */
export const rFormat = starterFormat('analysis.R', writeRStarter);

/** `python`: the same in Python. */
export const pythonFormat = starterFormat('analysis.py', writePythonStarter);

function starterFormat(
  script: string,
  write: (starter: Starter, language: Language) => string,
): FolderFormat {
  return {
    extension: null,
    write: function* (dataset) {
      const { language } = dataset;
      const data = readCodedData(dataset);
      const { tables, starter } = starterTables(data, language);
      for (const table of tables) yield { name: `${table.name}.csv`, pieces: writeDataTable(table) };
      yield { name: script, pieces: [write(starter, language)] };
      yield dictionaryFile(describeVariables((of) => starterTables(data, of).tables, language));
    },
  };
}
