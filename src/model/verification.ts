/** How a place of the project file does not fit what should be there. */
export type FaultKind =
  /** Rows say something else than when the program wrote them. */
  | 'rows-changed'
  /** Rows that the program wrote are gone. */
  | 'rows-gone'
  /** Rows that the program did not write. */
  | 'rows-added'
  /** A text, a content or a record of a run has another hash than the one it is known by. */
  | 'other-hash'
  /** A decision says that something else was in force before it than what the log says. */
  | 'log-broken'
  /** What is in force is not what the log of decisions leaves in force. */
  | 'not-by-log'
  /** Derived rows are not those that follow from texts, decisions and codebooks. */
  | 'not-derived';

/** A place of the project file where something does not fit. */
export interface Fault {
  readonly kind: FaultKind;
  readonly table: string;
  /** What tells which rows of the table: a case, a group, a decision, each by its name. */
  readonly at: Readonly<Record<string, string>>;
}

/** What became of a run when it was made again. */
export type RunOutcome =
  /** This version derives the same. */
  | 'same'
  /** This version derives something else from the same: rows were altered, or the program was. */
  | 'differs'
  /** Another version made it, and this one derives something else. */
  | 'other-version'
  /** The project changed since, so that it cannot be made again from what is there. */
  | 'changed-since'
  /** A later run of the stage took its place. */
  | 'replaced'
  /** It read files, of which the texts are kept, whose hashes were compared. */
  | 'kept-texts';
