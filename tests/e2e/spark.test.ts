import { chmodSync, existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { beforeAll, describe, expect, it } from 'vitest';
import { childrenOf, isRunning, until } from '../engine/processes.js';
import { makeProgram, outcomeOf, writeFiles } from './program.js';

const { start, zhagen, folder } = makeProgram();

const CASES = Array.from({ length: 40 }, (_, n) =>
  JSON.stringify({
    id: `c${n}`,
    title: `第${n}例`,
    text: `扶贫车间带动就业，连片共富带第${n}年增收。\n庭院经济。`,
  }),
).join('\n');

/** Runs a task for each part, one after the other, as one worker of Spark would. */
const eachPart = (task: string) => `#!/bin/sh
parts=$(sed -n 's/^FROM range(1, .*, \\([0-9]*\\));$/\\1/p' parts.sql)
work=$(sed -n 's|^ *--out=\\(.*\\)/"$1.part".*|\\1|p' part-filter.sh)
for part in $(seq "$parts"); do
  ${task}
done
exit 0
`;

/** A task that makes its part. */
const MAKE = 'echo $part | sh part-filter.sh || exit';

/** A task that brings one of two parts which were made before, which takes less time. */
const BRING = 'cp "$PARTS/$part.part" "$work"; cat "$PARTS/$part.row"';

const made = folder('made');

beforeAll(async () => {
  writeFiles(made, { '案 例/all.jsonl': CASES });
  for (const part of [1, 2]) {
    const place = ['--part', `${part}/2`, '--out', `${part}.part`];
    const { out } = await zhagen(['part', 'keywords', '案 例', ...place, '--json', '--quiet'], { cwd: made });
    writeFileSync(join(made, `${part}.row`), `${part}\t0\t${out}`);
  }
});

/** A folder with cases, and a Spark that does what a script says. */
function setUp(name: string, spark = eachPart(MAKE)) {
  const cwd = writeFiles(folder(name), { '案 例/all.jsonl': CASES, 'spark/bin/spark-sql': spark });
  chmodSync(join(cwd, 'spark/bin/spark-sql'), 0o755);
  const env = { SPARK_HOME: join(cwd, 'spark'), PARTS: made, TMPDIR: folder(`${name}-tmp`) };
  const engine = ['--engine', 'spark', '--master', 'local[2]'];
  const onSpark = (args: readonly string[]) => zhagen([...args, ...engine], { cwd, env });
  const left = () => [...readdirSync(cwd).sort(), ...readdirSync(env.TMPDIR)];
  return { cwd, env, engine, onSpark, left };
}

const UNCHANGED = ['spark', '案 例'];

describe('--engine spark', () => {
  it.each([['discover', '--min-frequency', '2'], ['keywords', '--top', '3'], ['code'], ['terms']])(
    'prints what %s prints on one machine, and leaves nothing behind',
    async (...command) => {
      const { cwd, onSpark, left } = setUp(`same-${command[0]}`);
      const alone = await zhagen([...command, '案 例'], { cwd });
      const { code, out, err } = await onSpark([...command, '案 例', '--parts', '2']);
      expect([code, out]).toEqual([0, alone.out]);
      expect(out.split('\n').length).toBeGreaterThan(3);
      expect(err).toMatch(/^Spark: \d+\.\d s until the first part was begun, \d+\.\d s for 2 parts\.\n$/);
      expect(left()).toEqual(UNCHANGED);
    },
    60_000,
  );

  it('says what one machine says of a faulty line, with its file and number', async () => {
    const { cwd, onSpark, left } = setUp('faulty');
    const lines = CASES.split('\n');
    lines[29] = '{"id": "c29", "text": ';
    writeFileSync(join(cwd, '案 例/all.jsonl'), lines.join('\n'));
    const alone = await zhagen(['code', '案 例'], { cwd });
    const { code, out, err } = await onSpark(['code', '案 例', '--parts', '4']);
    expect([code, out]).toEqual([1, '']);
    expect(err.split('\n').at(-2)).toBe(`Part 3 of 4: ${alone.err.trimEnd()}`);
    expect(left()).toEqual(UNCHANGED);
  }, 60_000);

  it.each([
    [
      'early',
      'a filter that ended early, with exit code 0',
      `[ $part = 2 ] || { ${BRING}; }`,
      /No receipt came for 1 part of 2 \(2\)/,
    ],
    [
      'cut',
      'a part that was cut',
      `${BRING}; truncate -s -9 "$work/$part.part"`,
      /Part 1: .* is not what its worker/,
    ],
    [
      'other',
      'another part in its place',
      `${BRING}; cp "$PARTS/1.part" "$work/$part.part"`,
      /Part 2: .* is not what/,
    ],
    [
      'unseen',
      'a part that only its worker sees',
      `${BRING}; rm "$work/$part.part"`,
      /Part 1 was made, but .*--work-folder/,
    ],
    [
      'old',
      'a part of another version',
      `${BRING}; sed -i 's/"toolVersion":"[^"]*"/"toolVersion":"0.0.9"/' "$work/$part.part"`,
      /Part 1 was made by zhagen 0\.0\.9 on its worker/,
    ],
    [
      'altered',
      'a part that was altered',
      `${BRING}; sed -i '3s/./x/' "$work/$part.part"`,
      /1\.part: is not as it was written/,
    ],
    [
      'failed',
      'what Spark did not finish',
      `${BRING}; echo 'Error: out of luck' >&2; exit 1`,
      /Spark ended with a failure: out of luck/,
    ],
  ])('%s: refuses %s, and writes nothing', async (name, _, task, message) => {
    const { onSpark, left } = setUp(name, eachPart(task));
    const { code, out, err } = await onSpark(['keywords', '案 例']);
    expect([code, out]).toEqual([1, '']);
    expect(err).toMatch(message);
    expect(left()).toEqual(UNCHANGED);
  });

  it('takes a part that was made twice once', async () => {
    const { cwd, onSpark } = setUp('twice', eachPart(`${BRING}; ${BRING}`));
    const alone = await zhagen(['keywords', '案 例'], { cwd });
    expect((await onSpark(['keywords', '案 例'])).out).toBe(alone.out);
  });

  it.each(['SIGINT', 'SIGTERM'] as const)('ends Spark and what it started on %s', async (signal) => {
    const { cwd, env, engine, left } = setUp(
      signal,
      '#!/bin/sh\necho $$ > "$SPARK_HOME/pid"\nsleep 60 &\nwait\n',
    );
    const child = start(['keywords', '案 例', ...engine], { cwd, env });
    const ended = outcomeOf(child);
    while (!existsSync(join(cwd, 'spark/pid'))) await sleep(50);
    child.kill(signal);
    const { code, out, err } = await ended;
    expect([code, out]).toEqual([1, '']);
    expect(err).toMatch(/^Interrupted\./);
    const pid = Number(readFileSync(join(cwd, 'spark/pid'), 'utf8'));
    await until(() => childrenOf(pid).length === 0 && !isRunning(pid));
    expect(left()).toEqual(UNCHANGED);
  });

  it('prints a script that does the same, and runs nothing', async () => {
    const { onSpark, left } = setUp('dry', '#!/bin/sh\nexit 9\n');
    const { code, out } = await onSpark(['keywords', '案 例', '--user-words', "它's.txt", '--dry-run']);
    expect(code).toBe(0);
    expect(out).toContain("'--user-words=它'\\''s.txt' -- '案 例'");
    expect(out).toMatch(/SELECT TRANSFORM[\s\S]*spark-sql --master 'local\[2\]'[\s\S]*# then: zhagen merge /);
    expect(left()).toEqual(UNCHANGED);
  });

  it('asks for what it needs', async () => {
    const { cwd, onSpark } = setUp('asks');
    const said = async (...args: string[]) => (await zhagen(['keywords', '案 例', ...args], { cwd })).err;
    expect(await said('--master', 'yarn')).toContain('--engine local and --master cannot be given together');
    expect(await said('--engine', 'spark')).toContain('Give the option --master');
    expect((await onSpark(['keywords', '-'])).err).toContain('cannot read standard input');
    const gone = ['--engine', 'spark', '--master', 'spark://127.0.0.1:9'];
    const env = { SPARK_HOME: join(cwd, 'spark') };
    const { code, err } = await zhagen(['keywords', '案 例', ...gone], { cwd, env });
    expect([code, err]).toEqual([1, expect.stringContaining('spark://127.0.0.1:9: there is no such master')]);
  });

  it('says how to get Spark where there is none', async () => {
    const { cwd, engine } = setUp('none');
    const { err } = await zhagen(['keywords', '案 例', ...engine], { cwd, env: { PATH: tmpdir() } });
    expect(err).toContain('pip install pyspark, and Java 17');
  });
});
