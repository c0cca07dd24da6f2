import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, describe, expect, it, onTestFinished } from 'vitest';
import { openStore } from '../../src/store/open.js';
import { readTerms } from '../../src/store/term-table.js';
import { type RunOptions, runAll } from '../../src/workflow/run-all.js';
import { contextOf, makeFolder } from './project.js';

const folder = makeFolder();
afterAll(folder.remove);

const projects: unknown[] = [];

const SENTENCE = '扶贫车间带动就业，扶贫车间稳定增收，扶贫车间越办越多。';

/** What a whole run makes of texts; the terms as words of each case. */
async function run(texts: readonly string[], options: Partial<RunOptions> = {}) {
  const path = join(folder.path, 'cases.jsonl');
  writeFileSync(path, texts.map((text, id) => JSON.stringify({ id: String(id), text })).join('\n'));
  const store = openStore(join(folder.path, `${projects.length}.db`), { mode: 'create' });
  projects.push(store);
  onTestFinished(() => store.close());
  const report = await runAll(contextOf(store), { paths: [path], ...options });
  return { report, words: [...readTerms(store)].map(({ terms }) => terms.map(({ word }) => word)) };
}

describe('a run', () => {
  it.each([
    ['one character', '扶'],
    ['no Chinese', 'Nothing here is Chinese. Nothing at all, nothing.'],
    ['emoji only', '👍👨‍👩‍👧👍🏽'],
    ['numbers and signs only', '2020年3月，１２％——（）'],
  ])('over %s finds no new word and goes through', async (_, text) => {
    const { report } = await run([text]);
    expect(report).toMatchObject({ mine: { newWords: 0, casesMined: ['0'] }, screen: { kept: 0 } });
  });

  it('finds words between emoji and other scripts, beside cases without any', async () => {
    const { words } = await run(['👍扶贫车间👍🏽，扶贫车间 и ещё EPC扶贫车间𠮷', '👍', '扶']);
    expect(words).toEqual([['扶贫车间'], [], []]);
  });

  it('with a least frequency that nothing reaches finds no new word', async () => {
    const { report, words } = await run([SENTENCE], { minFrequency: 1_000_000 });
    expect(report.mine.newWords).toBe(0);
    expect(words[0]).toEqual(expect.arrayContaining(['就业', '扶贫', '车间']));
  });
});
