/** Names a code of a codebook in one string; an empty codebook id is the codebook people grow. */
export const codeKey = (codebookId: string, codeId: string): string => `${codebookId || 'none'}/${codeId}`;

/** Names a level of a codebook in one string. */
export const levelKey = (codebookId: string, levelId: string): string => `${codebookId || 'none'}#${levelId}`;
