import type { CodedText } from '../../model/coded-text.js';
import type { Framework } from '../../model/framework.js';
import { offsetMap } from '../../text/code-points.js';
import { differentMatches, lookUpTerms, type TermPlace } from '../../text/longest-terms.js';
import { buildScanner } from '../../text/term-matcher.js';
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
  const findMoved = movedCodes(before, after);
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
    const codeIds = new Set([...changed, ...findMoved(coded.normalized.text)]);
    return { codeIds, ...coderOf(codeIds)(coded, passages) };
  };
}

/** A finder of the codes to which places of a text lead now and did not before, or the other way round. */
function movedCodes(before: Framework, after: Framework): (text: string) => Set<string> {
  const ownerOf = ({ termOwners }: Framework, term: string) => termOwners.get(term)?.id;
  const terms = new Set([...before.termOwners.keys(), ...after.termOwners.keys()]);
  const moved = [...terms].filter((term) => ownerOf(before, term) !== ownerOf(after, term));
  const scan = buildScanner([], moved);
  const [old, now] = [lookUpTerms(before.termOwners), lookUpTerms(after.termOwners)];
  return (text) => {
    const offsets = offsetMap(text);
    const places = new Set(scan(text).literals.map(({ start }) => offsets.toUtf16(start)));
    const found = differentMatches(old, now, text, places);
    const ownersOf = (framework: Framework, matches: readonly TermPlace[]) =>
      new Map(
        matches.map(({ at, length }) => [
          `${at}\t${length}`,
          ownerOf(framework, text.slice(at, at + length)) as string,
        ]),
      );
    const [was, is] = [ownersOf(before, found.before), ownersOf(after, found.after)];
    const codeIds = new Set<string>();
    for (const [place, codeId] of was) if (is.get(place) !== codeId) codeIds.add(codeId);
    for (const [place, codeId] of is) if (was.get(place) !== codeId) codeIds.add(codeId);
    return codeIds;
  };
}
