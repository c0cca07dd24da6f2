import { readdirSync, readFileSync } from 'node:fs';
import { PROGRAM } from '../paths.js';

/** A file of the page, as it is sent. */
export interface Asset {
  readonly type: string;
  readonly bytes: Uint8Array<ArrayBuffer>;
}

const TYPES: Readonly<Record<string, string>> = {
  html: 'text/html; charset=utf-8',
  js: 'text/javascript; charset=utf-8',
  css: 'text/css; charset=utf-8',
  svg: 'image/svg+xml',
};

/** Reads the files of the built page, all of them once: what is not in this table is never looked for on the disk. */
export function readAssets(): ReadonlyMap<string, Asset> {
  const folder = new URL('web/client/', PROGRAM);
  const files = readdirSync(folder).flatMap((name): [string, Asset][] => {
    const type = TYPES[name.split('.').at(-1) ?? ''];
    if (type === undefined) return [];
    return [[name, { type, bytes: new Uint8Array(readFileSync(new URL(name, folder))) }]];
  });
  return new Map(files);
}
