import { UserError } from '../errors.js';
import { MACHINE_CODER } from '../model/coded-passage.js';

/**
 * Asks that somebody who decides has a name, which is not the program's own; blanks around it do not count.
 * @throws UserError decide/coder-without-name, decide/machine-coder
 */
export function requireCoder(name: string): string {
  const coder = name.normalize('NFC').trim();
  if (coder === '') throw new UserError('decide/coder-without-name', {});
  if (coder === MACHINE_CODER) throw new UserError('decide/machine-coder', { coder });
  return coder;
}
