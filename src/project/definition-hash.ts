import { createHash } from 'node:crypto';
import type { Code } from '../model/codebook.js';
import { ownDefinition } from '../model/own-definition.js';

/** Hexadecimal digits of a hash: enough to tell the definitions that a code had. */
const DIGITS = 16;

/**
 * Hashes what a code means: its definition, its limits and its parent; undefined is a code that is gone. A name says nothing
 * of the meaning, nor do terms and rules, which say how it is found.
 */
export function definitionHash(code: Code | undefined): string {
  const meaning = code && [ownDefinition(code), code.include, code.exclude, code.parent];
  return createHash('sha256')
    .update(JSON.stringify(meaning ?? null))
    .digest('hex')
    .slice(0, DIGITS);
}
