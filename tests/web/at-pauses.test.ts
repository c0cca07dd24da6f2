import { copyFileSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, expect, it, vi } from 'vitest';
import { openStore } from '../../src/store/open.js';
import { getSetting, setSetting } from '../../src/store/setting-table.js';
import { atPauses } from '../../src/web/at-pauses.js';
import { openProject } from '../../src/web/open-project.js';

const folder = mkdtempSync(join(tmpdir(), 'zhagen-pauses-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));
afterEach(() => void vi.useRealTimers());

it('does once at a pause what any number of calls asked for', () => {
  vi.useFakeTimers();
  const work = vi.fn();
  const pauses = atPauses(work);
  for (let at = 0; at < 5; at += 1) {
    pauses.soon();
    vi.advanceTimersByTime(300);
  }
  expect(work).not.toHaveBeenCalled();
  vi.advanceTimersByTime(300);
  expect(work).toHaveBeenCalledTimes(1);
  vi.advanceTimersByTime(60_000);
  expect(work).toHaveBeenCalledTimes(1);
});

it('does it within ten seconds where there is no pause, and not after it was cancelled', () => {
  vi.useFakeTimers();
  const work = vi.fn();
  const pauses = atPauses(work);
  for (let at = 0; at < 40; at += 1) {
    pauses.soon();
    vi.advanceTimersByTime(300);
  }
  expect(work).toHaveBeenCalledTimes(1);
  pauses.cancel();
  vi.advanceTimersByTime(60_000);
  expect(work).toHaveBeenCalledTimes(1);
});

it('moves what was saved into the file at a pause, so that no act waits for it', async () => {
  const path = join(folder, 'project.db');
  const project = await openProject(path, { mode: 'create', toolVersion: '0.0.0' });
  const inFileAlone = () => {
    const copy = join(folder, 'copy.db');
    copyFileSync(path, copy);
    const store = openStore(copy, { mode: 'read' });
    try {
      return getSetting(store, 'top');
    } finally {
      store.close();
    }
  };
  await project.act(({ store }) => setSetting(store, 'top', '1'));
  await vi.waitFor(() => expect(inFileAlone()).toBe('1'), 5000);
  const many = Array.from({ length: 3000 }, (_, at) => String(at));
  await project.act(({ store }) =>
    store.transaction(() => many.map((at) => setSetting(store, at, at.repeat(600)))),
  );
  await project.act(({ store }) => setSetting(store, 'top', '2'));
  expect(inFileAlone()).toBe('1');
  await vi.waitFor(() => expect(inFileAlone()).toBe('2'), 5000);
  await project.close();
  expect(inFileAlone()).toBe('2');
});
