import { UserError } from '../../errors.js';
import { writeCodebookYaml } from '../../formats/codebook-yaml.js';
import { plainHead } from '../../formats/coding-map.js';
import type { Codebook } from '../../model/codebook.js';
import type { CodingRows, StudyLevel } from '../../model/hand-coding.js';
import { codebookInForce } from '../../project/applied-codebook.js';
import type { Context } from '../../project/context.js';
import { idsOfUsedCodebooks } from '../../project/find-code.js';
import { levelsOfStudy, makeCodebook } from '../../project/hand-coding/make-codebook.js';
import { type LevelsByTitle, type PlannedCodes, planCodes } from '../../project/hand-coding/plan-codes.js';
import { projectForm } from '../../project/project-form.js';
import type { FoundedCode } from '../../project/sheets/code-cell.js';
import { parseCodebook, shippedCodebooks } from '../../sources/load-codebook.js';
import { slugOf } from '../../text/slug.js';
import { codeCases } from '../code-cases.js';

/** A table of hand codings: its title is the name of its file. */
export interface CodedTable extends CodingRows {
  readonly title: string;
  readonly source: string;
}

/** The codebook that hand codings are under, and what of the table it does not have yet. */
export interface CodingBook {
  readonly book: { readonly base: Codebook; readonly codebook: Codebook };
  readonly planned: PlannedCodes;
  readonly isMade: boolean;
  readonly founded: readonly FoundedCode[];
}

/**
 * Finds the codebook of a table of hand codings: the named one (of the project or shipped), or that which was made of the table
 * before, both to be grown; else one is made of the table and the project coded under it.
 * @throws UserError coding/unknown-level, code/bad-codebook, screen/not-mined
 */
export async function codebookForCoding(
  context: Context,
  table: CodedTable,
  wanted: string | undefined,
): Promise<CodingBook> {
  const { store } = context;
  const isUsed = (id: string) =>
    idsOfUsedCodebooks(store).includes(id) && codebookInForce(store, id) !== null;
  if (wanted !== undefined && !isUsed(wanted) && shippedCodebooks().includes(wanted)) {
    await codeCases(context, { codebook: wanted });
  }
  const title = wanted ?? table.title;
  const known = [title, slugOf(title)].find(isUsed);
  if (known !== undefined) return { ...grow(known), isMade: false };
  const levels = levelsOfStudy(usedLevels(table).map(({ title }) => title));
  const fresh = planCodes({ codes: [], levels }, byTitle(levels, table), table.rows);
  const text = writeCodebookYaml(makeCodebook(title, table.source, levels, fresh));
  const made = parseCodebook(`${title}.yaml`, text, projectForm(store));
  await codeCases(context, { made });
  return { ...grow(made.framework.codebook.id), isMade: true, founded: fresh.codes.founded() };

  function grow(id: string) {
    const book = codebookInForce(store, id) as CodingBook['book'];
    const planned = planCodes(book.codebook, byTitle(book.codebook.levels, table), table.rows);
    return { book, planned, founded: planned.codes.founded() };
  }
}

/** The levels of which rows name a code: of a level without any nothing is known but its name. */
function usedLevels({ levels, rows }: CodedTable): readonly StudyLevel[] {
  const used = new Set(rows.flatMap(({ path }) => path.map(({ level }) => level)));
  return levels.filter(({ title }) => used.has(title));
}

/** The levels of a codebook by the titles that the study gives them. */
function byTitle(levels: Codebook['levels'], table: CodedTable): LevelsByTitle {
  return new Map(
    usedLevels(table).map(({ title, alias }) => {
      const names = new Set([title, alias].map(plainHead));
      const ids = levelsOfStudy([title, alias]).map(({ id }) => id);
      const found =
        levels.find(({ id, name: { zh, en } }) => [id, zh, en].some((name) => names.has(plainHead(name)))) ??
        levels.find(({ id }) => ids.includes(id));
      if (found) return [title, found.id];
      const known = levels.map(({ name: { zh } }) => zh).join('、');
      throw new UserError('coding/unknown-level', { level: title, known });
    }),
  );
}
