import type { Span } from './span.js';

/** What a project of REFI-QDA has no room for, or what never leaves a project. */
export const notCarriedKinds = [
  'against',
  'rejected',
  'keywords',
  'in-vivo',
  'apart',
  'memos',
  'weights',
  'decisions',
  'codebooks',
  'form',
  'excluded',
  'sealed',
  'sealed-statements',
] as const;

export type NotCarriedKind = (typeof notCarriedKinds)[number];

/** One coding, or part of one, that an exported project does not have; its place is in the text of the file. */
export interface NotCarriedRow extends Span {
  readonly caseId: string;
  /** The label of the code. */
  readonly code: string;
  readonly coder: string;
  readonly text: string;
}

/** How much of one kind an exported project does not have. */
export interface NotCarried {
  readonly kind: NotCarriedKind;
  readonly count: number;
  readonly rows: readonly NotCarriedRow[];
}
