import { describe, expect, it } from 'vitest';
import { ranProject } from '../workflow/coded-project.js';
import { ask, enter, serveCopyOf } from './served.js';

interface Told {
  readonly isLast: boolean;
  readonly statements: readonly {
    readonly id: string;
    readonly coder: string;
    readonly text: string;
    readonly decisions: number;
    readonly revision: number;
    readonly isStanding: boolean;
    readonly isTakenBack: boolean;
    readonly reason: string;
  }[];
}

const { server } = await serveCopyOf(await ranProject('AH', 'BJ'));
const headers = await enter(server);
const get = async <T>(path: string) => JSON.parse((await ask(server, path, { headers })).body) as T;
const revision = async () => (await get<{ revision: number }>('/api/project')).revision;
const undo = async (decision?: string) =>
  ask(server, '/api/decisions/undo', {
    method: 'POST',
    headers,
    body: JSON.stringify({ seen: await revision(), decision }),
  });

/** Keeps words, each by a statement of its own, as the command line does in the same project. */
async function keep(...words: readonly string[]) {
  for (const word of words) {
    const body = JSON.stringify({
      seen: await revision(),
      coder: '',
      kind: 'keep',
      words: [word],
      group: '*',
    });
    expect((await ask(server, '/api/screening/decide', { method: 'POST', headers, body })).status, word).toBe(
      200,
    );
  }
}

describe('the history of the page', () => {
  it('tells statements, the newest first, and takes back any of one’s own', async () => {
    expect(await get<Told>('/api/history')).toEqual({ isLast: true, statements: [] });
    const { rows } = await get<{ rows: readonly { rawKeyword: string }[] }>('/api/tables/raw?limit=3');
    const words = [...new Set(rows.map(({ rawKeyword }) => rawKeyword))];
    await keep(...words);
    const { statements } = await get<Told>('/api/history');
    expect(statements.map(({ coder, isStanding }) => [coder, isStanding])).toEqual(
      words.map(() => ['甲', true]),
    );
    expect(statements.map(({ text }) => words.find((word) => text.includes(word)))).toEqual(
      words.toReversed(),
    );
    const oldest = statements.at(-1);
    const undone = JSON.parse((await undo(oldest?.id)).body);
    expect(undone.result.told).toContain(words[0]);
    const after = (await get<Told>('/api/history')).statements;
    expect(after.map(({ isTakenBack }) => isTakenBack)).toEqual([
      false,
      ...words.slice(1).map(() => false),
      true,
    ]);
    expect((await undo(oldest?.id)).status).toBe(400);
  });

  it('names what is taken back and made again as it was named before, with its reason', async () => {
    const { rows } = await get<{ rows: readonly { rawKeyword: string }[] }>('/api/tables/raw?limit=20');
    const words = [...new Set(rows.map(({ rawKeyword }) => rawKeyword))].slice(0, 3);
    const said = { kind: 'drop', words, group: '*', reason: '太泛' };
    const body = JSON.stringify({ seen: await revision(), ...said });
    await ask(server, '/api/screening/decide', { method: 'POST', headers, body });
    const toldBy = async (path: string) => {
      const asked = { method: 'POST', headers, body: JSON.stringify({ seen: await revision() }) };
      return JSON.parse((await ask(server, `/api/decisions/${path}`, asked)).body).result.told;
    };
    const [undone, redone] = [await toldBy('undo'), await toldBy('redo')];
    const told = (await get<Told>('/api/history')).statements.slice(0, 3);
    expect(told.map(({ text, reason }) => [text, reason])).toEqual([
      [`重做剔除 ${words[0]}`, '太泛'],
      [`撤销剔除 ${words[0]}`, ''],
      [`剔除 ${words[0]}`, '太泛'],
    ]);
    expect([redone, undone]).toEqual(told.slice(0, 2).map(({ text }) => text));
  });

  it('is read back page by page, and of one coder', async () => {
    const [newest, ...earlier] = (await get<Told>('/api/history')).statements;
    const before = await get<Told>(`/api/history?before=${newest?.revision}`);
    expect(before.statements).toEqual(earlier);
    expect((await get<Told>('/api/history?coder=nobody')).statements).toEqual([]);
  });

  it('tells the runs', async () => {
    const runs = await get<readonly { stage: string; cases: number }[]>('/api/history/runs');
    expect(runs.map(({ cases }) => cases)).toEqual(runs.map(() => 2));
    expect(runs.length).toBeGreaterThan(2);
  });
});

describe('an act whose answer was lost', () => {
  const judge = async (kind: string, seen: number) => {
    const body = JSON.stringify({ seen, kind, words: ['合作社'], group: '*' });
    const { status, body: answer } = await ask(server, '/api/screening/decide', {
      method: 'POST',
      headers,
      body,
    });
    return [status, JSON.parse(answer)] as const;
  };

  it('is answered with what it did when it is sent again, once or before it ended, and is made once', async () => {
    const seen = await revision();
    const [first, meanwhile] = await Promise.all([judge('keep', seen), judge('keep', seen)]);
    expect([first, await judge('keep', seen)]).toEqual([meanwhile, meanwhile]);
    expect(first).toMatchObject([200, { revision: seen + 1 }]);
    expect(await revision()).toBe(seen + 1);
  });

  it('is no excuse for another act on what changed meanwhile, nor for one that was refused', async () => {
    const seen = await revision();
    expect((await judge('drop', seen))[0]).toBe(200);
    expect((await judge('keep', seen))[0]).toBe(409);
    expect((await judge('keep', seen))[0]).toBe(409);
  });
});
