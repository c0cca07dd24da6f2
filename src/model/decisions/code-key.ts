/** Names a code of a codebook in one string; an empty codebook id is the codebook people grow. */
export const codeKey = (codebookId: string, codeId: string): string => `${codebookId || 'none'}/${codeId}`;

/** Names a level of a codebook in one string. */
export const levelKey = (codebookId: string, levelId: string): string => `${codebookId || 'none'}#${levelId}`;

/** What the keys of relations, core category and storyline of a codebook begin with. */
export const theoryPrefix = (codebookId: string): string => `${codebookId || 'none'}>`;

/** Names a relation of a codebook in one string. */
export const relationKey = (codebookId: string, from: string, kind: string, to: string): string =>
  theoryPrefix(codebookId) + JSON.stringify([from, kind, to]);
