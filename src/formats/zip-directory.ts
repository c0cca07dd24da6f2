import { UserError } from '../errors.js';
import type { Problem } from '../model/problem.js';

/** What the central directory of an archive says of one entry, with its packed bytes. */
export interface ZipEntry {
  readonly name: string;
  readonly method: number;
  readonly packed: Uint8Array;
  /** Bytes once unpacked, and their CRC-32. */
  readonly size: number;
  readonly checksum: number;
  readonly isEncrypted: boolean;
  readonly isLink: boolean;
}

const END = 0x06054b50;
const END_LENGTH = 22;
const LONGEST_COMMENT = 0xffff;
const CENTRAL = 0x02014b50;
const CENTRAL_LENGTH = 46;
const LOCAL = 0x04034b50;
const LOCAL_LENGTH = 30;
const ZIP64 = 0xffffffff;
const ENCRYPTED = 0x1;
const UTF8_NAME = 0x800;
const UNICODE_PATH = 0x7075;
const UNIX = 3;
const FILE_TYPE = 0o170000;
const LINK = 0o120000;

/**
 * The entries of an archive. A name without mark is UTF-8 if it can be, else GB18030, as Chinese Windows writes it.
 * @throws UserError import/corrupt-file
 */
export function readZipDirectory(path: string, bytes: Uint8Array): ZipEntry[] {
  const file = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  try {
    const end = findEnd(file);
    const count = file.getUint16(end + 10, true);
    let at = file.getUint32(end + 16, true);
    if (at === ZIP64) throw new RangeError('zip64');
    const entries: ZipEntry[] = [];
    for (let index = 0; index < count; index += 1) {
      if (file.getUint32(at, true) !== CENTRAL) throw new RangeError('central directory');
      entries.push(entryAt(file, at));
      at += CENTRAL_LENGTH + [28, 30, 32].reduce((sum, field) => sum + file.getUint16(at + field, true), 0);
    }
    if (at !== end && entries.length === 0xffff) throw new RangeError('zip64');
    return entries;
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    throw corruptZip(path, { kind: error.message === 'zip64' ? 'zip64' : 'zip-directory' });
  }
}

/** A damaged archive, called what its extension says it is: Word and Excel files are archives, too. */
export function corruptZip(path: string, problem: Problem): UserError {
  const format = /\.do[ct]\w?$/i.test(path) ? 'Word' : /\.xl\w+$/i.test(path) ? 'Excel' : 'ZIP';
  return new UserError('import/corrupt-file', { path, format, problem });
}

/** A comment of unknown length may follow the end record. */
function findEnd(file: DataView): number {
  const last = file.byteLength - END_LENGTH;
  for (let at = last; at >= Math.max(0, last - LONGEST_COMMENT); at -= 1) {
    if (file.getUint32(at, true) === END) return at;
  }
  throw new RangeError('no end record');
}

function entryAt(file: DataView, at: number): ZipEntry {
  const flags = file.getUint16(at + 8, true);
  const packedSize = file.getUint32(at + 20, true);
  const size = file.getUint32(at + 24, true);
  const nameLength = file.getUint16(at + 28, true);
  const local = file.getUint32(at + 42, true);
  if (packedSize === ZIP64 || size === ZIP64 || local === ZIP64) throw new RangeError('zip64');
  if (file.getUint32(local, true) !== LOCAL) throw new RangeError('local header');
  const start = local + LOCAL_LENGTH + file.getUint16(local + 26, true) + file.getUint16(local + 28, true);
  const extra = bytesAt(file, at + CENTRAL_LENGTH + nameLength, file.getUint16(at + 30, true));
  const name = bytesAt(file, at + CENTRAL_LENGTH, nameLength);
  const isUnix = file.getUint8(at + 5) === UNIX;
  return {
    name: (unicodePath(extra) ?? decodeName(name, (flags & UTF8_NAME) !== 0)).replaceAll('\\', '/'),
    method: file.getUint16(at + 10, true),
    packed: bytesAt(file, start, packedSize),
    size,
    checksum: file.getUint32(at + 16, true),
    isEncrypted: (flags & ENCRYPTED) !== 0,
    isLink: isUnix && (file.getUint16(at + 40, true) & FILE_TYPE) === LINK,
  };
}

function bytesAt(file: DataView, start: number, length: number): Uint8Array {
  return new Uint8Array(file.buffer, file.byteOffset + start, checkEnd(file, start, length));
}

function checkEnd(file: DataView, start: number, length: number): number {
  if (start + length > file.byteLength) throw new RangeError('cut off');
  return length;
}

/** The UTF-8 name that Info-ZIP keeps beside one in the code page of its system. */
function unicodePath(extra: Uint8Array): string | undefined {
  const fields = new DataView(extra.buffer, extra.byteOffset, extra.byteLength);
  for (let at = 0; at + 4 <= extra.length; at += 4 + fields.getUint16(at + 2, true)) {
    if (fields.getUint16(at, true) !== UNICODE_PATH) continue;
    return decodeName(bytesAt(fields, at + 9, fields.getUint16(at + 2, true) - 5), true);
  }
  return undefined;
}

function decodeName(name: Uint8Array, isUtf8: boolean): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(name);
  } catch {
    return new TextDecoder(isUtf8 ? 'utf-8' : 'gb18030').decode(name);
  }
}
