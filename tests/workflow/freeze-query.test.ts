import { describe, expect, it } from 'vitest';
import { stateHash } from '../../src/store/state-hash.js';
import { undo } from '../../src/workflow/decide.js';
import { listCodes } from '../../src/workflow/list-codes.js';
import { type FreezeOptions, freezeQuery } from '../../src/workflow/queries/freeze-query.js';
import { codedProject } from './coded-project.js';
import { copyProject } from './project.js';

const PROJECT = await codedProject('AH', 'BJ');
const query = { query: '村里的事', words: '村', code: '', where: [], coder: '' };
const options: FreezeOptions = { query, code: '村庄治理说法', coder: '左', reason: '' };

describe('freezing a query into a new code', () => {
  it('is one transaction: killed at whichever decision, it leaves nothing behind', async () => {
    const context = copyProject(PROJECT);
    const before = stateHash(context.store);
    const { decisions } = await freezeQuery(copyProject(PROJECT), options);
    expect(decisions.length).toBeGreaterThan(4);
    for (const killedAt of [1, 2, decisions.length]) {
      let ids = 0;
      const newId = () => {
        ids += 1;
        if (ids === killedAt) throw new Error('killed');
        return context.newId();
      };
      await expect(freezeQuery({ ...context, newId }, options)).rejects.toThrow('killed');
      expect(stateHash(context.store)).toBe(before);
    }
  });

  it('is one statement: one undo takes back the code, the codings and the memo', async () => {
    const context = copyProject(PROJECT);
    const before = stateHash(context.store);
    const { decisions } = await freezeQuery(context, options);
    expect(new Set(decisions.map(({ statement }) => statement))).toEqual(new Set([decisions[0]?.id]));
    expect(new Set(decisions.map(({ kind }) => kind))).toEqual(new Set(['promote', 'code', 'memo']));
    expect(listCodes(context).map(({ label }) => label)).toContain(options.code);
    await undo(context, { coder: '左', reason: '' });
    expect(stateHash(context.store)).toBe(before);
  });
});
