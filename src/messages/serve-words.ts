/** What the command line says about the workbench in the browser, in one language. */
export interface ServeWords {
  readonly started: (url: string) => string[];
  /** Said where other machines can reach it. */
  readonly bound: (address: string) => string;
}
