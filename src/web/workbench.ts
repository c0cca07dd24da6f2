import { UserError } from '../errors.js';
import type { JobInput, JobName, JobResult } from './child/jobs.js';
import type { JobProgress } from './child/messages.js';
import { type ProjectChild, startChild } from './child/start-child.js';
import { type OpenProject, openProject } from './open-project.js';

/** What the server of one person has open. */
export class Workbench {
  private opened: OpenProject | null = null;
  private reader: ProjectChild | null = null;

  constructor(readonly toolVersion: string) {}

  /** Opens a project instead of the one that is open. */
  async open(path: string, mode: 'create' | 'write'): Promise<void> {
    const next = await openProject(path, { mode, toolVersion: this.toolVersion });
    await this.close();
    this.opened = next;
  }

  /** @throws UserError web/no-project */
  get project(): OpenProject {
    if (this.opened === null) throw new UserError('web/no-project', {});
    return this.opened;
  }

  get isOpen(): boolean {
    return this.opened !== null;
  }

  /** Has something read that takes long by a process of its own, which meanwhile keeps nobody waiting. */
  ask<Name extends JobName>(job: Name, input: JobInput<Name>): Promise<JobResult<Name>> {
    if (this.reader === null || !this.reader.isAlive()) this.reader = this.startChild('read');
    return this.reader.ask(job, input);
  }

  /** Has something done that takes long, by a process that ends with it. */
  async work<Name extends JobName>(
    job: Name,
    input: JobInput<Name>,
    onProgress: (progress: JobProgress) => void,
  ): Promise<JobResult<Name>> {
    const child = this.startChild('write');
    try {
      return await child.ask(job, input, onProgress);
    } finally {
      await child.release();
    }
  }

  private startChild(mode: 'read' | 'write'): ProjectChild {
    return startChild({ db: this.project.path, mode, toolVersion: this.toolVersion });
  }

  private async releaseReader(): Promise<void> {
    const last = this.reader;
    this.reader = null;
    await last?.release();
  }

  /** Leaves the project as one file. */
  async close(): Promise<void> {
    const last = this.opened;
    this.opened = null;
    await this.releaseReader();
    await last?.close();
  }
}
