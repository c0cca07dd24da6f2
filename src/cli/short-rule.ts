/** How many characters of a rule a line on a screen has. */
const LONGEST = 24;

/** The beginning of a coding rule, which may have hundreds of words. */
export function shortRule(rule: string): string {
  const characters = [...rule];
  return characters.length <= LONGEST ? rule : `${characters.slice(0, LONGEST).join('')}…`;
}
