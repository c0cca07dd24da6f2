import { join } from 'node:path';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import type { Context } from '../../src/project/context.js';
import { readDecisions } from '../../src/store/decision-log.js';
import { openStore } from '../../src/store/open.js';
import { stateHash } from '../../src/store/state-hash.js';
import { recodeCases } from '../../src/workflow/code-cases.js';
import { joinProject } from '../../src/workflow/join-projects.js';
import { contextOf, makeFolder } from '../workflow/project.js';
import { isWhole, type Line, line, makeProject, type Step, step, take } from './random-history.js';

/** Ids and times of a copy, which no other copy has; times of both run side by side. */
function contextOfCopy(path: string, at: number): Context {
  const context = contextOf(openStore(path, { mode: 'write' }), '2022-01-01T00:00:00Z');
  let ids = 0;
  let moments = at;
  const moment = () => {
    moments += 3;
    return new Date(Date.parse('2022-01-01T00:00:00Z') + 500 * moments);
  };
  return {
    ...context,
    newId: () => `${at}${(++ids).toString(16).padStart(31, '0')}`,
    now: moment,
  };
}

/** The coders of the second copy, of whom one codes in both. */
const elsewhere = (name: string) => ({ 李: '赵', 王: '周' })[name] ?? name;

const inSecond = (one: Step): Step =>
  ('coder' in one ? { ...one, coder: elsewhere(one.coder) } : one) as Step;

it('random histories in two copies of a project come to one state, joined either way, and nothing is lost', {
  timeout: 600_000,
}, async () => {
  let joined = 0;
  const decisive = step.filter((one) => !isWhole(one));
  const property = fc.asyncProperty(
    fc.array(line, { minLength: 2, maxLength: 3 }),
    fc.constantFrom('case', 'province'),
    fc.array(decisive, { maxLength: 4 }),
    fc.array(decisive, { minLength: 3, maxLength: 8 }),
    fc.array(decisive, { minLength: 3, maxLength: 8 }),
    fc.constantFrom('earlier' as const, 'later' as const),
    fc.option(fc.record({ line, first: fc.constantFrom('c3', 'd3'), second: fc.constantFrom('c4', 'd4') })),
    async (lines, by, before, ofFirst, ofSecond, settle, twice) => {
      const folder = makeFolder();
      const path = (name: string) => join(folder.path, `${name}.db`);
      const opened: Context[] = [];
      const open = (name: string, at: number) => {
        const context = contextOfCopy(path(name), at);
        opened.push(context);
        return context;
      };
      try {
        const origin = contextOf(openStore(path('origin'), { mode: 'create' }));
        opened.push(origin);
        const groups = await makeProject(origin, folder.path, { lines, by, isGrown: false });
        for (const [at, one] of before.entries()) await take(origin, folder.path, one, at, groups);
        for (const name of ['a', 'b']) origin.store.copyTo(path(name));
        const [a, b] = [open('a', 1), open('b', 2)];
        if (twice) {
          await importAs(a, folder.path, twice.line, twice.first);
          await importAs(b, folder.path, twice.line, twice.second);
        }
        for (const [at, one] of ofFirst.entries()) await take(a, folder.path, one, at, groups);
        for (const [at, one] of ofSecond.entries()) await take(b, folder.path, inSecond(one), at, groups);
        a.store.copyTo(path('a-into'));
        b.store.copyTo(path('b-into'));
        const [intoA, intoB] = [open('a-into', 3), open('b-into', 4)];
        const own = readDecisions(a.store).map(({ id }) => id);
        const others = readDecisions(b.store).map(({ id }) => id);
        const report = await joinProject(intoA, { path: path('b'), settle, coder: '左' });
        await joinProject(intoB, { path: path('a'), settle, coder: '左' });
        joined += report.decisions;
        expect(report.sameCases).toHaveLength(twice ? 1 : 0);
        const hash = stateHash(intoA.store);
        expect(stateHash(intoB.store)).toBe(hash);
        expect(new Set(readDecisions(intoA.store).map(({ id }) => id))).toEqual(
          new Set([...own, ...others, ...settlements(intoA)]),
        );
        // Again, it says nothing new.
        const again = await joinProject(intoA, { path: path('b'), coder: '左' });
        expect([again.decisions, again.conflicts, stateHash(intoA.store)]).toEqual([0, [], hash]);
        await joinProject(intoB, { path: path('a-into'), coder: '左' });
        expect(stateHash(intoB.store)).toBe(hash);
        // What was brought up to date is what is derived as a whole.
        await recodeCases(intoA);
        expect(stateHash(intoA.store)).toBe(hash);
      } finally {
        for (const { store } of opened) store.close();
        folder.remove();
      }
    },
  );
  await fc.assert(property, { numRuns: 8, seed: 1, endOnFailure: true });
  expect(joined).toBeGreaterThan(20);
});

/** Brings a text into a copy under an id, mined and coded. */
async function importAs(context: Context, folder: string, one: Line, id: string): Promise<void> {
  const known = { line: one, id, grows: false, isWithoutText: false } as const;
  for (const whole of [{ does: 'import', ...known }, { does: 'mine' }] as const) {
    await take(context, folder, whole, 0, []);
  }
  await recodeCases(context);
}

/** What was logged to settle conflicts when a copy was joined. */
function settlements({ store }: Context): string[] {
  return readDecisions(store).flatMap(({ id }) => (id.startsWith('3') ? id : []));
}
