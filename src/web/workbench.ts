import { createHash } from 'node:crypto';
import { resolve } from 'node:path';
import { UserError } from '../errors.js';
import { type ProjectOptions, requirePresentVersion } from '../workflow/open-project.js';
import type { ProjectPlace } from '../workflow/place-project.js';
import { rememberProject } from '../workflow/recent-projects.js';
import type { JobInput, JobName, JobResult } from './child/jobs.js';
import type { JobProgress } from './child/messages.js';
import { type ProjectChild, startChild } from './child/start-child.js';
import { type OpenProject, openProject } from './open-project.js';
import { ProjectMaker } from './project-maker.js';

/** What a workbench is made with. */
interface WorkbenchOptions {
  /** Where a new project is offered to be made. */
  readonly place: ProjectPlace;
  /** The folder of the user's settings. */
  readonly settings: string;
  readonly toolVersion: string;
}

/** What takes seconds. */
const ALONE: readonly JobName[] = ['export', 'handOut'];

/** What counts the whole project, which takes long in a large one; what people go through is listed meanwhile. */
const COUNTS: readonly JobName[] = ['overview', 'table', 'figure', 'picture', 'agree'];

/** What the server of one person has open. */
export class Workbench {
  readonly place: ProjectPlace;
  readonly settings: string;
  readonly maker: ProjectMaker;
  /**
   * Which project was opened, and as which one: a page that was loaded for another one is not answered. It is the same when the
   * program is started again with the same project.
   */
  opening = 0;

  private readonly toolVersion: string;
  private openings = 0;
  private opened: OpenProject | null = null;
  private readonly readers = new Map<'counts' | 'lists', ProjectChild>();
  private readonly exporters = new Set<ProjectChild>();

  private changer: ProjectChild | null = null;
  private changing: JobProgress | null = null;

  constructor({ place, settings, toolVersion }: WorkbenchOptions) {
    this.place = place;
    this.settings = settings;
    this.toolVersion = toolVersion;
    this.maker = new ProjectMaker(toolVersion);
  }

  /**
   * Opens a project instead of the one that is open.
   * @throws UserError web/changing, and what opening a project throws; the one that is open stays then
   */
  async open(wanted: string): Promise<void> {
    const path = resolve(wanted);
    const last = this.opened;
    const isSame = last?.path === path;
    if (isSame && !last.isMoved()) return;
    if (this.changer !== null) throw new UserError('web/changing', {});
    // Two files must not have one journal.
    if (isSame) await this.closeProject();
    this.opened = await openProject(path, { mode: 'write', toolVersion: this.toolVersion });
    this.openings += 1;
    this.opening = createHash('sha256').update(path).digest().readUInt32BE() + this.openings;
    rememberProject(this.settings, { path, openedAt: new Date().toISOString() });
    await this.releaseReaders();
    await last?.close();
  }

  /**
   * The same where the project is of the present version.
   * @throws UserError web/earlier-version, and what opening a project throws
   */
  async openPresent(path: string): Promise<void> {
    requirePresentVersion(path);
    await this.open(path);
  }

  /** Makes a project and opens it; see `ProjectMaker`. */
  async make<Name extends 'uploaded' | 'sample'>(
    place: ProjectPlace,
    job: Name,
    input: JobInput<Name>,
  ): Promise<JobResult<Name>> {
    const { path, made } = await this.maker.make(place, job, input);
    await this.open(path);
    return made;
  }

  /** How far the project is that is being made, or the change that takes long; null while there is neither. */
  get progress(): JobProgress | null {
    return this.maker.progress ?? this.changing;
  }

  /** @throws UserError web/no-project, and store/moved where another file was written over it */
  get project(): OpenProject {
    if (this.opened === null) throw new UserError('web/no-project', {});
    if (this.opened.isOverwritten()) throw new UserError('store/moved', { path: this.opened.path });
    return this.opened;
  }

  /** Whether a project is open; one that another file was written over is to be opened again. */
  get isOpen(): boolean {
    return this.opened?.isOverwritten() === false;
  }

  /**
   * Has something read that takes long by a process of its own, so that no act waits for it: one for what counts, one for
   * lists, so that no list waits for a count. What takes seconds has one for itself.
   */
  async ask<Name extends JobName>(
    job: Name,
    input: JobInput<Name>,
    signal?: AbortSignal,
  ): Promise<JobResult<Name>> {
    const { project } = this;
    // Who reads is about to act.
    project.prepare();
    if (ALONE.includes(job)) return this.askAlone(job, input, signal);
    return this.readerFor(job, project.path).ask(job, input, { signal });
  }

  private readerFor(job: JobName, path: string): ProjectChild {
    const kind = COUNTS.includes(job) ? 'counts' : 'lists';
    const known = this.readers.get(kind);
    if (known?.isAlive()) return known;
    const reader = this.startChild(path, 'read');
    this.readers.set(kind, reader);
    return reader;
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
        this.changing = progress;
      };
      return await child.ask(job, input, { onProgress });
    } finally {
      this.changer = null;
      this.changing = null;
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

  private async releaseReaders(): Promise<void> {
    const last = [...this.readers.values()];
    this.readers.clear();
    await Promise.all(last.map((one) => one.release()));
  }

  /** Ends all that is going on. */
  async close(): Promise<void> {
    await this.maker.close();
    await this.cancelChange();
    await this.closeProject();
  }

  /** Leaves the project as one file. */
  private async closeProject(): Promise<void> {
    const last = this.opened;
    this.opened = null;
    await this.releaseReaders();
    await Promise.all([...this.exporters].map((one) => one.release()));
    await last?.close();
  }
}
