import type { Code } from '../../model/codebook.js';
import type { Framework } from '../../model/framework.js';
import { groupBy } from '../../text/group-by.js';
import { usedLevels } from './tabulate-coding.js';

/** The letters of levels from the lowest that has codes upwards, as papers number them: concepts a1, categories A1, above them B1. */
const LETTERS = ['a', 'A', 'B', 'C', 'D'];

/** The codes as they are read from the top: each followed by those under it, otherwise in the codebook's order. */
export function walkCodes({ codebook: { codes } }: Pick<Framework, 'codebook'>): Code[] {
  const children = groupBy(codes, ({ parent }) => parent);
  const walk = (code: Code): Code[] => [code, ...(children.get(code.id) ?? []).flatMap(walk)];
  return (children.get(null) ?? []).flatMap(walk);
}

/** Numbers the codes of each level for themselves, those without evidence too, so that one number means one code in every table. */
export function numberCodes(framework: Framework): Map<string, string> {
  const letters = new Map(
    [...usedLevels(framework)].reverse().map(({ level }, at) => [level, LETTERS[at] ?? ''] as const),
  );
  const counts = new Map<string, number>();
  return new Map(
    walkCodes(framework).map(({ id, level }) => {
      const count = (counts.get(level) ?? 0) + 1;
      counts.set(level, count);
      return [id, `${letters.get(level) ?? ''}${count}`];
    }),
  );
}

/** Tells the categories from the codes above and under them: below the top, and not of the lowest level unless directly below it. */
export function categoryTest(framework: Framework): (code: Code) => boolean {
  const { paths, codebook } = framework;
  const top = codebook.levels[0]?.id;
  const lowest = usedLevels(framework).at(-1)?.level;
  return ({ id, level }) => level !== top && (level !== lowest || paths.get(id)?.at(-2)?.level === top);
}
