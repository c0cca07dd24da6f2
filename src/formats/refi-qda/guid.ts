import { hash } from 'node:crypto';

/** The namespace of all GUIDs that zhagen derives from names; random once, fixed for ever. */
const NAMESPACE = Buffer.from('7f0c2f6e52a54d0b9d6a3c1f8f2f4b71', 'hex');

/** A GUID made from a name (UUID version 5, RFC 9562): the same name gives the same GUID everywhere. */
export function guidOf(name: string): string {
  const digest = hash('sha1', Buffer.concat([NAMESPACE, Buffer.from(name, 'utf8')]));
  const version = `5${digest.slice(13, 16)}`;
  const variant = `${((Number.parseInt(digest[16] as string, 16) & 0x3) | 0x8).toString(16)}${digest.slice(17, 20)}`;
  return `${digest.slice(0, 8)}-${digest.slice(8, 12)}-${version}-${variant}-${digest.slice(20, 32)}`;
}

/** A GUID as it is compared: programs write it in braces or in capitals, too. */
export function plainGuid(guid: string): string {
  return guid
    .trim()
    .replace(/^\{(.*)\}$/, '$1')
    .toLowerCase();
}
