import type { Limits } from '../../src/formats/limits.js';
import { openZip } from '../../src/formats/zip.js';

/** All files of an archive, unpacked. */
export async function readZip(path: string, bytes: Uint8Array, limits: Limits) {
  return openZip(path, bytes, limits).map(({ name, read }) => ({ name, bytes: read() }));
}
