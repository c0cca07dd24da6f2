import { cleaningSteps, defaultSteps, type StepName } from '../../model/cleaning-step.js';
import type { NormalizedText } from '../../model/normalized-text.js';
import { applyEdits, type Edit } from '../../text/edits.js';
import { untouched } from '../../text/origins.js';
import * as characters from './characters.js';
import { dropPinyinGlosses } from './drop-pinyin-glosses.js';
import { setCaptionsApart, setFootnotesApart } from './insertions.js';
import { joinLines, joinTornSentences } from './join-lines.js';
import { mendHyphens } from './mend-hyphens.js';
import { dropPageFurniture } from './page-furniture.js';
import { type CleanPiece, joinPieces, type Piece, splitPieces } from './pieces.js';
import { type Aside, putBack, type SetApart, takeAsides } from './set-apart.js';
import { simplify } from './simplify.js';

/** Which cleaning steps to take, in whatever order they are named. */
export interface CleaningOptions {
  readonly steps?: readonly StepName[] | undefined;
}

/** One step about to be taken: the text before it and what it changes there. */
export interface PlannedStep {
  readonly step: StepName;
  readonly before: NormalizedText;
  readonly edits: readonly (Edit | SetApart)[];
}

const EDITS: Readonly<Record<StepName, (text: string, normalized: NormalizedText) => (Edit | SetApart)[]>> = {
  'line-ends': characters.unifyLineEnds,
  'invisible-characters': characters.dropInvisible,
  radicals: characters.mendRadicals,
  'title-marks': characters.mendTitleMarks,
  'pinyin-glosses': dropPinyinGlosses,
  'page-furniture': dropPageFurniture,
  footnotes: setFootnotesApart,
  captions: setCaptionsApart,
  'hard-wraps': joinLines,
  'torn-sentences': joinTornSentences,
  'page-breaks': characters.endPages,
  hyphens: mendHyphens,
  'full-width': characters.narrowWidth,
  'line-blanks': characters.trimLines,
  'blank-lines': characters.dropBlankLines,
  'note-marks': characters.dropNoteMarks,
  punctuation: characters.widenPunctuation,
  gaps: characters.closeGaps,
  simplify,
};

/** What these set apart they do not part again. */
const SETTING_APART: ReadonlySet<StepName> = new Set(['footnotes', 'captions']);

/**
 * Cleans a decoded text into one paragraph a line and keeps for every code point where it came from. A text
 * longer than any document is cleaned piece by piece, so that memory stays bounded.
 */
export function normalizeText(text: string, options: CleaningOptions = {}): NormalizedText {
  return joinPieces(splitPieces(text).map((piece) => cleanPiece(piece, options)));
}

/** The steps to take on one piece of text, each as it is reached; what the last one leaves is the return value. */
export function* planSteps(
  text: string,
  { steps = defaultSteps }: CleaningOptions,
): Generator<PlannedStep, NormalizedText> {
  let before = untouched(text);
  let asides: readonly Aside[] = [];
  for (const step of cleaningSteps) {
    if (!steps.includes(step)) continue;
    const edits = EDITS[step](before.text, before);
    yield { step, before, edits };
    const taken = takeAsides(before, edits, applyEdits(before, edits, step));
    const cleaned: Aside[] = [];
    for (const { anchor, block } of asides) {
      const own = SETTING_APART.has(step) ? [] : EDITS[step](block.text, block);
      yield { step, before: block, edits: own };
      cleaned.push({ anchor, block: applyEdits(block, own, step) });
    }
    asides = [...cleaned, ...taken.asides].sort((a, b) => a.anchor - b.anchor);
    before = taken.text;
  }
  return putBack(before, asides);
}

function cleanPiece({ text, start, isBorder }: Piece, options: CleaningOptions): CleanPiece {
  if (isBorder) return { start, normalized: untouched(text) };
  const plan = planSteps(text, options);
  let next = plan.next();
  while (!next.done) next = plan.next();
  return { start, normalized: next.value };
}
