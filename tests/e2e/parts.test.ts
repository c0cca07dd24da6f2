import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { CORPUS, makeProgram, writeFiles } from './program.js';

const { interrupt, zhagen, folder } = makeProgram();

const TITLES = ['JX01', 'JX02', 'GS01', 'GZ01'];
const cwd = writeFiles(
  folder('parts'),
  Object.fromEntries(
    TITLES.map((id) => [`cases/${id}.txt`, readFileSync(join(CORPUS, 'cases', `${id}.txt`), 'utf8')]),
  ),
);

const part = (work: string, number: string, out: string, ...flags: string[]) =>
  zhagen(['part', work, 'cases', '--part', number, '--out', out, ...flags], { cwd });

describe('part and merge', () => {
  it('give the bytes of discover, with its flags as each part was told them', async () => {
    const flags = ['--top', '12', '--format', 'jsonl', '--clean'];
    expect(await part('discover', '1/2', 'a.part', ...flags)).toMatchObject({
      code: 0,
      out: '',
      err: expect.stringMatching(/^Part 1 of 2: \d cases, \d lines, \d+ bytes in a\.part\.\n$/),
    });
    const second = await part('discover', '2/2', 'b.part', ...flags, '--json', '--quiet');
    expect([JSON.parse(second.out), second.err]).toEqual([
      expect.objectContaining({ file: 'b.part', part: 2, of: 2, sha256: expect.stringMatching(/^\w{64}$/) }),
      '',
    ]);
    const merged = await zhagen(['merge', 'b.part', 'a.part'], { cwd });
    expect(merged).toEqual(await zhagen(['discover', 'cases', ...flags], { cwd }));
    expect(merged.out.split('\n')).toHaveLength(13);
  });

  it('give the bytes of keywords and of code', async () => {
    for (const [work, ...flags] of [
      ['keywords', '--top', '3'],
      ['code', '--codebook', 'linkage-mechanism'],
    ] as const) {
      for (const number of ['1/3', '2/3', '3/3'])
        await part(work, number, `${work}-${number[0]}.part`, ...flags);
      const files = [1, 2, 3].map((number) => `${work}-${number}.part`);
      const whole = await zhagen([work, 'cases', ...flags], { cwd });
      expect([whole.code, whole.out.split('\n').length]).toEqual([0, TITLES.length + 1]);
      expect(await zhagen(['merge', ...files], { cwd })).toEqual(whole);
    }
  });

  it.each([
    [['part', 'discover', 'cases', '--part', '3/2', '--out', 'c.part'], '--part: "3/2" is not a valid part.'],
    [['part', 'discover', 'cases', '--part', '1/2', '--out', 'c.tsv'], 'the name of a part ends in .part'],
    [
      ['part', 'discover', 'cases', '--part', '1/2', '--out', 'c.part', '--idf', 'corpus'],
      '--idf: discover has no',
    ],
    [['part', 'discover', 'none', '--part', '1/2', '--out', 'c.part'], 'none: no such file'],
    [['merge', 'a.part'], 'Of 2 parts 1 is missing: 2.'],
    [['merge', 'none.part'], 'none.part: no such file'],
    [['merge', 'cases/JX01.txt', 'a.part'], 'cases/JX01.txt: is not a part.'],
    [['code', 'cases', '--dry-run'], 'Files are coded without a project'],
  ])('refuse %s', async (args, message) => {
    const { code, out, err } = await zhagen(args, { cwd });
    expect([code, out, err]).toEqual([1, '', expect.stringContaining(message)]);
    expect(readdirSync(cwd)).not.toContain('c.part');
  });

  it('leave nothing when they are interrupted', async () => {
    const one = readFileSync(join(CORPUS, 'cases', 'JX01.txt'), 'utf8');
    const row = `${JSON.stringify({ text: one })}\n`;
    const large = writeFiles(folder('large'), { 'large.jsonl': row.repeat(20_000) });
    const args = ['part', 'discover', 'large.jsonl', '--part', '1/1', '--out', 'd.part'];
    const ended = await interrupt(args, { cwd: large, signal: 'SIGINT' });
    expect(ended).toMatchObject({ code: 1, err: expect.stringContaining('Interrupted') });
    expect(readdirSync(large)).toEqual(['large.jsonl']);
  });
});
