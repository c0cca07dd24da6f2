// A thread that packs what it is sent into a zip file, while the other one makes what comes next.
import { parentPort } from 'node:worker_threads';
import { strToU8, Zip, ZipDeflate } from 'fflate';

/** The next file of the archive, a piece of it, or after its last piece the end of a file or of the archive. */
export type ZipOrder =
  | { readonly begin: string }
  | { readonly piece: string | Uint8Array }
  | { readonly end: 'file' | 'archive' };

/** How hard files are packed: more takes twice as long and saves a twentieth. */
const PACKING = 3;

const FIRST_TIME = new Date(1980, 0, 1);

let packed: Uint8Array[] = [];
const zip = new Zip((error, bytes) => {
  if (error) throw error;
  packed.push(bytes);
});
let file: ZipDeflate | undefined;

// Each order is answered with the bytes that are ready after it.
parentPort?.on('message', (order: ZipOrder) => {
  carryOut(order);
  parentPort?.postMessage(packed);
  packed = [];
});

function carryOut(order: ZipOrder): void {
  if ('begin' in order) {
    file = new ZipDeflate(order.begin, { level: PACKING });
    file.mtime = FIRST_TIME;
    zip.add(file);
  } else if ('piece' in order) {
    file?.push(typeof order.piece === 'string' ? strToU8(order.piece) : order.piece);
  } else if (order.end === 'file') file?.push(new Uint8Array(), true);
  else zip.end();
}
