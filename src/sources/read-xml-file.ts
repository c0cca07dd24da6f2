import { bomOf, decodeText, knownEncoding } from '../formats/decode-text.js';
import { readBytes } from './read-bytes.js';

/** Where a declaration names the encoding; what comes before it is ASCII in every encoding that can be named so. */
const DECLARED = /^<\?xml\s[^>]*?encoding\s*=\s*["']([\w.:-]+)["']/;
const HEAD_BYTES = 256;

/** The text of an XML file that the user named, in the encoding that it declares: some programs write no UTF-8. */
export function readXmlFile(path: string): string {
  const bytes = readBytes(path);
  const head = Buffer.from(bytes.subarray(0, HEAD_BYTES)).toString('latin1');
  const declared = bomOf(bytes) === undefined ? DECLARED.exec(head)?.[1] : undefined;
  // Files that declare UTF-8 and are in GBK are common: what a text is in is found in its bytes.
  const isTold = declared !== undefined && knownEncoding(declared) !== 'utf-8';
  return decodeText(bytes, path, isTold ? declared : undefined).text;
}
