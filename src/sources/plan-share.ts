import type { Share } from '../model/share.js';
import type { FoundFile } from './find-files.js';

/** A file of a corpus, and where it may be cut: between lines, between the rows that it is read into, or nowhere. */
export interface ListedFile {
  readonly found: FoundFile;
  readonly bytes: number;
  readonly cuts: 'lines' | 'rows' | 'nowhere';
}

/** What a share has of a file: all of it; lines, from the first that begins at or behind a byte; or rows. */
export type Slice =
  | { readonly found: FoundFile; readonly kind: 'whole' }
  | { readonly found: FoundFile; readonly kind: 'lines'; readonly from: number; readonly to: number }
  /** Of so many equal shares of the rows, the one with this index. */
  | { readonly found: FoundFile; readonly kind: 'rows'; readonly index: number; readonly of: number };

/**
 * What a share has of files that are laid end to end: part i of n has what begins in the bytes from (i − 1)/n to i/n of
 * them all. Every case is in one part, and the parts in order are the files in order.
 */
export function planShare(files: readonly ListedFile[], { part, of }: Share): Slice[] {
  // A file without a byte is a case all the same, and has one to begin with.
  const lengths = files.map(({ bytes }) => Math.max(1, bytes));
  const total = lengths.reduce((sum, length) => sum + length, 0);
  const begin = (one: number) => Math.floor((total * (one - 1)) / of);
  const partAt = (byte: number) => {
    let at = Math.min(of, Math.floor((byte * of) / total) + 1);
    while (at < of && begin(at + 1) <= byte) at += 1;
    while (begin(at) > byte) at -= 1;
    return at;
  };
  let start = 0;
  return files.flatMap(({ found, cuts }, i): Slice[] => {
    const length = lengths[i] as number;
    const [first, last] = [partAt(start), partAt(start + length - 1)];
    const offset = start;
    start += length;
    if (part < first || part > last || (cuts === 'nowhere' && part !== first)) return [];
    if (cuts === 'nowhere' || first === last) return [{ found, kind: 'whole' }];
    if (cuts === 'rows') return [{ found, kind: 'rows', index: part - first, of: last - first + 1 }];
    const from = Math.max(0, begin(part) - offset);
    const to = part === last ? length : begin(part + 1) - offset;
    return [{ found, kind: 'lines', from, to }];
  });
}
