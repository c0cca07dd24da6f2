/** Where words are looked at: in one group or all, with the verdicts of all coders or the own alone. */
export interface Scope {
  readonly group: string | undefined;
  readonly view: 'blind' | undefined;
}
