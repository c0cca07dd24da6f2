import { closeSync, openSync, readFileSync, readSync } from 'node:fs';
import { StringDecoder } from 'node:string_decoder';
import { readError } from './read-bytes.js';

/** A value of a file of JSON, and the line it begins at. */
export interface JsonRecord {
  readonly line: number;
  /** Undefined where the line is no JSON. */
  readonly value: unknown;
}

const CHUNK_BYTES = 1 << 20;

/**
 * Reads a file of JSON: one value a line where its first line is a value by itself, else one document.
 * @throws UserError import/missing-path, import/unreadable
 */
export function* readJsonFile(path: string): Generator<JsonRecord> {
  try {
    let line = 0;
    for (const text of linesOf(path)) {
      line += 1;
      const value = parseJson(text);
      if (line === 1 && value === undefined) {
        yield { line, value: parseJson(readFileSync(path, 'utf8')) };
        return;
      }
      if (text.trim() !== '') yield { line, value };
    }
  } catch (error) {
    throw readError(error, path);
  }
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text.replace(/^\ufeff/, ''));
  } catch {
    return undefined;
  }
}

function* linesOf(path: string): Generator<string> {
  const file = openSync(path, 'r');
  const decoder = new StringDecoder('utf8');
  const chunk = Buffer.alloc(CHUNK_BYTES);
  let rest = '';
  try {
    for (let length = 1; length > 0; ) {
      length = readSync(file, chunk);
      const lines = (rest + decoder.write(chunk.subarray(0, length))).split('\n');
      rest = lines.pop() as string;
      yield* lines;
    }
    yield rest + decoder.end();
  } finally {
    closeSync(file);
  }
}
