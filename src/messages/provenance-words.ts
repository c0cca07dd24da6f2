/** What is said about a methods text and a folder for the reviewer, in one language. */
export interface ProvenanceWords {
  readonly wrote: (path: string) => string;
  /** How many places the authors have to fill in. */
  readonly gaps: (count: number) => string;
}
