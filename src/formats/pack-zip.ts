import { strToU8, Zip, ZipDeflate } from 'fflate';

/** A part of a zip file, piece by piece. */
export interface ZipPart {
  readonly path: string;
  readonly pieces: Iterable<string | Uint8Array>;
}

/** How hard the parts are packed: more takes twice as long and saves a twentieth. */
const PACKING = 3;

/**
 * Packs parts into a zip file piece by piece, so that no part is in memory as a whole. Same parts, same bytes: the time is
 * fixed, and what packs them does not depend on the version of Node.
 */
export async function* packZip(
  parts: Iterable<ZipPart> | AsyncIterable<ZipPart>,
): AsyncGenerator<Uint8Array, void, undefined> {
  let packed: Uint8Array[] = [];
  const zip = new Zip((error, piece) => {
    if (error) throw error;
    packed.push(piece);
  });
  const takePacked = () => {
    const taken = packed;
    packed = [];
    return taken;
  };
  const mtime = new Date(1980, 0, 1);
  for await (const { path, pieces } of parts) {
    const file = new ZipDeflate(path, { level: PACKING });
    file.mtime = mtime;
    zip.add(file);
    for (const piece of pieces) {
      file.push(typeof piece === 'string' ? strToU8(piece) : piece);
      yield* takePacked();
    }
    file.push(new Uint8Array(), true);
    yield* takePacked();
  }
  zip.end();
  yield* takePacked();
}
