import { createHash } from 'node:crypto';

/** The namespace of all GUIDs that zhagen derives from names; random once, fixed for ever. */
const NAMESPACE = '7f0c2f6e-52a5-4d0b-9d6a-3c1f8f2f4b71';

/** A GUID made from a name (UUID version 5, RFC 9562): the same name gives the same GUID everywhere. */
export function guidOf(name: string): string {
  const hash = createHash('sha1')
    .update(Buffer.from(NAMESPACE.replaceAll('-', ''), 'hex'))
    .update(name, 'utf8')
    .digest()
    .subarray(0, 16);
  hash.writeUInt8((hash.readUInt8(6) & 0x0f) | 0x50, 6);
  hash.writeUInt8((hash.readUInt8(8) & 0x3f) | 0x80, 8);
  return hash.toString('hex').replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
}

/** A GUID as it is compared: programs write it in braces or in capitals, too. */
export function plainGuid(guid: string): string {
  return guid
    .trim()
    .replace(/^\{(.*)\}$/, '$1')
    .toLowerCase();
}
