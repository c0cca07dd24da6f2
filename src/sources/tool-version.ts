import { readFileSync } from 'node:fs';
import { PROGRAM } from '../paths.js';

/** The version of the program, as its package.json says. */
export function readToolVersion(): string {
  const manifest = readFileSync(new URL('../package.json', PROGRAM), 'utf8');
  return (JSON.parse(manifest) as { version: string }).version;
}
