import type { Attributes } from './case.js';

/** One case as a file tells it, before it has its identity. `source` is as in `Case`. */
export interface CaseRecord {
  readonly id?: string;
  readonly title?: string;
  readonly text: string;
  readonly attributes: Attributes;
  readonly source: string;
}

/** A table with a header row, its rows with the line they begin on; `path` is what messages call it. */
export interface AttributeTable {
  readonly path: string;
  readonly columns: readonly string[];
  readonly rows: readonly { readonly line: number; readonly values: Readonly<Record<string, string>> }[];
}
