import { UserError } from '../errors.js';

/**
 * The text of a UTF-8 file without its BOM, otherwise untouched.
 * @throws UserError import/binary-file when it holds NUL bytes, import/not-utf8 when it is in another encoding.
 */
export function decodeUtf8(bytes: Uint8Array, path: string): string {
  if (isUtf16(bytes)) throw new UserError('import/not-utf8', { path, offset: 0 });
  if (bytes.includes(0)) throw new UserError('import/binary-file', { path });
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    throw new UserError('import/not-utf8', { path, offset: firstBadByte(bytes) });
  }
}

function isUtf16([first, second]: Uint8Array): boolean {
  return (first === 0xff && second === 0xfe) || (first === 0xfe && second === 0xff);
}

/** The decoder does not say where it failed: halve until one byte more makes a good beginning bad. */
function firstBadByte(bytes: Uint8Array): number {
  let good = 0;
  let bad = bytes.length + 1;
  while (bad - good > 1) {
    const middle = (good + bad) >> 1;
    if (beginsWell(bytes.subarray(0, middle))) good = middle;
    else bad = middle;
  }
  return good;
}

function beginsWell(bytes: Uint8Array): boolean {
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(bytes, { stream: true });
    return true;
  } catch {
    return false;
  }
}
