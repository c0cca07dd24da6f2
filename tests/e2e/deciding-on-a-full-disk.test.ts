import { copyFileSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { Decision } from '../../src/model/decisions/decision.js';
import { hashOf, makeProgram } from './program.js';
import { makeSampleProject } from './sample-project.js';

const { zhagen, folder } = makeProgram();
const project = folder('project');
const { json } = makeSampleProject(zhagen, project);
const path = join(project, 'zhagen.db');
const STATEMENT = ['merge', '扶贫车间', '产业发展', '--new', '--coder', '李'];

describe.skipIf(process.platform === 'win32')('a disk that is full while somebody decides', () => {
  it('leaves nothing of the decision, and says so', async () => {
    const before = hashOf(path);
    for (const fileBlocks of [0, 8, 64]) {
      const { code, out, err } = await zhagen(STATEMENT, { cwd: project, fileBlocks });
      expect([code, out]).toEqual([1, '']);
      expect(err).toMatch(/^zhagen\.db: .*Nothing was changed.*\n$/);
      expect(hashOf(path)).toBe(before);
    }
    expect(await json<Decision[]>('history')).toEqual([]);
  });

  it('leaves a decision that was saved before the disk was full, and says where it is', async () => {
    const memo = ['memo', 'add', '-', '--on', 'project', '--coder', '李'];
    const input = '备忘'.repeat(30_000);
    const roomy = folder('roomy');
    copyFileSync(path, join(roomy, 'zhagen.db'));
    expect((await zhagen(memo, { cwd: roomy, input })).code).toBe(0);

    const full = folder('full');
    const inFull = join(full, 'zhagen.db');
    copyFileSync(path, inFull);
    // Room for the journal, and none for the file to grow.
    const fileBlocks = statSync(path).size / 512;
    const { code, err } = await zhagen(memo, { cwd: full, input, fileBlocks });
    expect([code, err]).toEqual([1, expect.stringMatching(/^zhagen\.db: .*was saved.*zhagen\.db-wal.*\n$/)]);
    expect(hashOf(inFull)).toBe(hashOf(join(roomy, 'zhagen.db')));

    expect((await zhagen(['undo', '--coder', '李'], { cwd: full })).code).toBe(0);
    expect(readdirSync(full)).toEqual(['zhagen.db']);
  });
});
