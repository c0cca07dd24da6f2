import { join } from 'node:path';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { recordDecisions } from '../../src/project/record-decisions.js';
import { openStore } from '../../src/store/open.js';
import { stateHash } from '../../src/store/state-hash.js';
import { codeCases } from '../../src/workflow/code-cases.js';
import { followDecisions } from '../../src/workflow/follow-decisions.js';
import { verifyProject } from '../../src/workflow/verify-project.js';
import { contextOf, makeFolder } from '../workflow/project.js';
import { isWhole, line, makeProject, step, take } from './random-history.js';

it('the log of decisions, with imports, minings and codebooks between them, makes the same project from nothing', {
  timeout: 300_000,
}, async () => {
  let replayed = 0;
  const property = fc.asyncProperty(
    fc.array(line, { minLength: 2, maxLength: 4 }),
    fc.constantFrom('case', 'province'),
    fc.array(step, { minLength: 6, maxLength: 16 }),
    async (lines, by, steps) => {
      const folder = makeFolder();
      const [first, second] = ['first', 'second'].map((name) =>
        contextOf(openStore(join(folder.path, `${name}.db`), { mode: 'create' })),
      ) as [ReturnType<typeof contextOf>, ReturnType<typeof contextOf>];
      try {
        const groups = await makeProject(first, folder.path, { lines, by, isGrown: false });
        await makeProject(second, folder.path, { lines, by, isGrown: false });
        for (const [at, one] of steps.entries()) {
          const decisions = await take(first, folder.path, one, at, groups);
          if (isWhole(one)) await take(second, folder.path, one, at, groups);
          if (decisions.length === 0) continue;
          replayed += decisions.length;
          const again = await followDecisions(second, ({ store }) => recordDecisions(store, decisions));
          expect(again.decisions.map(({ before }) => before)).toEqual(decisions.map(({ before }) => before));
        }
        for (const context of [first, second]) await codeCases(context, {});
        expect((await verifyProject(first)).faults).toEqual([]);
        expect(stateHash(second.store)).toBe(stateHash(first.store));
      } finally {
        first.store.close();
        second.store.close();
        folder.remove();
      }
    },
  );
  await fc.assert(property, { numRuns: 6, seed: 1, endOnFailure: true });
  expect(replayed).toBeGreaterThan(20);
});
