import { UserError } from '../../errors.js';
import type { Polarity } from '../../model/coded-passage.js';
import type { PassageSubject } from '../../model/decisions/memo.js';
import type { PassageTarget } from '../../model/decisions/target.js';
import { findCode, frameworkInUse } from '../../project/find-code.js';
import { onPassage } from '../../project/find-memo-subject.js';
import { type FoundPassage, findPassage, type PassagePlace } from '../../project/find-quote.js';
import { targetOf } from '../../project/read-passage-state.js';
import { requireOpenCase } from '../../project/require-open-case.js';
import { requireUnsealed, sealedReader } from '../../project/sealed-places.js';
import type { Store } from '../../store/store.js';

/** Codes at a passage of a case. */
export interface CodesAtPlace extends PassagePlace {
  readonly caseId: string;
  readonly codes: readonly string[];
  /** Whether the passage speaks for the codes (unless it is said otherwise) or against them. */
  readonly polarity?: Polarity | undefined;
  readonly codebook?: string | undefined;
}

/** The passage, and what a coder judges there. */
export interface PlacedCodes {
  readonly passage: FoundPassage;
  readonly places: readonly Omit<PassageTarget, 'type'>[];
  readonly targets: readonly PassageTarget[];
}

/**
 * Finds a passage and the codes that a coder gives to it or takes from it.
 * @throws UserError passage/no-code, cases/unknown-case, cases/sealed, code/unknown-code, and what `findPassage` throws
 */
export function placeCodes(store: Store, asked: CodesAtPlace, coder: string): PlacedCodes {
  const { codes, polarity = 'supports' } = asked;
  if (codes.length === 0) throw new UserError('passage/no-code', {});
  const one = requireOpenCase(store, asked.caseId);
  const { codebook } = frameworkInUse(store, asked.codebook);
  const passage = findPassage(store, one, asked);
  const at = { ...passage, caseId: one.id, version: one.version };
  requireUnsealed(at, sealedReader(store)(at));
  const { start, end } = passage;
  const places = codes.map((name) => {
    const { id: codeId } = findCode(codebook, name);
    const place = { caseId: one.id, version: one.version, start, end };
    return { codebookId: codebook.id, codeId, polarity, ...place };
  });
  return { passage, places, targets: places.map((place) => targetOf(store, place, coder)) };
}

/** What the memo of a coded passage is on: the passage where it lies now, under the first of its codes. */
export function memoSubject(store: Store, { passage, places }: PlacedCodes): PassageSubject {
  return onPassage(store, { ...(places[0] as Omit<PassageTarget, 'type'>), quote: passage.quote });
}
