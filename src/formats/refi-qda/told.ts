/** A code or set as the file tells it. */
export interface Told {
  readonly guid: string;
  readonly name: string;
  readonly parent: Told | null;
  readonly depth: number;
  description: string;
  readonly members: Set<string>;
}
