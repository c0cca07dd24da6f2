import type { Code } from '../../model/codebook.js';
import { groupBy } from '../../text/group-by.js';

/** A code given to a case, by its id. */
export interface CasePair {
  readonly caseId: string;
  readonly codeId: string;
}

/** Agreement of a coding with a gold standard on one code, or on all of them (empty id). */
export interface CodeAccuracy {
  readonly code: string;
  readonly codeId: string;
  /** Pairs in the gold standard and in the coding, in the coding alone, in the gold standard alone. */
  readonly hits: number;
  readonly falseAlarms: number;
  readonly misses: number;
  /** Null where nothing was given (precision) or to be found (recall). */
  readonly precision: number | null;
  readonly recall: number | null;
  readonly f1: number | null;
}

/**
 * Precision, recall and F1 of a coding against a gold standard. Unit: presence of a code in a case; the
 * universe is what the caller passes in. The first row is over all pairs (micro-averaged), then each code.
 */
export function assessCoding(
  codes: readonly Code[],
  gold: readonly CasePair[],
  found: readonly CasePair[],
): CodeAccuracy[] {
  const keyOf = ({ caseId, codeId }: CasePair) => `${caseId}\t${codeId}`;
  const accuracyOf = (
    code: string,
    codeId: string,
    ofGold: readonly CasePair[] = [],
    ofFound: readonly CasePair[] = [],
  ): CodeAccuracy => {
    const expected = new Set(ofGold.map(keyOf));
    const given = new Set(ofFound.map(keyOf));
    const hits = [...given].filter((key) => expected.has(key)).length;
    const share = (whole: number) => (whole === 0 ? null : hits / whole);
    return {
      code,
      codeId,
      hits,
      falseAlarms: given.size - hits,
      misses: expected.size - hits,
      precision: share(given.size),
      recall: share(expected.size),
      f1: share((given.size + expected.size) / 2),
    };
  };
  const goldOf = groupBy(gold, ({ codeId }) => codeId);
  const foundOf = groupBy(found, ({ codeId }) => codeId);
  return [
    accuracyOf('', '', gold, found),
    ...codes.map(({ id, label }) => accuracyOf(label.zh, id, goldOf.get(id), foundOf.get(id))),
  ].filter(({ hits, falseAlarms, misses, codeId }) => codeId === '' || hits + falseAlarms + misses > 0);
}
