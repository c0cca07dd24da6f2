import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { createWriteStream, existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { makeProgram, outcomeOf } from '../e2e/program.js';
import { CAN_LIST_PROCESSES, childrenOf, until } from '../engine/processes.js';
import { longTextOf } from '../long-text.js';
import { outcomeWithPeak } from './peak-memory.js';

const { start, zhagen, folder } = makeProgram();

const MOST_MEGABYTES = 1400;
const PARTS = 5;

/** What makes trouble in lines and rows elsewhere. */
const HOSTILE = ['\t', '\0', '\r', '\r\n', '\u2028', '\u0085', '\\t', '\u{20000}', '#zhagen-receipt\t'];

async function writeCorpus(path: string): Promise<void> {
  const file = createWriteStream(path);
  for (let i = 0; i < 400; i += 1) {
    const text = `${longTextOf(20_000, { seed: i + 1 })}${HOSTILE[i % HOSTILE.length]}扶贫车间`;
    const end = i % 7 === 0 ? '\r\n' : '\n';
    if (!file.write(`${JSON.stringify({ id: `c${i}`, title: `题\t${i}`, text })}${end}`)) {
      await once(file, 'drain');
    }
  }
  // Longer than a part: some parts have no case at all.
  file.end(JSON.stringify({ id: 'long', text: '扶贫车间公益岗位'.repeat(1_200_000) }));
  await once(file, 'close');
}

describe.skipIf(!CAN_LIST_PROCESSES)('parts of a large corpus', () => {
  it('give the bytes of one machine in bounded memory, whatever stands in the lines and whoever was killed', async () => {
    const cwd = folder('large');
    await writeCorpus(join(cwd, 'corpus.jsonl'));
    const partOf = (number: number) => [
      ...['part', 'discover', 'corpus.jsonl', '--clean', '--part', `${number}/${PARTS}`],
      ...['--out', `${number}.part`, '--quiet'],
    ];
    const killed = start(partOf(1), { cwd });
    const ended = outcomeOf(killed);
    // However fast the machine is: a worker is there before anything is counted.
    await until(() => childrenOf(killed.pid).length > 0);
    killed.kill('SIGKILL');
    expect(await ended).toEqual({ code: null, out: '', err: '' });
    expect(existsSync(join(cwd, '1.part'))).toBe(false);
    for (let number = 1; number <= PARTS; number += 1) {
      const { code, err, peak } = await outcomeWithPeak(start(partOf(number), { cwd }));
      expect([number, code, err]).toEqual([number, 0, '']);
      expect(peak).toBeLessThan(MOST_MEGABYTES);
    }
    const files = Array.from({ length: PARTS }, (_, i) => `${i + 1}.part`);
    expect(readdirSync(cwd)).toEqual([...files, 'corpus.jsonl']);
    const merged = await outcomeWithPeak(start(['merge', ...files], { cwd }));
    expect([merged.code, merged.err]).toEqual([0, '']);
    expect(merged.peak).toBeLessThan(MOST_MEGABYTES);
    const whole = await zhagen(['discover', 'corpus.jsonl', '--clean'], { cwd });
    const hashOf = (text: string) => createHash('sha256').update(text).digest('hex');
    expect(hashOf(merged.out)).toBe(hashOf(whole.out));
    expect(whole.out).toContain('扶贫车间\t');
  });
});
