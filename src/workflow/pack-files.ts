import { readFileSync } from 'node:fs';
import { relative, resolve } from 'node:path';
import { buffer } from 'node:stream/consumers';
import { packZip } from '../formats/pack-zip.js';

/** Files that were written, as one file in memory. */
export interface PackedFiles {
  readonly name: string;
  readonly bytes: Uint8Array;
}

/** Reads a file of a folder, or packs several into a zip in which they are named by their place in the folder. */
export async function packFiles(
  folder: string,
  files: readonly string[],
  { one, several }: { readonly one: string; readonly several: string },
): Promise<PackedFiles> {
  const places = files.map((file) => resolve(folder, file));
  const [first] = places;
  if (first !== undefined && places.length === 1) return { name: one, bytes: readFileSync(first) };
  const parts = places.map((place) => ({
    path: relative(folder, place).replaceAll('\\', '/'),
    pieces: [readFileSync(place)],
  }));
  return { name: several, bytes: await buffer(packZip(parts)) };
}
