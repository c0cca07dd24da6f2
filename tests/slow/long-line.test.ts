import { describe, expect, it } from 'vitest';
import { makeProgram } from '../e2e/program.js';

const { zhagen } = makeProgram();

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
});
