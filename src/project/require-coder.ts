import { UserError } from '../errors.js';
import { MACHINE_CODER } from '../model/coded-passage.js';

/** The most characters of a name. */
const MOST = 100;
/**
 * What no line of a list shows as it is: ends of lines, other control characters, marks that turn the order of letters, and what
 * stands for bytes that are no letter.
 */
const UNREADABLE = /[\p{Cc}\p{Cs}\u2028-\u202e\u2066-\u2069\ufffd]/u;

/**
 * Asks that somebody who decides has a name, which is not the program's own; blanks around it do not count.
 * @throws UserError decide/coder-without-name, decide/machine-coder, decide/unreadable-coder
 */
export function requireCoder(name: string): string {
  const coder = name.normalize('NFC').trim();
  if (coder === '') throw new UserError('decide/coder-without-name', {});
  if (coder === MACHINE_CODER) throw new UserError('decide/machine-coder', { coder });
  if (coder.length > MOST || UNREADABLE.test(coder))
    throw new UserError('decide/unreadable-coder', { most: MOST });
  return coder;
}
