import type { AttributeType } from './attribute-type.js';
import type { CaseHead } from './case.js';
import type { Polarity } from './coded-passage.js';
import { isReference } from './evidence.js';
import type { Framework } from './framework.js';
import type { AssignedKeyword } from './mapping.js';
import type { PassageNumber } from './passage-number.js';
import type { EvidenceRow } from './table-rows.js';

/** A code given to a passage of a case, with its number in the case; a case as a whole has none. */
export interface CodedRow extends EvidenceRow {
  readonly polarity: Polarity;
  /** As it reads without the layout. */
  readonly cleanQuote: string;
  readonly paragraph: PassageNumber['paragraph'] | null;
  readonly sentence: PassageNumber['sentence'] | null;
  readonly turn: PassageNumber['turn'];
  readonly speaker: PassageNumber['speaker'];
}

/** The coding under one codebook, filter and view, as datasets are made from it. */
export interface CodedData {
  readonly framework: Framework;
  readonly cases: readonly CaseHead[];
  readonly attributes: readonly { readonly name: string; readonly type: AttributeType }[];
  /** By case, and within a case by place. */
  readonly rows: readonly CodedRow[];
  readonly assigned: readonly AssignedKeyword[];
  /** The texts of the memos on a coded passage, by its id. */
  readonly memos: ReadonlyMap<string, readonly string[]>;
}

/** Whether a coding counts as a reference: rules and people gave it, and it supports its code. */
export const isCounted = (row: CodedRow): boolean => row.polarity === 'supports' && isReference(row);
