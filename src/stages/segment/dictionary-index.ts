const SPACE = 0x20;
const NEWLINE = 0x0a;

/**
 * Answers whether a word stands in a dictionary file (`word frequency tag` a line, UTF-8). An open-addressing
 * table of line offsets over the bytes: 7 MB for jieba's dictionary, where a set of strings takes 70.
 */
export function dictionaryIndex(bytes: Uint8Array): (word: string) => boolean {
  const table = new Int32Array(tableSize(bytes)).fill(-1);
  const mask = table.length - 1;

  for (let start = 0; start < bytes.length; ) {
    const end = bytes.indexOf(SPACE, start);
    if (end < 0) break;
    let slot = hash(bytes, start, end) & mask;
    while (table[slot] !== -1) slot = (slot + 1) & mask;
    table[slot] = start;
    const newline = bytes.indexOf(NEWLINE, end);
    start = newline < 0 ? bytes.length : newline + 1;
  }

  const encoder = new TextEncoder();
  return (word) => {
    const wanted = encoder.encode(word);
    let slot = hash(wanted, 0, wanted.length) & mask;
    for (let start = table[slot] as number; start !== -1; start = table[slot] as number) {
      if (bytes[start + wanted.length] === SPACE && startsWithAt(bytes, start, wanted)) return true;
      slot = (slot + 1) & mask;
    }
    return false;
  };
}

/** A power of two that leaves the table at most half full. */
function tableSize(bytes: Uint8Array): number {
  let lines = 1;
  for (const byte of bytes) if (byte === NEWLINE) lines += 1;
  return 2 ** Math.ceil(Math.log2(lines * 2));
}

/** FNV-1a, 32 bits. */
function hash(bytes: Uint8Array, start: number, end: number): number {
  let value = 0x811c9dc5;
  for (let i = start; i < end; i += 1) value = Math.imul(value ^ (bytes[i] as number), 0x01000193);
  return (value ^ (value >>> 15)) >>> 0;
}

function startsWithAt(bytes: Uint8Array, start: number, wanted: Uint8Array): boolean {
  for (let i = 0; i < wanted.length; i += 1) if (bytes[start + i] !== wanted[i]) return false;
  return true;
}
