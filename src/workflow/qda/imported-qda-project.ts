import type { CodingChange } from '../../project/qda/diff-codings.js';
import type { DecideReport } from '../follow-decisions.js';

/** What of a file was not taken, by its reason or the name of its elements. */
interface NotTaken {
  readonly kind: string;
  readonly count: number;
}

/** What a project of another program said, and what became of it. */
export interface ImportedQdaProject extends DecideReport {
  /** The program that wrote the file, as it says. */
  readonly origin: string;
  /** Null for a project without codes. */
  readonly codebookId: string | null;
  readonly isNewCodebook: boolean;
  readonly newCases: readonly string[];
  readonly knownCases: number;
  readonly coders: readonly string[];
  /** What people coded in the file; what the project has just so; proposals of the program. */
  readonly codings: number;
  readonly unchanged: number;
  readonly ofProgram: number;
  /** Whether the file tells what it had when the program wrote it. */
  readonly isCompared: boolean;
  readonly changes: readonly CodingChange[];
  readonly newCodes: readonly string[];
  readonly changedCodes: readonly {
    readonly code: string;
    readonly name?: string;
    readonly definition?: string;
  }[];
  readonly newMemos: number;
  readonly editedMemos: number;
  /** Values of attributes that are others now. */
  readonly attributes: number;
  readonly notTaken: readonly NotTaken[];
  readonly isDryRun: boolean;
}
