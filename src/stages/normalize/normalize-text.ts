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
import { addCounts, joinSections, openSections, SECTION_LENGTH, type Section } from './sections.js';
import { appendNotes, inRawOrder, type SetApart, takeBlocks, wholeBlocks } from './set-apart.js';
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
  /** The last section, with the notes of all of them behind it. */
  readonly end: () => CleanSection;
}

/** What is left of a text when it is clean, and beside it, in the order of the raw text, what was set apart. */
interface Cleaned {
  readonly body: NormalizedText;
  readonly notes: readonly NormalizedText[];
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

/** Notes wait for the end of the text, those of no more than so many sections full of them. */
const SECTIONS_OF_NOTES = 4;

/**
 * Cleans a decoded text into one paragraph a line and keeps for every code point where it came from; behind the
 * text stands what was set apart from its sentences. A text longer than any document is cleaned section by section.
 */
export function normalizeText(text: string, options: CleaningOptions = {}): NormalizedText {
  const cleaning = openCleaning(options);
  return joinSections([...cleaning.add(text), cleaning.end()].map(({ normalized }) => normalized));
}

/** The cleaning of `normalizeText` in bounded memory: no more than a section and the notes are held, however long the text. */
export function openCleaning(options: CleaningOptions = {}): Cleaning {
  const sections = openSections(options.sectionLength);
  const notes: NormalizedText[] = [];
  let held = 0;
  let cleaned = 0;
  const clean = (section: Section): CleanSection => {
    const plan = planSteps(section.text, options, held);
    let next = plan.next();
    while (!next.done) next = plan.next();
    held += unitsOf(next.value.notes);
    for (const note of next.value.notes) {
      notes.push({ ...note, origins: moveOrigins(note.origins, 0, section.start) });
    }
    const body = withBorder(next.value.body, section);
    const normalized = { ...body, origins: moveOrigins(body.origins, cleaned, section.start) };
    cleaned += codePointLength(normalized.text);
    return { text: section.text + section.border, normalized };
  };
  return {
    *add(piece) {
      for (const section of sections.add(piece)) yield clean(section);
    },
    end: () => {
      const last = clean(sections.end());
      return { ...last, normalized: appendNotes(last.normalized, notes, cleaned) };
    },
  };
}

/**
 * The steps to take on one section of a text, each as it is reached; what the last one leaves is the return value.
 * Once the sections before have left more notes than are held (`held` UTF-16 units), nothing more is set apart.
 */
export function* planSteps(
  text: string,
  { steps = defaultSteps, sectionLength = SECTION_LENGTH }: CleaningOptions,
  held = 0,
): Generator<PlannedStep, Cleaned> {
  const areFull = held > SECTIONS_OF_NOTES * sectionLength;
  let body = untouched(text);
  let notes: readonly NormalizedText[] = [];
  for (const step of cleaningSteps) {
    if (!steps.includes(step)) continue;
    const setsApart = SETTING_APART.has(step);
    const edits = setsApart && areFull ? [] : wholeBlocks(EDITS[step](body.text, body), notes);
    yield { step, before: body, edits };
    const taken = takeBlocks(body, edits, step);
    const cleaned: NormalizedText[] = [];
    for (const note of notes) {
      const own = setsApart ? [] : EDITS[step](note.text, note);
      yield { step, before: note, edits: own };
      cleaned.push(applyEdits(note, own, step));
    }
    notes = inRawOrder([...cleaned, ...taken.blocks]);
    body = taken.body;
  }
  const counts = addCounts([body.steps, ...notes.map((note) => note.steps)]);
  return { body: { ...body, steps: counts }, notes: notes.map((note) => ({ ...note, steps: [] })) };
}

/** UTF-16 units of notes. */
export function unitsOf(notes: readonly NormalizedText[]): number {
  return notes.reduce((sum, { text }) => sum + text.length, 0);
}

function withBorder(body: NormalizedText, { text, border }: Section): NormalizedText {
  if (border === '') return body;
  const { origins } = untouched(border);
  const moved = moveOrigins(origins, codePointLength(body.text), codePointLength(text));
  return joinSections([body, { text: border, origins: moved, steps: [] }]);
}
