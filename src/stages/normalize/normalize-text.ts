import { cleaningSteps, defaultSteps, type StepName } from '../../model/cleaning-step.js';
import type { NormalizedText } from '../../model/normalized-text.js';
import { codePointLength } from '../../text/code-points.js';
import { applyEdits, type Edit } from '../../text/edits.js';
import { moveOrigins, untouched } from '../../text/origins.js';
import * as characters from './characters.js';
import { dropPinyinGlosses } from './drop-pinyin-glosses.js';
import { setCaptionsApart, setFootnotesApart } from './insertions.js';
import { joinLines, joinTornSentences } from './join-lines.js';
import { mendHyphens } from './mend-hyphens.js';
import { dropPageFurniture } from './page-furniture.js';
import { joinSections, openSections, type Section } from './sections.js';
import { type Aside, putBack, type SetApart, takeAsides } from './set-apart.js';
import { simplify } from './simplify.js';

/** Which cleaning steps to take, in whatever order they are named. */
export interface CleaningOptions {
  readonly steps?: readonly StepName[] | undefined;
  /** UTF-16 units of the sections that a text beyond this length is cleaned in, each by itself. */
  readonly sectionLength?: number | undefined;
}

/** A stretch of a text and what cleaning made of it, which knows its place in the whole. */
export interface CleanSection {
  readonly text: string;
  readonly normalized: NormalizedText;
}

/** Cleans a text that comes piece by piece. */
export interface Cleaning {
  /** The sections that are complete with the next piece. */
  readonly add: (piece: string) => Generator<CleanSection>;
  /** The last section. */
  readonly end: () => CleanSection;
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
 * longer than any document is cleaned section by section.
 */
export function normalizeText(text: string, options: CleaningOptions = {}): NormalizedText {
  const cleaning = openCleaning(options);
  return joinSections([...cleaning.add(text), cleaning.end()].map(({ normalized }) => normalized));
}

/** The cleaning of `normalizeText` in bounded memory: no more than a section is held, however long the text. */
export function openCleaning(options: CleaningOptions = {}): Cleaning {
  const sections = openSections(options.sectionLength);
  let cleaned = 0;
  const clean = (section: Section): CleanSection => {
    const normalized = cleanSection(section, options);
    const origins = moveOrigins(normalized.origins, cleaned, section.start);
    cleaned += codePointLength(normalized.text);
    return { text: section.text + section.border, normalized: { ...normalized, origins } };
  };
  return {
    *add(piece) {
      for (const section of sections.add(piece)) yield clean(section);
    },
    end: () => clean(sections.end()),
  };
}

/** The steps to take on one section of a text, each as it is reached; what the last one leaves is the return value. */
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

function cleanSection({ text, border }: Section, options: CleaningOptions): NormalizedText {
  const plan = planSteps(text, options);
  let next = plan.next();
  while (!next.done) next = plan.next();
  const body = next.value;
  if (border === '') return body;
  const { origins } = untouched(border);
  const moved = moveOrigins(origins, codePointLength(body.text), codePointLength(text));
  return joinSections([body, { text: border, origins: moved, steps: [] }]);
}
