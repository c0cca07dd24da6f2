import type { Framework } from '../../model/framework.js';
import { MOST_MATCHES } from '../../model/most-matches.js';
import type { CorrespondenceRow, PairRow } from '../../model/table-rows.js';
import type { CodedUnit } from './coded-units.js';
import { codesAtLevel } from './tabulate-pairs.js';

/** The codes of another codebook that meet those of the first, by the id of that codebook. */
export interface OtherPairs {
  readonly codebook: string;
  readonly pairs: readonly PairRow[];
}

/** Each code of a level of the first codebook, also those that meet none, with the codes of each other codebook that meet it most. */
export function tabulateCorrespondence(
  framework: Framework,
  units: Iterable<CodedUnit>,
  others: readonly OtherPairs[],
  { level, columnOf }: { readonly level: number; readonly columnOf: (codebook: string) => string },
): (CorrespondenceRow & Readonly<Record<string, string | number | readonly string[]>>)[] {
  const codesOf = codesAtLevel(framework, level);
  const counts = new Map<string, number>();
  for (const { evidence } of units) {
    for (const { id } of codesOf(evidence)) counts.set(id, (counts.get(id) ?? 0) + 1);
  }
  const { levels, codes } = framework.codebook;
  const wanted = levels[Math.min(level, levels.length) - 1]?.id;
  return codes
    .filter((code) => code.level === wanted)
    .map(({ id, label }) => ({
      code: label.zh,
      codeId: id,
      units: counts.get(id) ?? 0,
      ...Object.fromEntries(
        others.map(({ codebook, pairs }) => [
          columnOf(codebook),
          mostMet(pairs.filter(({ codeId }) => codeId === id)),
        ]),
      ),
    }));
}

/** Pairs come with the most frequent first. */
const mostMet = (pairs: readonly PairRow[]) =>
  pairs.slice(0, MOST_MATCHES).map(({ otherCode, sharedUnits }) => `${otherCode}（${sharedUnits}）`);
