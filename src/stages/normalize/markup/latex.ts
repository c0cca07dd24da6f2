/** What commands print: name, sign, name, sign … */
const SYMBOLS = pairs(`
  alpha α beta β gamma γ delta δ epsilon ε varepsilon ε zeta ζ eta η theta θ vartheta θ iota ι kappa κ
  lambda λ mu μ nu ν xi ξ pi π rho ρ sigma σ tau τ upsilon υ phi φ varphi φ chi χ psi ψ omega ω
  Gamma Γ Delta Δ Theta Θ Lambda Λ Xi Ξ Pi Π Sigma Σ Phi Φ Psi Ψ Omega Ω times × cdot · div ÷ pm ±
  leq ≤ le ≤ geq ≥ ge ≥ neq ≠ ne ≠ approx ≈ sim ~ infty ∞ sum ∑ prod ∏ int ∫ partial ∂ sqrt √ in ∈
  rightarrow → to → leftarrow ← ldots … cdots … dots … circ ° degree ° prime ′ star * ast * bullet •
  triangle △ lt < gt > vert | mid | lvert | rvert | yen ¥
`);
const SUPERSCRIPTS = pairs('0 ⁰ 1 ¹ 2 ² 3 ³ 4 ⁴ 5 ⁵ 6 ⁶ 7 ⁷ 8 ⁸ 9 ⁹ + ⁺ - ⁻ − ⁻ n ⁿ i ⁱ');
const FIRST_CIRCLED = 0x2460;

/** Words keep their blanks; in all other places of a formula they say nothing. */
const WORDS = /\\(?:text|mbox|textrm|textbf|textit)\s*\{([^{}]*)\}/g;
const CIRCLED = /\\textcircled\s*\{?\s*(\d{1,2})\s*\}?/g;
const FRACTION = /\\[dt]?frac\s*\{([^{}]*)\}\s*\{([^{}]*)\}/g;
const RAISED = /\^\s*(?:\{([^{}]*)\}|(\\[A-Za-z]+|[^\s\\{}]))/g;
const LOWERED = /_\s*(?:\{([^{}]*)\}|(?=\S))/g;
const COMMAND = /\\([A-Za-z]+)\*?/g;
const ENVIRONMENT = /\\(?:begin|end)\s*\{[^{}]*\}(?:\s*\{[clr|\s]*\})?/g;
const ESCAPED = /\\([%#&_${}])/g;
const KEPT_BLANK = '\ue000';

/** A formula of LaTeX as plain text, as near to what is printed as one line can be: 4.5%, km², β0, a/b. */
export function readLatex(latex: string): string {
  let text = latex
    .replaceAll(ESCAPED, (_, mark: string) => (mark === '{' || mark === '}' ? '' : mark))
    .replaceAll(ENVIRONMENT, '')
    .replaceAll(WORDS, (_, words: string) => words.trim().replaceAll(/\s+/g, KEPT_BLANK))
    .replaceAll(CIRCLED, (_, digits: string) => circled(Number(digits)))
    .replaceAll(/\\(?:\\|[ ,;:!])|~|(?<!\\)&/g, ' ');
  // Groups are read from the inside out.
  for (let before = ''; before !== text && text.includes('{'); ) {
    before = text;
    text = text
      .replaceAll(FRACTION, (_, over: string, under: string) => `${over}/${under}`)
      .replaceAll(RAISED, (_, group: string | undefined, one: string | undefined) =>
        raise(group ?? one ?? ''),
      )
      .replaceAll(LOWERED, (_, group: string | undefined) => group ?? '')
      .replaceAll(/(?<!\^\s*|_\s*|\\[dt]?frac\s*(?:\{[^{}]*\}\s*)?)\{([^{}]*)\}/g, '$1');
  }
  return text
    .replaceAll(RAISED, (_, group: string | undefined, one: string | undefined) => raise(group ?? one ?? ''))
    .replaceAll(/_(?=\S)|_\s*/g, '')
    .replaceAll(COMMAND, (_, name: string) => SYMBOLS.get(name) ?? '')
    .replaceAll(/[\s{}\\]+/g, '')
    .replaceAll(KEPT_BLANK, ' ');
}

function raise(group: string): string {
  const plain = group
    .replaceAll(/\s+/g, '')
    .replaceAll(COMMAND, (_, name: string) => SYMBOLS.get(name) ?? '');
  const raised = [...plain].map((character) => SUPERSCRIPTS.get(character));
  return raised.includes(undefined) ? plain : raised.join('');
}

function circled(number: number): string {
  return number >= 1 && number <= 20 ? String.fromCharCode(FIRST_CIRCLED + number - 1) : String(number);
}

function pairs(list: string): ReadonlyMap<string, string> {
  const words = list.trim().split(/\s+/);
  return new Map(words.flatMap((name, at) => (at % 2 === 0 ? [[name, words[at + 1] ?? '']] : [])));
}
