/** What no document can hold: control characters but tab and line feed, half characters, and what is none. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: these are what is taken out
const NOT_IN_DOCUMENTS = /[\u0000-\u0008\u000b-\u001f\ufffe\uffff]/g;

/** A text as documents can hold it: each line end is a line feed. */
export const plainCharacters = (text: string): string =>
  text.toWellFormed().replaceAll(/\r\n?/g, '\n').replaceAll(NOT_IN_DOCUMENTS, '');
