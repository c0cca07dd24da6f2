import { rowShapes } from '../model/table-rows.js';
import { groupTexts } from '../project/group-cases.js';
import { findGenerations, generationOfCases } from '../project/ranked-groups.js';
import { tabulateTopWords } from '../stages/tabulate/tabulate-top-words.js';
import type { Store } from '../store/store.js';
import { countWords } from '../store/term-lists.js';
import { codePointLength } from '../text/code-points.js';
import { minedGenerations } from './keyword-tables.js';
import { countCharacters } from './sample-table.js';
import { sourceOfCases } from './source-of-cases.js';
import type { Table, TableRequest } from './table.js';

/**
 * The words of all cases together, as the candidates of the keyword tables were counted.
 * @throws UserError screen/not-mined
 */
export function wordsTable(store: Store, { batch }: Pick<TableRequest, 'batch'>): Table {
  const ranked = findGenerations(store, groupTexts(store, undefined, batch));
  const rows = tabulateTopWords(countWords(store, generationOfCases(ranked)));
  const tokens = rows.reduce((sum, { frequency }) => sum + frequency, 0);
  const characters = rows.reduce((sum, { word, frequency }) => sum + codePointLength(word) * frequency, 0);
  const ofText = countCharacters(store, batch).reduce((sum, one) => sum + one.characters, 0);
  return {
    name: 'top-words',
    columns: Object.keys(rowShapes['top-words']),
    rows,
    ...(rows.length > 0 && { total: { frequency: tokens, share: 1 } }),
    source: {
      ...sourceOfCases(store, batch),
      generations: minedGenerations(store, batch),
      words: { tokens, characters, ofText },
    },
  };
}
