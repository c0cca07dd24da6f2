import { UserError } from '../errors.js';
import { type OpenProject, openProject } from './open-project.js';

/** What the server of one person has open. */
export class Workbench {
  private opened: OpenProject | null = null;

  constructor(readonly toolVersion: string) {}

  /** Opens a project instead of the one that is open. */
  async open(path: string, mode: 'create' | 'write'): Promise<void> {
    const next = await openProject(path, { mode, toolVersion: this.toolVersion });
    await this.opened?.close();
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

  /** Leaves the project as one file. */
  async close(): Promise<void> {
    const last = this.opened;
    this.opened = null;
    await last?.close();
  }
}
