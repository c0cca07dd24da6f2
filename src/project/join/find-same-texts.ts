import { isWithoutText } from '../../model/without-text.js';
import type { CaseVersions } from '../../store/join/case-versions.js';
import { compareByCodePoint } from '../../text/code-points.js';
import type { JoinSide } from './join-side.js';

/** A case that two projects know by two ids, and the one that it has when they are joined. */
export interface SameCase {
  readonly here: string;
  readonly there: string;
  readonly id: string;
}

type KnownCases = Pick<JoinSide, 'cases' | 'aliases'>;

/**
 * Finds the cases that two projects know by two ids: by an id that one of them had in an earlier join, else by equal current
 * texts, of which the id stands that comes first by code points. Cases that both know by one id, and texts that one project
 * has more often than the other, stay as they are.
 */
export function findSameTexts(here: KnownCases, there: KnownCases): SameCase[] {
  const [ours, theirs] = [here, there].map(({ cases }) => new Set(cases.map(({ id }) => id))) as [
    Set<string>,
    Set<string>,
  ];
  const named = [
    ...renamedBefore(here.aliases, ours, theirs).map(([id, alias]) => ({ here: id, there: alias, id })),
    ...renamedBefore(there.aliases, theirs, ours).map(([id, alias]) => ({ here: alias, there: id, id })),
  ];
  const isNamed = new Set(named.flatMap((one) => [one.here, one.there]));
  const own = byText(here.cases.filter(({ id }) => !theirs.has(id) && !isNamed.has(id)));
  const others = byText(there.cases.filter(({ id }) => !ours.has(id) && !isNamed.has(id)));
  const alike = [...own].flatMap(([version, ids]) => {
    const twins = others.get(version) ?? [];
    return ids.slice(0, twins.length).map((id, at): SameCase => {
      const twin = twins[at] as string;
      return { here: id, there: twin, id: compareByCodePoint(id, twin) < 0 ? id : twin };
    });
  });
  return [...named, ...alike];
}

/** The cases that only one project has, by id, with the alias that is the id of one that only the other project has. */
function renamedBefore(
  aliases: ReadonlyMap<string, string>,
  ids: ReadonlySet<string>,
  others: ReadonlySet<string>,
): [id: string, alias: string][] {
  return [...aliases].flatMap(([alias, id]): [string, string][] =>
    others.has(alias) && !ids.has(alias) && !others.has(id) ? [[id, alias]] : [],
  );
}

/** The ids of cases by their current texts, in code point order. */
function byText(cases: readonly CaseVersions[]): Map<string, string[]> {
  const texts = new Map<string, string[]>();
  for (const { id, versions } of cases) {
    const version = versions.find(({ isCurrent }) => isCurrent)?.version ?? '';
    if (isWithoutText({ version })) continue;
    const ids = texts.get(version);
    if (ids) ids.push(id);
    else texts.set(version, [id]);
  }
  return texts;
}
