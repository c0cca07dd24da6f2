import { ALL_GROUPS } from '../model/decisions/all-groups.js';
import type { Aspect, DecidedWord, Verdict } from '../model/decisions/verdict.js';
import type { Store } from '../store/store.js';
import {
  questionsOfGroup,
  readVerdict,
  readVerdictsOnCodes,
  verdictsNaming,
  verdictsWithQuote,
} from '../store/verdict-table.js';
import type { SettledChange } from './settle-questions.js';
import { lazyVerdicts } from './verdict-list.js';
import { keyOfQuestion, type Question, wasFound } from './verdict-question.js';

/**
 * The verdicts in force, looked up in the project as they are asked for, with changes on top that may or may not be in the
 * project already: a change says what is in force from now on, and making it twice is making it once.
 */
export interface VerdictIndex {
  /** Those that codes and their terms follow: on codes, and on mappings in all groups; in code point order. */
  readonly onCodes: () => readonly DecidedWord[];
  readonly find: (group: string, word: string, aspect: Aspect) => DecidedWord | undefined;
  /** Tells of words whether a verdict for a group (by its own name) is about one or has it as its target. */
  readonly mentionedIn: (group: string) => (word: string) => boolean;
  /** The words that readers found in a group, or in all of them. */
  readonly found: (group: string) => Iterable<string>;
  /** Those on a word or with it as their target, whatever the group. */
  readonly naming: (word: string) => DecidedWord[];
  /** Those that quote a passage, in code point order. */
  readonly quoting: () => readonly DecidedWord[];
  readonly change: (change: SettledChange) => void;
}

/** What verdicts for one group are about, without what they say. */
interface GroupQuestions {
  readonly decided: Record<Aspect, Set<string>>;
  /** By target, the questions whose verdicts have it. */
  readonly targets: Map<string, Set<string>>;
  readonly found: Set<string>;
}

/** Makes the verdicts of a project ready to be looked up. */
export function indexVerdicts(store: Store): VerdictIndex {
  const groups = new Map<string, GroupQuestions>();
  const changed = new Map<string, DecidedWord | null>();
  const read = new Map<string, DecidedWord>();
  const onCodes = lazyVerdicts(() => readVerdictsOnCodes(store));
  const quoting = lazyVerdicts(() => verdictsWithQuote(store));
  const ofGroup = (group: string): GroupQuestions => {
    const known = groups.get(group) ?? readQuestions(store, group);
    groups.set(group, known);
    return known;
  };
  return {
    onCodes: onCodes.all,
    quoting: quoting.all,
    find(group, word, aspect) {
      if (!ofGroup(group).decided[aspect].has(word)) return undefined;
      const question = { group, word, aspect };
      const key = keyOfQuestion(question);
      const known = changed.get(key) ?? read.get(key);
      if (known) return known;
      const verdict = readVerdict(store, question);
      if (!verdict) return undefined;
      const found = { ...question, verdict };
      read.set(key, found);
      return found;
    },
    mentionedIn(group) {
      const { decided, targets } = ofGroup(group);
      const { screening, mapping, code } = decided;
      return (word) => screening.has(word) || targets.has(word) || mapping.has(word) || code.has(word);
    },
    found: (group) => ofGroup(group).found,
    naming(word) {
      const stored = verdictsNaming(store, word).filter((one) => !changed.has(keyOfQuestion(one)));
      const names = (one: DecidedWord | null) => one?.word === word || one?.verdict.into === word;
      return [...stored, ...changed.values()].filter((one): one is DecidedWord => one !== null && names(one));
    },
    change({ before, after, ...question }) {
      const now = after && { ...question, verdict: after };
      changed.set(keyOfQuestion(question), now);
      changeQuestions(ofGroup(question.group), question, before, after);
      quoting.put(question, now?.verdict.quote ? now : null);
      if (question.group === ALL_GROUPS && question.aspect !== 'screening') onCodes.put(question, now);
    },
  };
}

/** Brings verdicts to what they were before changes, whether or not these were made already. */
export function takeBackChanges(verdicts: VerdictIndex, changes: readonly SettledChange[]): void {
  for (const { before, after, ...question } of changes.toReversed()) {
    verdicts.change({ ...question, before: after, after: before });
  }
}

function readQuestions(store: Store, group: string): GroupQuestions {
  const { decided, targets, found } = questionsOfGroup(store, group);
  const questions: GroupQuestions = {
    decided: { screening: new Set(), mapping: new Set(), code: new Set() },
    targets: new Map(),
    found: new Set(found),
  };
  for (const { aspect, word } of decided) questions.decided[aspect].add(word);
  for (const { into, ...question } of targets) addTarget(questions, into, question);
  return questions;
}

function changeQuestions(
  questions: GroupQuestions,
  question: Question,
  before: Verdict | null,
  after: Verdict | null,
): void {
  const { aspect, word } = question;
  const { decided, targets, found } = questions;
  if (after) decided[aspect].add(word);
  else decided[aspect].delete(word);
  if (before?.into !== undefined) {
    const own = targets.get(before.into);
    own?.delete(keyInGroup(question));
    if (own?.size === 0) targets.delete(before.into);
  }
  if (after?.into !== undefined) addTarget(questions, after.into, question);
  if (aspect !== 'screening') return;
  if (wasFound(after)) found.add(word);
  else found.delete(word);
}

function addTarget(
  { targets }: GroupQuestions,
  into: string,
  question: Pick<Question, 'word' | 'aspect'>,
): void {
  targets.set(into, (targets.get(into) ?? new Set()).add(keyInGroup(question)));
}

const keyInGroup = ({ word, aspect }: Pick<Question, 'word' | 'aspect'>) => `${aspect}\t${word}`;
