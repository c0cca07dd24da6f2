import {
  type AgreementMeasure,
  agreementMeasures,
  headlineMeasures,
} from '../../../model/agreement-measure.js';
import { openTotals, type Totals } from './add-clusters.js';
import {
  binaryChances,
  type Chances,
  correctForChance,
  isConstant,
  nominalChances,
  poolChances,
} from './coefficients.js';
import { holstiOf } from './holsti.js';
import { openMasiAlpha } from './masi.js';
import { countCoders, type RatedUnit, type Ratings, whoCoded } from './ratings.js';
import { type Figure, type Resampling, resampleClusters } from './resample.js';
import { BASE, FIELD, PAIR, pairAt, type RatingSums, sumRatings } from './sum-ratings.js';

/** The measures of one code alone, and of a pair of coders. */
const codeMeasures = ['percent', ...headlineMeasures] as const;
const pairMeasures = ['percent', 'kappa'] as const;

type CodeMeasure = (typeof codeMeasures)[number];

/** Agreement of all codes together, over some universe of units. */
export interface PooledAgreement {
  /** Units that two or more coders judged, as a whole or in one code. */
  readonly units: number;
  readonly measures: Readonly<Partial<Record<AgreementMeasure, Figure>>>;
  /** Each pair of coders, where there are more than two. */
  readonly pairs: readonly {
    readonly coders: readonly [string, string];
    readonly percent: Figure;
    readonly kappa?: Figure;
  }[];
}

type OfCode = Readonly<Partial<Record<CodeMeasure, Figure>>>;

/** Agreement on one code, given or not. */
export interface CodeAgreement {
  readonly code: string;
  /** Units that anybody gave the code. */
  readonly positives: number;
  /** Fewer positives than the values can be trusted for (过少). */
  readonly isTooFew: boolean;
  /** Share of ratings that give the code, over all units. */
  readonly prevalence: number | null;
  /** |2 × prevalence − 1|, and of two coders the difference of their shares (Byrt, Bishop & Carlin 1993). */
  readonly prevalenceIndex: number | null;
  readonly biasIndex: number | null;
  readonly all: OfCode;
  readonly coded: OfCode;
}

/** Agreement of coders on the same units. */
export interface Agreement {
  /** Over all units, those included that nobody gave a code. */
  readonly all: PooledAgreement;
  /** Over the units that somebody gave a code. */
  readonly coded: PooledAgreement;
  /** On whether a unit is given any code at all, over all units. */
  readonly anyCode: OfCode;
  readonly codes: readonly CodeAgreement[];
}

/** Below so many positives the values of a code say little. */
const ENOUGH = 10;

/**
 * Measures how coders agree on the codes of units. Where a coder gives a unit one code at most, the codes are categories of
 * one judgement, `no code` among them; else each code is a judgement of its own, and the codes are pooled (De Vries et al.
 * 2008: mean observed and mean expected agreement of all codes). All coders saying the same everywhere is not defined (null).
 * @param shown the measures to compute; no others are there, so that nobody picks the highest
 */
export function measureAgreement(
  ratings: Ratings,
  resampling: Resampling,
  shown: ReadonlySet<AgreementMeasure> = new Set(agreementMeasures),
): Agreement {
  const { coders, codes, clusters } = ratings;
  const names: Names = {
    pooled: agreementMeasures.filter((name) => shown.has(name)),
    pair: pairMeasures.filter((name) => shown.has(name)),
    code: codeMeasures.filter((name) => shown.has(name)),
  };
  const sums = sumRatings(ratings);
  const totalsOf = openTotals(sums);
  const whole = totalsOf(new Float64Array(clusters).fill(1));
  const categories = countCategories(whole.all, sums);
  const prevalences = codes.map((_, code) => prevalenceOf(whole.all, sums, code));
  const masiOf = !ratings.isSingle && shown.has('alpha-masi') ? openMasiAlpha(ratings) : undefined;
  const compared = ratings.units.filter(isCompared);
  const units = { all: compared.length, coded: compared.filter((unit) => whoCoded(unit) !== 0).length };
  const figures = resampleClusters(clusters, resampling, (weights) => {
    const totals = totalsOf(weights);
    const masi = masiOf?.(weights);
    return (['all', 'coded'] as const).flatMap((universe) => {
      const ofCodes = codes.map((_, code) => binaryChances(totals[universe], sums, code));
      return [
        ...pooledFigures(names, totals[universe], sums, ratings, categories, ofCodes, masi?.[universe]),
        ...[...ofCodes, binaryChances(totals[universe], sums, sums.any)].flatMap((chances, at) => {
          const isNothing = isConstant(totals[universe], sums, at === codes.length ? sums.any : at);
          return names.code.map((name) => codeFigure(name, chances, isNothing));
        }),
      ];
    });
  });
  const read = readerOf(figures);
  const readOfCode = (): OfCode => read.record(names.code);
  const readUniverse = (universe: 'all' | 'coded') => {
    const measures = read.record(names.pooled);
    const pairs = sums.pairs.map(([one, other]) => ({
      coders: [coders[one], coders[other]] as [string, string],
      ...read.record(names.pair),
    }));
    const pooled = { units: units[universe], measures, pairs: coders.length > 2 ? pairs : [] };
    return { pooled, codes: codes.map(readOfCode), anyCode: readOfCode() };
  };
  const [all, coded] = [readUniverse('all'), readUniverse('coded')];
  const positives = countPositives(ratings);
  return {
    all: all.pooled,
    coded: coded.pooled,
    anyCode: all.anyCode,
    codes: codes.map((code, at) => ({
      code,
      positives: positives[at] as number,
      isTooFew: (positives[at] as number) < ENOUGH,
      ...(prevalences[at] as ReturnType<typeof prevalenceOf>),
      all: all.codes[at] as OfCode,
      coded: coded.codes[at] as OfCode,
    })),
  };
}

/** Whether two or more coders judged a unit, or one code in it. */
function isCompared({ full, codes }: RatedUnit): boolean {
  return countCoders(full) > 1 || codes.some(({ known }) => countCoders(known) > 1);
}

/** The measures that are computed, in the order of their figures. */
interface Names {
  readonly pooled: readonly AgreementMeasure[];
  readonly pair: readonly (typeof pairMeasures)[number][];
  readonly code: readonly CodeMeasure[];
}

/** The figures of all codes together, then those of each pair. */
function pooledFigures(
  names: Names,
  totals: Totals,
  sums: RatingSums,
  { coders, codes, isSingle }: Ratings,
  categories: number,
  ofCodes: readonly Chances[],
  masi = Number.NaN,
): number[] {
  const chances = isSingle ? nominalChances(totals, sums, categories) : poolAll(ofCodes, sums.pairs.length);
  const isNothing = isSingle
    ? countCategories(totals, sums) < 2
    : codes.every((_, code) => isConstant(totals, sums, code));
  const others: Partial<Record<AgreementMeasure, number>> = {
    'alpha-masi': masi,
    ...holstiOf(totals, sums, coders.length),
  };
  return [
    ...names.pooled.map((name) => others[name] ?? codeFigure(name as CodeMeasure, chances, isNothing)),
    ...chances.kappa.flatMap((chance) =>
      names.pair.map((name) => {
        if (name === 'percent') return chance.observed;
        return isNothing ? Number.NaN : correctForChance(chance);
      }),
    ),
  ];
}

/** A measure of one code, or of all of them by their pooled chances. */
function codeFigure(name: CodeMeasure, chances: Chances, isNothing: boolean): number {
  if (name === 'percent') return chances.fleiss.observed;
  const [ofPair, ...others] = chances.kappa;
  const chance = name === 'kappa' ? (others.length === 0 ? ofPair : undefined) : chances[name];
  return isNothing || chance === undefined ? Number.NaN : correctForChance(chance);
}

/** Pools the codes that anybody rated. */
function poolAll(ofCodes: readonly Chances[], pairs: number): Chances {
  const rated = ofCodes.filter(({ fleiss }) => Number.isFinite(fleiss.observed));
  return {
    fleiss: poolChances(rated.map(({ fleiss }) => fleiss)),
    ac1: poolChances(rated.map(({ ac1 }) => ac1)),
    'brennan-prediger': poolChances(rated.map((one) => one['brennan-prediger'])),
    alpha: poolChances(rated.map(({ alpha }) => alpha)),
    kappa: Array.from({ length: pairs }, (_, pair) =>
      poolChances(
        rated.flatMap(({ kappa }) => {
          const chance = kappa[pair];
          return chance && Number.isFinite(chance.observed) ? [chance] : [];
        }),
      ),
    ),
  };
}

/** How many categories anybody gave, `none` among them. */
function countCategories({ codes }: Totals, { any, fields }: RatingSums): number {
  let count = 0;
  for (let code = 0; code < any; code += 1)
    count += Number((codes[code * fields + FIELD.share] as number) > 0);
  return count;
}

function countPositives({ codes, units }: Ratings): number[] {
  const positives = codes.map(() => 0);
  for (const unit of units) {
    for (const { code, yes } of unit.codes) positives[code] = (positives[code] as number) + Number(yes !== 0);
  }
  return positives;
}

function prevalenceOf({ base, codes }: Totals, { fields, pairs }: RatingSums, code: number) {
  const at = code * fields;
  const sum = (field: number) => codes[at + field] as number;
  const rated = (base[BASE.rated] as number) + sum(FIELD.rated);
  const prevalence = rated > 0 ? sum(FIELD.share) / rated : null;
  const field = pairAt(0);
  const units = (base[BASE.pairs] as number) + sum(field + PAIR.rated);
  const isPair = pairs.length === 1 && units > 0;
  return {
    prevalence: round(prevalence),
    prevalenceIndex: round(prevalence === null ? null : Math.abs(2 * prevalence - 1)),
    biasIndex: round(isPair ? Math.abs(sum(field + PAIR.one) - sum(field + PAIR.other)) / units : null),
  };
}

const round = (value: number | null) => (value === null ? null : Math.round(value * 1e6) / 1e6);

/** Reads figures one after the other, by the names of measures. */
function readerOf(figures: readonly Figure[]) {
  let at = 0;
  return {
    record: <Name extends string>(names: readonly Name[]): Readonly<Record<Name, Figure>> => {
      const read = Object.fromEntries(names.map((name, place) => [name, figures[at + place]]));
      at += names.length;
      return read as Readonly<Record<Name, Figure>>;
    },
  };
}
