import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { posix, win32 } from 'node:path';
import { z } from 'zod';
import { removeFile, renameFile } from '../locked-files.js';

/** A project that was opened in the workbench: where it is, and when that was, in UTC. */
export type RecentProject = z.infer<typeof recentSchema>[number];

const recentSchema = z.array(z.object({ path: z.string(), openedAt: z.string() })).readonly();

/** How many are remembered. */
const KEPT = 20;

/** The system that the program runs on, as `process` and `os` describe it. */
export interface System {
  readonly platform: NodeJS.Platform;
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly home: string;
}

/** The folder of the user's settings: the place that each system has for them. */
export function settingsFolder({ platform, env, home }: System): string {
  if (platform === 'win32')
    return win32.join(env['APPDATA'] ?? win32.join(home, 'AppData', 'Roaming'), 'zhagen');
  if (platform === 'darwin') return posix.join(home, 'Library', 'Application Support', 'zhagen');
  // The specification has relative paths ignored.
  const given = env['XDG_CONFIG_HOME'] ?? '';
  return posix.join(posix.isAbsolute(given) ? given : posix.join(home, '.config'), 'zhagen');
}

/** The projects that were opened last, the latest first; `isThere` is false where the file is gone or cannot be reached. */
export function listRecentProjects(settings: string) {
  return readRecent(settings).map((one) => ({ ...one, isThere: existsSync(one.path) }));
}

/** Remembers that a project was opened. Where the settings cannot be written, nothing is remembered. */
export function rememberProject(settings: string, { path, openedAt }: RecentProject): void {
  writeRecent(settings, [{ path, openedAt }, ...otherThan(path, readRecent(settings))].slice(0, KEPT));
}

/** Takes a project off the list; its file stays. */
export function forgetProject(settings: string, path: string): void {
  writeRecent(settings, otherThan(path, readRecent(settings)));
}

const fileIn = (settings: string) => `${settings}/recent-projects.json`;

function otherThan(path: string, recent: readonly RecentProject[]): RecentProject[] {
  return recent.filter((one) => one.path !== path);
}

/** A list that is damaged is begun again: it says nothing that the projects do not. */
function readRecent(settings: string): readonly RecentProject[] {
  try {
    return recentSchema.parse(JSON.parse(readFileSync(fileIn(settings), 'utf8')));
  } catch {
    return [];
  }
}

function writeRecent(settings: string, recent: readonly RecentProject[]): void {
  const file = fileIn(settings);
  try {
    mkdirSync(settings, { recursive: true });
    // Two programs may write at once: one list is lost then, but no file is cut off.
    const unfinished = `${file}.${process.pid}`;
    writeFileSync(unfinished, `${JSON.stringify(recent, null, 2)}\n`);
    try {
      renameFile(unfinished, file);
    } finally {
      removeFile(unfinished);
    }
  } catch {
    // A home that cannot be written must not keep anybody from their project.
  }
}
