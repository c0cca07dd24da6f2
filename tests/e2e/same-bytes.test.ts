import { cpSync, existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { CORPUS, makeProgram, writeFiles } from './program.js';

const { zhagen, folder } = makeProgram();

const IDS = ['GS01', 'GS02', 'JX01', 'JX02', 'JX03', 'SH01', 'HL01'];

function filesIn(out: string): Record<string, string> {
  const names = readdirSync(out).sort();
  return Object.fromEntries(names.map((name) => [name, readFileSync(join(out, name)).toString('latin1')]));
}

describe('the tables of a run', () => {
  const cwd = folder('same');
  for (const id of IDS)
    cpSync(join(CORPUS, 'cases', `${id}.txt`), join(cwd, 'cases', `${id}.txt`), { recursive: true });
  const table = readFileSync(join(CORPUS, 'cases.csv'), 'utf8').split('\n');
  const rows = table.filter((row, at) => at === 0 || IDS.some((id) => row.includes(id)));
  writeFiles(cwd, { 'cases.csv': `${rows.join('\n')}\n` });
  const given = ['--attributes', join(cwd, 'cases.csv'), '--by', 'province'];

  it('are the same bytes on a second run, in another order, place, language, locale and time zone', async () => {
    const runs: readonly (readonly [string, readonly string[], Parameters<typeof zhagen>[1]])[] = [
      ['first', ['cases', ...given, '--out', 'first'], { cwd }],
      ['again', ['cases', ...given, '--out', 'again'], { cwd }],
      [
        'shuffled',
        [...given, '--db', 'b.db', '--out', 'shuffled', ...[...IDS].reverse().map((id) => `cases/${id}.txt`)],
        { cwd },
      ],
      [
        'elsewhere',
        [join(cwd, 'cases'), ...given, '--db', 'c.db', '--out', join(cwd, 'elsewhere'), '--lang', 'zh'],
        { cwd: folder('elsewhere'), env: { LC_ALL: 'tr_TR.UTF-8', TZ: 'Asia/Urumqi' } },
      ],
    ];
    let first: Record<string, string> | undefined;
    for (const [name, args, options] of runs) {
      const { code, err } = await zhagen(['run', ...args], options);
      expect([name, code, err]).toEqual([name, 0, expect.any(String)]);
      const files = filesIn(join(cwd, name));
      first ??= files;
      expect(Object.keys(files)).toHaveLength(41);
      expect(files).toEqual(first);
      if (name === 'again') {
        expect(err).toMatch(
          /^Cases: 0 new, 0 changed, 7 unchanged\.\n(?:Regions.*\n){2}No new cases: statistics [0-9a-f]{16} stay in force/,
        );
      }
    }
  }, 60_000);

  it('may lie in the folder of the cases, beside the project', async () => {
    const here = join(cwd, 'cases');
    for (const added of [IDS.length, 0]) {
      const { code, out } = await zhagen(['run', '.', '--out', 'tables', '--json'], { cwd: here });
      expect(code).toBe(0);
      expect(JSON.parse(out)).toMatchObject({ import: { added: { length: added }, skipped: [] } });
    }
  }, 60_000);
});

describe('the real documents', () => {
  const documents = join(process.cwd(), '../shared/texts');

  it.skipIf(!existsSync(documents))(
    'of ../shared/texts go through without a codebook (skipped where they are absent)',
    async () => {
      const cwd = folder('real');
      const { code, out } = await zhagen(['run', documents, '--codebook', 'none', '--out', 'out', '--json'], {
        cwd,
      });
      expect(code).toBe(0);
      expect(JSON.parse(out)).toMatchObject({
        import: { added: { length: 4 } },
        code: { codebookId: null, cases: 4 },
        files: [
          'flow.csv',
          'flow.json',
          'top-words.csv',
          'top-words.json',
          'keywords.csv',
          'keywords.json',
          'weights.csv',
          'weights.json',
          'raw.csv',
          'raw.json',
          'frequency.csv',
          'frequency.json',
          'tables.md',
        ],
      });
      const frequency = JSON.parse(readFileSync(join(cwd, 'out/frequency.json'), 'utf8')) as object[];
      expect(frequency.length).toBeGreaterThan(5);
    },
    60_000,
  );
});
