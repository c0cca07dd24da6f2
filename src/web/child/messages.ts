import type { ErrorCode, ErrorParams } from '../../errors.js';
import type { ProgressStep } from '../../project/context.js';
import type { ProjectOptions } from '../../workflow/open-project.js';
import type { JobName } from './jobs.js';

/** What a child process opens. */
export interface ChildSetup {
  readonly db: string;
  readonly mode: ProjectOptions['mode'];
  readonly toolVersion: string;
}

/** Something to do, and the number that its answers carry. */
export interface JobTask {
  readonly id: number;
  readonly job: JobName;
  readonly input: unknown;
}

/** How far long work is. */
export interface JobProgress {
  readonly step: ProgressStep;
  readonly done: number;
  readonly total: number | null;
}

/** What a child process says of its work. */
export type ChildAnswer =
  | { readonly id: number; readonly progress: JobProgress }
  | { readonly id: number; readonly result: unknown }
  | {
      readonly id: number;
      readonly problem: { readonly code: ErrorCode; readonly params: ErrorParams[ErrorCode] };
    }
  | { readonly id: number; readonly bug: string };
