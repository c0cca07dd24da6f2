import { UserError } from '../errors.js';
import { bomOf, knownEncoding } from './detect-encoding.js';

/**
 * The text of an XML part, in the encoding of its byte order mark, else that which its declaration names, else UTF-8.
 * @throws UserError import/corrupt-file
 */
export function decodeXml(bytes: Uint8Array, path: string, part: string): string {
  const encoding = bomOf(bytes) ?? unmarked(bytes) ?? 'utf-8';
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch {
    const problem = { kind: 'part-encoding', part, encoding } as const;
    throw new UserError('import/corrupt-file', { path, format: 'XML', problem });
  }
}

/** What the first bytes say: those of `<?` in UTF-16, or a declaration. */
function unmarked(bytes: Uint8Array): string | undefined {
  const [first, second] = bytes;
  if (first === 0x3c && second === 0) return 'utf-16le';
  if (first === 0 && second === 0x3c) return 'utf-16be';
  const head = new TextDecoder('latin1').decode(bytes.subarray(0, 200));
  const named = /^<\?xml\s[^>]*encoding\s*=\s*["']([^"']+)["']/.exec(head)?.[1];
  return named === undefined || /^utf-?16/i.test(named) ? undefined : knownEncoding(named);
}
