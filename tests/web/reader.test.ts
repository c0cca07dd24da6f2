import { describe, expect, it } from 'vitest';
import type { Context } from '../../src/project/context.js';
import { openStore } from '../../src/store/open.js';
import type { CodingAfter } from '../../src/web/act-on-case.js';
import { withPlaces } from '../../src/web/client/pages/reader/with-places.js';
import { listDecisions } from '../../src/workflow/list-history.js';
import { makeTable } from '../../src/workflow/make-table.js';
import type { ReadCoding } from '../../src/workflow/read-case-coding.js';
import type { ReadText } from '../../src/workflow/read-case-text.js';
import type { ReadPassage } from '../../src/workflow/read-passages.js';
import { showCase } from '../../src/workflow/show-cases.js';
import { codedProject } from '../workflow/coded-project.js';
import { contextOf } from '../workflow/project.js';
import { ask, enter, serveCopyOf } from './served.js';

const served = await serveCopyOf(await codedProject('AH', 'BJ'));
const headers = await enter(served.server);

/** What tests look into of the project as it is now. */
function read<T>(work: (context: Context) => T): T {
  const store = openStore(served.db, { mode: 'read' });
  try {
    return work(contextOf(store));
  } finally {
    store.close();
  }
}

const get = async <T>(path: string): Promise<T> =>
  JSON.parse((await ask(served.server, path, { headers })).body);
const revision = async () => (await get<{ revision: number }>('/api/project')).revision;
const post = async (path: string, body: object, seen?: number) => {
  const json = JSON.stringify({ seen: seen ?? (await revision()), ...body });
  const { status, body: answer } = await ask(served.server, path, { method: 'POST', headers, body: json });
  return { status, result: JSON.parse(answer).result as CodingAfter };
};
/** An act in the case: what the page makes of the answer is what it would read then. */
const actIn = async (path: string, body: object): Promise<ReadCoding> => {
  const before = await get<ReadCoding>(`${at}/coding`);
  const { result } = await post(path, body);
  const after = 'whole' in result ? result.whole : withPlaces(before, result);
  expect(after).toEqual(await get(`${at}/coding`));
  return after;
};

const id = read((context) =>
  String(context.store.get<{ id: string }>('SELECT id FROM project_case ORDER BY id')?.id),
);
const at = `/api/cases/${encodeURIComponent(id)}`;
const raw = [...read((context) => showCase(context, id)).text];
const words = (text: ReadText) => text.lines.map((line) => line.text).join('\n');
const [open = '', other = ''] = read((context) => {
  const rows = makeTable(context, { name: 'nodes' }).rows;
  return rows.map((row) => String(row['code'])).slice(-2);
});
const evidence = () =>
  read((context) => makeTable(context, { name: 'evidence' }).rows.filter(({ caseId }) => caseId === id));

describe('the text of a case', () => {
  it('is the clean text line by line, with the numbers that tables print', async () => {
    const text = await get<ReadText>(`${at}/text?form=clean`);
    const { cleanText } = read((context) => showCase(context, id));
    expect(words(text)).toBe(
      cleanText
        .split('\n')
        .filter((line) => line.trim() !== '')
        .join('\n'),
    );
    for (const { quote, paragraph, sentence } of evidence()) {
      const line = text.lines.find((one) => one.paragraph === paragraph);
      const found = line?.sentences.find(([, , , number]) => number === sentence);
      expect([...(line?.text ?? '')].slice(...(found ?? [0, 0])).join('')).toContain(
        String(quote).slice(0, 4),
      );
    }
  });

  it('is, raw, the text that was imported, with what cleaning took away marked', async () => {
    const text = await get<ReadText>(`${at}/text?form=raw`);
    const imported = raw
      .join('')
      .split('\n')
      .filter((line) => line.trim() !== '');
    expect(text.lines.map((line) => line.text)).toEqual(imported);
  });
});

describe('what is coded in a case', () => {
  it('hides the proposals of the program until its reader asks for them or is done', async () => {
    const before = await get<ReadCoding>(`${at}/coding`);
    expect(before.passages).toEqual([]);
    expect(before.hiddenProposals).toBeGreaterThan(0);
    const result = await actIn(`${at}/proposals`, {});
    expect(result.showsProposals).toBe(true);
    expect(result.passages).toHaveLength(before.hiddenProposals);
    const rows = evidence();
    expect(rows.length).toBeGreaterThan(0);
    for (const row of rows) {
      const same = result.passages.filter(
        ({ start, end, code }) => start === row['start'] && end === row['end'] && code === row['code'],
      );
      expect(same.length, String(row['quote'])).toBeGreaterThan(0);
    }
  });

  it('marks keywords where they stand, once proposals are shown: they follow what others decided', async () => {
    const marksOf = () => get<{ word: string; start: number; end: number }[]>(`${at}/words?which=keywords`);
    const marks = await marksOf();
    expect(marks.length).toBeGreaterThan(0);
    const kept = read((context) => makeTable(context, { name: 'keywords' }).rows.map(({ word }) => word));
    for (const { word, start, end } of marks) {
      expect(raw.slice(start, end).join('').replaceAll(/\s/g, '')).toBe(word);
      expect(kept).toContain(word);
    }
    const workAs = (coder: string) =>
      ask(served.server, '/api/project/coder', { method: 'POST', headers, body: JSON.stringify({ coder }) });
    await workAs('丙');
    expect(await marksOf()).toEqual([]);
    await workAs('甲');
  });

  it('codes a passage by its place in the raw text, and says that it was not blind', async () => {
    const { start, end } = (await get<ReadCoding>(`${at}/coding`)).passages[0] as ReadPassage;
    const result = await actIn('/api/passages/code', { caseId: id, start: start + 1, end, codes: [open] });
    const made = result.passages.find((one) => one.isOwn);
    expect(made).toMatchObject({ start: start + 1, end, code: open, status: 'confirmed' });
    expect(made?.said).toEqual([{ coder: '甲', says: 'code', reason: '', isInVivo: expect.any(Boolean) }]);
    const [last] = read((context) => listDecisions(context)).slice(-1);
    expect(last?.suggestionShown).toBe(true);
  });

  it('recodes in place, keeps what was noted, and takes the code away', async () => {
    const own = async () =>
      (await get<ReadCoding>(`${at}/coding`)).passages.find((one) => one.isOwn) as ReadPassage;
    const before = await own();
    const { start, end, code } = before;
    const place = { caseId: id, start, end };
    await post('/api/memos/write', { on: `passage:${before.id}`, near: place, text: '看产业' });
    expect((await own()).memos).toMatchObject([{ text: '看产业', coder: '甲' }]);
    await actIn('/api/passages/recode', { ...place, code, to: other });
    expect(await own()).toMatchObject({ start, end, code: other, memos: [{ text: '看产业' }] });
    const ofOther = read((context) => makeTable(context, { name: 'memos' }).rows);
    expect(ofOther).toMatchObject([{ about: `${id} ${other}`, text: '看产业' }]);
    const result = await actIn('/api/passages/uncode', { ...place, code: other });
    expect(result.passages.some((one) => one.isOwn)).toBe(false);
  });

  it('moves the edges of an own coding with its memos, which one undo takes back; of proposals it does not', async () => {
    const own = async () =>
      (await get<ReadCoding>(`${at}/coding`)).passages.find((one) => one.isOwn) as ReadPassage;
    await actIn('/api/passages/code', { caseId: id, start: 40, end: 60, codes: [open] });
    const before = await own();
    const place = { caseId: id, start: 40, end: 60, code: open };
    await post('/api/memos/write', { on: `passage:${before.id}`, near: place, text: '边界待定' });
    const moved = await actIn('/api/passages/move', { ...place, to: { start: 38, end: 66 } });
    expect(moved.passages.filter((one) => one.isOwn)).toMatchObject([
      { start: 38, end: 66, code: open, memos: [{ text: '边界待定' }] },
    ]);
    const quote = raw.slice(38, 66).join('');
    expect(read((context) => makeTable(context, { name: 'memos' }).rows)).toContainEqual(
      expect.objectContaining({ quote, text: '边界待定' }),
    );
    await post('/api/decisions/undo', {});
    expect(await own()).toMatchObject({ start: 40, end: 60, memos: [{ text: '边界待定' }] });
    for (const end of [raw.length + 1, 40]) {
      const { status } = await post('/api/passages/move', { ...place, to: { start: 40, end } });
      expect(status).toBe(400);
    }
    expect(
      (await post('/api/passages/move', { ...place, start: 41, to: { start: 40, end: 60 } })).status,
    ).toBe(400);
    await post('/api/decisions/undo', {});
    await post('/api/decisions/undo', {});
  });

  it('confirms and rejects proposals, which tables follow', async () => {
    const [first, second] = (await get<ReadCoding>(`${at}/coding`)).passages as [ReadPassage, ReadPassage];
    const review = ({ id: passage, start, end }: ReadPassage, says: string) =>
      actIn('/api/passages/review', { caseId: id, passage, start, end, says });
    await review(first, 'confirm');
    const result = await review(second, 'reject');
    const statusOf = ({ id: one }: ReadPassage) =>
      result.passages.find((passage) => passage.id === one)?.status;
    expect([statusOf(first), statusOf(second)]).toEqual(['confirmed', 'rejected']);
    const confirmed = read((context) => makeTable(context, { name: 'evidence', status: 'confirmed' }).rows);
    expect(confirmed.some(({ start, caseId }) => caseId === id && start === first.start)).toBe(true);
  });

  it('makes a code of the words of a passage, which one undo takes back', async () => {
    const text = await get<ReadText>(`${at}/text?form=clean`);
    const line = text.lines.find((one) => one.sentences.length > 1);
    const [, , origin = 0] = line?.origins[0] ?? [];
    const label = [...(line?.text ?? '')].slice(0, 5).join('');
    const result = await actIn('/api/passages/in-vivo', { caseId: id, start: origin, end: origin + 5 });
    expect(result.passages.find((one) => one.isOwn)).toMatchObject({
      code: label,
      said: [{ isInVivo: true }],
    });
    const named = async () =>
      (await get<{ label: string }[]>('/api/codes')).filter((one) => one.label === label).length;
    expect(await named()).toBe(1);
    await post('/api/decisions/undo', {});
    expect(await named()).toBe(0);
    expect((await get<ReadCoding>(`${at}/coding`)).passages.some((one) => one.isOwn)).toBe(false);
  });

  it('names a code by words of several lines in one line', async () => {
    const { passages } = await actIn('/api/passages/in-vivo', { caseId: id, start: 0, end: 40 });
    const [made] = passages.filter((one) => one.isOwn);
    expect(made?.quote).toContain('\n');
    expect(made?.code).toBe(made?.quote.replaceAll(/\s/g, ''));
    await post('/api/decisions/undo', {});
  });

  it('shows nothing of other coders unless it is asked for', async () => {
    await post('/api/passages/code', { caseId: id, start: 30, end: 40, codes: [open] });
    const changed = await ask(served.server, '/api/project/coder', {
      method: 'POST',
      headers,
      body: JSON.stringify({ coder: '乙' }),
    });
    expect(changed.status).toBe(200);
    const blind = await get<ReadCoding>(`${at}/coding`);
    expect(blind.showsProposals).toBe(false);
    expect(blind.passages).toEqual([]);
    const all = await get<ReadCoding>(`${at}/coding?others=1`);
    expect(all.passages.map(({ said, isOwn }) => [said.map(({ coder }) => coder), isOwn])).toContainEqual([
      ['甲'],
      false,
    ]);
    const result = await actIn(`${at}/done`, {});
    expect(result.done).toEqual([{ coder: '乙', checkedBy: [] }]);
    expect(result.showsProposals).toBe(true);
    expect((await actIn(`${at}/done`, { notYet: true })).done).toEqual([]);
  });

  it('refuses what is outside of the text, unknown, or decided on another state', async () => {
    const beyond = { caseId: id, start: 1, end: raw.length + 9, codes: [open] };
    expect((await post('/api/passages/code', beyond)).status).toBe(400);
    expect((await post('/api/passages/code', { ...beyond, end: 9, codes: ['没有这个编码'] })).status).toBe(
      400,
    );
    const stale = await post('/api/passages/code', { ...beyond, end: 9 }, (await revision()) - 1);
    expect(stale.status).toBe(409);
    expect((await ask(served.server, '/api/cases/none/coding', { headers })).status).toBe(404);
  });
});
