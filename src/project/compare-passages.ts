import { measureSegmentation } from '../stages/assess/agreement/boundary-similarity.js';
import type { Resampling } from '../stages/assess/agreement/resample.js';
import { readCountedString } from '../store/counted-text.js';
import { readSentences } from '../store/sentence-table.js';
import type { Store } from '../store/store.js';
import { offsetMap } from '../text/code-points.js';
import { levelsToMeasure, nameLevel } from './agreement-levels.js';
import type { Disagreement } from './agreement-report.js';
import type { Collected } from './assemble-agreement.js';
import type { CodingVersion } from './coded-under.js';
import { AGAINST, judgedPassages, type PassageUnit, type PassageUnitJudged } from './judged-passages.js';
import { numberRows } from './passage-numbers.js';

/** What is needed to compare coders on passages. */
interface PassagesAsked {
  readonly coders: readonly string[];
  readonly coding: CodingVersion;
  readonly unit: PassageUnit;
  readonly level: number | undefined;
  readonly resampling: Resampling;
  readonly batch?: string | undefined;
  /** Cases that are left out. */
  readonly hidden: ReadonlySet<string>;
}

/** Collects what coders said of units of the texts, to be measured at each level. */
export function comparePassages(
  store: Store,
  { coding, level: asked, resampling, ...compared }: PassagesAsked,
): Collected {
  const judged = judgedPassages(store, coding.framework.codebook.id, compared);
  const { coders, unit } = compared;
  const { units, boundaries, unitsOfOne, verdictsLeftOut } = judged;
  return {
    questions: levelsToMeasure(coding, asked).map((level) => ({
      question: 'coding',
      level: nameLevel(coding, level),
      units,
      isSingle: false,
      codeAt: (code) => codeAt(coding, code, level),
    })),
    segmentation: boundaries.length > 0 ? measureSegmentation(coders.length, boundaries, resampling) : null,
    unitsOfOne,
    verdictsLeftOut,
    decisions: units.flatMap((one) => [one.decisions]),
    describe: (places) =>
      describeUnits(
        store,
        places.map((at) => units[at] as PassageUnitJudged),
        unit,
      ),
  };
}

function codeAt(coding: CodingVersion, code: string, level: number): string | null {
  if (!code.startsWith(AGAINST)) return coding.codeAt(code, level);
  const label = coding.codeAt(code.slice(AGAINST.length), level);
  return label === null ? null : `${AGAINST}${label}`;
}

/** Where units are, by paragraph and sentence, and how they read; of a whole case its id alone. */
function describeUnits(
  store: Store,
  units: readonly PassageUnitJudged[],
  unit: PassageUnit,
): Omit<Disagreement, 'given'>[] {
  if (unit === 'case') return units.map(({ cluster }) => ({ caseId: cluster, place: '', quote: null }));
  const numbered = numberRows(
    store,
    units.map(({ cluster, span, version, sentences }) => ({
      caseId: cluster,
      ...span,
      version,
      sentences,
    })),
  );
  let current = '';
  let quoteOf: (sentences: PassageUnitJudged['sentences']) => string = () => '';
  return numbered.map(({ caseId, version, sentences, paragraph, sentence }) => {
    if (caseId !== current) {
      const text = readCountedString(store, caseId, version);
      const offsets = offsetMap(text);
      const { cleanStarts, cleanEnds } = readSentences(store, caseId, version).counted;
      quoteOf = ([first, last]) =>
        text.slice(offsets.toUtf16(cleanStarts[first] as number), offsets.toUtf16(cleanEnds[last] as number));
      current = caseId;
    }
    const place = unit === 'paragraph' ? `${paragraph}` : `${paragraph}.${sentence}`;
    return { caseId, place, quote: quoteOf(sentences) };
  });
}
