/** Groups of cases that a table compares, for its caption. */
export interface Contrast {
  /** What of the cases is compared. */
  readonly of: 'codes' | 'words';
  /** Values of the attribute and the cases with them; the name is null for all other values together. */
  readonly groups: readonly {
    readonly name: readonly string[] | null;
    readonly cases: number;
    readonly isTooSmall: boolean;
  }[];
  /** Cases that are in no compared group: without a value, with another one, or with neither words nor codes to compare. */
  readonly leftOut: {
    readonly withoutValue: number;
    readonly ofOthers: number;
    readonly withoutData: number;
  };
  /** How many codes or words were tested: what p values are adjusted for. */
  readonly tested: number;
  /** Of random tables; null where none are drawn. */
  readonly resampling: { readonly resamples: number; readonly seed: number } | null;
  /** Words in fewer cases are left out; null for codes. */
  readonly minCases: number | null;
}
