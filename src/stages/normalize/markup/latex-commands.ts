import type { RegionKind } from '../../../model/region.js';

/** What becomes of a command of LaTeX: how many of its arguments are dropped before the one that is text, and what that is. */
export interface LatexCommand {
  /** Arguments in braces that say nothing to a reader; all of them without a bound. */
  readonly dropped: number;
  /** The region that its text is, or a note that stands within a sentence. */
  readonly kind?: RegionKind;
  /** What is put in the place of a command without arguments. */
  readonly instead?: string;
  /** Whether its text stands on a line of its own. */
  readonly isLine?: boolean;
}

const ALL = Number.POSITIVE_INFINITY;
const COMMANDS: ReadonlyMap<string, LatexCommand> = new Map([
  ...named(
    'label ref eqref pageref autoref cref nameref includegraphics vspace hspace setlength addtolength usepackage ' +
      'documentclass bibliography bibliographystyle input include pagestyle thispagestyle hypersetup geometry ' +
      'graphicspath newcommand renewcommand setcounter addtocounter pagenumbering definecolor fontsize selectlanguage ' +
      'bibitem addcontentsline markboth markright hyphenation linespread setmainfont setCJKmainfont tag nocite ' +
      'cite citep citet citeauthor citeyear citealp upcite supercite parencite textcite footcite autocite onlinecite',
    { dropped: ALL },
  ),
  ...named('title part chapter section subsection subsubsection paragraph subparagraph', {
    dropped: 0,
    kind: 'heading',
    isLine: true,
  }),
  ...named('caption', { dropped: 0, kind: 'caption', isLine: true }),
  ...named('captionof', { dropped: 1, kind: 'caption', isLine: true }),
  ...named('footnote footnotetext endnote thanks', { dropped: 0, kind: 'note' }),
  ...named('author date affiliation address institute email keywords', {
    dropped: 0,
    kind: 'front-matter',
    isLine: true,
  }),
  ...named('href textcolor colorbox raisebox parbox scalebox resizebox', { dropped: 1 }),
  ...named('multicolumn multirow', { dropped: 2 }),
  ...named('ldots dots textellipsis', { dropped: 0, instead: '……' }),
  ...named('par newline linebreak', { dropped: 0, instead: '\n' }),
  ...named('quad qquad enspace', { dropped: 0, instead: ' ' }),
]);
const PLAIN: LatexCommand = { dropped: 0 };

/** What becomes of a command; of one that is not known the text of its argument stays. */
export function latexCommand(name: string): LatexCommand {
  return COMMANDS.get(name) ?? PLAIN;
}

function named(names: string, command: LatexCommand): [string, LatexCommand][] {
  return names.split(' ').map((name) => [name, command]);
}
