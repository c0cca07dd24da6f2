import { UserError } from '../../errors.js';
import type { Codebook } from '../../model/codebook.js';
import type { CodingRow, NamedCode } from '../../model/hand-coding.js';
import { type CodeCells, openCodeCells } from '../sheets/code-cell.js';
import type { ParentOf } from '../sheets/plan-code-rows.js';

/** The codes that rows of hand coding name. */
export interface PlannedCodes {
  readonly codes: CodeCells;
  /** The codes that each row gives, of those without a problem. */
  readonly given: ReadonlyMap<CodingRow, readonly string[]>;
  /** Which code is above which, as the rows say. */
  readonly parents: ParentOf;
  readonly problems: readonly UserError[];
}

/** The ids of levels of a codebook by the titles that a study gives them. */
export type LevelsByTitle = ReadonlyMap<string, string>;

/** Plans which codes rows name under a codebook, and where new ones go; rows that contradict each other are problems. */
export function planCodes(
  book: Pick<Codebook, 'codes' | 'levels'>,
  levels: LevelsByTitle,
  rows: readonly CodingRow[],
): PlannedCodes {
  const codes = openCodeCells(book as Codebook, true);
  const given = new Map<CodingRow, readonly string[]>();
  const parents = new Map<string, { readonly parent: string; readonly line: number }>();
  const problems: UserError[] = [];
  const before = new Map(book.codes.map(({ id, parent }) => [id, parent]));
  for (const row of rows) {
    let column = row.path[0].column;
    try {
      const named = row.path.map((one, at) => {
        column = one.column;
        return read(one, at);
      });
      for (const [at, [above = ''] = []] of named.slice(1).entries()) {
        column = (row.path[at + 1] as NamedCode).column;
        for (const code of named[at] ?? []) place(code, above, row.line);
      }
      given.set(row, named[0] ?? []);
    } catch (error) {
      if (!(error instanceof UserError)) throw error;
      problems.push(new UserError('coding/cell', { line: row.line, column, problems: [error] }));
    }
  }
  return { codes, given, parents, problems };

  /** The codes of a cell; above the lowest level it is one, which must be above what it is said to be above. */
  function read({ cell, level }: NamedCode, at: number): string[] {
    const found = codes.read(cell, levels.get(level));
    if (at > 0 && found.length > 1) throw new UserError('coding/several-above', { cell });
    return found;
  }

  function place(code: string, above: string, line: number): void {
    const said = parents.get(code);
    const known = said?.parent ?? before.get(code) ?? null;
    const name = codes.labelOf(code);
    if (known !== null && known !== above) {
      const [one, other] = [codes.labelOf(known), codes.labelOf(above)];
      throw new UserError('coding/two-above', { code: name, one, other, line: said?.line ?? null });
    }
    if (!said) parents.set(code, { parent: above, line });
  }
}
