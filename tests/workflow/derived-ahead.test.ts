import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, describe, expect, it, onTestFinished } from 'vitest';
import { UserError } from '../../src/errors.js';
import type { Context } from '../../src/project/context.js';
import { readDecisions } from '../../src/store/decision-log.js';
import { openStore } from '../../src/store/open.js';
import { readRuns } from '../../src/store/run-table.js';
import { stateHash } from '../../src/store/state-hash.js';
import { changeRegions } from '../../src/workflow/change-regions.js';
import { codeCases, recodeCases } from '../../src/workflow/code-cases.js';
import { decide, redo, undo } from '../../src/workflow/decide.js';
import { excludeCases, includeCases } from '../../src/workflow/exclude-cases.js';
import { importCases } from '../../src/workflow/import-cases.js';
import { mineKeywords } from '../../src/workflow/mine-keywords.js';
import { sealCases, unsealCases } from '../../src/workflow/seal-cases.js';
import { setAttributes } from '../../src/workflow/set-attributes.js';
import { codedProject } from './coded-project.js';
import { contextOf, copyProject, makeFolder } from './project.js';

const folder = makeFolder();
afterAll(folder.remove);

const LI = { coder: '李', reason: '' };
/** More than is derived while others wait. */
const cases = Array.from({ length: 28 }, (_, at) => `c${at}`);
const word = '合作社';

const project = await codedProject('GS01', 'GS02', 'JX01');
const large = await largeProject();

/** A coded project of thirty short cases, each a group of its own. */
async function largeProject(): Promise<string> {
  const path = join(folder.path, 'large.db');
  const lines = join(folder.path, 'large.jsonl');
  const text = '一、产业与就业\n村里的合作社带动农户，农户加入合作社。扶贫车间也在合作社。\n';
  writeFileSync(
    lines,
    Array.from({ length: 30 }, (_, at) => JSON.stringify({ id: `c${at}`, text })).join('\n'),
  );
  const store = openStore(path, { mode: 'create' });
  const context = contextOf(store);
  await importCases(context, { paths: [lines] });
  await mineKeywords(context, { minFrequency: 2 });
  await codeCases(context, { codebook: 'six-pillars' });
  store.close();
  return path;
}

type Verbs = Readonly<Record<string, (context: Context) => Promise<unknown>>>;

const ONE = { ...LI, cases: ['GS02'] };
const ON_ONE: Verbs = {
  exclude: (context) => excludeCases(context, ONE),
  seal: (context) => sealCases(context, ONE),
  regions: (context) => changeRegions(context, { ...LI, exclude: ['heading'] }),
  'attribute of a group that is left': (context) =>
    setAttributes(context, { ...LI, caseId: 'GS02', values: { province: '江西' } }),
  'attribute of a new group': (context) =>
    setAttributes(context, { ...LI, caseId: 'JX01', values: { province: '青海' } }),
};
const ON_MANY: Verbs = {
  exclude: (context) => excludeCases(context, { ...LI, cases }),
  seal: (context) => sealCases(context, { ...LI, cases }),
  regions: (context) => changeRegions(context, { ...LI, exclude: ['heading'] }),
};

/** What a project says when all of it is screened and coded again. */
async function hashCodedAgain({ store }: Context): Promise<string> {
  const path = join(folder.path, `again-${Math.random()}.db`);
  store.copyTo(path);
  const again = openStore(path, { mode: 'write' });
  await recodeCases(contextOf(again));
  const hash = stateHash(again);
  again.close();
  return hash;
}

/** Who made each statement, in the order of the log. */
function statementsOf({ store }: Context): string[] {
  const coders = new Map(readDecisions(store).map(({ statement, coder }) => [statement, coder]));
  return [...coders.values()];
}

/** Another process at work in the same project. */
function elsewhere({ store }: Context, digit: string): Context {
  const other = openStore(store.path, { mode: 'write' });
  onTestFinished(() => other.close());
  let ids = 0;
  const newId = () => digit + (ids++).toString(16).padStart(31, '0');
  return { ...contextOf(other, '2022-01-01T00:00:00Z'), newId };
}

it.each([
  ...Object.entries(ON_ONE).map(([name, verb]) => [name, verb, () => project] as const),
  ...Object.entries(ON_MANY).map(([name, verb]) => [`${name} of many`, verb, () => large] as const),
])(
  '%s leaves what screening and coding all of it again does, and records no run; undo and redo as well',
  async (_, verb, pathOf) => {
    const context = copyProject(pathOf());
    const before = stateHash(context.store);
    const runs = readRuns(context.store);
    await verb(context);
    const after = stateHash(context.store);
    expect(after).not.toBe(before);
    expect(await hashCodedAgain(context)).toBe(after);
    await undo(context, LI);
    expect(stateHash(context.store)).toBe(before);
    await redo(context, LI);
    expect(stateHash(context.store)).toBe(after);
    expect(readRuns(context.store)).toEqual(runs);
  },
);

describe.each(Object.keys(ON_MANY))('%s of many', (name) => {
  const verb = ON_MANY[name] as (context: Context) => Promise<unknown>;

  it('lets another process decide meanwhile, and both decisions are there with what follows', async () => {
    const context = copyProject(large);
    const other = elsewhere(context, 'f');
    let isFirst = true;
    const progress = async () => {
      if (!isFirst) return;
      isFirst = false;
      await decide(other, { kind: 'drop', words: [word], coder: '左', reason: '' });
    };
    await verb({ ...context, progress });
    expect(statementsOf(context)).toEqual(['左', '李']);
    expect(await hashCodedAgain(context)).toBe(stateHash(context.store));
  });

  it('when interrupted says that nothing was decided, and leaves nothing', async () => {
    const context = copyProject(large);
    const before = stateHash(context.store);
    const progress = async () => {
      throw new UserError('cli/interrupted', {});
    };
    await expect(verb({ ...context, progress })).rejects.toMatchObject({ code: 'decide/interrupted' });
    expect(readDecisions(context.store)).toEqual([]);
    expect(stateHash(context.store)).toBe(before);
    await verb(context);
    expect(readDecisions(context.store)).not.toEqual([]);
  });
});

describe('a decision about the cases of all', () => {
  it('is made in the end although others decide again and again', async () => {
    const context = copyProject(large);
    const digits = [...'123456789abcdef'];
    const refused: unknown[] = [];
    let asked = 0;
    const progress = async () => {
      asked += 1;
      const other = elsewhere(context, digits.pop() as string);
      other.store.get('PRAGMA busy_timeout = 0');
      const kind = asked % 2 === 0 ? 'keep' : 'drop';
      await decide(other, { kind, words: [word], coder: '左', reason: '' }).catch((error: unknown) =>
        refused.push(error),
      );
    };
    await excludeCases({ ...context, progress: once(progress) }, { ...LI, cases });
    expect(refused).toEqual([]);
    expect(statementsOf(context)).toEqual(['左', '左', '左', '李']);
    expect(await hashCodedAgain(context)).toBe(stateHash(context.store));
  });

  it('is not made where another process made it meanwhile', async () => {
    const context = copyProject(large);
    const other = elsewhere(context, 'f');
    let isFirst = true;
    const progress = async () => {
      if (!isFirst) return;
      isFirst = false;
      await excludeCases(other, { coder: '左', reason: '', cases });
    };
    const report = await excludeCases({ ...context, progress }, { ...LI, cases });
    expect(report).toMatchObject({ decisions: [], alreadyInForce: cases });
    expect(statementsOf(context)).toEqual(['左']);
  });

  it('that ends a standing is derived ahead like one that begins it', async () => {
    for (const [begin, end] of [
      [excludeCases, includeCases],
      [sealCases, unsealCases],
    ] as const) {
      const context = copyProject(large);
      const before = stateHash(context.store);
      await begin(context, { ...LI, cases });
      await end(context, { ...LI, coder: '王', cases });
      expect(stateHash(context.store)).toBe(before);
    }
  });
});

/** Asks once for each time that rows are derived. */
function once(ask: () => Promise<void>): Context['progress'] {
  return async (step, done) => {
    if (step === 'code' && done === 0) await ask();
  };
}
