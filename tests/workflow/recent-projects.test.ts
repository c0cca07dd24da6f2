import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { freePlace, placeProject, proposePlace } from '../../src/workflow/place-project.js';
import {
  forgetProject,
  listRecentProjects,
  rememberProject,
  settingsFolder,
} from '../../src/workflow/recent-projects.js';

const folder = mkdtempSync(join(tmpdir(), 'zhagen-recent-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe('recent projects', () => {
  it('are kept where each system keeps settings', () => {
    const windows = { platform: 'win32', home: 'C:\\Users\\王' } as const;
    const roaming = 'C:\\Users\\王\\AppData\\Roaming';
    expect(settingsFolder({ ...windows, env: { APPDATA: 'D:\\Roaming' } })).toBe('D:\\Roaming\\zhagen');
    expect(settingsFolder({ ...windows, env: {} })).toBe(`${roaming}\\zhagen`);
    expect(settingsFolder({ platform: 'darwin', env: {}, home: '/Users/王' })).toBe(
      '/Users/王/Library/Application Support/zhagen',
    );
    const linux = { platform: 'linux', home: '/home/wang' } as const;
    expect(settingsFolder({ ...linux, env: { XDG_CONFIG_HOME: '/cfg' } })).toBe('/cfg/zhagen');
    expect(settingsFolder({ ...linux, env: { XDG_CONFIG_HOME: 'cfg' } })).toBe('/home/wang/.config/zhagen');
  });

  it('come the latest first, each once, at most twenty, with paths and times alone', () => {
    const settings = join(folder, 'some', 'settings');
    for (let at = 0; at < 25; at += 1)
      rememberProject(settings, { path: `/p${at % 22}.db`, openedAt: `2026-01-01T00:00:${10 + at}Z` });
    const listed = listRecentProjects(settings);
    expect(listed).toHaveLength(20);
    expect(listed.slice(0, 2).map(({ path }) => path)).toEqual(['/p2.db', '/p1.db']);
    expect(new Set(listed.map(({ path }) => path)).size).toBe(20);
    const written = JSON.parse(readFileSync(join(settings, 'recent-projects.json'), 'utf8'));
    expect(Object.keys(written[0])).toEqual(['path', 'openedAt']);
    expect(readdirSync(settings)).toEqual(['recent-projects.json']);
    forgetProject(settings, '/p2.db');
    expect(listRecentProjects(settings)[0]).toMatchObject({ path: '/p1.db', isThere: false });
  });

  it('begin again where the list is damaged, and are none where it cannot be written', () => {
    const settings = join(folder, 'damaged');
    mkdirSync(settings);
    writeFileSync(join(settings, 'recent-projects.json'), '[{"path": 1');
    expect(listRecentProjects(settings)).toEqual([]);
    rememberProject(settings, { path: '/a.db', openedAt: '2026-01-01T00:00:00Z' });
    expect(listRecentProjects(settings)).toHaveLength(1);
    writeFileSync(join(folder, 'file'), '');
    rememberProject(join(folder, 'file', 'within'), { path: '/a.db', openedAt: '' });
    expect(listRecentProjects(join(folder, 'file', 'within'))).toEqual([]);
  });
});

describe('the place of a new project', () => {
  it('is that of the file asked for, and in a home a folder of the documents, as they are called', () => {
    const home = join(folder, 'home');
    mkdirSync(join(home, '文档'), { recursive: true });
    expect(proposePlace('/data/study.db', home)).toEqual({ folder: resolve('/data'), name: 'study' });
    expect(proposePlace(join(home, 'zhagen.db'), home)).toEqual({
      folder: join(home, '文档', 'zhagen'),
      name: 'zhagen',
    });
  });

  it('has a name that is free', () => {
    const at = join(folder, 'taken');
    expect(placeProject({ folder: at, name: ' 乡村研究.db ' })).toBe(join(at, '乡村研究.db'));
    for (const name of ['s.db', 's-2.db']) writeFileSync(join(at, name), '');
    expect(freePlace({ folder: at, name: 's' }).name).toBe('s-3');
  });
});
