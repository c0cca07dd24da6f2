import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import type { Context } from '../../src/project/context.js';
import { acceptedWords } from '../../src/project/taught-words.js';
import { inDictionary } from '../../src/stages/segment/jieba.js';
import { openStore } from '../../src/store/open.js';
import { readTerms } from '../../src/store/term-table.js';
import { decide, undo } from '../../src/workflow/decide.js';
import { importCases } from '../../src/workflow/import-cases.js';
import { mineKeywords } from '../../src/workflow/mine-keywords.js';
import { contextOf, makeFolder } from '../workflow/project.js';

const PIECES = [
  '晒谷坪',
  '夜话',
  '扶贫',
  '产业',
  '园',
  '农户',
  '就业',
  '四联',
  '五防',
  '，',
  '我们',
  '的',
  '工作',
];
/** So rare are no words here: what is new is what people say. */
const NOTHING_NEW = { minFrequency: 999 };
const BY_READER = { coder: '左', reason: '' };

const text = fc
  .array(fc.constantFrom(...PIECES), { minLength: 2, maxLength: 20 })
  .map((parts) => parts.join(''));
/** What happens to a project one after the other, besides what its first batch is. */
const step = fc.oneof(
  fc.record({ do: fc.constant('import' as const), text }),
  fc.record({
    do: fc.constant('add' as const),
    from: fc.nat(),
    at: fc.nat(),
    length: fc.integer({ min: 2, max: 6 }),
  }),
  fc.record({ do: fc.constantFrom('undo' as const, 'mine' as const) }),
);

const termsOf = ({ store }: Context) => [...readTerms(store)].map(({ caseId, terms }) => [caseId, terms]);

it('the terms of a project are those of one run that knew all accepted words from the start', async () => {
  await fc.assert(
    fc.asyncProperty(text, fc.array(step, { minLength: 3, maxLength: 10 }), async (first, steps) => {
      const folder = makeFolder();
      const stores: Context['store'][] = [];
      const project = (name: string): Context => {
        const store = openStore(join(folder.path, name), { mode: 'create' });
        stores.push(store);
        return contextOf(store);
      };
      try {
        const batches = project('batches.db');
        const paths: string[] = [];
        const importText = async (content: string) => {
          const path = join(folder.path, `${paths.length}.txt`);
          writeFileSync(path, content);
          paths.push(path);
          await importCases(batches, { paths: [path] });
        };
        await importText(first);
        await mineKeywords(batches, NOTHING_NEW);
        const standing: string[] = [];
        const texts = [first];
        for (const one of steps) {
          if (one.do === 'import') {
            await importText(one.text);
            texts.push(one.text);
          } else if (one.do === 'mine') await mineKeywords(batches, {});
          else if (one.do === 'undo' && standing.pop() !== undefined) await undo(batches, BY_READER);
          else if (one.do === 'add') {
            const content = texts[one.from % texts.length] as string;
            const start = one.at % (content.length - 1);
            const word = content.slice(start, start + one.length);
            await decide(batches, { ...BY_READER, kind: 'add', words: [word] });
            // What is in force already is no decision, and nothing to undo.
            if (!standing.includes(word)) standing.push(word);
          }
        }
        await mineKeywords(batches, {});

        const inOne = project('one.db');
        const userWords = join(folder.path, 'user-words');
        const accepted = acceptedWords(batches.store);
        expect(accepted).toEqual([...new Set(standing)].sort());
        writeFileSync(userWords, accepted.filter((known) => !inDictionary(known)).join('\n'));
        await importCases(inOne, { paths });
        await mineKeywords(inOne, { ...NOTHING_NEW, userWords });
        expect(termsOf(batches)).toEqual(termsOf(inOne));

        // As in a project of an earlier version, of which nobody knows which cases were cut with which words.
        batches.store.run('UPDATE taught_word SET cases = NULL');
        await mineKeywords(batches, {});
        expect(termsOf(batches)).toEqual(termsOf(inOne));
      } finally {
        for (const store of stores) store.close();
        folder.remove();
      }
    }),
    { numRuns: 20 },
  );
}, 600_000);
