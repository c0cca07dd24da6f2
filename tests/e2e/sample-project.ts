import { cpSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, expect } from 'vitest';
import { CORPUS, jsonOf, type makeProgram, writeFiles } from './program.js';

/** The cases of the sample project. */
export const IDS = ['GS01', 'GS02', 'JX01', 'JX02', 'JX03'];

/** A folder with five cases and a project that `zhagen run` made of them, before the tests begin. */
export function makeSampleProject(zhagen: ReturnType<typeof makeProgram>['zhagen'], cwd: string) {
  const inProject = (...args: string[]) => zhagen(args, { cwd });

  /** What a command prints as JSON; it says nothing else but what it tells people it did. */
  const json = async <T>(...args: string[]): Promise<T> => {
    const outcome = await inProject(...args, '--json');
    expect([args, outcome.code, outcome.code === 0 ? '' : outcome.err]).toEqual([args, 0, '']);
    return jsonOf<T>(outcome);
  };

  beforeAll(async () => {
    for (const id of IDS) {
      cpSync(join(CORPUS, 'cases', `${id}.txt`), join(cwd, 'cases', `${id}.txt`), { recursive: true });
    }
    const rows = readFileSync(join(CORPUS, 'cases.csv'), 'utf8').split('\n');
    const ours = rows.filter((row, at) => at === 0 || IDS.some((id) => row.includes(id)));
    writeFiles(cwd, { 'cases.csv': ours.join('\n') });
    const run = await inProject('run', 'cases', '--attributes', 'cases.csv', '--by', 'province', '--json');
    expect([run.code, Object.keys(jsonOf<object>(run))]).toEqual([
      0,
      ['import', 'mine', 'screen', 'code', 'files', 'milliseconds'],
    ]);
  }, 60_000);

  return { cwd, inProject, json };
}
