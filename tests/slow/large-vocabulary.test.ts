import { join } from 'node:path';
import { expect, it } from 'vitest';
import { openStore } from '../../src/store/open.js';
import { readTerms } from '../../src/store/term-table.js';
import { makeProgram, writeFiles } from '../e2e/program.js';

const { zhagen, folder } = makeProgram();

const ENTRIES = 1_000_000;
const CHARACTERS = [...'一二三四五六七八九十扶贫产业园村户农工林牧渔水电路气网'];

/** A word of five characters for each number, different for different numbers. */
function wordOf(number: number): string {
  let word = '';
  for (let rest = number; word.length < 5; rest = Math.floor(rest / CHARACTERS.length)) {
    word += CHARACTERS[rest % CHARACTERS.length];
  }
  return word;
}

it('a user dictionary of a million entries is taken up whole, and its words are found', async () => {
  const last = wordOf(ENTRIES - 1);
  const cwd = writeFiles(folder('million'), {
    'a.txt': `村里建起${last}，${last}带动就业。`,
    'user.txt': Array.from({ length: ENTRIES }, (_, number) => `${wordOf(number)} 3 n_new`).join('\n'),
  });
  const { code } = await zhagen(['run', 'a.txt', '--user-words', 'user.txt'], { cwd });
  expect(code).toBe(0);
  const store = openStore(join(cwd, 'zhagen.db'), { mode: 'read' });
  const terms = [...readTerms(store)].flatMap((ofCase) => ofCase.terms);
  store.close();
  expect(terms).toContainEqual({
    caseId: 'a',
    word: last,
    pos: 'n_new',
    frequency: 2,
    begins: 2,
    ends: 2,
    isNew: true,
  });
});
