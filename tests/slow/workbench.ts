import { execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { copyFileSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { type Browser, chromium, type Page } from 'playwright-core';
import { afterAll } from 'vitest';
import { compiledProgram } from '../compile-sources.js';
import { ranProject } from '../workflow/coded-project.js';

/** A running `zhagen serve` on a project of its own. */
export interface StartedWorkbench {
  readonly url: string;
  readonly db: string;
  /** Ends it as Ctrl-C does. */
  readonly stop: () => Promise<void>;
  readonly filesLeft: () => string[];
}

/** Starts the published program on a copy of a project: that of some sample cases, where none is named. */
async function startWorkbench(project?: string, args: readonly string[] = []): Promise<StartedWorkbench> {
  const copied = project ?? (await ranProject('AH', 'BJ', 'FJ'));
  return serveIn(mkdtempSync(join(tmpdir(), 'zhagen-workbench-')), (db) => copyFileSync(copied, db), args);
}

/** Starts the published program where there is no project yet. */
export function startWithoutProject(): Promise<StartedWorkbench> {
  return serveIn(mkdtempSync(join(tmpdir(), 'zhagen-workbench-')), () => {}, []);
}

/** A browser in which pages are tried. */
export function launchBrowser(): Promise<Browser> {
  return chromium.launch({ executablePath: '/usr/bin/chromium', args: ['--no-sandbox'] });
}

/** A workbench and an empty page of a browser, which go with the tests of the file. */
export async function openWorkbench({
  project,
  coder = '甲',
  height = 720,
}: {
  readonly project?: string;
  /** Null: the page asks who works. */
  readonly coder?: string | null;
  readonly height?: number;
} = {}) {
  const workbench = await startWorkbench(project, coder === null ? [] : ['--coder', coder]);
  afterAll(workbench.stop);
  const browser = await launchBrowser();
  afterAll(() => browser.close());
  const page = await browser.newPage({ viewport: { width: 1280, height } });
  return { workbench, page, origin: new URL(workbench.url).origin };
}

/** The rows of a table as the command line prints them. */
export function printedTable(
  project: string,
  name: string,
  ...options: readonly string[]
): Record<string, unknown>[] {
  const main = join(compiledProgram(), 'dist/cli/main.js');
  const args = [main, 'tables', name, '--json', '--quiet', '--db', project, ...options];
  return JSON.parse(execFileSync(process.execPath, args, { encoding: 'utf8' }));
}

async function serveIn(
  folder: string,
  prepare: (db: string) => void,
  args: readonly string[],
): Promise<StartedWorkbench> {
  const db = join(folder, 'project.db');
  prepare(db);
  const main = join(compiledProgram(), 'dist/cli/main.js');
  const child = spawn(process.execPath, [main, 'serve', '--db', db, ...args], {
    stdio: ['ignore', 'pipe', 'inherit'],
    // Whoever runs the tests does not find their projects among the recent ones.
    env: { ...process.env, XDG_CONFIG_HOME: join(folder, 'settings') },
  });
  const ended = once(child, 'exit');
  const [url] = (await once(createInterface(child.stdout), 'line')) as [string];
  process.on('exit', () => rmSync(folder, { recursive: true, force: true }));
  return {
    url,
    db,
    stop: async () => {
      child.kill('SIGINT');
      await ended;
    },
    filesLeft: () => readdirSync(folder).filter((name) => name !== 'settings'),
  };
}

/** Does something in the page, and waits until it is saved. */
export async function untilSaved(page: Page, work: () => Promise<void>): Promise<void> {
  const before = await page.locator('output.saved').getAttribute('data-revision');
  await work();
  await page.waitForFunction(
    (old) => document.querySelector('output.saved')?.getAttribute('data-revision') !== old,
    before,
  );
}

/** Drops a file or folder of this machine on a place of the page, as the mouse does. */
export async function dropOn(page: Page, place: string, path: string): Promise<void> {
  const devtools = await page.context().newCDPSession(page);
  const { x = 0, y = 0, width = 0, height = 0 } = (await page.locator(place).boundingBox()) ?? {};
  const at = { x: x + width / 2, y: y + height / 2 };
  const data = { items: [], files: [path], dragOperationsMask: 1 };
  for (const type of ['dragEnter', 'dragOver', 'drop'] as const) {
    await devtools.send('Input.dispatchDragEvent', { type, ...at, data });
  }
}
