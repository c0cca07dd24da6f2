import type { Codebook } from '../model/codebook.js';
import { compareByCodePoint } from '../text/code-points.js';

/** What was coded under a code in a case: so many passages, and whether in what was reserved. */
export interface CodedThere {
  readonly caseId: string;
  readonly codeId: string;
  readonly references: number;
  /** Of the references, those that a person coded or confirmed. */
  readonly confirmed: number;
  readonly isReserved: boolean;
}

/** A code that the reserved cases or statements brought. */
export interface NewCode {
  readonly code: string;
  readonly level: { readonly zh: string; readonly en: string };
  /** Whether it is a concept, of the lowest level, or a category above. */
  readonly isConcept: boolean;
  readonly cases: readonly string[];
  /** Passages, and those of them that a person coded or confirmed; of a category, those of the codes below it, too. */
  readonly references: number;
  readonly confirmed: number;
}

/** The codes, with the categories above them, that occur in what was reserved and nowhere else, in the codebook's order. */
export function compareReserved({ codes, levels }: Codebook, coded: readonly CodedThere[]): NewCode[] {
  const parentOf = new Map(codes.map(({ id, parent }) => [id, parent]));
  const own = new Map<string, CodedThere[]>();
  const known = new Set<string>();
  for (const one of coded) {
    for (let id: string | null | undefined = one.codeId; id; id = parentOf.get(id)) {
      if (!one.isReserved) known.add(id);
      else own.set(id, [...(own.get(id) ?? []), one]);
    }
  }
  const lowest = levels.at(-1)?.id;
  return codes.flatMap(({ id, label, level }): NewCode[] => {
    const found = own.get(id) ?? [];
    if (known.has(id) || found.length === 0) return [];
    const sum = (field: 'references' | 'confirmed') => found.reduce((total, one) => total + one[field], 0);
    return [
      {
        code: label.zh,
        level: levels.find((one) => one.id === level)?.name ?? { zh: level, en: level },
        isConcept: level === lowest,
        cases: [...new Set(found.map(({ caseId }) => caseId))].sort(compareByCodePoint),
        references: sum('references'),
        confirmed: sum('confirmed'),
      },
    ];
  });
}
