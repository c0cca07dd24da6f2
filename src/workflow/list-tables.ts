import { type FigureName, figureNames } from '../model/figure-name.js';
import type { Language } from '../model/language.js';
import { type TableName, tableNames, tablesOnRequest } from '../model/table-name.js';
import { figureWords } from '../report/figures/words.js';
import { titles } from '../report/titles.js';

/** The tables and figures that can be made of a project, with their titles. */
export interface ListedTables {
  readonly tables: readonly {
    readonly name: TableName;
    readonly title: string;
    /** Whether it is made only when it is asked for, since it must be told of what. */
    readonly isOnRequest: boolean;
  }[];
  readonly figures: readonly { readonly name: FigureName; readonly title: string }[];
}

/** All tables and figures in the order of the work. */
export function listTables(language: Language): ListedTables {
  return {
    tables: tableNames.map((name) => ({
      name,
      title: titles[language][name],
      isOnRequest: tablesOnRequest.includes(name),
    })),
    figures: figureNames.map((name) => ({ name, title: figureWords(language).titles[name] })),
  };
}
