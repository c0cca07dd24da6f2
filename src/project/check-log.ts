import type { Decision } from '../model/decisions/decision.js';
import { subjectsOf } from '../model/decisions/dependence.js';
import { subjectOf } from '../model/decisions/describe-decision.js';
import { isPerCoder, keyOf, type Target } from '../model/decisions/target.js';
import type { Fault } from '../model/verification.js';
import { settleWord } from '../stages/settle/settle-word.js';
import { countDecisionsUpTo, logHash, readDecisions, subjectsInLog } from '../store/decision-log.js';
import { judgedQuestions, readAdjudications, readJudgements } from '../store/judgement-table.js';
import { getSetting } from '../store/setting-table.js';
import type { Store } from '../store/store.js';
import { readTags } from '../store/tag-table.js';
import { readState } from '../store/target-state.js';
import { verdictsOnWord } from '../store/verdict-table.js';
import { canonicalJson } from '../text/canonical-json.js';
import { groupBy } from '../text/group-by.js';

/** What imports and settings of a run change, too, so that the log alone does not say it. */
const NOT_BY_LOG_ALONE: readonly Target['type'][] = ['attribute', 'setting'];

/**
 * Goes through the log of decisions: each must have found in force what an earlier one on the same question left there, and
 * the last must be in force now. What is settled of the judgements is settled again.
 */
export function checkLog(store: Store): Fault[] {
  const decisions = readDecisions(store);
  return [
    ...checkOrder(store, decisions),
    ...checkSubjects(store, decisions),
    ...checkSettled(store),
    ...checkTags(store),
  ];
}

function checkOrder(store: Store, decisions: readonly Decision[]): Fault[] {
  const byQuestion = groupBy(
    decisions.filter(({ target }) => !NOT_BY_LOG_ALONE.includes(target.type)),
    questionOf,
  );
  return [...byQuestion.values()].flatMap((asked): Fault[] => {
    const left = new Set([canonicalJson(null)]);
    const broken = asked.filter(({ before, after }) => {
      const isKnown = left.has(canonicalJson(before));
      left.add(canonicalJson(after));
      return !isKnown;
    });
    const last = asked.at(-1) as Decision;
    const now = readState(store, last.target, last.coder);
    // Of a log that was joined with another the latest by its time is in force.
    const inForce = [last, latest(asked)].some(({ after }) => isSame(now, after));
    return [
      ...broken.map((one) => faultAt('log-broken', one)),
      ...(inForce ? [] : [faultAt('not-by-log', last)]),
    ];
  });
}

function latest(decisions: readonly Decision[]): Decision {
  return decisions.reduce((one, other) => {
    if (one.time !== other.time) return one.time < other.time ? other : one;
    return one.statement <= other.statement ? other : one;
  });
}

/** The index of the log must name the words and codes of each decision. */
function checkSubjects(store: Store, decisions: readonly Decision[]): Fault[] {
  const indexed = subjectsInLog(store);
  const written = new Set(
    decisions.flatMap((decision) => subjectsOf(decision).map((subject) => `${decision.id} ${subject}`)),
  );
  const differing = [
    ...[...written].filter((one) => !indexed.has(one)),
    ...[...indexed].filter((one) => !written.has(one)),
  ];
  return differing.map((one) => ({
    kind: 'not-by-log',
    table: 'decision_subject',
    at: { decision: one.slice(0, 8) },
  }));
}

function checkSettled(store: Store): Fault[] {
  const leadCoder = getSetting(store, 'lead-coder');
  return judgedQuestions(store).flatMap((question): Fault[] => {
    const settled = settleWord({
      judgements: readJudgements(store, question),
      adjudicated: readAdjudications(store, question),
      leadCoder,
    }).map(({ group, verdict, isContested }) => [group, verdict, isContested]);
    const stored = verdictsOnWord(store, question).map(({ group, verdict, isContested }) => [
      group,
      verdict,
      isContested,
    ]);
    if (isSame(inOrder(settled), inOrder(stored))) return [];
    return [{ kind: 'not-by-log', table: 'verdict', at: { word: question.word } }];
  });
}

/** The log up to a tag that was given in this file must be the one whose hash the tag has. */
function checkTags(store: Store): Fault[] {
  return readTags(store)
    .filter(({ tag, loggedAt }) => {
      const { revision, decisions } = tag;
      const isGivenHere = loggedAt === revision && countDecisionsUpTo(store, revision) === decisions;
      return isGivenHere && logHash(store, revision) !== tag.logHash;
    })
    .map(({ name, tag }) => ({
      kind: 'log-broken',
      table: 'tag',
      at: { decision: tag.decisionId.slice(0, 8), subject: name, coder: tag.coder },
    }));
}

function inOrder(rows: readonly unknown[]): string[] {
  return rows.map(canonicalJson).sort();
}

function questionOf({ target, coder }: Decision): string {
  return `${keyOf(target)} ${isPerCoder(target) ? coder : ''}`;
}

function faultAt(kind: Fault['kind'], decision: Decision): Fault {
  return {
    kind,
    table: 'decision',
    at: { decision: decision.id.slice(0, 8), subject: subjectOf(decision), coder: decision.coder },
  };
}

function isSame(one: unknown, other: unknown): boolean {
  return canonicalJson(one) === canonicalJson(other);
}
