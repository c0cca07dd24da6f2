import { hash } from 'node:crypto';
import type { Polarity } from '../model/coded-passage.js';

/** A code and a passage, where it lies now. */
interface CodedPlace {
  readonly codebookId: string;
  readonly codeId: string;
  readonly polarity: Polarity;
  readonly caseId: string;
  readonly version: string;
  readonly start: number;
  readonly end: number;
}

/** Hexadecimal digits of an id: two of a million passages share one by a chance of one in two. */
const DIGITS = 10;

/** Names a code and a passage by ten hexadecimal digits, the same on every machine. */
export function passageId({ codebookId, codeId, polarity, caseId, version, start, end }: CodedPlace): string {
  const place = JSON.stringify([codebookId, codeId, polarity, caseId, version, start, end]);
  return hash('sha256', place).slice(0, DIGITS);
}
