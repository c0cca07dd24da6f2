import { strToU8, Zip, ZipDeflate } from 'fflate';

/** How hard files are packed: more takes twice as long and saves little. */
const PACKING = 1;

/** An archive that is written file by file, so that only one need be in memory. Same files, same bytes. */
export interface OpenZip {
  /** Adds a file, and returns the bytes that are ready. */
  readonly add: (name: string, pieces: Iterable<string>) => Generator<Uint8Array>;
  /** Returns the rest of the archive. */
  readonly close: () => Uint8Array[];
}

/** Opens an archive. */
export function openZipWriter(): OpenZip {
  let ready: Uint8Array[] = [];
  const zip = new Zip((error, bytes) => {
    if (error) throw error;
    ready.push(bytes);
  });
  const take = () => {
    const taken = ready;
    ready = [];
    return taken;
  };
  return {
    *add(name, pieces) {
      const file = new ZipDeflate(name, { level: PACKING });
      file.mtime = new Date(1980, 0, 1);
      zip.add(file);
      for (const piece of pieces) {
        file.push(strToU8(piece));
        yield* take();
      }
      file.push(new Uint8Array(0), true);
      yield* take();
    },
    close: () => {
      zip.end();
      return take();
    },
  };
}
