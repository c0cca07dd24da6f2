import { UserError } from '../../errors.js';
import { MACHINE_CODER } from '../../model/coded-passage.js';
import type { Decision, State } from '../../model/decisions/decision.js';
import type { Target } from '../../model/decisions/target.js';
import type { LogEntry } from '../../store/decision-log.js';
import type { NamedCoder } from './join-side.js';

/** How a coder of the other project is called here. */
export type CoderNames = (name: string) => string;

/**
 * Finds who of the other project is who here: by the names given, else by their own.
 * @returns the names, and where two projects contradict each other about a coder
 */
export function mapCoders(
  here: readonly NamedCoder[],
  there: readonly NamedCoder[],
  given: ReadonlyMap<string, string>,
): { readonly nameOf: CoderNames; readonly problems: readonly UserError[] } {
  const nameOf: CoderNames = (name) => given.get(name) ?? name;
  const known = there.map(({ name }) => name);
  const unknown = [...given.keys()].filter((name) => !known.includes(name));
  const problems = [
    ...unknown.map((name) => new UserError('join/unknown-coder', { name, known: known.join(', ') })),
    ...there.flatMap((other) => {
      if (given.has(other.name) || other.name === MACHINE_CODER) return [];
      const same = here.find(({ name }) => name === other.name);
      if (same?.isGiven && other.isGiven && same.guid !== other.guid) {
        return new UserError('join/other-guid', { name: other.name });
      }
      const twin = here.find(({ name, guid }) => guid === other.guid && name !== other.name);
      return twin ? new UserError('join/other-name', { here: twin.name, there: other.name }) : [];
    }),
  ];
  return { nameOf, problems };
}

/** Calls the coders of a log, and those that its decisions are about, as they are called here. */
export function* renameInLog(log: Iterable<LogEntry>, nameOf: CoderNames): IterableIterator<LogEntry> {
  for (const { target, coder, ...entry } of log) {
    yield { ...entry, coder: nameOf(coder), target: renameInTarget(target, nameOf) };
  }
}

/** Calls the coders that a decision speaks of as they are called here. */
export function renameCoders(decision: Decision, nameOf: CoderNames): Decision {
  const { target, before, after, coder } = decision;
  const rename = (state: State | null) => renameInState(target, state, nameOf);
  return {
    ...decision,
    coder: nameOf(coder),
    target: renameInTarget(target, nameOf),
    before: rename(before),
    after: rename(after),
  };
}

function renameInTarget(target: Target, nameOf: CoderNames): Target {
  return target.type === 'done' ? { ...target, codingOf: nameOf(target.codingOf) } : target;
}

function renameInState(target: Target, state: State | null, nameOf: CoderNames): State | null {
  if (state === null) return null;
  if (target.type === 'setting' && target.name === 'lead-coder' && 'value' in state) {
    return { value: nameOf(state.value) };
  }
  const named = {
    ...state,
    ...('coder' in state && { coder: nameOf(state.coder) }),
    ...('verdictOf' in state && { verdictOf: nameOf(state.verdictOf) }),
    ...('attendees' in state && state.attendees && { attendees: state.attendees.map(nameOf) }),
    ...('settles' in state && {
      verdict: { ...state.verdict, coder: nameOf(state.verdict.coder) },
    }),
  };
  return named as State;
}
