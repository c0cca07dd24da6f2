import type { ProgressStep } from '../../project/context.js';
import type { ProjectOptions } from '../../workflow/open-project.js';
import type { JobName } from './jobs.js';

/** What a child process opens. */
export interface ChildSetup {
  readonly db: string;
  readonly mode: ProjectOptions['mode'];
  readonly toolVersion: string;
}

/** Something to do; the next is sent when it is done. */
export interface JobTask {
  readonly job: JobName;
  readonly input: unknown;
}

/** How far long work is. */
export interface JobProgress {
  readonly step: ProgressStep;
  readonly done: number;
  readonly total: number | null;
}

/** What a child process says of its work; a problem is a packed error of the user's. */
export type ChildAnswer =
  | { readonly progress: JobProgress }
  | { readonly result: unknown }
  | { readonly problem: unknown }
  | { readonly bug: string };
