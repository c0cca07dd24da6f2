import type { Store } from '../store/store.js';
import { levelsToMeasure, nameLevel } from './agreement-levels.js';
import type { Collected, QuestionAsked } from './assemble-agreement.js';
import type { CodingVersion } from './coded-under.js';
import { codeNamed } from './find-code.js';
import { hiddenGroupTest } from './hidden-cases.js';
import { judgedKeywords } from './judged-keywords.js';

/** What is needed to compare coders on keywords. */
interface KeywordsAsked {
  readonly coders: readonly string[];
  readonly coding: CodingVersion;
  readonly level: number | undefined;
  /** Cases whose groups are left out. */
  readonly hidden: ReadonlySet<string>;
}

/**
 * Collects what coders said of keywords: which core keyword each belongs to, to be measured at each level, and whether it stays.
 */
export function compareKeywords(
  store: Store,
  { coders, coding, level: asked, hidden }: KeywordsAsked,
): Collected {
  const isHidden = hiddenGroupTest(store, hidden);
  const mapped = judgedKeywords(store, 'mapping', { coders, isHidden });
  const screened = judgedKeywords(store, 'screening', { coders, isHidden });
  const { codebook } = coding.framework;
  const lowest = codebook.levels.length - 1;
  const codeAt = (name: string, level: number) => {
    const code = codeNamed(codebook.codes, name);
    if (code) return coding.codeAt(code.id, level);
    return level === lowest ? name : null;
  };
  const mapping = levelsToMeasure(coding, asked).map(
    (level): QuestionAsked => ({
      question: 'mapping',
      level: nameLevel(coding, level),
      units: mapped.units,
      isSingle: true,
      codeAt: (name) => codeAt(name, level),
    }),
  );
  const screening: QuestionAsked = {
    question: 'screening',
    level: null,
    units: screened.units,
    isSingle: true,
  };
  const questions = [...(mapped.units.length > 0 ? mapping : []), screening];
  const first = mapped.units.length > 0 ? mapped.units : screened.units;
  return {
    questions,
    segmentation: null,
    unitsOfOne: mapped.unitsOfOne + screened.unitsOfOne,
    verdictsLeftOut: 0,
    decisions: first.map(({ decisions }) => decisions),
    describe: (places) =>
      places.flatMap((at) => {
        const unit = first[at];
        return unit ? [{ caseId: unit.group, place: unit.word, quote: null }] : [];
      }),
  };
}
