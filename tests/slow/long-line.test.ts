import { describe, expect, it } from 'vitest';
import { makeProgram, writeFiles } from '../e2e/program.js';
import { CAN_LIST_PROCESSES } from '../engine/processes.js';
import { longTextOf } from '../long-text.js';
import { outcomeWithPeak } from './peak-memory.js';

const { start, zhagen, folder } = makeProgram();

const MOST_MEGABYTES = 2000;

/** A line of 50 MB without a separator. */
const LONG = '扶贫车间'.repeat(4_200_000);

describe('a line of 50 MB', () => {
  it('is no single document for keywords, which says so soon, after the lines before it', async () => {
    const input = `${JSON.stringify({ id: 1, text: '扶贫车间' })}\n${JSON.stringify({ id: 2, text: LONG })}\n`;
    const { code, out, err } = await zhagen(['keywords', '-'], { input });
    expect([code, out.split('\n').length]).toEqual([1, 2]);
    expect(err).toMatch(
      /^-:2: the text has \d+ characters or more; .*Split it into documents, one a line\.\n$/,
    );
  });

  it.skipIf(!CAN_LIST_PROCESSES)(
    'is mined and coded in bounded memory, half of it one character',
    async () => {
      const text = '扶'.repeat(8_000_000) + longTextOf(26_000_000).replaceAll('\n', '');
      const cwd = writeFiles(folder('line'), { 'line.txt': text });
      const { code, out, err, peak } = await outcomeWithPeak(
        start(['run', 'line.txt', '--out', 'tables', '--json', '--quiet'], { cwd }),
      );
      expect([code, err]).toEqual([0, '']);
      const { mine, code: coding } = JSON.parse(out);
      expect([mine.casesMined, coding.references > 0]).toEqual([['line'], true]);
      expect(peak).toBeLessThan(MOST_MEGABYTES);
    },
  );
});
