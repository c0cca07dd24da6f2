import type { CodedText } from '../../model/coded-text.js';
import type { Framework } from '../../model/framework.js';
import { buildTermMatchers, type TermMatch } from '../../text/term-matcher.js';
import { changedCodes } from './changed-terms.js';
import { type PassageCoding, passageCoder } from './code-passages.js';
import type { Passages } from './passages.js';

/** The codes that may stand elsewhere in a text under another state of its codebook, and what is coded under them now. */
export interface CodedAgain extends PassageCoding {
  readonly codeIds: ReadonlySet<string>;
}

/**
 * A coder of what another state of a codebook changes in a text. A code is found by its own terms and rules; of several
 * terms at one place the longest counts, so that a term that came or went can give a place to a code that is as it was.
 * Every other code stands where it stood.
 */
export function changeCoder(
  before: Framework,
  after: Framework,
): (coded: CodedText, passages: Passages) => CodedAgain {
  const find = buildTermMatchers([[...before.termOwners.keys()], [...after.termOwners.keys()]]);
  const changed = changedCodes(before, after);
  const coders = new Map<string, ReturnType<typeof passageCoder>>();
  const coderOf = (codeIds: ReadonlySet<string>) => {
    const key = JSON.stringify([...codeIds].sort());
    const codes = () => after.codebook.codes.filter(({ id }) => codeIds.has(id));
    const coder = coders.get(key) ?? passageCoder(after, codes());
    coders.set(key, coder);
    return coder;
  };
  return (coded, passages) => {
    const [was, is] = find(coded.normalized.text) as [TermMatch[], TermMatch[]];
    const codeIds = new Set(changed);
    addMoved(codeIds, { terms: was, framework: before }, { terms: is, framework: after });
    return { codeIds, ...coderOf(codeIds)(coded, passages, is) };
  };
}

interface Found {
  readonly terms: readonly TermMatch[];
  readonly framework: Framework;
}

/** Adds the codes to which places of a text lead now and did not before, or the other way round. */
function addMoved(codeIds: Set<string>, was: Found, is: Found): void {
  const ownersOf = ({ terms, framework: { termOwners } }: Found) =>
    new Map(terms.map(({ term, start }) => [`${start}\t${term}`, termOwners.get(term)?.id as string]));
  const [old, now] = [ownersOf(was), ownersOf(is)];
  for (const [one, other] of [
    [old, now],
    [now, old],
  ] as const) {
    for (const [place, codeId] of one) if (other.get(place) !== codeId) codeIds.add(codeId);
  }
}
