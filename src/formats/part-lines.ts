import { z } from 'zod';
import { type PartHead, type PartReceipt, partCommands } from '../model/part.js';

/*
 * A part is lines in UTF-8: a head, what the command made of its cases, and a receipt.
 *
 *     #zhagen-part{TAB}{"format":1,"command":"keywords","part":1,"of":4,…}
 *     …
 *     #zhagen-receipt{TAB}{"lines":30,"bytes":4711,"cases":30,"unreadFiles":0}{TAB}sha256 of all that is before
 */
const HEAD = '#zhagen-part\t';
const RECEIPT = '#zhagen-receipt\t';
const FORMAT = 1;

const count = z.number().int().nonnegative();
const flag = z.union([z.string(), z.number(), z.boolean(), z.null()]);

const headSchema = z.strictObject({
  format: z.literal(FORMAT),
  command: z.enum(partCommands),
  part: count,
  of: count,
  toolVersion: z.string(),
  dictionary: z.string(),
  corpus: z.strictObject({ files: count, bytes: count, sha256: z.string() }),
  options: z.record(z.string(), flag),
  unwanted: z.array(z.string()).optional(),
});

const receiptSchema = z.strictObject({ lines: count, bytes: count, cases: count, unreadFiles: count });

/** The first line of a part. */
export function formatPartHead(head: PartHead): string {
  return `${HEAD}${JSON.stringify({ format: FORMAT, ...head })}\n`;
}

/** What the first line of a part says, given without its end; undefined when it is none. */
export function parsePartHead(line: string): PartHead | undefined {
  const found = line.startsWith(HEAD)
    ? headSchema.safeParse(parseJson(line.slice(HEAD.length))).data
    : undefined;
  if (!found) return undefined;
  const { format: _, unwanted, ...head } = found;
  return unwanted ? { ...head, unwanted } : head;
}

/** The last line of a part up to its hash, which is that of all before it and of this. */
export function formatReceipt(receipt: PartReceipt): string {
  return `${RECEIPT}${JSON.stringify(receipt)}\t`;
}

/** What the last line of a part says, given without its end, and how many of its bytes its hash speaks of. */
export function parseReceipt(
  line: string,
): { readonly receipt: PartReceipt; readonly sha256: string; readonly hashed: number } | undefined {
  if (!line.startsWith(RECEIPT)) return undefined;
  const end = line.lastIndexOf('\t') + 1;
  const receipt = receiptSchema.safeParse(parseJson(line.slice(RECEIPT.length, end))).data;
  return receipt && { receipt, sha256: line.slice(end), hashed: Buffer.byteLength(line.slice(0, end)) };
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
