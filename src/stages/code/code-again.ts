import type { CodedText } from '../../model/coded-text.js';
import type { Framework } from '../../model/framework.js';
import { buildTermMatcher, type TermMatch } from '../../text/term-matcher.js';
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
  const old = buildTermMatcher([...before.termOwners.keys()]);
  const codePassages = passageCoder(after);
  const changed = changedCodes(before, after);
  const ownersOf = ({ termOwners }: Framework, terms: readonly TermMatch[]) =>
    new Map(terms.map(({ term, start }) => [`${start}\t${term}`, termOwners.get(term)?.id as string]));
  return (coded, passages) => {
    const codeIds = new Set(changed);
    const { assignments, tokens } = codePassages(coded, passages, (terms) => {
      const was = ownersOf(before, old.find(coded.normalized.text));
      const is = ownersOf(after, terms);
      for (const [one, other] of [
        [was, is],
        [is, was],
      ] as const) {
        for (const [place, codeId] of one) if (other.get(place) !== codeId) codeIds.add(codeId);
      }
      return ({ id }) => codeIds.has(id);
    });
    return { codeIds, assignments, tokens };
  };
}
