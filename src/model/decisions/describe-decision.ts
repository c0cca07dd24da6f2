import type { CaseStanding } from './case-standing.js';
import type { Decision, State } from './decision.js';
import type { Memo } from './memo.js';
import type { Verdict } from './verdict.js';

/** Returns the verdict that a state is or that an adjudication chose; null for any other state. */
export function verdictOf(state: State | null): Verdict | null {
  if (state === null || 'value' in state || 'says' in state) return null;
  if ('text' in state || 'standing' in state || 'verdictOf' in state || 'stateHash' in state) return null;
  return 'settles' in state ? state.verdict : state;
}

const VERBS: Readonly<Record<CaseStanding['standing'], Decision['kind']>> = {
  excluded: 'exclude',
  chosen: 'choose',
  sealed: 'seal',
  'partly-sealed': 'seal',
  done: 'done',
  checked: 'check',
};

/** Returns the verb of what is in force; undefined for a setting or an attribute. */
export function verbOf(state: State | null): Decision['kind'] | undefined {
  if (state !== null && 'text' in state) return 'memo';
  if (state !== null && 'stateHash' in state) return 'tag';
  if (state !== null && ('settles' in state || 'verdictOf' in state)) return 'adjudicate';
  if (state !== null && 'standing' in state) return VERBS[state.standing];
  return state !== null && 'says' in state ? state.says : verdictOf(state)?.kind;
}

/**
 * Returns what a decision leads to as people name it: the target of a verdict, the passage, the value of a setting, the
 * beginning of a definition, memo or hash; empty for none.
 */
export function objectOf(state: State | null): string {
  if (state !== null && 'says' in state) return state.cleanQuote;
  if (state !== null && 'verdictOf' in state) return state.verdictOf;
  if (state !== null && 'text' in state) return beginningOf(state.text);
  if (state !== null && 'value' in state) return state.value;
  if (state !== null && 'stateHash' in state) return state.stateHash.slice(0, 12);
  const verdict = verdictOf(state);
  if (verdict?.relation) return `${verdict.relation.kind} → ${verdict.relation.toName}`;
  if (verdict?.theory?.value === null) return '–';
  if (verdict?.theory?.part === 'storyline') return beginningOf(verdict.theory.value);
  return verdict?.kind === 'define' ? beginningOf(verdict.code?.definition ?? '') : (verdict?.into ?? '');
}

/**
 * Returns what a decision is about as people name it: the word, the name of the code or level, the case, or what a memo is
 * on; empty for the project.
 */
export function subjectOf({ target, before, after }: Pick<Decision, 'target' | 'before' | 'after'>): string {
  const about = target.type === 'adjudication' ? target.of : target;
  if ('word' in about) return about.word;
  if (about.type === 'memo') return subjectOfMemo((after ?? before) as Memo);
  if (about.type === 'case') return about.caseId;
  if (about.type === 'sentence') {
    const state = after ?? before;
    return `${about.caseId} ${state !== null && 'verdictOf' in state ? state.label : about.codeId}`;
  }
  if (about.type === 'attribute') return `${about.caseId} ${about.name}`;
  if (about.type === 'done') return `${about.caseId} (${about.codingOf})`;
  if ('name' in about) return about.name;
  if (about.type === 'passage') {
    const state = after ?? before;
    return `${about.caseId} ${state !== null && 'says' in state ? state.label : about.codeId}`;
  }
  const verdict = verdictOf(after ?? before);
  if (about.type === 'relation') return verdict?.relation?.fromName ?? about.from;
  if (about.type === 'theory') return verdict?.theory?.name ?? (about.codebookId || 'none');
  return verdict?.code?.name ?? ('codeId' in about ? about.codeId : about.levelId);
}

/** Returns how many statements a decision seals or unseals; 0 for any other. */
export function sealedStatements({ before, after }: Pick<Decision, 'before' | 'after'>): number {
  const state = after ?? before;
  return state !== null && 'standing' in state ? (state.statements?.length ?? 0) : 0;
}

/** Returns whether statistics still have what a decision leaves out, or not yet what it takes in, until the next mining. */
export function changesStatistics({ target }: Pick<Decision, 'target'>): boolean {
  if (target.type === 'setting') return target.name === 'regions';
  return target.type === 'case' && target.question !== 'chosen';
}

/** Returns the core category that a decision puts another one in the place of; undefined for any other decision. */
export function replacedCore({
  kind,
  before,
  after,
}: Pick<Decision, 'kind' | 'before' | 'after'>): string | undefined {
  const [was, now] = [before, after].map((state) => verdictOf(state)?.theory);
  return kind === 'core' && was?.value && now?.value ? was.name : undefined;
}

/** Returns what a memo is on as people name it; empty for the project. */
function subjectOfMemo({ on }: Memo): string {
  if (on.type === 'project') return '';
  if (on.type === 'case') return on.caseId;
  if (on.type === 'code') return on.label;
  return on.type === 'passage' ? `${on.caseId} ${on.label}` : on.id.slice(0, 8);
}

/** Characters of a longer text in a line of the log. */
const BEGINNING = 40;

function beginningOf(text: string): string {
  const characters = [...text.replaceAll(/\s+/g, ' ')];
  return characters.length > BEGINNING ? `${characters.slice(0, BEGINNING).join('')}…` : characters.join('');
}
