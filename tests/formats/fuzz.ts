import fc from 'fast-check';
import { UserError } from '../../src/errors.js';
import { en } from '../../src/messages/en.js';
import { renderError } from '../../src/messages/render-error.js';
import { zh } from '../../src/messages/zh.js';

/** No reader may take longer for a small file, however broken. */
const LONGEST_MS = 5_000;

/** Bytes of no format at all, and real files after some damage: bytes changed, cut out, doubled, the end lost. */
function brokenFiles(files: readonly Uint8Array[]): fc.Arbitrary<Uint8Array> {
  const place = fc.double({ min: 0, max: 1, noNaN: true, maxExcluded: true });
  const damage = fc.record({
    kind: fc.constantFrom('change', 'change', 'change', 'cut', 'double', 'end'),
    at: place,
    length: fc.integer({ min: 1, max: 40 }),
    byte: fc.integer({ min: 0, max: 255 }),
  });
  const damaged = fc
    .tuple(fc.constantFrom(...files), fc.array(damage, { minLength: 1, maxLength: 6 }))
    .map(([file, damages]) =>
      damages.reduce((bytes, { kind, at, length, byte }) => {
        const start = Math.floor(at * bytes.length);
        const [before, after] = [bytes.subarray(0, start), bytes.subarray(start)];
        if (kind === 'change') return Buffer.concat([before, Uint8Array.of(byte), after.subarray(1)]);
        if (kind === 'cut') return Buffer.concat([before, after.subarray(length)]);
        if (kind === 'double') return Buffer.concat([before, after.subarray(0, length), after]);
        return before;
      }, Buffer.from(file)),
    );
  return fc.oneof(
    { weight: 1, arbitrary: fc.uint8Array({ maxLength: 400 }) },
    { weight: 9, arbitrary: damaged },
  );
}

/** No message is as long as a file, or shows what only programs say. */
const LONGEST_MESSAGE = 8_000;
const RAW = /undefined|\[object |\bNaN\b|TypeError|RangeError|SyntaxError/;

/** Asks that what is said of an error is short, and said by us. */
export function checkMessages(error: UserError): void {
  for (const say of [zh, en]) {
    const message = renderError(say, error);
    if (message.length > LONGEST_MESSAGE) throw new Error(`a message of ${message.length} characters`);
    if (RAW.test(message)) throw new Error(`a raw message: ${message}`);
  }
}

/** What a reader did against its promise, text or a UserError and soon, on so many broken files; null for nothing. */
export async function findHarm(
  read: (bytes: Uint8Array) => Promise<unknown>,
  files: readonly Uint8Array[],
  numRuns: number,
): Promise<string | null> {
  // Loading a reader's library is not reading.
  for (const file of files) await read(file).catch(() => {});
  const property = fc.asyncProperty(brokenFiles(files), async (bytes) => {
    const started = performance.now();
    try {
      await read(bytes);
    } catch (error) {
      if (!(error instanceof UserError)) throw error;
      checkMessages(error);
    }
    const taken = performance.now() - started;
    if (taken >= LONGEST_MS) throw new Error(`took ${taken} ms`);
  });
  const details = await fc.check(property, { numRuns });
  return fc.defaultReportMessage(details) ?? null;
}
