import type { Keyword } from '../../model/keyword.js';

/**
 * Keeps the first `top` of the ranked keywords of a group that neither rules nor people took a stand on; those that people
 * keep take a place each.
 */
export function takeFirst<T extends Pick<Keyword, 'kept' | 'reason'>>(
  ranked: readonly T[],
  top: number,
): T[] {
  let places = top;
  return ranked.map((one) => {
    const isOpen = one.reason === 'top' || one.reason === 'beyond-top';
    const isKept = one.reason === 'decided-keep' || (isOpen && places > 0);
    if (isKept) places -= 1;
    return isOpen ? { ...one, kept: isKept, reason: isKept ? 'top' : 'beyond-top' } : one;
  });
}
