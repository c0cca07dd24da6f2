import type { DictionaryLookup } from '../../model/token.js';

/** A way to cut a word: how many characters no word of the dictionary covers, and the parts. */
interface Cut {
  readonly left: number;
  readonly parts: readonly string[];
}

/**
 * Cuts a word into words of the dictionary of two characters or more, so that the fewest characters are left over, then
 * into the fewest parts; each character left over is a part of its own.
 */
export function cutIntoWords(word: string, lookUp: DictionaryLookup): readonly string[] {
  const characters = [...word];
  const cuts: Cut[] = [{ left: 0, parts: [] }];
  for (let end = 1; end <= characters.length; end += 1) {
    const { left, parts } = cuts[end - 1] as Cut;
    let best: Cut = { left: left + 1, parts: [...parts, characters[end - 1] as string] };
    for (let start = end - 2; start >= 0; start -= 1) {
      const part = characters.slice(start, end).join('');
      const before = cuts[start] as Cut;
      const isWhole = start === 0 && end === characters.length;
      if (isWhole || !lookUp(part) || !isBetter(before, best)) continue;
      best = { left: before.left, parts: [...before.parts, part] };
    }
    cuts.push(best);
  }
  return cuts[characters.length]?.parts ?? [];
}

/** Whether a cut with one more word leaves less over than another, or as much in fewer parts. */
function isBetter(before: Cut, best: Cut): boolean {
  return (
    before.left < best.left || (before.left === best.left && before.parts.length + 1 < best.parts.length)
  );
}
