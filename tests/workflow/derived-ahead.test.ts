import { join } from 'node:path';
import { afterAll, describe, expect, it, onTestFinished } from 'vitest';
import { UserError } from '../../src/errors.js';
import type { Context } from '../../src/project/context.js';
import { readDecisions } from '../../src/store/decision-log.js';
import { openStore } from '../../src/store/open.js';
import { stateHash } from '../../src/store/state-hash.js';
import { changeRegions } from '../../src/workflow/change-regions.js';
import { recodeCases } from '../../src/workflow/code-cases.js';
import { decide, redo, undo } from '../../src/workflow/decide.js';
import { excludeCases, includeCases } from '../../src/workflow/exclude-cases.js';
import { sealCases, unsealCases } from '../../src/workflow/seal-cases.js';
import { setAttributes } from '../../src/workflow/set-attributes.js';
import { codedProject } from './coded-project.js';
import { contextOf, copyProject, makeFolder, rowsOf } from './project.js';

const folder = makeFolder();
afterAll(folder.remove);

const LI = { coder: '李', reason: '' };
const cases = ['GS02'];

const project = await codedProject('GS01', 'GS02', 'JX01');
const word = wordOf(project);

function wordOf(_path: string): string {
  const store = openStore(project, { mode: 'read' });
  const word = rowsOf({ store }, 'raw').find(({ kept, caseId }) => kept && caseId === 'JX01')
    ?.rawKeyword as string;
  store.close();
  return word;
}

const VERBS: Readonly<Record<string, (context: Context) => Promise<unknown>>> = {
  exclude: (context) => excludeCases(context, { ...LI, cases }),
  seal: (context) => sealCases(context, { ...LI, cases }),
  regions: (context) => changeRegions(context, { ...LI, exclude: ['heading'] }),
  attribute: (context) => setAttributes(context, { ...LI, caseId: 'GS02', values: { province: '青海' } }),
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

/** Another process at work in the same project. */
function elsewhere({ store }: Context, digit: string): Context {
  const other = openStore(store.path, { mode: 'write' });
  onTestFinished(() => other.close());
  return { ...contextOf(other, '2022-01-01T00:00:00Z'), newId: () => digit.repeat(32) };
}

describe.each(Object.keys(VERBS))('%s', (name) => {
  const verb = VERBS[name] as (context: Context) => Promise<unknown>;

  it('leaves what screening and coding all of it again does; undo and redo as well', async () => {
    const context = copyProject(project);
    const before = stateHash(context.store);
    await verb(context);
    const after = stateHash(context.store);
    expect(after).not.toBe(before);
    expect(await hashCodedAgain(context)).toBe(after);
    await undo(context, LI);
    expect(stateHash(context.store)).toBe(before);
    await redo(context, LI);
    expect(stateHash(context.store)).toBe(after);
  });

  it('lets another process decide meanwhile, and both decisions are there with what follows', async () => {
    const context = copyProject(project);
    const other = elsewhere(context, 'f');
    let isFirst = true;
    const progress = async () => {
      if (!isFirst) return;
      isFirst = false;
      await decide(other, { kind: 'drop', words: [word], coder: '左', reason: '' });
    };
    await verb({ ...context, progress });
    expect(readDecisions(context.store).map(({ coder }) => coder)).toEqual(['左', '李']);
    expect(await hashCodedAgain(context)).toBe(stateHash(context.store));
  });

  it('when interrupted says that nothing was decided, and leaves nothing', async () => {
    const context = copyProject(project);
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
    const context = copyProject(project);
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
    // While the whole project is derived under the lock, the others wait.
    expect(refused).toMatchObject([{ code: 'store/busy' }]);
    expect(readDecisions(context.store).map(({ kind }) => kind)).toEqual(['drop', 'keep', 'drop', 'exclude']);
    expect(await hashCodedAgain(context)).toBe(stateHash(context.store));
  });

  it('is not made where another process made it meanwhile', async () => {
    const context = copyProject(project);
    const other = elsewhere(context, 'f');
    let isFirst = true;
    const progress = async () => {
      if (!isFirst) return;
      isFirst = false;
      await excludeCases(other, { coder: '左', reason: '', cases });
    };
    const report = await excludeCases({ ...context, progress }, { ...LI, cases });
    expect(report).toMatchObject({ decisions: [], alreadyInForce: cases });
    expect(readDecisions(context.store).map(({ coder }) => coder)).toEqual(['左']);
  });

  it('that ends a standing is derived ahead like one that begins it', async () => {
    for (const [begin, end] of [
      [excludeCases, includeCases],
      [sealCases, unsealCases],
    ] as const) {
      const context = copyProject(project);
      const before = stateHash(context.store);
      await begin(context, { ...LI, cases });
      await end(context, { ...LI, coder: '王', cases });
      expect(stateHash(context.store)).toBe(before);
    }
  });
});

/** Asks once for each time that the project is coded. */
function once(ask: () => Promise<void>): Context['progress'] {
  return async (step, done) => {
    if (step === 'code' && done === 0) await ask();
  };
}
