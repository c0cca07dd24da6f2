/** What a document says: paragraphs, headings, list items and table rows one a line. */
export interface DocumentText {
  readonly text: string;
  /** The title the document gives itself, if it does. */
  readonly title?: string;
}
