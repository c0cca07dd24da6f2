import { describe, expect, it } from 'vitest';
import type { Context } from '../../src/project/context.js';
import { openStore } from '../../src/store/open.js';
import { concordance, type WordInContext } from '../../src/workflow/concordance.js';
import { excludeCases } from '../../src/workflow/exclude-cases.js';
import { finishCases } from '../../src/workflow/finish-cases.js';
import { makeTable } from '../../src/workflow/make-table.js';
import { listCases } from '../../src/workflow/show-cases.js';
import { codedProject } from '../workflow/coded-project.js';
import { contextOf } from '../workflow/project.js';
import { ask, enter, serveCopyOf } from './served.js';

const { db, server } = await serveCopyOf(await codedProject('AH', 'BJ'));
const headers = await enter(server);
const browse = async (query = '') => {
  const { status, body } = await ask(server, `/api/cases${query}`, { headers });
  return { status, ...JSON.parse(body) };
};
const where = (...filters: string[]) => `?${new URLSearchParams(filters.map((one) => ['where', one]))}`;
const change = async (work: (context: Context) => Promise<void>) => {
  const store = openStore(db, { mode: 'write' });
  await work(contextOf(store)).finally(() => store.close());
};
const read = <T>(work: (context: Context) => T): T => {
  const store = openStore(db, { mode: 'read' });
  try {
    return work(contextOf(store));
  } finally {
    store.close();
  }
};

describe('the list of cases', () => {
  it('has every case with the pillar that the table of pillars ranks first', async () => {
    const { total, matching, rows } = await browse();
    const ranked = read((context) => makeTable(context, { name: 'pillars', by: 'case' }).rows);
    const first = new Map(
      ranked.filter(({ rank }) => rank === 1).map((row) => [row['group'], row['pillar']]),
    );
    const listed = read((context) => listCases(context));
    expect([total, matching]).toEqual([listed.length, listed.length]);
    expect(rows.map(({ id }: { id: string }) => id)).toEqual(listed.map(({ id }) => id));
    for (const { id, pillar } of rows) expect(pillar, id).toBe(first.get(id) ?? null);
    expect(first.size).toBeGreaterThan(0);
  });

  it('narrows by facets, whose counts are what choosing them leaves', async () => {
    const { facets } = await browse();
    const { values } = facets.find(({ name }: { name: string }) => name === 'province');
    for (const { value, cases } of values) {
      const { matching, rows } = await browse(where(`province=${value}`));
      expect(matching).toBe(cases);
      expect(
        rows.every((row: { attributes: Record<string, string> }) => row.attributes['province'] === value),
      ).toBe(true);
    }
    const both = await browse(where(...values.map(({ value }: { value: string }) => `province=${value}`)));
    expect(both.matching).toBe((await browse()).total);
    expect((await browse(where('province=无此省'))).matching).toBe(0);
  });

  it('finds words of ids and titles, and gives a part from a place on in the asked order', async () => {
    const all = (await browse('?sort=-characters')).rows.map(({ id }: { id: string }) => id);
    const sizes = (await browse('?sort=-characters')).rows.map(
      (row: { characters: number }) => row.characters,
    );
    expect(sizes).toEqual([...sizes].sort((one, other) => other - one));
    const { rows } = await browse('?sort=-characters&offset=1&limit=2');
    expect(rows.map(({ id }: { id: string }) => id)).toEqual(all.slice(1, 3));
    const found = await browse('?find=bj');
    expect(found.matching).toBeGreaterThan(0);
    expect(found.rows.every(({ id }: { id: string }) => id.startsWith('BJ'))).toBe(true);
  });

  it('shows who is done, and what does not count', async () => {
    const [{ id }, { id: out }] = (await browse()).rows;
    await change(async (context) => {
      await finishCases(context, { cases: [id], coder: '乙', reason: '' });
      await excludeCases(context, { cases: [out], coder: '乙', reason: '' });
    });
    const { rows, total, counted } = await browse();
    expect(rows[0].done).toEqual([{ coder: '乙', checkedBy: [] }]);
    expect(rows[1].isExcluded).toBe(true);
    expect(counted).toBe(total - 1);
    expect((await browse(where('@state=excluded'))).rows.map((row: { id: string }) => row.id)).toEqual([out]);
    expect((await browse(where('@done=乙', '@state=done'))).matching).toBe(1);
  });

  it('refuses what it does not know', async () => {
    expect((await browse('?limit=100000')).status).toBe(400);
    expect((await browse('?offset=-1')).status).toBe(400);
  });
});

describe('the places of a word in all cases', () => {
  const find = async (word: string) => {
    const { status, body } = await ask(server, `/api/cases/places?${new URLSearchParams({ word })}`, {
      headers,
    });
    const parts =
      status === 200
        ? body
            .trimEnd()
            .split('\n')
            .map((line) => JSON.parse(line) as WordInContext)
        : [];
    return { status, parts, lines: parts.flatMap((part) => part.lines) };
  };

  it('arrive in parts, the first of them a few, and are the first of those that the command lists', async () => {
    const { parts, lines } = await find('，');
    const all = read((context) => concordance(context, '，'));
    expect(all.length).toBeGreaterThan(40);
    expect(lines).toEqual(all.slice(0, 200));
    expect(parts.slice(0, 2).map((part) => part.lines.length)).toEqual([10, 40]);
    expect(parts.map((part) => part.hasMore)).toEqual(
      parts.map((_, at) => lines.length < all.length || at < parts.length - 1),
    );
    const rare = await find('贫困');
    expect(rare.lines).toEqual(read((context) => concordance(context, '贫困')).slice(0, 200));
    expect((await find(' ')).status).toBe(400);
  });

  it('are looked for no longer when the page lets go', async () => {
    const { hostname, port } = new URL(server.url);
    const stop = new AbortController();
    const path = `http://${hostname}:${port}/api/cases/places?word=，`;
    const answer = await fetch(path, { headers, signal: stop.signal });
    const reader = answer.body?.getReader();
    await reader?.read();
    stop.abort();
    await expect(reader?.read()).rejects.toThrow(/abort/i);
    expect((await browse()).status).toBe(200);
  });
});
