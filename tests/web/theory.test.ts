import { describe, expect, it } from 'vitest';
import type { RevisitRow } from '../../src/model/table-rows.js';
import type { BrowsedTheory } from '../../src/workflow/browse-theory.js';
import type { ListedCode } from '../../src/workflow/list-codes.js';
import { codedProject } from '../workflow/coded-project.js';
import { ask, enter, serveCopyOf } from './served.js';

const served = await serveCopyOf(await codedProject('AH', 'BJ'));
const headers = await enter(served.server);

const get = async <T>(path: string): Promise<T> =>
  JSON.parse((await ask(served.server, path, { headers })).body);
const post = async (path: string, body: object) => {
  const { revision: seen } = await get<{ revision: number }>('/api/project');
  const json = JSON.stringify({ seen, ...body });
  const { status, body: answer } = await ask(served.server, path, { method: 'POST', headers, body: json });
  return { status, answer };
};
const theory = () => get<BrowsedTheory>('/api/theory');
const [first, second, third] = (await get<ListedCode[]>('/api/codes')).slice(0, 3) as [
  ListedCode,
  ListedCode,
  ListedCode,
];

interface Changes {
  readonly changes: readonly { readonly code: string; readonly field: string; readonly after: string }[];
  readonly statements: readonly { readonly id: string; readonly text: string }[];
}
const changes = (query: Record<string, string> = {}) =>
  get<Changes>(`/api/codes/changes?${new URLSearchParams(query)}`);

describe('what grows out of codes', () => {
  it('is stated, listed with where codes meet, and taken away', async () => {
    const before = await theory();
    expect(before.kinds).toContain('因果条件');
    const relation = { code: first.id, to: second.id, as: 'causal condition', reason: '先后' };
    expect((await post('/api/theory/relate', relation)).status).toBe(200);
    await post('/api/theory/core', { code: first.id });
    await post('/api/theory/storyline', { text: '一段话。' });
    const after = await theory();
    expect(after).toMatchObject({ core: { id: first.id, label: first.label }, storyline: '一段话。' });
    const made = after.relations.find(({ fromId, toId }) => fromId === first.id && toId === second.id);
    expect(made).toMatchObject({ relation: '因果条件', reason: '先后', coder: '甲' });
    expect(made?.sharedUnits).toBeTypeOf('number');
    expect((await post('/api/theory/relate', { ...relation, to: first.id })).status).toBe(400);
    await post('/api/theory/unrelate', { ...relation, as: '因果条件' });
    await post('/api/theory/core', { code: first.id, isRemoved: true });
    await post('/api/theory/storyline', { text: '' });
    expect(await theory()).toEqual({ ...before, core: null, storyline: null });
    for (let step = 0; step < 6; step += 1) await post('/api/decisions/undo', {});
    expect(await theory()).toEqual(before);
  });
});

describe('changes of codes', () => {
  it('are told since the file, and since a decision or what it left', async () => {
    expect((await changes()).changes).toEqual([]);
    await post('/api/codes/decide', { kind: 'rename', words: [first.id, '头一个新名称'] });
    await post('/api/codes/define', { code: second.id, definition: '后来的定义' });
    await post('/api/codes/decide', { kind: 'rename', words: [first.id, '第二个新名称'] });
    const whole = await changes();
    expect(whole.changes.map(({ code, field, after }) => [code, field, after])).toEqual(
      expect.arrayContaining([
        ['第二个新名称', 'label.zh', '第二个新名称'],
        [second.label, 'definition', '后来的定义'],
      ]),
    );
    const [last, defined, renamed] = whole.statements;
    expect((await changes({ since: `decision:${last?.id}` })).changes).toEqual([]);
    const namesIn = (all: Changes) => all.changes.filter(({ field }) => field.startsWith('label'));
    expect(namesIn(await changes({ since: `decision:${defined?.id}` }))).toMatchObject([
      { field: 'label.zh', before: '头一个新名称', after: '第二个新名称' },
    ]);
    const fields = (await changes({ since: `decision:${renamed?.id}` })).changes.map(({ field }) => field);
    expect(fields.sort()).toEqual(['definition', 'label.zh', 'terms']);
    expect((await ask(served.server, '/api/codes/changes?since=tag:none', { headers })).status).toBe(400);
    for (let step = 0; step < 3; step += 1) await post('/api/decisions/undo', {});
    expect((await changes()).changes).toEqual([]);
    // What was in force then was taken back since.
    const old = (await changes({ since: `decision:${defined?.id}` })).changes.map(({ field }) => field);
    expect(old.sort()).toEqual(['definition', 'label.en', 'label.zh', 'terms']);
  });
});

describe('verdicts to revisit', () => {
  const revisit = () => get<RevisitRow[]>(`/api/codes/revisit?${new URLSearchParams({ coder: '甲' })}`);

  it('are listed once a definition changes, until they are kept or changed', async () => {
    expect(await revisit()).toEqual([]);
    const { id } = (await get<{ rows: { id: string }[] }>('/api/cases')).rows[0] ?? { id: '' };
    for (const start of [30, 60]) {
      const place = { caseId: id, start, end: start + 20 };
      await post('/api/passages/code', { ...place, codes: [third.id] });
    }
    await post('/api/codes/define', { code: third.id, definition: '改过的定义' });
    const [one, other, ...more] = await revisit();
    expect(more).toEqual([]);
    expect(one).toMatchObject({ changed: 'definition', code: third.label, verdict: 'code', coder: '甲' });
    await post('/api/codes/revisit', { passage: one?.passage, caseId: id, says: 'confirm' });
    expect(await revisit()).toEqual([other]);
    await post('/api/codes/revisit', { passage: other?.passage, caseId: id, says: 'reject' });
    expect(await revisit()).toEqual([]);
  });
});
