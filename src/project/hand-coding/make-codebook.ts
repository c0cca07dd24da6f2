import { readLevel } from '../../formats/level-names.js';
import { type Codebook, type CodeLevel, codebookSchema } from '../../model/codebook.js';
import { inTreeOrder, makeCode } from '../../stages/code/change-codes.js';
import { slugOf } from '../../text/slug.js';
import type { PlannedCodes } from './plan-codes.js';

/** The levels that a study names, from the lowest up, as those of a codebook, from the top down. */
export function levelsOfStudy(names: readonly string[]): CodeLevel[] {
  return names.toReversed().map((written) => {
    const { id, name } = readLevel(written);
    return { id: /^[a-z0-9][a-z0-9-]*$/.test(id) ? id : slugOf(written), name };
  });
}

/**
 * Makes the codebook of a table of hand codings: the codes that it puts, over however many levels, under one of the top. Those
 * that it puts nowhere are for the coder to found.
 */
export function makeCodebook(
  title: string,
  source: string,
  levels: readonly CodeLevel[],
  { codes, parents }: PlannedCodes,
): Codebook {
  const founded = new Map(codes.founded().map((one) => [one.id, one]));
  const isPlaced = (id: string | undefined): boolean => {
    const seen = new Set<string>();
    for (let at = id; at !== undefined && !seen.has(at); at = parents.get(at)?.parent) {
      if (founded.get(at)?.level === levels[0]?.id) return true;
      seen.add(at);
    }
    return false;
  };
  return codebookSchema.parse({
    id: slugOf(title),
    title: { zh: title, en: title },
    version: '1',
    source,
    levels,
    codes: inTreeOrder(
      [...founded.values()]
        .filter(({ id }) => isPlaced(id))
        .map(({ id, name, level }) => ({
          ...makeCode(id, name, level),
          parent: parents.get(id)?.parent ?? null,
        })),
    ),
  });
}
