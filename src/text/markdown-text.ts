import { plainCharacters } from './plain-characters.js';

/** What Markdown, or HTML within it, gives a meaning. */
const MARKUP = /[\\`*[\]<>&|~$]|(?<![\p{L}\p{N}])_|_(?![\p{L}\p{N}])/gu;
/** What begins a heading, list, quote, rule or block where it stands first in a line. */
const AT_LINE_START = /^(\s*)(?=[#+=-])|^(\s*\d+)(?=[.)](?:\s|$))/;

/** One line of text as Markdown: what it says never becomes markup. */
export function escapeMarkdown(text: string): string {
  const line = plainCharacters(text).replaceAll(/[\t\n ]+/g, ' ');
  return line.replaceAll(MARKUP, '\\$&').replace(AT_LINE_START, '$&\\');
}
