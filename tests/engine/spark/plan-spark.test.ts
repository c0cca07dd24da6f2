import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, describe, expect, it } from 'vitest';
import { planSpark, type SparkJob } from '../../../src/engine/spark/plan-spark.js';
import { readAnswers } from '../../../src/engine/spark/read-answers.js';
import { writeDryRun } from '../../../src/engine/spark/write-dry-run.js';
import { UserError } from '../../../src/errors.js';

const home = mkdtempSync(join(tmpdir(), 'zhagen-plan-'));
afterAll(() => rmSync(home, { recursive: true, force: true }));

/** Stands for zhagen: what it says and how it ends is in its arguments, else it prints them. */
const main = join(home, "a 'program' 程序.mjs");
writeFileSync(
  main,
  `const own = process.argv.slice(process.argv.indexOf('--workers=1') + 1);
  const [, end] = /^--end=(.*)$/.exec(own[0] ?? '') ?? [];
  if (end === undefined) console.log(JSON.stringify({ given: process.argv.slice(2), folder: process.cwd() }));
  else { console.error(own[1].slice(6)); process.exitCode = Number(end); }`,
);

const job: SparkJob = {
  command: 'discover',
  arguments: ['--', 'cases'],
  master: 'spark://one:7077',
  parts: 3,
  workers: 1,
  folder: home,
  workFolder: '/shared/work',
  program: { node: process.execPath, main },
};

/** Runs the script as a task of Spark does, and gives what it printed. */
function answer(changed: Partial<SparkJob>, parts = '2\n') {
  const script = planSpark({ ...job, ...changed }).files['part-filter.sh'];
  return spawnSync('sh', ['-c', script], { input: parts, encoding: 'utf8' });
}

const given = (changed: Partial<SparkJob>) =>
  JSON.parse(/^2\t0\t(.*)\n$/s.exec(answer(changed).stdout)?.[1] ?? 'null');

describe('what Spark is started with', () => {
  it('is SQL with a row for each part, both row formats, and no path or option in it', () => {
    const plan = planSpark({ ...job, parts: 8, arguments: ['--top=5', '--', "it's"] });
    expect(plan.files['parts.sql']).toBe(
      `-- One row a part, each a task of its own; zhagen makes the part and answers with its receipt.
SELECT TRANSFORM (id)
  ROW FORMAT DELIMITED FIELDS TERMINATED BY '\\t' LINES TERMINATED BY '\\n'
  USING 'exec sh part-filter.sh'
  AS (part STRING, code STRING, answer STRING)
  ROW FORMAT DELIMITED FIELDS TERMINATED BY '\\t' LINES TERMINATED BY '\\n'
FROM range(1, 9, 1, 8);
`,
    );
    expect(plan.arguments.join(' ')).toMatch(/^--master spark:\/\/one:7077 .* -f parts\.sql$/);
  });

  it('hands each word to zhagen as it was given, whatever is in it', () => {
    const word = fc.string({ unit: 'binary', maxLength: 20 }).map((text) => text.replaceAll('\0', ''));
    const odd = [
      '',
      ' ',
      "'",
      '"',
      '\t',
      '\n',
      '\r',
      '\\',
      '$HOME',
      '`id`',
      '数据 文件',
      '-x',
      '*',
      '\u2028',
    ];
    // Node itself replaces what is no text.
    const words = [...odd, ...fc.sample(word, 200)].map((one) => Buffer.from(one).toString());
    const { given: all } = given({ arguments: ['--user-words=a', ...words] });
    expect(all.slice(0, 2)).toEqual(['part', 'discover']);
    expect(all.slice(all.indexOf('--user-words=a') + 1)).toEqual(words);
  });

  it('names the part and where it goes, and works in the folder of the command', () => {
    const folder = join(home, "my 'cases' 案例");
    mkdirSync(folder, { recursive: true });
    const seen = given({ folder, workFolder: "/shared/a 'b' $c" });
    expect(seen.given).toContain('--part=2/3');
    expect(seen.given).toContain("--out=/shared/a 'b' $c/2.part");
    expect(seen.folder).toBe(folder);
  });

  it('takes Node and zhagen from a package that Spark unpacks', () => {
    const plan = planSpark({ ...job, program: { archive: '/home/a b/zhagen-0.1.0-linux-x64.tar.gz' } });
    expect(plan.archive).toEqual({ path: '/home/a b/zhagen-0.1.0-linux-x64.tar.gz', name: 'zhagen.tar.gz' });
    expect(plan.arguments).toContain('zhagen.tar.gz#zhagen');
    expect(plan.files['part-filter.sh']).toContain('node=$folder/node/node');
  });

  it('can be printed as a script that a shell can run', () => {
    const archive = "/home/it's here/zhagen.tgz";
    const script = writeDryRun(
      planSpark({ ...job, program: { archive } }),
      '/opt/spark/bin/spark-sql',
      '/a b',
    );
    expect(spawnSync('sh', ['-n'], { input: script, encoding: 'utf8' }).stderr).toBe('');
    expect(script).toContain("ln -s '/home/it'\\''s here/zhagen.tgz' zhagen.tgz");
    expect(script).toContain("# then: zhagen merge '/a b'/*.part");
  });
});

describe('the answer for a part', () => {
  it('is a row with what zhagen says the user can mend, its lines kept', () => {
    const { stdout, status } = answer({
      arguments: ['--end=1', '--say=数据.jsonl:7: 不是 JSON\n\tsecond line'],
    });
    expect(status).toBe(0);
    const params = { part: 2, of: 2, message: '数据.jsonl:7: 不是 JSON\n second line' };
    expect(() => readAnswers(stdout, 2)).toThrow(new UserError('spark/part-failed', params));
  });

  it('fails the task with what else zhagen ends with, so that Spark tries it again', () => {
    const { stdout, stderr, status } = answer({ arguments: ['--end=137', '--say=killed'] });
    expect([stdout, stderr, status]).toEqual(['', 'killed\n', 137]);
    expect(answer({ program: { node: '/nowhere/node', main } }).status).toBe(127);
  });

  it('says of several parts in one task which is which', () => {
    expect(answer({}, '1\n3\n').stdout.match(/^\d\t0\t\{/gm)).toEqual(['1\t0\t{', '3\t0\t{']);
  });
});

describe('what Spark printed', () => {
  const row = (part: number, receipt = `{"part":${part}}`) => `${part}\t0\t${receipt}\n`;

  it('gives the receipts in the order of the parts, whatever stands between', () => {
    const receipts = readAnswers(`noise\n${row(2)}${row(1)}`, 2).map(({ receipt }) => receipt);
    expect(receipts).toEqual(['{"part":1}', '{"part":2}']);
  });

  it('has what zhagen said of its files before the receipt', () => {
    const said = row(1, 'a.pdf: page 2 has no text\u001e{"part":1}\u001ewritten');
    expect(readAnswers(said, 1)).toEqual([{ receipt: '{"part":1}', notes: ['a.pdf: page 2 has no text'] }]);
  });

  it('lacks the receipt of a filter that ended early without a word, also with exit code 0', () => {
    for (const printed of [row(1) + row(3), row(1) + row(2, 'none') + row(3), row(1) + row(2, '') + row(3)]) {
      expect(() => readAnswers(printed, 3)).toThrow('spark/no-receipt {"parts":[2],"of":3}');
    }
  });

  it('names the fault that one machine would have met first', () => {
    const fault = (part: number) => `${part}\t1\tfault ${part}\n`;
    expect(() => readAnswers(fault(3) + row(1) + fault(2), 3)).toThrow('"message":"fault 2"');
  });
});
