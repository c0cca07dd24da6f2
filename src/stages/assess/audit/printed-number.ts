import { cleanWord } from './clean-word.js';
import type { Figure } from './interval.js';

/** A number that a statement prints: what it says and whether it is a percentage. */
export interface PrintedNumber extends Figure {
  readonly isPercentage: boolean;
}

/** Reads `41.6`, `41.60`, `41.7%` or `约30%`; what is about a number is rounded to its last digit other than 0. */
export function readPrintedNumber(printed: number | string): PrintedNumber {
  const text = cleanWord(String(printed));
  const digits = text.replaceAll(/[^\d.]/g, '');
  const [whole = '', decimals = ''] = digits.split('.');
  const zeros = decimals === '' ? (/0*$/.exec(whole)?.[0].length ?? 0) : 0;
  const unit = decimals === '' && /^[约近≈~]/.test(text) ? 10 ** zeros : 10 ** -decimals.length;
  return { value: Number(digits), half: unit / 2, isPercentage: text.endsWith('%') };
}
