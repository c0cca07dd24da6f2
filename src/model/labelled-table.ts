/** A table made ready for people: everything is text in one language. */
export interface LabelledTable {
  readonly title: string;
  readonly caption: string;
  readonly header: readonly string[];
  readonly cells: readonly (readonly string[])[];
  /** The row of sums that is printed under the table; it is no row of data. */
  readonly total?: readonly string[] | undefined;
  /** Which columns hold numbers and stand flush right. */
  readonly numeric: readonly boolean[];
}
