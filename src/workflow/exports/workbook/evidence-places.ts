import type { Framework } from '../../../model/framework.js';
import type { Row, Table } from '../../table.js';

/** Where the evidence of each code begins in a table of evidence, and how far the rows reach. */
export interface EvidencePlaces {
  /** The first row of a code or of those under it, and in one case of the code itself; undefined where it has none. */
  readonly rowOf: (codeId: string, caseId?: string) => number | undefined;
}

/** Sorts evidence by code, each code before those under it; the rows of one code keep their order. */
export function sortByCode(table: Table, framework: Framework | null): Table {
  const order = orderOfCodes(framework);
  const place = (row: Row) => order.get(String(row['codeId'])) ?? order.size;
  return { ...table, rows: [...table.rows].sort((one, other) => place(one) - place(other)) };
}

/** Finds the first row of each code in evidence that is sorted by code. */
export function findEvidence({ rows }: Table, framework: Framework | null): EvidencePlaces {
  const first = new Map<string, number>();
  const remember = (key: string, at: number) => {
    if (!first.has(key)) first.set(key, at);
  };
  for (const [at, { codeId, caseId }] of rows.entries()) {
    const id = String(codeId);
    for (const code of framework?.paths.get(id) ?? [{ id }]) remember(code.id, at);
    remember(keyOf(id, String(caseId)), at);
  }
  return { rowOf: (codeId, caseId) => first.get(caseId === undefined ? codeId : keyOf(codeId, caseId)) };
}

/** The place of each code when every code is followed by those under it. */
function orderOfCodes(framework: Framework | null): Map<string, number> {
  const codes = framework?.codebook.codes ?? [];
  const index = new Map(codes.map(({ id }, at) => [id, at]));
  const pathOf = (id: string) => (framework?.paths.get(id) ?? []).map((code) => index.get(code.id) ?? 0);
  const paths = codes.map(({ id }) => ({ id, path: pathOf(id) }));
  paths.sort((one, other) => {
    const at = one.path.findIndex((step, level) => step !== other.path[level]);
    return at < 0 ? one.path.length - other.path.length : (one.path[at] ?? 0) - (other.path[at] ?? -1);
  });
  return new Map(paths.map(({ id }, at) => [id, at]));
}

const keyOf = (codeId: string, caseId: string) => JSON.stringify([codeId, caseId]);
