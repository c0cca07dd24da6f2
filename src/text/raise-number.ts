const RAISED = '⁰¹²³⁴⁵⁶⁷⁸⁹';
const NUMBERS = /^\d{1,3}(?:[,，–-]\d{1,3})*$/;

/** Numbers in raised digits, as of 12 km² or of a note; null for what is no number. */
export function raiseNumber(text: string): string | null {
  const numbers = text.trim();
  return NUMBERS.test(numbers) ? numbers.replaceAll(/\d/g, (digit) => RAISED[Number(digit)] as string) : null;
}
