import type { AgreementMeasure } from '../../../model/agreement-measure.js';
import type { Agreement, PooledAgreement } from './measure-agreement.js';
import type { Figure } from './resample.js';

/** Takes away the measures that are not named, so that nobody picks the highest. */
export function selectMeasures(agreement: Agreement, shown: ReadonlySet<AgreementMeasure>): Agreement {
  const select = <Measures extends Readonly<Partial<Record<AgreementMeasure, Figure>>>>(measures: Measures) =>
    Object.fromEntries(
      Object.entries(measures).filter(([name]) => shown.has(name as AgreementMeasure)),
    ) as Measures;
  const pooled = (one: PooledAgreement): PooledAgreement => ({
    ...one,
    measures: select(one.measures),
    pairs: one.pairs.map(({ kappa, ...pair }) => (kappa && shown.has('kappa') ? { ...pair, kappa } : pair)),
  });
  return {
    all: pooled(agreement.all),
    coded: pooled(agreement.coded),
    anyCode: select(agreement.anyCode),
    codes: agreement.codes.map((code) => ({ ...code, all: select(code.all), coded: select(code.coded) })),
  };
}
