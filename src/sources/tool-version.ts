import { readFileSync } from 'node:fs';
import { PROGRAM } from '../paths.js';

/** The version of the program, as its package.json says. */
export function readToolVersion(): string {
  return readManifest().version;
}

/** The segmenter that comes with the program, and its version. */
export function readSegmenterVersion(): string {
  return `nodejieba ${readManifest().dependencies.nodejieba}`;
}

interface Manifest {
  readonly version: string;
  readonly dependencies: { readonly nodejieba: string };
}

function readManifest(): Manifest {
  return JSON.parse(readFileSync(new URL('../package.json', PROGRAM), 'utf8'));
}
