import { createReadStream, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { describe, expect, it } from 'vitest';
import { makeProgram, type Outcome, writeFiles } from '../e2e/program.js';
import { CAN_LIST_PROCESSES } from '../engine/processes.js';
import { longTextOf } from '../long-text.js';
import { outcomeWithPeak } from './peak-memory.js';

const { start, zhagen, folder } = makeProgram();

const MOST_MEGABYTES = 1400;
const UNITS = [
  '扶贫车间',
  '公益岗位',
  '致富果园',
  '村头饭堂',
  '电商驿站',
  '联营茶社',
  '幸福食堂',
  '巧手工坊',
];

/** Terms without anything between them, drawn by chance; a line is cut every 65,536 characters, so never within one. */
function drawTerms(count: number): string[] {
  let state = 7;
  return Array.from({ length: count }, () => {
    state = (state * 48271) % 2147483647;
    return UNITS[state % UNITS.length] ?? '';
  });
}

/** Discovers what is frequent in a file, or in the same file as standard input, and how much memory it took at most. */
async function discover(path: string, { piped = false } = {}): Promise<Outcome & { peak: number }> {
  const temporary = folder('temporary');
  const args = ['discover', piped ? '-' : path, '--min-frequency', '500', '--max-length', '4'];
  const child = start(args, { env: { TMPDIR: temporary } });
  const outcome = await outcomeWithPeak(child, async () => {
    if (piped) await pipeline(createReadStream(path), child.stdin);
  });
  expect(readdirSync(temporary)).toEqual([]);
  return outcome;
}

function frequencies(out: string): Map<string, number> {
  const rows = out.trimEnd().split('\n').slice(1);
  return new Map(
    rows.map((row) => row.split('\t')).map(([word = '', , , frequency]) => [word, Number(frequency)]),
  );
}

describe.skipIf(!CAN_LIST_PROCESSES)('discover', () => {
  const cwd = folder('large');

  it('reads a text of 60 MB, and the same from a pipe, in bounded memory', async () => {
    const path = join(cwd, 'long.txt');
    const terms = drawTerms(30_000).join('，');
    const blocks = Array.from(
      { length: 30 },
      (_, n) => `${longTextOf(2_000_000, { seed: n + 1 })}${terms}\n`,
    );
    writeFileSync(path, blocks.join(''));
    const read = await discover(path);
    expect([read.code, read.err]).toEqual([0, '']);
    expect([...frequencies(read.out).keys()]).toEqual(expect.arrayContaining(UNITS));
    const piped = await discover(path, { piped: true });
    expect([piped.code, piped.out === read.out]).toEqual([0, true]);
    expect(read.peak).toBeGreaterThan(300);
    expect(Math.max(read.peak, piped.peak)).toBeLessThan(MOST_MEGABYTES);
  });

  it.each(['txt', 'jsonl'])('counts exactly in a line of 50 MB without any end (%s)', async (format) => {
    const terms = drawTerms(4_200_000);
    const text = terms.join('');
    const path = join(cwd, `line.${format}`);
    writeFileSync(path, format === 'txt' ? text : JSON.stringify({ id: 'line', text }));
    const { code, out, err, peak } = await discover(path);
    expect([code, err]).toEqual([0, '']);
    const found = frequencies(out);
    for (const unit of ['扶贫车间', '联营茶社', '巧手工坊']) {
      expect([unit, found.get(unit)]).toEqual([unit, terms.filter((term) => term === unit).length]);
    }
    expect(peak).toBeLessThan(MOST_MEGABYTES);
  });

  it('looks through 50 MB of letters', async () => {
    const path = join(cwd, 'letters.txt');
    writeFileSync(path, `${drawTerms(10_000).join('，')}${'x'.repeat(50_000_000)}`);
    const { code, out, peak } = await discover(path);
    expect([code, frequencies(out).has('扶贫车间')]).toEqual([0, true]);
    expect(peak).toBeLessThan(MOST_MEGABYTES);
  });
});

describe('discover over several files', () => {
  const rows = Array.from({ length: 40 }, (_, n) => longTextOf(20_000, { seed: n + 1 }));
  const cwd = writeFiles(folder('several'), {
    'a.txt': longTextOf(900_000, { seed: 90 }),
    'b.jsonl': rows
      .slice(0, 30)
      .map((text) => JSON.stringify({ text }))
      .join('\n'),
    'c.csv': `id,text\n${rows
      .slice(30)
      .map((text, n) => `c${n},"${text}"`)
      .join('\n')}\n`,
    'd.md': longTextOf(600_000, { seed: 91, isWrapped: true }),
  });

  it('writes the same bytes with 1, 2 and 4 workers and in any order of the files', async () => {
    const orders = [
      ['a.txt', 'b.jsonl', 'c.csv', 'd.md'],
      ['d.md', 'c.csv', 'b.jsonl', 'a.txt'],
      ['c.csv', 'a.txt', 'd.md', 'b.jsonl'],
    ] as const;
    const outs = new Set<string>();
    for (const [workers, order] of [
      ['1', orders[0]],
      ['2', orders[0]],
      ['2', orders[1]],
      ['4', orders[2]],
    ] as const) {
      const { code, out } = await zhagen(['discover', ...order, '--workers', workers], { cwd });
      expect([code, out.split('\n').length > 1000]).toEqual([0, true]);
      outs.add(out);
    }
    expect(outs.size).toBe(1);
  });
});
