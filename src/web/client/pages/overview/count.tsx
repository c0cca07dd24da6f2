import { language } from '../../state/preferences.js';

/** A whole number as it is written in the language of the page; a dash where there is none yet. */
export function Count({ of }: { readonly of: number | null }) {
  return <>{of === null ? '—' : writeCount(of)}</>;
}

/** A whole number as text. */
export const writeCount = (count: number): string => count.toLocaleString(language.value);

/** A share in per cent, with two digits behind the point as the tables print it. */
export const writeShare = (count: number, of: number): string =>
  of === 0 ? '—' : `${((100 * count) / of).toFixed(2)}%`;
