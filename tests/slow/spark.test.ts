import { execFileSync } from 'node:child_process';
import { mkdirSync, readdirSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { compiledProgram } from '../compile-sources.js';
import { makeProgram, outcomeOf, writeFiles } from '../e2e/program.js';
import { until } from '../engine/processes.js';
import { longTextOf } from '../long-text.js';
import { type Cluster, sparkHome, startCluster } from './spark-cluster.js';

const { start, zhagen, folder } = makeProgram();

const spark = { SPARK_HOME: sparkHome(), SPARK_LOCAL_IP: '127.0.0.1' };

/** What splits, ends or steers lines in one place and not in another. */
const ODD = '表\t格\0空\r回\u2028分\u2029段\u0085行\u000b竖\\n反\\斜"引"’号';

const cases = (count: number) =>
  Array.from({ length: count }, (_, n) =>
    JSON.stringify({ id: `c${n}`, title: `第${n}例`, text: `${ODD}\n${longTextOf(400 + n)}` }),
  ).join('\n');

/** A line of 50 MB, most of it one word. */
const LONG = `${longTextOf(2000).replaceAll('\n', '')}${'x'.repeat(50_000_000)}扶贫车间`;

const INPUT = {
  "数 据/it's odd.jsonl": cases(60),
  '数 据/odd.txt': `${ODD.replace('\0', '')}\r${longTextOf(3000)}`,
  '数 据/long.txt': LONG,
};

/**
 * A package of the form of `npm run package` with the Node and the program of these tests. Before each part it runs
 * JavaScript, which knows the number as `part` and a folder as `folder`.
 */
function packProgram(name: string, before = ''): string {
  const place = folder(name);
  mkdirSync(join(place, 'zhagen/node'), { recursive: true });
  symlinkSync(process.execPath, join(place, 'zhagen/node/node'));
  const main = JSON.stringify(join(compiledProgram(), 'dist/cli/main.js'));
  writeFiles(place, {
    'zhagen/program/dist/cli/main.js': `const { existsSync, writeFileSync } = require('node:fs');
      const folder = ${JSON.stringify(place)};
      const [, part] = /--part=(\\d+)/.exec(process.argv.join(' '));
      const once = (name) => !existsSync(folder + '/' + name) && (writeFileSync(folder + '/' + name, ''), true);
      (async () => { ${before}; await import(${main}); })();`,
  });
  execFileSync('tar', ['-czf', join(place, 'zhagen.tar.gz'), '-C', place, 'zhagen']);
  return join(place, 'zhagen.tar.gz');
}

it('has input of lines that other programs cut elsewhere, which one machine and local[2] read the same', async () => {
  const cwd = writeFiles(folder('odd'), INPUT);
  const command = ['discover', '数 据', '--min-frequency', '2'];
  const alone = await zhagen(command, { cwd });
  const engine = ['--engine', 'spark', '--master', 'local[2]', '--archives', packProgram("it's packed")];
  const { code, out, err } = await zhagen([...command, ...engine], { cwd, env: spark });
  expect([alone.code, code, err]).toEqual([0, 0, expect.stringMatching(/^Spark: .* for 2 parts\.\n$/)]);
  expect(out === alone.out).toBe(true);
  expect(out.split('\n').length).toBeGreaterThan(20);
  expect(readdirSync(cwd)).toEqual(['数 据']);
});

describe('a cluster of a master and two workers', () => {
  let cluster: Cluster;
  let alone: string;
  const cwd = folder('cluster');
  const command = ['keywords', 'cases.jsonl'];
  /** What a run on the cluster is started with; `before` is run on a worker before each part. */
  const onCluster = (name: string, before: string, settings = '') => {
    const env = {
      ...spark,
      SPARK_CONF_DIR: writeFiles(folder(`${name}-conf`), { 'spark-defaults.conf': settings }),
    };
    const engine = ['--engine', 'spark', '--master', cluster.master, '--parts', '4'];
    const args = [...command, ...engine, '--archives', packProgram(name, before)];
    return outcomeOf(start(args, { cwd, env }));
  };
  const sleep = (seconds: number) => `await new Promise((resolve) => setTimeout(resolve, ${1000 * seconds}))`;

  beforeAll(async () => {
    writeFiles(cwd, { 'cases.jsonl': cases(40) });
    cluster = await startCluster(spark.SPARK_HOME, folder('nodes'), { PATH: process.env['PATH'], LANG: 'C' });
    alone = (await zhagen(command, { cwd })).out;
  });

  afterAll(() => cluster?.stop());

  it('gives the bytes of one machine when parts hang, die once, or are made twice', async () => {
    const before = `if (part === '2' && once('hung')) ${sleep(600)};
      if (part === '3' && once('died')) process.kill(process.pid, 'SIGKILL');
      if (part === '1' && once('twice')) require('node:child_process').execFileSync(process.execPath, process.argv.slice(1))`;
    const settings =
      'spark.speculation true\nspark.speculation.quantile 0.5\nspark.speculation.interval 1s\n';
    const { code, out } = await onCluster('straggler', before, settings);
    expect([code, out === alone]).toEqual([0, true]);
    expect(readdirSync(folder('straggler'))).toEqual(expect.arrayContaining(['hung', 'died', 'twice']));
    expect(readdirSync(cwd)).toEqual(['cases.jsonl']);
  });

  it('names file and line of what a worker cannot read', async () => {
    const lines = cases(40).split('\n');
    lines[21] = '{"id": 21, "text": 7}';
    writeFiles(cwd, { 'cases.jsonl': lines.join('\n') });
    const { err } = await zhagen(command, { cwd });
    expect(await onCluster('faulty', '')).toMatchObject({
      code: 1,
      out: '',
      err: expect.stringMatching(
        new RegExp(`Part [1-4] of 4: ${err.replace(/[.*+?^$()[\]{}|\\]/g, '\\$&')}$`),
      ),
    });
    writeFiles(cwd, { 'cases.jsonl': cases(40) });
  });

  it('gives the bytes of one machine when an executor is killed and then a worker is lost', async () => {
    const running = onCluster('killed', `once('begun-' + part); ${sleep(3)}`);
    const begun = () => readdirSync(folder('killed')).filter((name) => name.startsWith('begun')).length;
    await until(() => begun() === 2, 120);
    process.kill(cluster.executorOf(0) as number, 'SIGKILL');
    await until(() => cluster.executorOf(0) !== undefined, 120);
    cluster.killWorker(1);
    const { code, out } = await running;
    expect([code, out === alone]).toEqual([0, true]);
    expect(readdirSync(cwd)).toEqual(['cases.jsonl']);
  });
});
