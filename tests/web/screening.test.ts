import { describe, expect, it } from 'vitest';
import { ALL_GROUPS } from '../../src/model/decisions/all-groups.js';
import type { ScreenedWord } from '../../src/model/screened-word.js';
import { currentRevision } from '../../src/project/require-revision.js';
import { readKeywords } from '../../src/store/keyword-table.js';
import { decide } from '../../src/workflow/decide.js';
import { listDecisions } from '../../src/workflow/list-history.js';
import { makeTable } from '../../src/workflow/make-table.js';
import { withProject } from '../../src/workflow/open-project.js';
import type { ListedWords } from '../../src/workflow/screening/screened-words.js';
import { codedProject } from '../workflow/coded-project.js';
import { ask, enter, serveCopyOf } from './served.js';

const { server, db } = await serveCopyOf(await codedProject('AH', 'BJ', 'FJ'));
const headers = await enter(server);
const get = async (path: string, query: Readonly<Record<string, string>> = {}) =>
  JSON.parse((await ask(server, `/api/screening${path}?${new URLSearchParams(query)}`, { headers })).body);
const words = (query: Readonly<Record<string, string>> = {}): Promise<ListedWords> => get('/words', query);
const revision = () => withProject(db, { mode: 'read' }, (context) => currentRevision(context));
const post = async (path: string, body: object) => {
  const seen = await revision();
  const { status, body: answer } = await ask(server, `/api${path}`, {
    method: 'POST',
    headers,
    body: JSON.stringify({ seen, ...body }),
  });
  return { status, ...JSON.parse(answer) };
};
const decisions = () => withProject(db, { mode: 'read' }, (context) => listDecisions(context));

const group: string = (await get('/groups')).groups[0];

describe('the list of candidates', () => {
  it('has each word once, with what the table of keywords says of it in its groups', async () => {
    const { rows, matching, states } = await words({ limit: '500' });
    const { all, table } = await withProject(db, { mode: 'read' }, (context) => ({
      all: readKeywords(context.store),
      table: makeTable(context, { name: 'keywords' }).rows,
    }));
    expect(matching).toBe(new Set(all.map(({ word }) => word)).size);
    expect(Object.values(states).reduce((sum, one) => sum + one)).toBe(matching);
    for (const { word, frequency, weight, groups } of rows.slice(0, 20)) {
      const ofWord = table.filter((row) => row['word'] === word);
      expect([frequency, weight, groups]).toEqual([
        ofWord.reduce((sum, row) => sum + Number(row['frequency']), 0),
        Math.max(...ofWord.map((row) => Number(row['weight']))),
        ofWord.length,
      ]);
    }
  });

  it('is sorted, filtered, and cut into pages', async () => {
    const { rows, pos } = await words({ sort: 'frequency', limit: '500' });
    const frequencies = rows.map(({ frequency }) => frequency);
    expect(frequencies).toEqual([...frequencies].sort((a, b) => b - a));
    const page = await words({ sort: 'frequency', offset: '10', limit: '5' });
    expect(page.rows).toEqual(rows.slice(10, 15));
    const last = await words({ sort: 'cohesion', limit: '500' });
    expect(last.rows.at(-1)?.cohesion).toBeNull();
    const nouns = await words({ pos: pos[0]?.pos ?? '', limit: '500' });
    expect(nouns.rows.every((row) => row.pos === pos[0]?.pos)).toBe(true);
    expect(nouns.matching).toBe(pos[0]?.count);
    expect(pos.find((one) => one.pos === 'n')).toMatchObject({ name: '名词' });
    expect(pos.find((one) => one.pos === 'n_new')).toMatchObject({ name: '名词（新词）' });
    const [first] = rows as [ScreenedWord];
    expect((await words({ find: first.word })).rows.map(({ word }) => word)).toContain(first.word);
    const inGroup = await words({ group, limit: '500' });
    expect(inGroup.matching).toBeGreaterThan(1);
    expect(inGroup.rows.every(({ groups }) => groups === 1)).toBe(true);
  });

  it('shows who decided, what stands where, and what looks alike', async () => {
    const { rows } = await words({ state: 'kept-by-rule' });
    const { word } = rows[0] as ScreenedWord;
    expect(await get('/word', { word })).toMatchObject({ word, judgements: [], rule: null });
    const { lines, cases } = await get('/contexts', { word });
    expect(lines.every(({ keyword }: { keyword: string }) => keyword === word)).toBe(true);
    expect(new Set(lines.map(({ caseId }: { caseId: string }) => caseId)).size).toBeLessThanOrEqual(cases);
    expect(lines.length).toBeGreaterThan(0);
  });
});

describe('decisions on candidates', () => {
  it('are answered with the rows as they are now, and listed as the last ones', async () => {
    const { rows } = await words({ state: 'undecided' });
    const { word } = rows[0] as ScreenedWord;
    const answer = await post('/screening/decide', { kind: 'drop', words: [word], reason: '太泛' });
    expect(answer.result).toMatchObject({ decided: 1, rows: [{ word, state: 'dropped', coder: '甲' }] });
    expect((await decisions()).at(-1)).toMatchObject({ kind: 'drop', reason: '太泛', coder: '甲' });
    const [last] = await get('/last');
    expect(last).toMatchObject({ kind: 'drop', group: ALL_GROUPS, words: [word], count: 1, reason: '太泛' });
    expect((await get('/word', { word })).judgements).toMatchObject([{ coder: '甲', kind: 'drop' }]);
  });

  it('fold one word into another, in one group alone too', async () => {
    const { rows } = await words({ group });
    const [into, word] = rows.filter(({ state }) => state !== 'dropped').map((row) => row.word) as [
      string,
      string,
    ];
    const { result, message } = await post('/screening/decide', { kind: 'fold', words: [word], into, group });
    expect(message).toBeUndefined();
    const folded = result.rows.find((row: ScreenedWord) => row.word === word);
    expect(folded).toMatchObject({ state: 'folded', countsFor: into });
    expect((await get('/last'))[0]).toMatchObject({ group, into });
  });

  it('take all that a filter lets through as one statement, which is taken back by its id', async () => {
    const before = await words({ pos: 'n', limit: '500' });
    const left = before.rows.filter(({ state }) => state === 'dropped').length;
    const { result } = await post('/screening/bulk', { kind: 'drop', pos: 'n', reason: '' });
    expect(result.decided).toBe(before.matching - left);
    expect((await words({ pos: 'n', state: 'dropped', limit: '500' })).matching).toBe(before.matching);
    const [statement] = await get('/last');
    expect(statement.count).toBe(result.decided);
    const { rows } = await words({ state: 'undecided' });
    await post('/screening/decide', { kind: 'keep', words: [rows[0]?.word] });
    expect((await post('/decisions/undo', { decision: statement.id })).status).toBe(200);
    expect((await words({ pos: 'n', limit: '500' })).rows).toEqual(before.rows);
    expect((await words({ find: rows[0]?.word ?? '' })).rows[0]?.state).toBe('kept');
  });

  it('are refused where somebody changed the project since', async () => {
    const seen = (await revision()) - 1;
    const { status, code } = await post('/screening/decide', { kind: 'keep', words: ['产业'], seen });
    expect([status, code]).toEqual([409, 'decide/changed-since']);
  });

  it('of others are not seen by who works blind', async () => {
    const { rows } = await words({ state: 'kept-by-rule' });
    const { word } = rows.at(-1) as ScreenedWord;
    await withProject(db, { mode: 'write' }, (context) =>
      decide(context, { kind: 'drop', words: [word], coder: '乙', reason: '乙的理由' }),
    );
    expect((await words({ find: word })).rows[0]).toMatchObject({ state: 'dropped', coder: '乙' });
    const blind = await words({ find: word, view: 'blind' });
    expect(blind.rows[0]).toMatchObject({ state: 'kept-by-rule', coder: null });
    expect((await get('/word', { word, view: 'blind' })).judgements).toEqual([]);
  });
});

describe('clusters', () => {
  it('offer words that are kept and look alike, and the decisions are a recipe', async () => {
    const pair = ['扶贫产业园', '村级产业园'] as [string, string];
    const { rows } = await words({ state: 'kept-by-rule' });
    const { lines } = await get('/contexts', { word: rows[0]?.word ?? '' });
    const { caseId, keyword } = lines[0];
    for (const word of pair) {
      const added = await post('/screening/decide', { kind: 'add', words: [word], caseId, quote: keyword });
      expect(added.result.rows).toMatchObject([{ word, state: 'added' }]);
    }
    expect((await get('/word', { word: pair[0] })).near).toMatchObject([{ word: pair[1] }]);
    const clusters: { words: { word: string }[] }[] = await get('/clusters');
    const cluster = clusters.find(({ words: alike }) => alike.some(({ word }) => word === pair[0]));
    expect(cluster?.words.map((one) => one.word)).toEqual(expect.arrayContaining(pair));
    const [into, word] = pair;
    await post('/screening/decide', { kind: 'fold', words: [word], into });
    const { body } = await ask(server, '/api/screening/recipe.yaml', { headers });
    expect(body).toContain(`into: ${into}`);
  });
});
