import type { CodingChange } from '../../project/qda/diff-codings.js';
import type { DecideReport } from '../follow-decisions.js';
import type { NotTaken } from './not-taken.js';

/** What one code is to another, by their labels. */
interface RelationInWords {
  readonly from: string;
  readonly kind: string;
  readonly to: string;
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
    /** The code that it is under now; empty for none. */
    readonly parent?: string;
  }[];
  readonly deletedCodes: readonly string[];
  /** Codes that the file has no longer and that stay, with what others coded with them. */
  readonly keptCodes: readonly {
    readonly code: string;
    readonly codings: number;
    readonly coders: readonly string[];
  }[];
  readonly newRelations: readonly RelationInWords[];
  readonly removedRelations: readonly RelationInWords[];
  readonly newMemos: number;
  readonly editedMemos: number;
  readonly deletedMemos: number;
  /** Values of attributes that are others now. */
  readonly attributes: number;
  readonly notTaken: readonly NotTaken[];
  readonly isDryRun: boolean;
}
