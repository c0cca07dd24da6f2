import type { CodeNetwork } from '../../model/code-network.js';
import type { Framework } from '../../model/framework.js';
import type { CodingRow } from '../../model/table-rows.js';
import type { CodedUnit } from './coded-units.js';
import { tabulatePairs } from './tabulate-pairs.js';

/** The network of the codes of a level: which meet in how many units; what each received is read off the coding table. */
export function tabulateNetwork(
  framework: Framework,
  coding: readonly CodingRow[],
  units: Iterable<CodedUnit>,
  level: number | undefined,
): CodeNetwork {
  // Laid beside itself, a codebook has each pair in both orders, and each code with itself as often as it occurs.
  const rows = tabulatePairs(framework, framework, units, level);
  const occurs = new Map(
    rows.filter((row) => row.codeId === row.otherCodeId).map((row) => [row.codeId, row]),
  );
  const received = new Map(coding.map((row) => [row.codeId, row]));
  const codes = framework.codebook.codes.filter(({ id }) => occurs.has(id));
  const places = new Map(codes.map(({ id }, at) => [id, at]));
  const place = (id: string) => places.get(id) as number;
  return {
    codes: codes.map(({ id, label, level: own }) => ({
      id,
      label: label.zh,
      level: own,
      top: framework.paths.get(id)?.[0]?.label.zh ?? label.zh,
      units: occurs.get(id)?.sharedUnits ?? 0,
      cases: received.get(id)?.cases ?? 0,
      references: received.get(id)?.references ?? 0,
    })),
    pairs: rows
      .filter(({ codeId, otherCodeId }) => place(codeId) < place(otherCodeId))
      .sort((a, b) => place(a.codeId) - place(b.codeId) || place(a.otherCodeId) - place(b.otherCodeId))
      .map(({ codeId, otherCodeId, sharedUnits, sharedCases }) => ({
        from: codeId,
        to: otherCodeId,
        units: sharedUnits,
        cases: sharedCases,
      })),
  };
}
