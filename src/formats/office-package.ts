import { decodeXml } from './decode-xml.js';
import type { Limits } from './limits.js';
import { type DocumentPart, unpackDocument } from './zip.js';

/** The parts of an Office document: XML files in a zip that refer to each other by relationships. */
export interface OfficePackage {
  /** The text of a part, or undefined when there is none of this name. */
  read(name: string): string | undefined;
  /** The parts that one part (or '' the package) refers to, by the last word of their types. */
  related(name: string): ReadonlyMap<string, string>;
  /** A part that another refers to by the id of a relationship: its path and its bytes. */
  referred(name: string, id: string): DocumentPart | undefined;
}

const OLE = [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1];
/** The name of the stream that holds an encrypted document, in the directory of its OLE file. */
const ENCRYPTED = Buffer.from('EncryptedPackage', 'utf16le');

/** Whether bytes are an OLE file: an Office document before 2007, or an encrypted one. */
export function isOle(bytes: Uint8Array): boolean {
  return OLE.every((byte, at) => bytes[at] === byte);
}

/** Whether an OLE file holds an encrypted document. */
export function isEncrypted(bytes: Uint8Array): boolean {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).includes(ENCRYPTED);
}

/**
 * Opens an Office document; its pictures and embedded objects stay packed.
 * @throws UserError as `unpackDocument`
 */
export function openPackage(path: string, bytes: Uint8Array, limits: Limits): OfficePackage {
  const isMarkup = (name: string) =>
    /\.(?:xml|rels|x?html?|mhtml?|rtf|txt)$/i.test(name) ||
    (/\.docx$/i.test(name) && !/embeddings\//i.test(name));
  const parts = new Map(unpackDocument(path, bytes, limits, isMarkup).map((part) => [part.name, part.bytes]));
  const read = (name: string): string | undefined => {
    const part = parts.get(name);
    return part && decodeXml(part, path, name);
  };
  const linksOf = (name: string) => {
    const slash = name.lastIndexOf('/') + 1;
    const folder = name.slice(0, slash);
    return relationships(read(`${folder}_rels/${name.slice(slash)}.rels`) ?? '', folder);
  };
  return {
    read,
    related: (name) => {
      const targets = new Map<string, string>();
      for (const { type, target } of linksOf(name)) if (!targets.has(type)) targets.set(type, target);
      return targets;
    },
    referred: (name, id) => {
      const target = linksOf(name).find((link) => link.id === id)?.target ?? '';
      const bytes = parts.get(target);
      return bytes && { name: target, bytes };
    },
  };
}

interface Link {
  readonly id: string;
  /** The last word of its type. */
  readonly type: string;
  readonly target: string;
}

function relationships(xml: string, folder: string): Link[] {
  return [...xml.matchAll(/<(?:\w+:)?Relationship\s[^<>]*>/g)].flatMap(([tag]): Link[] => {
    const attribute = (name: string) => new RegExp(`\\s${name}\\s*=\\s*["']([^"']*)["']`).exec(tag)?.[1];
    const type = attribute('Type')?.split('/').at(-1);
    const target = attribute('Target');
    if (type === undefined || target === undefined || attribute('TargetMode') === 'External') return [];
    const path = target.startsWith('/') ? target.slice(1) : folder + target;
    return [{ id: attribute('Id') ?? '', type, target: path }];
  });
}
