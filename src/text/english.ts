/**
 * An English text as a template in which a number one has its noun, and what is said of it, in the singular:
 * `${1} other cases are hidden` becomes "1 other case is hidden". The noun ends in s and is one of the three next words.
 */
export function english(parts: TemplateStringsArray, ...values: readonly unknown[]): string {
  return parts.reduce((text, part, at) => {
    const value = values[at - 1];
    return `${text}${value}${`${value}` === '1' ? part.replace(COUNTED, toSingular) : part}`;
  });
}

/** The words from a number to its noun, which no preposition parts from it (`1 of your cases`), and the verb. */
const COUNTED =
  /^((?: (?!(?:of|in|on|with|and|or|is|was|has)\b)[\w-]+){0,2} )((?!(?:is|was|has|as)\b)\w+s)\b( (?:are|were|have|need|do)\b)?/;

const VERBS: Readonly<Record<string, string>> = {
  ' are': ' is',
  ' were': ' was',
  ' have': ' has',
  ' need': ' needs',
  ' do': ' does',
};

const toSingular = (_: string, before: string, noun: string, verb = '') =>
  before + noun.replace(/ies$/, 'y').replace(/(?<=ss|x|ch|sh)es$|(?<!s)s$/, '') + (VERBS[verb] ?? '');
