/** A table made ready for people: everything is text in one language. */
export interface LabelledTable {
  readonly title: string;
  readonly caption: string;
  readonly header: readonly string[];
  readonly cells: readonly (readonly string[])[];
  /** Which columns hold numbers and stand flush right. */
  readonly numeric: readonly boolean[];
}
