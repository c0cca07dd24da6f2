/** What no file may go beyond, so that a hostile or broken one cannot take the machine with it. */
export interface Limits {
  /** Bytes of a file that is read at once: any but a JSONL file in UTF-8. */
  readonly fileBytes: number;
  /** Bytes that all parts of an Office document may unpack to. */
  readonly documentBytes: number;
  /** Bytes of a web page, which is held in memory as a tree. */
  readonly pageBytes: number;
  /** Elements within elements in a web page or an Office document. */
  readonly nesting: number;
  /** Entries of an archive, and the bytes that all of them together may unpack to. */
  readonly zipEntries: number;
  readonly zipBytes: number;
  /** How many times its packed size an archive may unpack to. */
  readonly zipRatio: number;
  /** Cells of all sheets of a workbook. */
  readonly sheetCells: number;
  readonly pdfPages: number;
  /** Bytes of one line of a JSONL file. */
  readonly recordBytes: number;
  /** Time and memory that a reader in a process of its own may take for one file. */
  readonly readerSeconds: number;
  readonly readerMegabytes: number;
}

/** The limits that hold unless the user raises them. */
export const DEFAULT_LIMITS: Limits = {
  fileBytes: 384 * 2 ** 20,
  documentBytes: 128 * 2 ** 20,
  pageBytes: 64 * 2 ** 20,
  nesting: 10_000,
  zipEntries: 100_000,
  zipBytes: 512 * 2 ** 20,
  zipRatio: 200,
  sheetCells: 10_000_000,
  pdfPages: 5_000,
  recordBytes: 256 * 2 ** 20,
  readerSeconds: 60,
  readerMegabytes: 1_500,
};
