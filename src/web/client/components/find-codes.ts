import type { ListedCode } from '../../../workflow/list-codes.js';

/** How well a code answers a search: its name before its id, its terms and what is above it; null for not at all. */
function rankOf({ label, id, terms, path }: ListedCode, words: string): number | null {
  const name = label.toLowerCase();
  if (name === words) return 0;
  if (name.startsWith(words)) return 1;
  if (name.includes(words)) return 2;
  if (id.toLowerCase().includes(words)) return 3;
  if (terms.some((term) => term.toLowerCase().includes(words))) return 4;
  return path.some((one) => one.toLowerCase().includes(words)) ? 5 : null;
}

/** The codes that answer a search, the best first; without words those used lately come first. */
export function findCodes(
  codes: readonly ListedCode[],
  written: string,
  recent: readonly string[],
): readonly ListedCode[] {
  const words = written.trim().toLowerCase();
  const placeOf = new Map(recent.map((id, place) => [id, place]));
  const lately = (one: ListedCode) => placeOf.get(one.id) ?? recent.length;
  return codes
    .flatMap((code) => {
      const rank = words === '' ? 0 : rankOf(code, words);
      return rank === null ? [] : [{ code, rank }];
    })
    .sort((one, other) => one.rank - other.rank || lately(one.code) - lately(other.code))
    .map(({ code }) => code);
}
