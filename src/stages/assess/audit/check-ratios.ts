import { type Check, type Comparison, claimsOf, finding, type KeyedClaim } from './audited-study.js';
import { divide, exactly, type Interval, mapRising, mayBeEqual, rounded } from './interval.js';
import { readPrintedNumber } from './printed-number.js';
import { nameQuantity, valuesOf } from './quantities.js';

/** Stated shares against the two numbers that they are made of; right if any value given for them fits. */
export const checkStatedShares: Check = (audited) =>
  claimsOf(audited, 'share').flatMap(({ claim, place, statement }) => {
    const parts = valuesOf(audited, claim.of);
    const wholes = valuesOf(audited, claim.in);
    const stated = readPrintedNumber(claim.value);
    const factor = stated.isPercentage ? 100 : claim.whole;
    const shares = parts.flatMap((part) => wholes.flatMap((whole) => divide(part, whole, factor) ?? []));
    const subject = `${nameQuantity(claim.of)} / ${nameQuantity(claim.in)}`;
    return compareAny(
      statement,
      'share',
      subject,
      { value: String(claim.value), number: stated, place },
      shares,
    );
  });

/**
 * Stated coefficients of agreement against the counts that they are made of: CA = K = n·same/Σtotals (for two coders
 * Holsti's 2M/(N1+N2)), R = nK/(1+(n−1)K) (Holsti 1969).
 */
export const checkAgreement: Check = (audited) =>
  claimsOf(audited, 'agreement').flatMap(({ claim, place, statement }) => {
    const stated = readPrintedNumber(claim.value);
    const factor = stated.isPercentage ? 100 : 1;
    const coefficient = coefficientOf(claim);
    const found = coefficient && mapRising(coefficient, (one) => factor * one);
    const claimed = { value: String(claim.value), number: stated, place };
    return compareAny(statement, 'agreement', claim.measure, claimed, found ? [found] : []);
  });

function coefficientOf({ measure, same, totals, coders, agreement }: KeyedClaim<'agreement'>['claim']) {
  const n = totals?.length ?? coders ?? 2;
  const k =
    same !== undefined && totals !== undefined ? meanAgreement(same, totals) : statedAgreement(agreement);
  if (k === null || measure !== 'R') return k;
  return mapRising(k, (one) => (n * one) / (1 + (n - 1) * one));
}

function meanAgreement(same: number, totals: readonly number[]): Interval | null {
  const all = totals.reduce((sum, one) => sum + one, 0);
  return divide(exactly(same), exactly(all), totals.length);
}

function statedAgreement(agreement: number | string | undefined): Interval | null {
  if (agreement === undefined) return null;
  const number = readPrintedNumber(agreement);
  return mapRising(rounded(number), (one) => (number.isPercentage ? one / 100 : one));
}

function compareAny(
  statement: string,
  kind: 'share' | 'agreement',
  subject: string,
  claimed: {
    readonly value: string;
    readonly number: ReturnType<typeof readPrintedNumber>;
    readonly place: KeyedClaim<'share'>['place'];
  },
  computed: readonly Interval[],
): Comparison[] {
  const [first] = computed;
  if (first === undefined) return [];
  const isRight = computed.some((one) => mayBeEqual(rounded(claimed.number), one));
  const found = { value: first.value, place: claimed.place };
  return [{ statement, finding: isRight ? null : finding(kind, subject, claimed, found) }];
}
