import type { Codebook } from '../../model/codebook.js';
import { theoryPrefix } from '../../model/decisions/code-key.js';
import type { DecidedWord } from '../../model/decisions/verdict.js';

type Theory = NonNullable<Codebook['theory']>;

/** A relation of a codebook or of people, and who decided it; null for one of the file. */
export interface KnownRelation {
  readonly relation: Theory['relations'][number];
  readonly coder: string | null;
}

/** The relations of the file that people did not take away, and those they decided, between codes as they were then. */
export function knownRelations(base: Codebook, decisions: readonly DecidedWord[]): KnownRelation[] {
  const keyOf = ({ from, kind, to }: Pick<KnownRelation['relation'], 'from' | 'kind' | 'to'>) =>
    JSON.stringify([from, kind, to]);
  const known = new Map<string, KnownRelation>();
  for (const relation of base.theory?.relations ?? []) known.set(keyOf(relation), { relation, coder: null });
  for (const { relation, coder, reason } of ofTheory(base, decisions)) {
    if (!relation) continue;
    const { from, kind, to } = relation;
    const evidence = known.get(keyOf(relation))?.relation.evidence ?? [];
    if (relation.isRemoved) known.delete(keyOf(relation));
    else {
      const memo = reason === '' ? {} : { memo: reason };
      known.set(keyOf(relation), { relation: { from, kind, to, ...memo, evidence }, coder });
    }
  }
  return [...known.values()];
}

/**
 * The theory of a codebook as people's decisions leave it: the core category, storyline and relations they named over those of
 * the file, each code as it is now (`current`; undefined for one that is gone). Relations of a code to itself are left out.
 */
export function effectiveTheory(
  base: Codebook,
  decisions: readonly DecidedWord[],
  current: (codeId: string) => string | undefined,
): Codebook['theory'] {
  const decided = (part: 'core' | 'storyline') =>
    ofTheory(base, decisions).find(({ theory }) => theory?.part === part)?.theory;
  const [core, storyline] = [decided('core'), decided('storyline')];
  const coreId = core === undefined ? base.theory?.core : core.value;
  const coreNow = coreId == null ? undefined : current(coreId);
  const told = storyline === undefined ? base.theory?.storyline : storyline.value;
  const relations = new Map<string, Theory['relations'][number]>();
  for (const { relation } of knownRelations(base, decisions)) {
    const [from, to] = [current(relation.from), current(relation.to)];
    if (from === undefined || to === undefined || from === to) continue;
    const key = JSON.stringify([from, relation.kind, to]);
    if (!relations.has(key)) relations.set(key, { ...relation, from, to });
  }
  if (!base.theory && coreNow === undefined && told == null && relations.size === 0) return undefined;
  const { centre } = base.theory ?? {};
  const roles = rolesNow(base, current);
  return {
    ...(coreNow === undefined ? {} : { core: coreNow }),
    ...(centre && { centre }),
    ...(roles && { roles }),
    ...(told == null ? {} : { storyline: told }),
    relations: [...relations.values()],
  };
}

/** The roles of the file under the codes as they are now; of codes that became one, that of the first. */
function rolesNow(
  { theory }: Codebook,
  current: (codeId: string) => string | undefined,
): Theory['roles'] | undefined {
  if (!theory?.roles) return undefined;
  const roles: Record<string, NonNullable<Theory['roles']>[string]> = {};
  for (const [codeId, role] of Object.entries(theory.roles)) {
    const now = current(codeId);
    if (now !== undefined) roles[now] ??= role;
  }
  return roles;
}

function ofTheory({ id }: Codebook, decisions: readonly DecidedWord[]): DecidedWord['verdict'][] {
  const prefix = theoryPrefix(id);
  return decisions.flatMap(({ aspect, word, verdict }) =>
    aspect === 'code' && word.startsWith(prefix) ? [verdict] : [],
  );
}
