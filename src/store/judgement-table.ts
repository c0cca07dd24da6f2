import type { Adjudication } from '../model/decisions/adjudication.js';
import type { AdjudicatedGroup, Judgement } from '../model/decisions/judgement.js';
import type { JudgedTarget } from '../model/decisions/target.js';
import type { Verdict } from '../model/decisions/verdict.js';
import type { Store } from './store.js';

/** What judgements and verdicts on words are about. */
export interface Question {
  readonly aspect: 'screening' | 'mapping';
  readonly word: string;
}

/** The question that a judged target belongs to. */
export function questionOf({ type, word }: JudgedTarget): Question {
  return { aspect: type === 'keyword' ? 'screening' : 'mapping', word };
}

/** The verdict of a coder in force at a target. */
export function readJudgement(store: Store, target: JudgedTarget, coder: string): Verdict | null {
  const { aspect, word } = questionOf(target);
  const row = store.get<{ verdict: string }>(
    'SELECT verdict FROM judgement WHERE aspect = ? AND word = ? AND group_name = ? AND coder = ?',
    aspect,
    word,
    target.group,
    coder,
  );
  return row === undefined ? null : (JSON.parse(row.verdict) as Verdict);
}

/** Puts a coder's verdict in force at a target; null leaves it unjudged. Only the decision log calls this. */
export function putJudgement(
  store: Store,
  target: JudgedTarget,
  { coder, time }: Pick<Judgement, 'coder' | 'time'>,
  verdict: Verdict | null,
): void {
  const { aspect, word } = questionOf(target);
  const key = [aspect, word, target.group, coder] as const;
  if (verdict === null) {
    store.run('DELETE FROM judgement WHERE aspect = ? AND word = ? AND group_name = ? AND coder = ?', ...key);
  } else {
    store.run(
      'INSERT OR REPLACE INTO judgement VALUES (?, ?, ?, ?, ?, ?)',
      ...key,
      JSON.stringify(verdict),
      time,
    );
  }
}

/** The judgements of all coders on a question, in code point order of group and coder. */
export function readJudgements(store: Store, { aspect, word }: Question): Judgement[] {
  return store
    .all<Omit<Judgement, 'verdict'> & { verdict: string }>(
      `SELECT coder, group_name AS "group", verdict, time FROM judgement
       WHERE aspect = ? AND word = ? ORDER BY group_name, coder`,
      aspect,
      word,
    )
    .map((row) => ({ ...row, verdict: JSON.parse(row.verdict) as Verdict }));
}

/** The judgements of all coders on all questions, in code point order of question, word, group and coder. */
export function readAllJudgements(store: Store): (Question & Judgement)[] {
  return store
    .all<Question & Omit<Judgement, 'verdict'> & { verdict: string }>(
      `SELECT aspect, word, coder, group_name AS "group", verdict, time FROM judgement
       ORDER BY aspect, word, group_name, coder`,
    )
    .map((row) => ({ ...row, verdict: JSON.parse(row.verdict) as Verdict }));
}

/** All questions that anybody judged, in code point order. */
export function judgedQuestions(store: Store): Question[] {
  return store.all<Question>('SELECT DISTINCT aspect, word FROM judgement ORDER BY aspect, word');
}

/** What was adjudicated about a question, by group. */
export function readAdjudications(store: Store, { aspect, word }: Question): AdjudicatedGroup[] {
  return store
    .all<{ group: string; adjudication: string }>(
      `SELECT group_name AS "group", adjudication FROM adjudication
       WHERE aspect = ? AND word = ? ORDER BY group_name`,
      aspect,
      word,
    )
    .map(({ group, adjudication }) => ({ group, adjudication: JSON.parse(adjudication) as Adjudication }));
}

/** Puts an adjudication in force; null takes it away. Only the decision log calls this. */
export function putAdjudication(store: Store, target: JudgedTarget, adjudication: Adjudication | null): void {
  const { aspect, word } = questionOf(target);
  const key = [aspect, word, target.group] as const;
  if (adjudication === null) {
    store.run('DELETE FROM adjudication WHERE aspect = ? AND word = ? AND group_name = ?', ...key);
  } else {
    store.run(
      'INSERT OR REPLACE INTO adjudication VALUES (?, ?, ?, ?)',
      ...key,
      JSON.stringify(adjudication),
    );
  }
}
