import { join } from 'node:path';
import { UserError } from '../errors.js';
import { discardProject, type ProjectPlace, placeProject } from '../workflow/place-project.js';
import { openUploads } from '../workflow/uploaded-files.js';
import type { JobInput, JobName, JobResult } from './child/jobs.js';
import type { JobProgress } from './child/messages.js';
import { unpackErrors } from './child/packed-errors.js';
import { type ProjectChild, startChild } from './child/start-child.js';

/** Makes projects by a process of its own, one at a time. */
export class ProjectMaker {
  /** Files that were handed over for the next project. */
  readonly uploads = openUploads();
  /** How far the project is that is being made; null while none is. */
  progress: JobProgress | null = null;

  private child: ProjectChild | null = null;

  constructor(private readonly toolVersion: string) {}

  /**
   * Makes a project.
   * @returns its path, and what was done
   * @throws UserError web/busy while one is being made, cli/interrupted when it was cancelled, and where it cannot be
   */
  async make<Name extends 'uploaded' | 'sample'>(
    place: ProjectPlace,
    job: Name,
    input: JobInput<Name>,
  ): Promise<{ readonly path: string; readonly made: JobResult<Name> }> {
    this.requireIdle();
    const path = placeProject(place);
    return { path, made: await this.makeAt(path, job, input) };
  }

  /** Looks what importing the uploads would do, in a project that is thrown away. */
  async preview(input: JobInput<'preview'>): Promise<JobResult<'preview'>> {
    this.requireIdle();
    const path = join(this.uploads.folder, 'preview.db');
    try {
      return unpackErrors(await this.makeAt(path, 'preview', input));
    } finally {
      discardProject(path);
    }
  }

  /** Stops the making of the project, of which nothing stays. */
  async cancel(): Promise<void> {
    await this.child?.release();
  }

  /** Forgets what was handed over. */
  async close(): Promise<void> {
    await this.cancel();
    this.uploads.close();
  }

  get isBusy(): boolean {
    return this.child !== null;
  }

  private requireIdle(): void {
    if (this.isBusy) throw new UserError('web/busy', {});
  }

  private async makeAt<Name extends JobName>(path: string, job: Name, input: JobInput<Name>) {
    const child = startChild({ db: path, mode: 'create', toolVersion: this.toolVersion });
    this.child = child;
    try {
      const onProgress = (progress: JobProgress) => {
        this.progress = progress;
      };
      const made = await child.ask(job, input, { onProgress });
      await child.release();
      return made;
    } catch (error) {
      await child.release();
      discardProject(path);
      throw error;
    } finally {
      this.child = null;
      this.progress = null;
    }
  }
}
