import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import {
  boundarySimilarity,
  compareBoundaries,
} from '../../src/stages/assess/agreement/boundary-similarity.js';
import { isSingleCoded, judgedUnit, rateUnits } from '../../src/stages/assess/agreement/judged-unit.js';
import { measureAgreement } from '../../src/stages/assess/agreement/measure-agreement.js';
import { seededRandom } from '../../src/text/seeded-random.js';

const home = mkdtempSync(join(tmpdir(), 'zhagen-agreement-'));
afterAll(() => rmSync(home, { recursive: true, force: true }));

/** A Python with the packages, of its own; undefined where there is no Python 3 or no registry. */
function makePython(): string | undefined {
  const python = join(home, process.platform === 'win32' ? 'Scripts/python.exe' : 'bin/python');
  const quiet = { stdio: 'ignore' } as const;
  if (spawnSync('python3', ['-m', 'venv', home], quiet).status !== 0 || !existsSync(python)) return undefined;
  const packages = ['irrCAC==0.4.4', 'krippendorff==0.9.0', 'segeval==2.0.11'];
  const isInstalled = spawnSync(python, ['-m', 'pip', 'install', '-q', ...packages], quiet).status === 0;
  return isInstalled ? python : undefined;
}

const python = makePython();
if (!python) process.stderr.write('No Python 3 with irrCAC, krippendorff and segeval: skipped.\n');

const random = seededRandom(15);
const below = (most: number) => Math.floor(random() * most);
const times = <T>(count: number, make: (at: number) => T) =>
  Array.from({ length: count }, (_, at) => make(at));

/** A code that coders often agree on. */
const codeNear = (truth: number, codes: number) => `${below(3) === 0 ? below(codes) : truth}`;

const nominal = times(25, (table) => {
  const [coders, codes] = [2 + (table % 4), 2 + below(4)];
  const hasGaps = table % 2 === 1;
  return times(15 + below(30), () => {
    const truth = below(codes);
    return times(coders, () => (hasGaps && below(6) === 0 ? null : codeNear(truth, codes)));
  });
});

const sets = times(10, (table) =>
  times(20, () => {
    const truth = below(4);
    const alone = () => [...new Set(times(1 + below(2), () => codeNear(truth, 4)))].sort();
    return times(2 + (table % 2), alone);
  }),
);

/** Lengths of the segments of one text, as two coders cut it. */
const boundaries = times(30, () => {
  const cut = () => {
    const places = [...new Set(times(3, () => 1 + below(29)))].sort((one, other) => one - other);
    return [...places, 30].map((place, at) => place - (places[at - 1] ?? 0));
  };
  return [cut(), cut()] as const;
});

const measuresOf = (rows: readonly (readonly (readonly string[] | null)[])[]) => {
  const units = rows.map((given, at) => judgedUnit(`${at}`, given));
  const coders = (rows[0] ?? []).map((_, at) => `${at}`);
  const ratings = rateUnits(coders, units, { isSingle: isSingleCoded(units) });
  return measureAgreement(ratings, { resamples: 0, seed: 1 }).all.measures;
};

interface Computed {
  readonly nominal: readonly Readonly<Record<string, number>>[];
  readonly sets: readonly number[];
  readonly boundaries: readonly number[];
}

describe.skipIf(!python)('agreement is what Python computes', () => {
  const script = join(import.meta.dirname, 'agreement-in-python.py');
  const run = python
    ? spawnSync(python, [script], { input: JSON.stringify({ nominal, sets, boundaries }), encoding: 'utf8' })
    : undefined;
  const computed = (): Computed => {
    if (run?.status !== 0) throw new Error(run?.stderr);
    return JSON.parse(run.stdout) as Computed;
  };

  it('by irrCAC and krippendorff, for any number of coders, with and without gaps', () => {
    for (const [at, expected] of computed().nominal.entries()) {
      const rows = nominal[at] ?? [];
      const measures = measuresOf(rows.map((row) => row.map((cell) => (cell === null ? null : [cell]))));
      for (const name of ['percent', 'ac1', 'fleiss', 'brennan-prediger', 'alpha'] as const) {
        expect(measures[name]?.value, `${name} of table ${at}`).toBeCloseTo(expected[name] as number, 5);
      }
      // Of two coders without gaps, Conger's coefficient is Cohen's.
      if (rows[0]?.length === 2 && at % 2 === 0) {
        expect(measures.kappa?.value).toBeCloseTo(expected['conger'] as number, 5);
      }
    }
  });

  it('by krippendorff with the MASI distance, for sets of codes', () => {
    for (const [at, expected] of computed().sets.entries()) {
      expect(measuresOf(sets[at] ?? [])['alpha-masi']?.value).toBeCloseTo(expected, 5);
    }
  });

  it('by segeval, for the boundaries of passages', () => {
    const placesOf = (lengths: readonly number[]) =>
      lengths.slice(0, -1).map((_, at) => lengths.slice(0, at + 1).reduce((sum, one) => sum + one, 0));
    for (const [at, expected] of computed().boundaries.entries()) {
      const [one, other] = boundaries[at] ?? [[], []];
      const edits = compareBoundaries(placesOf(one), placesOf(other));
      expect(boundarySimilarity(edits)).toBeCloseTo(expected, 6);
    }
  });
});
