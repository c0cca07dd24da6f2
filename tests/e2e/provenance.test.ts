import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { makeProgram } from './program.js';
import { makeSampleProject } from './sample-project.js';

const { zhagen, folder } = makeProgram();
const { cwd, inProject } = makeSampleProject(zhagen, folder('provenance'));
const read = (name: string) => readFileSync(join(cwd, name), 'utf8');

describe('provenance', () => {
  it('writes the files in the language of the project, unless one is named, and counts gaps in that of the screen', async () => {
    const chinese = await inProject('provenance', '--out', 'zh.md');
    expect([chinese.code, chinese.out]).toEqual([0, '']);
    expect(chinese.err).toMatch(/Wrote zh\.md\n\d+ gaps for the authors to fill in\./);
    expect(read('zh.md')).toMatch(/^# 研究方法\n/);
    await inProject('provenance', '--out', 'en.md', '--lang', 'en', '--checklist', 'srqr');
    expect(read('en.md')).toMatch(/^# Methods\n[\s\S]*\| S21 \| Funding \|/);
  });

  it('prints the text where no file is named, and does not replace one unasked', async () => {
    const { out } = await inProject('provenance', '--lang', 'zh');
    expect(out).toBe(read('zh.md'));
    const again = await inProject('provenance', '--out', 'zh.md', '--lang', 'zh');
    expect([again.code, again.err]).toEqual([1, expect.stringContaining('--force')]);
    expect((await inProject('provenance', '--out', 'zh.md', '--force')).code).toBe(0);
  });

  it('writes a folder, and nothing where it is asked for a file too', async () => {
    const both = await inProject('provenance', '--out', 'x.md', '--folder', 'x');
    expect([both.code, existsSync(join(cwd, 'x.md')), existsSync(join(cwd, 'x'))]).toEqual([1, false, false]);
    expect((await inProject('provenance', '--folder', 'reviewer', '--quiet')).err).toBe('');
    expect(read('reviewer/hashes.txt')).toMatch(/^state [0-9a-f]{64}\nlog [0-9a-f]{64}\n$/);
    expect(JSON.parse(read('reviewer/verify.json'))).toMatchObject({ isIntact: true });
  });
});
