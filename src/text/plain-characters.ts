/** What no document can hold: control characters but tab and line feed, half characters, and what is none. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: these are what is taken out
const NOT_IN_DOCUMENTS = /[\u0000-\u0008\u000b-\u001f\ufffe\uffff]/g;

/** Line ends besides the line feed; Unicode's own end a line of Markdown, too. */
const LINE_ENDS = /\r\n?|[\u2028\u2029]/g;

/** A text as documents can hold it: each line end is a line feed. */
export const plainCharacters = (text: string): string =>
  text.toWellFormed().replaceAll(LINE_ENDS, '\n').replaceAll(NOT_IN_DOCUMENTS, '');
