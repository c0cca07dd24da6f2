/** The file a case version was read from, as the manifest of a corpus names it. */
export interface CaseFile {
  /** Of its bytes, in hex. */
  readonly sha256: string;
  /** Its extension without the dot, in lower case. */
  readonly format: string;
  /** What its bytes were decoded from; null for a format that holds its own text. */
  readonly encoding: string | null;
  /** Its pages, from 1, that are blank or pictures; a format without pages has none. */
  readonly pagesWithoutText: readonly number[];
}
