/** A fault of a codebook: where it stands (`codes[3].parent`) and what is wrong there. */
export interface CodebookFault {
  readonly place: string;
  readonly problem: string;
}
