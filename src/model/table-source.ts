/** What a table was made from and how much of it a person confirmed; its caption is written from this. */
export interface TableSource {
  /** Id of the run whose results the table shows. */
  readonly runId: string;
  readonly codebook: { readonly id: string; readonly version: string } | null;
  /** The attribute whose values form the groups; `case` for every case by itself, null for all as one. */
  readonly by: string | null;
  readonly weight: 'zhagen' | 'tfidf';
  readonly cases: number;
  /** Of the proposals behind the table, how many a person confirmed, and who. */
  readonly confirmed: { readonly count: number; readonly of: number; readonly coders: readonly string[] };
  readonly filters: {
    readonly coder?: string | undefined;
    readonly batch?: string | undefined;
    readonly status: 'all' | 'confirmed';
  };
}
