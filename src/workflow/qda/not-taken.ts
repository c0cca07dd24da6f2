import type { QdaFault, QdaFaultKind } from '../../model/qda-fault.js';

/** What of a file was not taken, by its reason or the name of its elements, and where the first of it are. */
export interface NotTaken {
  readonly kind: string;
  readonly count: number;
  readonly at?: readonly string[];
}

/** Faults that the reader got over, so that somebody should know of them; others are told where they made something lost. */
const TOLD: readonly QdaFaultKind[] = [
  'doubled-name',
  'doubled-guid',
  'dangling',
  'bad-value',
  'outside-path',
];

const SHOWN = 3;

/** Lists what was not taken: what is only counted, what is known by names, and faults of the file. */
export function listNotTaken(
  counts: Readonly<Record<string, number>>,
  named: Readonly<Record<string, readonly string[] | undefined>>,
  faults: readonly QdaFault[],
): NotTaken[] {
  const found = [
    ...Object.entries(counts).map(([kind, count]): NotTaken => ({ kind, count })),
    ...Object.entries(named).map(([kind, names = []]) => of(kind, names)),
    ...TOLD.map((kind) =>
      of(
        kind,
        faults.filter((fault) => fault.kind === kind).map(({ at }) => at),
      ),
    ),
  ];
  return found.filter(({ count }) => count > 0);
}

function of(kind: string, names: readonly string[]): NotTaken {
  return { kind, count: names.length, at: [...new Set(names)].slice(0, SHOWN) };
}
