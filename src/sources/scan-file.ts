import { createHash } from 'node:crypto';
import { chunksOf } from './file-chunks.js';
import type { FoundFile } from './find-files.js';

/** Where the first line begins that does not begin before a byte, and how many lines lie before it. */
export interface LineStart {
  readonly offset: number;
  readonly linesBefore: number;
}

/** What reading a file once tells of it. */
export interface ScannedFile {
  /** In hex. */
  readonly sha256: string;
  /** For each byte that was asked for; the end of the file where no line begins so late. */
  readonly starts: readonly LineStart[];
}

const LINE_FEED = 0x0a;

/**
 * Hashes a file and finds the lines that begin at or behind some bytes, which ascend.
 * @throws UserError import/unreadable, import/changed-file
 */
export async function scanFile(found: FoundFile, bytes: readonly number[] = []): Promise<ScannedFile> {
  const hash = createHash('sha256');
  const starts: LineStart[] = [];
  let read = 0;
  let linesBefore = 0;
  const takeStart = (offset: number) => {
    while (starts.length < bytes.length && offset >= (bytes[starts.length] as number)) {
      starts.push({ offset, linesBefore });
    }
  };
  takeStart(0);
  for await (const chunk of chunksOf(found)) {
    hash.update(chunk);
    if (starts.length < bytes.length) {
      for (let end = chunk.indexOf(LINE_FEED); end >= 0; end = chunk.indexOf(LINE_FEED, end + 1)) {
        linesBefore += 1;
        takeStart(read + end + 1);
      }
    }
    read += chunk.length;
  }
  while (starts.length < bytes.length) starts.push({ offset: read, linesBefore });
  return { sha256: hash.digest('hex'), starts };
}
