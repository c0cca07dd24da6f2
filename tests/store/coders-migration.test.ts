import { copyFileSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { expect, it } from 'vitest';
import { recordUndo } from '../../src/project/record-decisions.js';
import { settleQuestions } from '../../src/project/settle-questions.js';
import { readDecisions } from '../../src/store/decision-log.js';
import { judgedQuestions, readJudgements } from '../../src/store/judgement-table.js';
import { openStore } from '../../src/store/open.js';
import { contestedKeys, readVerdicts, verdictsOnWord } from '../../src/store/verdict-table.js';
import { temporaryFolder } from './sample-project.js';

interface Old {
  readonly coder: string;
  readonly kind: string;
  readonly word: string;
  readonly group?: string;
  readonly undoes?: number;
}

/** A project of version 12 in which these decisions were made, by the rules of that version. */
function projectOf(decisions: readonly Old[]): string {
  const path = join(temporaryFolder(), 'old.db');
  copyFileSync('tests/store/fixtures/version-12.db', path);
  const old = new Database(path);
  const verdicts = new Map<string, string | null>();
  for (const [at, { coder, kind, word, group = '*', undoes }] of decisions.entries()) {
    const id = (at + 100).toString(16).padStart(32, '0');
    const key = `${group}\t${word}`;
    const before = verdicts.get(key) ?? null;
    const undone = undoes === undefined ? undefined : (undoes + 100).toString(16).padStart(32, '0');
    const after = undone
      ? ((old.prepare('SELECT before FROM decision WHERE id = ?').pluck().get(undone) as string | null) ??
        null)
      : JSON.stringify({ kind, decisionId: id, coder, reason: '' });
    old
      .prepare(
        `INSERT INTO decision (id, coder, time, kind, group_name, word, aspect, before, after, reason, suggestion_shown,
           undoes, statement) VALUES (?, ?, ?, ?, ?, ?, 'screening', ?, ?, '', 0, ?, '')`,
      )
      .run(id, coder, `2026-02-01T00:00:${10 + at}.000Z`, kind, group, word, before, after, undone ?? null);
    verdicts.set(key, after);
    if (after)
      old.prepare("INSERT OR REPLACE INTO verdict VALUES (?, ?, 'screening', ?)").run(group, word, after);
    else old.prepare('DELETE FROM verdict WHERE group_name = ? AND word = ?').run(group, word);
  }
  old.close();
  return path;
}

const inForce = (path: string, word: string) => {
  const store = openStore(path, { mode: 'write' });
  const found = verdictsOnWord(store, { word, aspect: 'screening' }).map(
    ({ group, verdict }) => `${group} ${verdict.kind} ${verdict.coder}`,
  );
  // What migration left in force is what settling gives.
  expect(settleQuestions(store, judgedQuestions(store))).toEqual([]);
  expect(contestedKeys(store)).toEqual([]);
  const judged = readJudgements(store, { word, aspect: 'screening' }).map(
    ({ group, coder, verdict }) => `${group} ${verdict.kind} ${coder}`,
  );
  store.close();
  return { found, judged };
};

it('the last verdict stays in force where coders of an earlier version differ, with the others beside it', () => {
  const path = projectOf([
    { coder: '李', kind: 'drop', word: '公益岗位' },
    { coder: '王', kind: 'keep', word: '公益岗位' },
  ]);
  const { found, judged } = inForce(path, '公益岗位');
  expect(found).toEqual(['* keep 王']);
  expect(judged).toEqual(['* drop 李', '* keep 王']);
  const store = openStore(path, { mode: 'read' });
  expect(readDecisions(store).at(-1)).toMatchObject({
    kind: 'adjudicate',
    coder: 'zhagen',
    target: { of: { word: '公益岗位' } },
    after: { settles: [100, 101].map((id) => id.toString(16).padStart(32, '0')) },
  });
  store.close();
});

it('a verdict for a group stays before one for all groups, whoever gave it', () => {
  const path = projectOf([
    { coder: '王', kind: 'keep', word: '公益岗位', group: '江苏' },
    { coder: '李', kind: 'drop', word: '公益岗位' },
  ]);
  expect(inForce(path, '公益岗位').found).toEqual(['* drop 李', '江苏 keep 王']);
});

it('what was taken back is nobody’s verdict, and what stood before it is in force', () => {
  const path = projectOf([
    { coder: '李', kind: 'drop', word: '公益岗位' },
    { coder: '李', kind: 'keep', word: '公益岗位' },
    { coder: '李', kind: 'undo', word: '公益岗位', undoes: 1 },
  ]);
  expect(inForce(path, '公益岗位')).toEqual({ found: ['* drop 李'], judged: ['* drop 李'] });
  const store = openStore(path, { mode: 'write' });
  let ids = 0;
  const newId = () => (++ids).toString(16).padStart(32, 'e');
  recordUndo(store, { coder: '李', time: '2026-03-01T00:00:00.000Z', reason: '', newId });
  expect(readVerdicts(store).filter(({ word }) => word === '公益岗位')).toEqual([]);
  store.close();
});
