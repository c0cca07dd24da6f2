import { closeSync, openSync, readSync } from 'node:fs';

const AT_ONCE = 2 ** 20;

/** Finds which of some strings occur in the bytes of a file, as UTF-8, wherever in it. */
export function findInBytes(path: string, strings: readonly string[]): string[] {
  const wanted = strings.map((one) => ({ one, bytes: Buffer.from(one) }));
  const longest = Math.max(1, ...wanted.map(({ bytes }) => bytes.length));
  const found = new Set<string>();
  const file = openSync(path, 'r');
  try {
    const buffer = Buffer.alloc(AT_ONCE + longest);
    let kept = 0;
    for (;;) {
      const read = readSync(file, buffer, kept, AT_ONCE, null);
      if (read === 0) return strings.filter((one) => found.has(one));
      const filled = buffer.subarray(0, kept + read);
      for (const { one, bytes } of wanted) if (!found.has(one) && filled.includes(bytes)) found.add(one);
      // What may begin at the end of this piece goes on in the next one.
      kept = Math.min(filled.length, longest - 1);
      buffer.copyWithin(0, filled.length - kept, filled.length);
    }
  } finally {
    closeSync(file);
  }
}
