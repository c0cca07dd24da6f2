import { ALL_GROUPS } from './all-groups.js';
import { codeKey } from './code-key.js';
import type { Decision, State } from './decision.js';
import { verdictOf } from './describe-decision.js';
import type { Memo, MemoSubject } from './memo.js';
import { isJudged, isPerCoder, keyOf, type Target } from './target.js';
import type { DecidedCode } from './verdict.js';

type Stated = Pick<Decision, 'coder' | 'target' | 'before' | 'after'>;

/**
 * Lists the words and codes that a decision mentions. Two decisions can depend on each other only when they share one, so
 * these are what the log is indexed by.
 */
export function subjectsOf({ target, before, after }: Stated): string[] {
  const states = [before, after].map(verdictOf);
  const names = states.flatMap((verdict) => [verdict?.into, verdict?.code?.label]);
  const codes = states.flatMap((verdict) => [verdict?.code?.parent, verdict?.code?.mergedInto]);
  const on = target.type === 'memo' ? subjectOf({ before, after }) : null;
  const about = target.type === 'adjudication' ? target.of : target;
  const ofWord = [...('word' in about ? [about.word] : []), ...names].flatMap((word) =>
    word === undefined ? [] : `word:${word}`,
  );
  const ofCode =
    'codeId' in about
      ? [about.codeId, ...codes].flatMap((id) => (id ? `code:${codeKey(about.codebookId, id)}` : []))
      : [];
  const ofOther =
    'levelId' in about ||
    about.type === 'relation' ||
    about.type === 'theory' ||
    'name' in about ||
    'caseId' in about ||
    about.type === 'memo'
      ? [`${about.type}:${keyOf(about)}`]
      : [];
  const ofEnds = endsOf({ target, before, after }).map(
    (id) => `code:${codeKey('codebookId' in about ? about.codebookId : '', id)}`,
  );
  const ofSubject =
    on && 'codeId' in on
      ? [`code:${codeKey(on.codebookId, on.codeId)}`]
      : on?.type === 'memo'
        ? [`memo:${keyOf(on)}`]
        : [];
  return [...new Set([...ofWord, ...ofCode, ...ofOther, ...ofEnds, ...ofSubject])];
}

/**
 * Whether a later decision depends on an earlier one: it changed the same state (of a judged target, that of the same coder),
 * or names the word that was added or merged, or the code that was made, moved or named, is a memo on a code or memo that was
 * made, or a relation of a code that was made. An adjudication depends on the verdicts that it settled only by becoming stale.
 */
export function dependsOn(later: Stated, earlier: Stated): boolean {
  if (keyOf(later.target) === keyOf(earlier.target)) {
    if (!isPerCoder(earlier.target) || later.coder === earlier.coder) return true;
    // What was checked is that the coder is done.
    return (
      earlier.target.type === 'done' &&
      earlier.target.codingOf === earlier.coder &&
      earlier.after !== null &&
      later.after !== null
    );
  }
  const [now, was] = [verdictOf(later.after), verdictOf(earlier.after)];
  const { target: about } = later;
  const { target } = earlier;
  if (about.type === 'memo') {
    const on = subjectOf(later);
    if (on.type === 'memo') return keyOf(on) === keyOf(target) && earlier.before === null;
    return 'codeId' in on && target.type === 'code' && isMade(earlier, on);
  }
  if (target.type === 'keyword')
    return was?.kind === 'add' && sharesGroup(about, target) && now?.into === target.word;
  if (target.type === 'mapping') {
    return about.type === 'mapping' && sharesGroup(about, target) && now?.into === target.word;
  }
  if (target.type !== 'code') return false;
  if (about.type === 'mapping') return now?.into !== undefined && now.into === was?.code?.label;
  if (about.type === 'passage') return isMade(earlier, about);
  if (about.type === 'relation' || about.type === 'theory') {
    return endsOf(later).some((codeId) => isMade(earlier, { codebookId: about.codebookId, codeId }));
  }
  if (
    about.type !== 'code' ||
    about.codebookId !== target.codebookId ||
    was?.kind === 'rename' ||
    was?.kind === 'define'
  )
    return false;
  return (['parent', 'mergedInto'] as const).some(
    (field) =>
      codeOf(later.after)?.[field] === target.codeId && codeOf(later.before)?.[field] !== target.codeId,
  );
}

function sharesGroup(one: Target, { group }: { readonly group: string }): boolean {
  if (!isJudged(one)) return false;
  return group === ALL_GROUPS || one.group === ALL_GROUPS || one.group === group;
}

function codeOf(state: State | null): DecidedCode | undefined {
  return verdictOf(state)?.code;
}

/** Whether a decision made the code that another is about; the first one about a code of the file made nothing. */
function isMade(
  { target, before, after }: Stated,
  { codebookId, codeId }: { readonly codebookId: string; readonly codeId: string },
): boolean {
  return (
    target.type === 'code' &&
    target.codebookId === codebookId &&
    target.codeId === codeId &&
    before === null &&
    codeOf(after)?.level !== undefined &&
    codeOf(after)?.label !== undefined
  );
}

/** What the memo is on that a decision made or edited. */
function subjectOf({ before, after }: Pick<Stated, 'before' | 'after'>): MemoSubject {
  return ((after ?? before) as Memo).on;
}

/** The codes that a relation or core category is about. */
function endsOf({ target, before, after }: Pick<Stated, 'target' | 'before' | 'after'>): string[] {
  if (target.type === 'relation') return [target.from, target.to];
  if (target.type !== 'theory' || target.part !== 'core') return [];
  return [before, after].flatMap((state) => verdictOf(state)?.theory?.value ?? []);
}
