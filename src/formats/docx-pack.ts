import type { Document } from 'docx';
import { unzipSync } from 'fflate';

/** When all files of a document are said to be written: the hour is that of the time zone, whichever it is. */
export const fixedTime = () => new Date(1980, 0, 1);

/** The parts of a document as the library writes them, without the time at which it did. */
export async function docxParts(document: Document): Promise<Map<string, Uint8Array>> {
  const { Packer } = await import('docx');
  const parts = unzipSync(new Uint8Array(await Packer.toBuffer(document)));
  return new Map(
    Object.entries(parts).flatMap(([part, bytes]) => {
      if (part.endsWith('/')) return [];
      return [[part, part === 'docProps/core.xml' ? withoutTime(bytes) : bytes] as const];
    }),
  );
}

function withoutTime(bytes: Uint8Array): Uint8Array {
  const xml = new TextDecoder().decode(bytes);
  return new TextEncoder().encode(xml.replaceAll(/\d{4}-\d\d-\d\dT[\d:.]+Z/g, '1970-01-01T00:00:00Z'));
}
