import type { Codebook } from '../../model/codebook.js';
import type { QdaCode } from '../../model/qda-project.js';

/** Where a code is in the tree of a codebook; what is left out is as it was. */
export interface PlacedCode {
  readonly parent?: string | null;
  readonly level?: string;
}

/**
 * Places the codes of a file that are new or were moved, by their GUIDs: below their parents, on the level that they have where
 * that is lower, else on the next one, with all below them. A move for which the codebook has no level left is not made.
 * @param wasMoved whether a code is under another parent than it was when the file was written
 */
export function placeCodes(
  tree: readonly QdaCode[],
  { levels, codes }: Codebook,
  idOf: ReadonlyMap<string, string>,
  wasMoved: (code: QdaCode, parent: string) => boolean,
): { readonly at: ReadonlyMap<string, PlacedCode>; readonly lost: number } {
  const depthOf = new Map(levels.map(({ id }, at) => [id, at]));
  const known = new Map(codes.map((code) => [code.id, code]));
  const lowest = levels.length - 1;
  const levelAt = (depth: number) => levels[depth]?.id ?? '';
  const depthNow = (id: string) => depthOf.get(known.get(id)?.level ?? '');
  const at = new Map<string, PlacedCode>();
  let lost = 0;
  const walk = (code: QdaCode, parent: string, above: number | undefined): void => {
    const depth = place(code, parent, above);
    for (const child of code.codes) walk(child, code.guid, depth);
  };
  for (const code of tree) walk(code, '', undefined);
  return { at, lost };

  /** Returns on which level the code is, counted from the top. */
  function place(code: QdaCode, parent: string, above: number | undefined): number {
    const id = idOf.get(code.guid) ?? '';
    const own = known.get(id);
    if (!own) return placeNew(code, parent, above);
    const before = depthNow(id) ?? lowest;
    const under = idOf.get(parent) ?? null;
    const isMoved = wasMoved(code, parent) && under !== own.parent && under !== id;
    if (!isMoved && under !== own.parent) return before;
    const depth = above === undefined || above < before ? before : above + 1;
    if (depth !== before && depth + heightOf(code) > lowest) {
      lost += 1;
      return before;
    }
    if (isMoved || depth !== before)
      at.set(code.guid, {
        ...(isMoved && { parent: under }),
        ...(depth !== before && { level: levelAt(depth) }),
      });
    return depth;
  }

  /** A code on the lowest level has none below it: a new one beside it is meant. */
  function placeNew(code: QdaCode, parent: string, above: number | undefined): number {
    const below = code.codes.flatMap(({ guid }) => depthNow(idOf.get(guid) ?? '') ?? []);
    const root = Math.max(0, Math.min(lowest - heightOf(code), ...below.map((depth) => depth - 1)));
    const depth = above === undefined ? root : Math.min(above + 1, lowest);
    const isBelow = above !== undefined && above < depth;
    at.set(code.guid, { parent: isBelow ? (idOf.get(parent) ?? null) : null, level: levelAt(depth) });
    return depth;
  }
}

/** How many levels are below a code. */
function heightOf({ codes }: QdaCode): number {
  return codes.length === 0 ? 0 : 1 + Math.max(...codes.map(heightOf));
}
