import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { UserError } from '../../src/errors.js';
import { NO_CODEBOOK } from '../../src/model/codebook.js';
import type { Context } from '../../src/project/context.js';
import { openStore } from '../../src/store/open.js';
import { stateHash } from '../../src/store/state-hash.js';
import type { Store } from '../../src/store/store.js';
import { recodeCases } from '../../src/workflow/code-cases.js';
import { finishCases } from '../../src/workflow/finish-cases.js';
import { reviewPassages } from '../../src/workflow/judge-passages.js';
import { makeTable } from '../../src/workflow/make-table.js';
import { projectOverview } from '../../src/workflow/project-overview.js';
import type { TableRequest } from '../../src/workflow/table.js';
import { contextOf, makeFolder } from '../workflow/project.js';
import { isWhole, line, makeProject, type Step, step, take } from './random-history.js';

const TABLES = ['raw', 'frequency', 'coding', 'matrix', 'evidence', 'counter-evidence', 'coverage'] as const;
const project = fc.record({
  lines: fc.array(line, { minLength: 2, maxLength: 4 }),
  by: fc.constantFrom('case', 'province'),
  isGrown: fc.boolean(),
});
const history = fc.array(
  fc.oneof({ weight: 5, arbitrary: step }, fc.constantFrom('confirm', 'reject', 'done')),
  {
    minLength: 3,
    maxLength: 12,
  },
);
type Event = Step | 'confirm' | 'reject' | 'done';

/** The rows of all tables of all codebooks, or the code of the error where there is no such table. */
function tablesOf(
  store: Store,
  view: Pick<TableRequest, 'view' | 'coder'> = {},
  names: readonly (typeof TABLES)[number][] = TABLES,
): unknown {
  return ['big', 'small', NO_CODEBOOK].flatMap((codebook) =>
    names.map((name) => attempt(() => makeTable({ store }, { name, codebook, ...view }).rows)),
  );
}

/** What is read, or the code of the error. */
function attempt(read: () => unknown): unknown {
  try {
    return read();
  } catch (error) {
    if (error instanceof UserError) return error.code;
    throw error;
  }
}

/** Does what happens; tells whether it was accepted. */
async function happen(context: Context, folder: string, one: Event, at: number, groups: readonly string[]) {
  if (typeof one === 'object') return (await take(context, folder, one, at, groups)).length > 0;
  try {
    const coder = ['左', '李', '王'][at % 3] as string;
    const which = { cases: [`c${at % 2}`], codebook: 'big', coder, reason: '' };
    await (one === 'done' ? finishCases(context, which) : reviewPassages(context, one, which));
    return true;
  } catch (error) {
    if (error instanceof UserError) return false;
    throw error;
  }
}

async function inProject(
  options: typeof project extends fc.Arbitrary<infer T> ? T : never,
  work: (context: Context, folder: string, groups: readonly string[]) => Promise<void>,
): Promise<void> {
  const folder = makeFolder();
  const store = openStore(join(folder.path, 'zhagen.db'), { mode: 'create' });
  try {
    const context = contextOf(store);
    await work(context, folder.path, await makeProject(context, folder.path, options));
  } finally {
    store.close();
    folder.remove();
  }
}

/** A copy of a project as if only one coder had judged anything; all that follows is screened and coded again. */
async function aloneIn(store: Store, path: string, coder: string): Promise<Store> {
  store.copyTo(path);
  const copy = openStore(path, { mode: 'write' });
  copy.run('DELETE FROM judgement WHERE coder <> ?', coder);
  copy.run('DELETE FROM passage_verdict WHERE coder <> ?', coder);
  copy.run('DELETE FROM case_done WHERE coder <> ?', coder);
  copy.run('DELETE FROM adjudication');
  copy.run(`DELETE FROM verdict WHERE aspect <> 'code'`);
  copy.run('INSERT INTO verdict SELECT group_name, word, aspect, verdict, 0 FROM judgement');
  await recodeCases(contextOf(copy));
  return copy;
}

describe('a view', () => {
  it('of the only coder is what is settled, theirs over the machine’s and theirs alone', {
    timeout: 300_000,
  }, async () => {
    await fc.assert(
      fc.asyncProperty(project, history, async (options, events) => {
        await inProject(options, async (context, folder, groups) => {
          for (const [at, one] of events.entries()) {
            const isOfCoder = typeof one === 'object' && 'coder' in one;
            await happen(context, folder, isOfCoder ? { ...one, coder: '左' } : one, at * 3, groups);
          }
          await recodeCases(context);
          const settled = tablesOf(context.store);
          expect(tablesOf(context.store, { view: 'blind', coder: '左' })).toEqual(settled);
          const isKnown = context.store.get(`SELECT 1 FROM coder WHERE name = '左'`) !== undefined;
          if (isKnown) expect(tablesOf(context.store, { view: 'coder:左' })).toEqual(settled);
        });
      }),
      { numRuns: 5, seed: 3 },
    );
  });

  it('that is blind shows what the project would be if nobody else had judged anything, and changes nothing', {
    timeout: 300_000,
  }, async () => {
    await fc.assert(
      fc.asyncProperty(project, history, async (options, events) => {
        await inProject(options, async (context, folder, groups) => {
          for (const [at, one] of events.entries()) await happen(context, folder, one, at, groups);
          await recodeCases(context);
          const before = [stateHash(context.store), tablesOf(context.store)];
          const alone = await aloneIn(context.store, join(folder, 'alone.db'), '左');
          try {
            expect(tablesOf(context.store, { view: 'blind', coder: '左' })).toEqual(tablesOf(alone));
          } finally {
            alone.close();
          }
          expect([stateHash(context.store), tablesOf(context.store)]).toEqual(before);
        });
      }),
      { numRuns: 5, seed: 4 },
    );
  });

  it('that is blind does not change when another coder judges anything', { timeout: 300_000 }, async () => {
    const blindly = (store: Store) => tablesOf(store, { view: 'blind', coder: '左' }, ['raw', 'evidence']);
    const judging = ['keep', 'drop', 'add', 'fold', 'merge', 'split'];
    const ofAll = [
      'define',
      'delete',
      'relate',
      'theory',
      'leave-out',
      'set',
      'choose',
      'regions',
      'setting',
    ];
    const isOfStructure = (one: Step) =>
      ofAll.includes(one.does) || (one.does === 'decide' && !judging.includes(one.kind));
    await fc.assert(
      fc.asyncProperty(project, history, async (options, events) => {
        await inProject(options, async (context, folder, groups) => {
          let blind = blindly(context.store);
          for (const [at, one] of events.entries()) {
            const isReview = typeof one === 'string';
            if (!isReview && isWhole(one)) continue;
            const isOwn = isReview ? at % 3 === 0 : 'coder' in one && one.coder === '左';
            // Codes, cases and attributes are the same for all.
            const isOfAll = isReview ? false : isOfStructure(one);
            if (!isOwn && isOfAll) continue;
            await happen(context, folder, one, at, groups);
            const now = blindly(context.store);
            if (!isOwn) expect(now).toEqual(blind);
            blind = now;
          }
        });
      }),
      { numRuns: 3, seed: 5 },
    );
  });

  it('that was read before everything that happened is read as for the first time', {
    timeout: 300_000,
  }, async () => {
    const views = [
      {},
      { view: 'blind', coder: '左' },
      { view: 'blind', coder: '左' },
      { view: 'blind', coder: '李' },
    ];
    const readBy = (store: Store, view: (typeof views)[number]) => {
      const rows = tablesOf(store, view);
      const others = (['flow', 'revisit', 'pillars'] as const).map((name) =>
        attempt(() => makeTable({ store }, { name, ...view }).rows),
      );
      return [rows, others, attempt(() => projectOverview({ store }, view))];
    };
    await fc.assert(
      fc.asyncProperty(project, history, async (options, events) => {
        await inProject(options, async (context, folder, groups) => {
          const known = openStore(context.store.path, { mode: 'read' });
          for (const [at, one] of events.entries()) {
            await happen(context, folder, one, at, groups);
            const view = views[at % views.length] as (typeof views)[number];
            const fresh = openStore(context.store.path, { mode: 'read' });
            try {
              const first = readBy(fresh, view);
              expect(readBy(known, view)).toEqual(first);
              expect(readBy(context.store, view)).toEqual(first);
            } finally {
              fresh.close();
            }
          }
          known.close();
        });
      }),
      { numRuns: 5, seed: 6 },
    );
  });
});
