import { type Edit, editMatches } from '../../../text/edits.js';
import { HAN } from '../../../text/han.js';
import { readLatex } from './latex.js';
import { mergeEdits } from './merge-edits.js';

const ANY_HAN = new RegExp(`[${HAN}]`, 'u');
const DISPLAY =
  /\$\$(?:(?!\$\$)[^\f]){1,4000}\$\$|\\\[(?:(?!\\[\][])[^\f]){1,4000}\\\]|\\begin\{(equation|align|gather|multline|eqnarray)\*?\}(?:(?!\\(?:begin|end)\{\1)[^\f]){1,4000}\\end\{\1\*?\}/g;
/** As pandoc tells formulas from prices: no blank inside the two marks, no digit behind. */
const INLINE =
  /\$(?!\s|\$)((?:\\\$|[^$\n\f]){0,400}?[^\s\\$])[ ]?\$(?![\d$])|\\\(((?:(?!\\[()])[^\n\f]){1,400})\\\)/g;
const INLINE_PADDED = /\$[ ]((?:\\\$|[^$\n\f]){0,400}?[\\^_{](?:\\\$|[^$\n\f]){0,400}?)\$(?!\d)/g;
const STRAY = /\\(?:textcircled|mathrm|text|mathbf|mathit|boldsymbol)\s*\{[^{}\n]*\}/g;
/** Sentences between two marks of formulas are text between two formulas. */
const SENTENCES = /[。！？]/;

/** Formulas set on lines of their own vanish: they have no words, and no sentence. */
export function dropDisplayFormulas(text: string): Edit[] {
  if (!/\$\$|\\\[|\\begin\{/.test(text)) return [];
  return editMatches(text, DISPLAY, ([formula]) => (SENTENCES.test(formula) ? formula : ''));
}

/** Formulas within the text become plain text: $4.5\%$ becomes 4.5%. */
export function readFormulas(text: string): Edit[] {
  if (!/[$\\]/.test(text)) return [];
  const edits = [INLINE, INLINE_PADDED, STRAY].flatMap((pattern) =>
    editMatches(text, pattern, (match) => {
      const formula = match[1] ?? match[2] ?? match[0];
      return isFormula(formula) ? readLatex(formula) : match[0];
    }),
  );
  return mergeEdits(edits);
}

/** A formula holds no Chinese but what is marked as words in it. */
function isFormula(latex: string): boolean {
  return !ANY_HAN.test(latex.replaceAll(/\\(?:text|mbox|mathrm|textbf)\s*\{[^{}]*\}/g, ''));
}
