/** Groups of cases that a table compares, for its caption. */
export interface Contrast {
  /** Of the attribute's values those that are compared. */
  readonly groups: readonly { readonly name: string; readonly cases: number; readonly isTooSmall: boolean }[];
  /** Cases that are in no compared group: those without a value, those of other groups, and those without text or coding. */
  readonly leftOut: { readonly withoutValue: number; readonly ofOthers: number; readonly uncoded: number };
  /** How many codes or words were tested: what p values are adjusted for. */
  readonly tested: number;
  readonly resampling: { readonly resamples: number; readonly seed: number };
}
