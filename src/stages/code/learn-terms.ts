import type { Code, Codebook } from '../../model/codebook.js';
import type { DecidedWord } from '../../model/decisions/verdict.js';
import { slugOf } from '../../text/slug.js';
import { type Codes, makeCode } from './change-codes.js';

/** An id for a new code: its name's, with a number where another code has that. */
export function freeId(codes: ReadonlyMap<string, unknown>, name: string): string {
  const slug = slugOf(name);
  for (let n = 1; ; n += 1) {
    const id = n === 1 ? slug : `${slug}-${n}`;
    if (!codes.has(id)) return id;
  }
}

/** Makes a code of every core keyword that people merged keywords into; what went elsewhere itself is none. */
export function growCoreKeywords(
  codes: Codes,
  { levels }: Codebook,
  decisions: readonly DecidedWord[],
): void {
  const lowest = levels.at(-1)?.id ?? '';
  const merges = decisions.filter(({ verdict }) => verdict.kind === 'merge');
  const subjects = new Set(merges.map(({ word }) => word));
  const names = new Set([...codes.values()].flatMap(({ label, terms }) => [label.zh, ...terms]));
  for (const { verdict } of merges) {
    const { into } = verdict;
    if (into === undefined || subjects.has(into) || names.has(into) || codes.has(into)) continue;
    const id = freeId(codes, into);
    codes.set(id, makeCode(id, into, lowest));
    names.add(into);
  }
}

/** Moves the keywords that people merged into a code among its terms, and takes away those they split from it. */
export function learnTerms(codes: Codes, decisions: readonly DecidedWord[]): void {
  const labels = new Map([...codes.values()].map((code) => [code.label.zh, code.id]));
  const owners = new Map([...codes.values()].flatMap(({ id, terms }) => terms.map((term) => [term, id])));
  const targets = new Map(decisions.map(({ word, verdict }) => [word, verdict.into]));
  for (const { word, verdict } of decisions) {
    if (labels.has(word) || [...word].length === 1) continue;
    const owner = owners.get(word);
    const target = verdict.kind === 'merge' ? ownerOf(verdict.into) : undefined;
    if (target === owner || (verdict.kind === 'merge' && target === undefined)) continue;
    if (owner !== undefined) change(owner, (terms) => terms.filter((term) => term !== word));
    if (target !== undefined) change(target, (terms) => [...terms, word]);
  }

  function change(id: string, terms: (before: Code['terms']) => string[]): void {
    const code = codes.get(id) as Code;
    codes.set(id, { ...code, terms: terms(code.terms) });
  }

  /** The code of a name that a keyword was merged into, which may itself be a keyword merged elsewhere. */
  function ownerOf(name: string | undefined): string | undefined {
    const seen = new Set<string>();
    for (let at = name; at !== undefined && !seen.has(at); at = targets.get(at)) {
      const id = codes.has(at) ? at : (labels.get(at) ?? (targets.has(at) ? undefined : owners.get(at)));
      if (id !== undefined) return id;
      seen.add(at);
    }
    return undefined;
  }
}
