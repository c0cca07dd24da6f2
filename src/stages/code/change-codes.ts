import type { Code, Codebook } from '../../model/codebook.js';
import type { DecidedCode } from '../../model/decisions/verdict.js';
import { compareByCodePoint } from '../../text/code-points.js';
import { groupBy } from '../../text/group-by.js';

/** The codes of a codebook by id, while decisions change them. */
export type Codes = Map<string, Code>;

/** A code that people made. Its definition is its label until they write one: a reason says why, not what belongs to it. */
export function makeCode(id: string, label: string, level: string, terms: readonly string[] = []): Code {
  return {
    id,
    label: { zh: label, en: label },
    level,
    parent: null,
    definition: label,
    include: [],
    exclude: [],
    examples: [],
    terms,
    weak: [],
    rules: [],
    weight: 1,
    properties: [],
  };
}

/** Adds a code that people made and the codebook does not have; names of codes that will be `gone` are free. */
export function addCode(
  codes: Codes,
  { levels }: Codebook,
  id: string,
  { label, level, formerly = [] }: DecidedCode,
  gone: ReadonlySet<string>,
): void {
  if (codes.has(id) || label === undefined || !levels.some((known) => known.id === level)) return;
  if (isTaken(codes, id, label, gone)) return;
  codes.set(id, makeCode(id, label, level as string, formerly));
}

const isTaken = (codes: Codes, id: string, name: string, gone: ReadonlySet<string>) =>
  [...codes.values()].some((code) => code.id !== id && code.label.zh === name && !gone.has(code.id));

/**
 * Gives a code the label, level, parent and definition that people decided; its former labels stay among its terms. A
 * definition that was taken away is the label.
 */
export function changeCode(
  codes: Codes,
  { levels }: Codebook,
  id: string,
  { label, formerly = [], level, parent, ...said }: DecidedCode,
  gone: ReadonlySet<string>,
): void {
  const code = codes.get(id);
  if (!code) return;
  const isNew = label !== undefined && label !== code.label.zh && !isTaken(codes, id, label, gone);
  const renamed = isNew ? label : undefined;
  const { definition, exclude, examples, properties, facets } = said;
  const next = {
    ...code,
    ...(definition !== undefined && { definition: definition || renamed || code.label.zh }),
    ...(exclude && { exclude }),
    ...(examples && { examples }),
    ...(properties && { properties }),
    ...(facets && { facets: Object.keys(facets).length > 0 ? facets : undefined }),
    level: levels.find((known) => known.id === level)?.id ?? code.level,
    parent: parent !== undefined && (parent === null || codes.has(parent)) ? parent : code.parent,
    ...(renamed !== undefined && {
      label: { zh: renamed, en: renamed },
      terms: [...new Set([...code.terms, ...formerly, code.label.zh])].filter((term) => term !== renamed),
      weak: code.weak.filter((term) => term !== code.label.zh),
    }),
  };
  if (JSON.stringify(next) !== JSON.stringify(code)) codes.set(id, next);
}

/** Takes away the parents that are not on a level above, as when a new version moved one of the two. */
export function detachMisplaced(codes: Codes, { levels }: Codebook): void {
  const depth = new Map(levels.map(({ id }, index) => [id, index]));
  for (const [id, code] of codes) {
    const parent = code.parent === null ? undefined : codes.get(code.parent);
    const isRight =
      parent && (depth.get(parent.level) ?? Number.POSITIVE_INFINITY) < (depth.get(code.level) ?? 0);
    if (code.parent !== null && !isRight) codes.set(id, { ...code, parent: null });
  }
}

/**
 * Takes the codes that people merged into others away: what finds them, and the codes under them, go to the
 * other. Returns which code each of them is now.
 */
export function mergeCodes(codes: Codes, decided: ReadonlyMap<string, DecidedCode>): Map<string, string> {
  const merged = new Map<string, string>();
  for (const [id, { mergedInto }] of decided) {
    const gone = codes.get(id);
    const into = mergedInto === undefined ? undefined : codes.get(lastOf(mergedInto, decided));
    if (gone && into && into !== gone) merged.set(id, into.id);
  }
  for (const [id, target] of merged) {
    const gone = codes.get(id) as Code;
    const into = codes.get(target) as Code;
    const both = (list: 'include' | 'exclude' | 'examples' | 'weak') => [
      ...new Set([...into[list], ...gone[list]]),
    ];
    // A label is never weak, nor is it once it is a term of another code.
    const weak = both('weak').filter((term) => ![into.label.zh, gone.label.zh].includes(term));
    codes.set(target, {
      ...into,
      terms: [...new Set([...into.terms, gone.label.zh, ...gone.terms])],
      weak,
      rules: [...into.rules, ...gone.rules],
      include: both('include'),
      exclude: both('exclude'),
      examples: both('examples'),
    });
    for (const code of codes.values())
      if (code.parent === id) codes.set(code.id, { ...code, parent: target });
  }
  for (const id of merged.keys()) codes.delete(id);
  return merged;
}

/** Where a chain of merges ends; a circle ends where it began. */
function lastOf(first: string, decided: ReadonlyMap<string, DecidedCode>): string {
  const seen = new Set<string>();
  let id = first;
  for (let next = decided.get(id)?.mergedInto; next !== undefined && !seen.has(next); ) {
    seen.add(id);
    id = next;
    next = decided.get(id)?.mergedInto;
  }
  return id;
}

/** Leaves every label and term to one code: labels first, then terms in the order of the codes; weak terms follow. */
export function withOneOwner(codes: readonly Code[]): Code[] {
  const taken = new Set(codes.map(({ label }) => label.zh));
  return codes.map((code) => {
    const terms = code.terms.filter((term) => {
      const isFree = !taken.has(term);
      taken.add(term);
      return isFree;
    });
    const weak = code.weak.filter((word) => word === code.label.zh || terms.includes(word));
    const isSame = terms.length === code.terms.length && weak.length === code.weak.length;
    return isSame ? code : { ...code, terms, weak };
  });
}

/** The codes in the order of a list; those that people made, which are not in it, follow by their names. */
export function inListOrder(list: readonly Code[], codes: readonly Code[]): Code[] {
  const placeOf = new Map(list.map(({ id }, place) => [id, place]));
  const place = ({ id }: Code) => placeOf.get(id) ?? list.length;
  return [...codes].sort(
    (one, other) => place(one) - place(other) || compareByCodePoint(one.label.zh, other.label.zh),
  );
}

/** The codes with those under each right behind it, else in the order given; codes with no parent stay roots. */
export function inTreeOrder(codes: readonly Code[]): Code[] {
  const under = groupBy(codes, ({ parent }) => parent);
  const walk = (code: Code): Code[] => [code, ...(under.get(code.id) ?? []).flatMap(walk)];
  return (under.get(null) ?? []).flatMap(walk);
}
