import type { RegionKind } from '../../../model/region.js';
import type { Span } from '../../../model/span.js';
import type { Edit } from '../../../text/edits.js';
import { type LatexCommand, latexCommand } from './latex-commands.js';

/** What the commands of LaTeX in a text are (UTF-16 units). */
export interface LatexDocument {
  /** What leaves plain text; apart from notes, which are taken out as a whole. */
  readonly edits: readonly Edit[];
  /** Notes with their commands; the edits within them are among `edits`. */
  readonly notes: readonly (Span & { readonly text: Span })[];
  /** What the commands say of stretches of the text. */
  readonly regions: readonly (Span & { readonly kind: RegionKind })[];
}

const IS_LATEX =
  /\\(?:documentclass|begin|(?:sub)*section|chapter|caption|cite[a-z]*|footnote(?:text)?|title|author|label|ref|href|text[a-z]+|emph|underline|multi(?:row|column))\*?\s?[[{]/;
/** Formulas are read elsewhere. */
const TOKEN =
  /\$\$[^$]*\$\$|\$[^$\n]*\$|~?\\(?:(?<name>[A-Za-z]+)\*?|\\(?:\[[^\]\n]*\])?|[^A-Za-z\\])|[{}]|(?<=^|\n)[ \t]*%[^\n]*\n?/g;
const OPTION = /[ \t]*\[[^[\]\n]*\]/y;
const ENVIRONMENT = /[ \t]*\{([A-Za-z]+)\*?\}(?:\[[^[\]\n]*\])*/y;
/** These have arguments of their own. */
const WITH_ARGUMENTS = /^(?:tabular[xy]?|minipage|thebibliography|multicols|wrapfigure|adjustbox|longtable)$/;
const BLANKS = /[ \t]*/y;

interface Group {
  readonly command: LatexCommand | null;
  /** Where the command begins, and the text in its braces. */
  readonly start: number;
  readonly from: number;
}

/** Reads the commands of LaTeX in a text; null for a text that is none. */
export function readLatexDocument(text: string): LatexDocument | null {
  if (!IS_LATEX.test(text)) return null;
  const edits: Edit[] = [];
  const notes: (Span & { text: Span })[] = [];
  const regions: (Span & { kind: RegionKind })[] = [];
  const groups: Group[] = [];
  let references: number | null = null;
  const drop = (start: number, end: number, replacement = '') => {
    if (end > start) edits.push({ start, end, replacement });
  };
  const token = new RegExp(TOKEN);
  for (let match = token.exec(text); match !== null; match = token.exec(text)) {
    const { index: start, 0: found, groups: named } = match;
    const name = named?.['name'];
    const end = start + found.length;
    if (found.startsWith('$')) continue;
    if (name === 'begin' || name === 'end') token.lastIndex = readEnvironment(name, start, end);
    else if (name !== undefined) token.lastIndex = readCommand(name, start, end);
    else if (found === '{') groups.push(openGroup(start));
    else if (found === '}') closeGroup(start);
    else if (found.startsWith('\\\\')) drop(start, end, isLineEnd(end) ? '' : '\n');
    else if (/^\\[{}]$/.test(found)) drop(start, start + 1);
    // A thin or wide space between two figures or marks.
    else if (/^\\[,;:!]$/.test(found)) drop(start, end);
    else if (found.includes('%') && !found.startsWith('\\')) drop(start, end);
  }
  return { edits, notes, regions };

  function isLineEnd(at: number): boolean {
    return /^[ \t]*(?:[\r\n]|$)/.test(text.slice(at, at + 80));
  }

  function readEnvironment(name: 'begin' | 'end', start: number, end: number): number {
    const [whole = '', environment = ''] = matchAt(ENVIRONMENT, end);
    let stop = end + whole.length;
    if (name === 'begin' && WITH_ARGUMENTS.test(environment))
      stop = skipArguments(stop, Number.POSITIVE_INFINITY);
    if (environment === 'thebibliography') {
      if (name === 'begin') references = stop;
      else if (references !== null && references < start) {
        regions.push({ kind: 'references', start: references, end: start });
        references = null;
      }
    }
    drop(start, stop);
    return stop;
  }

  function readCommand(name: string, start: number, end: number): number {
    const command = latexCommand(name);
    let stop = end;
    for (let option = matchAt(OPTION, stop)[0]; option !== undefined; option = matchAt(OPTION, stop)[0]) {
      // The label of an item is text.
      if (name === 'item') {
        drop(start, stop + option.indexOf('[') + 1);
        drop(stop + option.length - 1, stop + option.length, ' ');
        return stop + option.length;
      }
      stop += option.length;
    }
    stop = skipArguments(stop, command.dropped);
    if (command.dropped !== Number.POSITIVE_INFINITY && text[stop] === '{') {
      drop(start, stop + 1);
      groups.push({ command, start, from: stop + 1 });
      return stop + 1;
    }
    // TeX takes the blanks behind a command for its end.
    if (stop === end) stop += matchAt(BLANKS, stop)[0]?.length ?? 0;
    drop(start, stop, command.instead);
    return stop;
  }

  /** A group for a change of letters ({\heiti …}) says nothing; other braces are text. */
  function openGroup(start: number): Group {
    const isLetters = text[start + 1] === '\\';
    if (isLetters) drop(start, start + 1);
    return { command: isLetters ? { dropped: 0 } : null, start, from: start + 1 };
  }

  function closeGroup(at: number): void {
    const group = groups.pop();
    if (group === undefined || group.command === null) return;
    const { kind, isLine } = group.command;
    drop(at, at + 1, isLine && !isLineEnd(at + 1) ? '\n' : '');
    if (kind === undefined || at === group.from) return;
    if (kind === 'note')
      notes.push({ start: group.start, end: at + 1, text: { start: group.from, end: at } });
    else regions.push({ kind, start: group.from, end: at });
  }

  function skipArguments(at: number, most: number): number {
    let stop = at;
    for (let count = 0; count < most && text[stop] === '{'; count += 1) {
      const close = closingBrace(text, stop);
      if (close === null) break;
      stop = close + 1;
    }
    return stop;
  }

  function matchAt(pattern: RegExp, at: number): readonly (string | undefined)[] {
    pattern.lastIndex = at;
    return pattern.exec(text) ?? [];
  }
}

/** No argument that is dropped is longer than this. */
const LONGEST_ARGUMENT = 2000;

/** Where the group ends that a brace opens; null where it never does. */
export function closingBrace(text: string, open: number): number | null {
  let depth = 0;
  for (let at = open; at < text.length && at - open < LONGEST_ARGUMENT; at += 1) {
    if (text[at] === '\\') at += 1;
    else if (text[at] === '{') depth += 1;
    else if (text[at] === '}') {
      depth -= 1;
      if (depth === 0) return at;
    }
  }
  return null;
}
