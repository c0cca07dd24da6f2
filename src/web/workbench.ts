import { UserError } from '../errors.js';
import { viewProject } from '../project/project-view.js';
import type { ProjectOptions } from '../workflow/open-project.js';
import type { JobInput, JobName, JobResult } from './child/jobs.js';
import type { JobProgress } from './child/messages.js';
import { type ProjectChild, startChild } from './child/start-child.js';
import { type OpenProject, openProject } from './open-project.js';

/** What takes seconds. */
const ALONE: readonly JobName[] = ['export', 'handOut', 'agree'];

/** What the server of one person has open. */
export class Workbench {
  private opened: OpenProject | null = null;
  private reader: ProjectChild | null = null;
  private readonly exporters = new Set<ProjectChild>();

  private maker: ProjectChild | null = null;
  private changer: ProjectChild | null = null;
  /** How far the project is that is being made; null while none is. */
  progress: JobProgress | null = null;

  /** @param wanted where the project is, or will be made */
  constructor(
    readonly wanted: string,
    readonly toolVersion: string,
  ) {}

  /** Opens the project. */
  async open(): Promise<void> {
    this.opened = await openProject(this.wanted, { mode: 'write', toolVersion: this.toolVersion });
  }

  /**
   * Makes the project by a process of its own, and opens it.
   * @throws UserError web/busy while it is being made, cli/interrupted when it was cancelled
   */
  async make<Name extends 'uploaded' | 'sample'>(job: Name, input: JobInput<Name>): Promise<JobResult<Name>> {
    if (this.opened !== null || this.maker !== null) throw new UserError('web/busy', {});
    const child = this.startChild(this.wanted, 'create');
    this.maker = child;
    try {
      const onProgress = (progress: JobProgress) => {
        this.progress = progress;
      };
      const made = await child.ask(job, input, { onProgress });
      await child.release();
      await this.open();
      return made;
    } finally {
      this.maker = null;
      this.progress = null;
      await child.release();
    }
  }

  /** Stops the making of the project; what of it was saved stays, and it can be made again. */
  async cancel(): Promise<void> {
    await this.maker?.release();
  }

  /** @throws UserError web/no-project */
  get project(): OpenProject {
    if (this.opened === null) throw new UserError('web/no-project', {});
    return this.opened;
  }

  get isOpen(): boolean {
    return this.opened !== null;
  }

  /**
   * Has something read that takes long by a process of its own, so that no act waits for it; what takes seconds has one
   * for itself, so that no page waits for that.
   */
  async ask<Name extends JobName>(
    job: Name,
    input: JobInput<Name>,
    signal?: AbortSignal,
  ): Promise<JobResult<Name>> {
    const { project } = this;
    // Who reads is about to act: what acts need to know is loaded before the first; what is wrong with it the act itself says.
    project.act(({ store }) => viewProject(store)).catch(() => {});
    if (ALONE.includes(job)) return this.askAlone(job, input, signal);
    if (this.reader === null || !this.reader.isAlive()) this.reader = this.startChild(project.path, 'read');
    return this.reader.ask(job, input, { signal });
  }

  private async askAlone<Name extends JobName>(
    job: Name,
    input: JobInput<Name>,
    signal: AbortSignal | undefined,
  ): Promise<JobResult<Name>> {
    const child = this.startChild(this.project.path, 'read');
    this.exporters.add(child);
    signal?.addEventListener('abort', () => void child.release());
    try {
      return await child.ask(job, input, { signal });
    } finally {
      await child.release();
      this.exporters.delete(child);
    }
  }

  /**
   * Has the project changed by a process of its own, because it takes long; one change at a time.
   * @throws UserError web/changing, cli/interrupted when it was cancelled
   */
  async change<Name extends JobName>(job: Name, input: JobInput<Name>): Promise<JobResult<Name>> {
    if (this.changer !== null) throw new UserError('web/changing', {});
    const child = this.startChild(this.project.path, 'write');
    this.changer = child;
    try {
      const onProgress = (progress: JobProgress) => {
        this.progress = progress;
      };
      return await child.ask(job, input, { onProgress });
    } finally {
      this.changer = null;
      this.progress = null;
      await child.release();
    }
  }

  /** Stops what changes the project: nothing of it stays. */
  async cancelChange(): Promise<void> {
    await this.changer?.release();
  }

  private startChild(db: string, mode: ProjectOptions['mode']): ProjectChild {
    return startChild({ db, mode, toolVersion: this.toolVersion });
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
    await this.cancel();
    await this.cancelChange();
    await this.releaseReader();
    await Promise.all([...this.exporters].map((one) => one.release()));
    await last?.close();
  }
}
