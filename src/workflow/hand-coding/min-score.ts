import { UserError } from '../../errors.js';

/** What words of a text must have in common with those of hand coding, unless another share is asked for. */
export const MIN_SCORE = 0.8;

/**
 * Asks that a score is one.
 * @throws UserError coding/bad-score
 */
export function requireScore(score: number | undefined): void {
  if (score !== undefined && !(score > 0 && score <= 1)) throw new UserError('coding/bad-score', { score });
}
