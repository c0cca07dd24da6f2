import type { CellDoubt } from '../model/cell-doubt.js';

const MONTHS = 'Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec';
/** What spreadsheets show in the place of a value. */
const ERROR = /^#(?:N\/A|REF!|NAME\?|VALUE!|DIV\/0!|NUM!|NULL!|SPILL!|CALC!)$/;
/** How WPS calls a picture that lies in a cell. */
const PICTURE = /^=(?:_xlfn\.)?DISPIMG\(/;
/** How a number of more than eleven digits is written into a text file. */
const DIGITS = /^-?\d(?:\.\d+)?E\+\d{2,}$/;
/** What `1-2` is written as into a text file, once it is taken for a day or a month. */
const DATE = new RegExp(`^(?:\\d{1,2}月\\d{1,2}日|\\d{1,2}-(?:${MONTHS})|(?:${MONTHS})-\\d{1,2})$`);
/** None of these is longer than this, but for what a picture is called by. */
const LONGEST = 64;

/** Finds out why the text of a cell may not be what people wrote into it. */
export function doubtOfText(text: string): CellDoubt | undefined {
  if (text.length > LONGEST) return PICTURE.test(text) ? { kind: 'picture', shown: '' } : undefined;
  const shown = text.trim();
  if (ERROR.test(shown)) return { kind: 'error', shown };
  if (PICTURE.test(shown)) return { kind: 'picture', shown: '' };
  if (DIGITS.test(shown)) return { kind: 'digits', shown };
  return DATE.test(shown) ? { kind: 'date', shown } : undefined;
}
