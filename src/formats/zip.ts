import { crc32, inflateRawSync } from 'node:zlib';
import { UserError } from '../errors.js';
import type { Problem } from '../model/problem.js';
import { compareByCodePoint } from '../text/code-points.js';
import { isHiddenPath } from './hidden-path.js';
import type { Limits } from './limits.js';
import { corruptZip, readZipDirectory, type ZipEntry } from './zip-directory.js';

/** A part of a document: its path within, with `/`, and its bytes. */
export interface DocumentPart {
  readonly name: string;
  readonly bytes: Uint8Array;
}

const FOLDER = /\/$/;
const ARCHIVE = /\.(?:zip|rar|7z|tar|gz|tgz)$/i;
const OUTSIDE = /^(?:\/|[A-Za-z]:)|(?:^|\/)\.\.(?:\/|$)|\0/;
const DEFLATED = 8;
/** A file of few bytes may well shrink to almost nothing; only what is larger can harm. */
const HARMLESS_BYTES = 2 ** 20;

/** One file of an archive that is unpacked when it is read, so that only one need be in memory. */
export interface PackedFile {
  readonly name: string;
  /** @throws UserError import/corrupt-file */
  readonly read: () => Uint8Array;
}

/**
 * The files of an archive, all or those wanted, in the order of their names, without folders and hidden ones; names and sizes
 * are all checked before the first is unpacked. Archives within archives are refused.
 * @throws UserError import/corrupt-file, import/encrypted-file, import/unsafe-archive, import/over-limit
 */
export function openZip(
  path: string,
  bytes: Uint8Array,
  limits: Limits,
  isWanted: (name: string) => boolean = () => true,
): PackedFile[] {
  const entries = readZipDirectory(path, bytes).filter(
    ({ name }) => !FOLDER.test(name) && !isHiddenPath(name) && isWanted(name),
  );
  const archive = entries.find(({ name }) => ARCHIVE.test(name));
  if (archive) throw unsafe(path, archive, { kind: 'nested-archive' });
  checkEntries(path, entries, limits, 'zipBytes');
  return entries
    .sort((a, b) => compareByCodePoint(a.name, b.name))
    .map((entry) => ({ name: entry.name, read: () => unpack(path, entry) }));
}

/**
 * The parts of a document that is an archive inside, such as .docx and .xlsx; all, or those wanted.
 * @throws UserError as `openZip`
 */
export function unpackDocument(
  path: string,
  bytes: Uint8Array,
  limits: Limits,
  isWanted: (name: string) => boolean = () => true,
): DocumentPart[] {
  const entries = readZipDirectory(path, bytes).filter(({ name }) => !FOLDER.test(name) && isWanted(name));
  checkEntries(path, entries, limits, 'documentBytes');
  return entries.map((entry) => ({ name: entry.name, bytes: unpack(path, entry) }));
}

function checkEntries(
  path: string,
  entries: readonly ZipEntry[],
  limits: Limits,
  sum: 'zipBytes' | 'documentBytes',
): void {
  if (entries.length > limits.zipEntries) throw overLimit(path, 'zipEntries', limits.zipEntries);
  const names = new Set<string>();
  let total = 0;
  for (const entry of entries) {
    if (entry.isEncrypted) throw new UserError('import/encrypted-file', { path });
    if (entry.isLink) throw unsafe(path, entry, { kind: 'link' });
    if (OUTSIDE.test(entry.name)) throw unsafe(path, entry, { kind: 'outside-archive' });
    if (names.has(entry.name)) throw unsafe(path, entry, { kind: 'doubled-name' });
    if (entry.method !== 0 && entry.method !== DEFLATED) {
      throw unsafe(path, entry, { kind: 'compression-method', method: entry.method });
    }
    // The markup of a long table may well shrink that much.
    const isMarkup = sum === 'documentBytes';
    if (!isMarkup && entry.size > HARMLESS_BYTES && entry.size > limits.zipRatio * entry.packed.length) {
      throw overLimit(path, 'zipRatio', limits.zipRatio);
    }
    names.add(entry.name);
    total += entry.size;
  }
  if (total > limits[sum]) throw overLimit(path, sum, limits[sum]);
}

/** Never makes more bytes than the directory promised. */
function unpack(path: string, { name, method, packed, size, checksum }: ZipEntry): Uint8Array {
  let bytes: Uint8Array;
  try {
    bytes =
      method === DEFLATED
        ? Uint8Array.from(inflateRawSync(packed, { maxOutputLength: Math.max(size, 1) }))
        : packed;
  } catch {
    throw corruptZip(path, { kind: 'damaged', part: name });
  }
  if (bytes.length !== size || crc32(bytes) !== checksum)
    throw corruptZip(path, { kind: 'checksum', part: name });
  return bytes;
}

function unsafe(path: string, { name }: ZipEntry, problem: Problem): UserError {
  return new UserError('import/unsafe-archive', { path, entry: name, problem });
}

function overLimit(path: string, limit: keyof Limits, allowed: number): UserError {
  return new UserError('import/over-limit', { path, limit, allowed });
}
