import type { Mark } from '../../../../src/model/mark.js';
import type { Region } from '../../../../src/model/region.js';
import { openCleaning } from '../../../../src/stages/normalize/normalize-text.js';
import { sliceCodePoints } from '../../../../src/text/code-points.js';

/** A text cleaned in sections: what is left of it, and its regions. */
export function cleanWithRegions(
  pieces: string | readonly string[],
  options: { readonly marks?: readonly Mark[]; readonly sectionLength?: number } = {},
): { readonly text: string; readonly regions: readonly Region[] } {
  const { add, end } = openCleaning(options);
  const sections = [[pieces].flat().map((piece) => [...add(piece)]), end()].flat(2);
  return {
    text: sections.map(({ normalized }) => normalized.text).join(''),
    regions: sections.flatMap(({ regions }) => regions),
  };
}

/** The regions of a text as their kinds (with the speaker) and what they cover. */
export function readRegions(raw: string, marks: readonly Mark[] = []): (readonly [string, string])[] {
  const { text, regions } = cleanWithRegions(raw, { marks });
  return regions.map((region) => {
    const kind = region.speaker === undefined ? region.kind : `${region.kind} ${region.speaker}`;
    return [kind, sliceCodePoints(text, region)];
  });
}

/** What a text says in regions of one kind. */
export function inRegions(raw: string, kind: string): string[] {
  return readRegions(raw).flatMap(([found, text]) => (found === kind ? [text] : []));
}
