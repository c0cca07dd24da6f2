/** Forms of saturation after Saunders et al. (2018) that can be counted; the theoretical one is tested with sealed cases. */
export type SaturationForm = 'inductive-thematic' | 'a-priori-thematic' | 'data';

/** What a table of saturation was measured on and how, for its caption. */
export interface SaturationSource {
  readonly form: SaturationForm;
  readonly counted: 'codes' | 'keywords';
  readonly level: { readonly zh: string; readonly en: string } | null;
  readonly order: string;
  readonly cases: number;
  readonly baseItems: number;
  readonly options: Readonly<Record<'base' | 'run' | 'runs' | 'seed', number>>;
  /** Where each threshold is reached, from 1 (null: never), how much was new after it, and in how many other orders it is. */
  readonly points: readonly {
    readonly threshold: number;
    readonly at: number | null;
    readonly after: number;
    readonly reachedIn: number;
  }[];
  /** A priori thematic: codes of the level, and those with a confirmed instance. */
  readonly coverage: { readonly codes: number; readonly confirmed: number } | null;
}
