/** Strings, in which nothing is a number, and numbers. */
const STRING_OR_NUMBER = /"(?:[^"\\]|\\.)*"|-?\d+(?:\.\d+)?(?:[eE][+-]?\d+)?/g;
/** A double keeps so many digits of any number. */
const EXACT_DIGITS = 15;
const MANY_DIGITS = new RegExp(`(?:\\d\\.?){${EXACT_DIGITS + 1}}`);

/**
 * Parses JSON; a number with more digits than a double keeps becomes the string of its digits, as ids have them.
 * @throws SyntaxError as `JSON.parse`, with positions of the text as it was given
 * @example parseExactJson('{"id":420106198001011234}') // → { id: '420106198001011234' }
 */
export function parseExactJson(json: string): unknown {
  const value = JSON.parse(json);
  if (!MANY_DIGITS.test(json)) return value;
  const quoted = json.replace(STRING_OR_NUMBER, (token) =>
    token.startsWith('"') || token.replaceAll(/[eE].*|\D/g, '').length <= EXACT_DIGITS ? token : `"${token}"`,
  );
  return JSON.parse(quoted);
}

/** Whether a value of JSON has arrays and objects within each other beyond a depth; it is walked without recursion. */
export function isDeeperThan(most: number, value: unknown): boolean {
  let level: unknown[] = [value];
  for (let depth = 0; level.length > 0; depth += 1) {
    if (depth > most) return true;
    level = level.flatMap((one) => (typeof one === 'object' && one !== null ? Object.values(one) : []));
  }
  return false;
}
