import { cleaningSteps, defaultSteps, type StepName } from '../../model/cleaning-step.js';
import type { Mark } from '../../model/mark.js';
import type { NormalizedText } from '../../model/normalized-text.js';
import type { Region } from '../../model/region.js';
import {
  dropInvisible,
  narrowWidth,
  replaceRadicals,
  replaceTitleMarks,
  unifyForms,
  widenPunctuation,
} from '../../text/character-edits.js';
import { codePointLength } from '../../text/code-points.js';
import { applyEdits, type Edit } from '../../text/edits.js';
import { moveOrigins, normalizeAsIs } from '../../text/origins.js';
import { simplify } from '../../text/simplify.js';
import * as characters from './characters.js';
import { dropPinyinGlosses } from './drop-pinyin-glosses.js';
import { setCaptionsApart, setFootnotesApart } from './insertions.js';
import { joinHyphens } from './join-hyphens.js';
import { joinLines, joinTornSentences } from './join-lines.js';
import { convertTables } from './markup/convert-tables.js';
import { dropLatex } from './markup/drop-latex.js';
import { dropHeadingMarks, dropMarkup } from './markup/drop-markup.js';
import { dropDisplayFormulas, readFormulas } from './markup/formulas.js';
import { dropNoteMarks } from './note-marks.js';
import { dropPageFurniture } from './page-furniture.js';
import { marksOfMarkup } from './regions/marks.js';
import { recogniseRegions } from './regions/recognise-regions.js';
import { addCounts, joinSections, openSections, SECTION_LENGTH, type Section } from './sections.js';
import { type ApartBlock, asEndNotes, type SetApart, takeBlocks } from './set-apart.js';

/** Which cleaning steps to take, in whatever order they are named. */
export interface CleaningOptions {
  readonly steps?: readonly StepName[] | undefined;
  /** UTF-16 units of the sections that a text beyond this length is cleaned in, each by itself. */
  readonly sectionLength?: number | undefined;
  /** What the structure of the document says of stretches of the text, in order. */
  readonly marks?: readonly Mark[] | undefined;
}

/** A stretch of a text and what cleaning made of it, which knows its place in the whole. */
export interface CleanSection {
  readonly text: string;
  readonly normalized: NormalizedText;
  /** The regions of the clean text; like its origins, they count from the start of the whole. */
  readonly regions: readonly Region[];
}

/** Cleans a text that comes piece by piece. */
export interface Cleaning {
  /** The sections that are complete with the next piece. */
  readonly add: (piece: string) => Generator<CleanSection>;
  /** The last section. */
  readonly end: () => CleanSection;
}

/** What cleaning leaves of a section: the text, and blocks that stood within its sentences. */
interface CleanParts {
  readonly body: NormalizedText;
  readonly apart: readonly ApartBlock[];
}

/** One step about to be taken: the text before it and what it changes there. */
export interface PlannedStep {
  readonly step: StepName;
  readonly before: NormalizedText;
  readonly edits: readonly (Edit | SetApart)[];
}

const EDITS: Readonly<Record<StepName, (text: string, normalized: NormalizedText) => (Edit | SetApart)[]>> = {
  'line-ends': characters.unifyLineEnds,
  'invisible-characters': dropInvisible,
  radicals: replaceRadicals,
  'character-forms': unifyForms,
  'title-marks': replaceTitleMarks,
  'pinyin-glosses': dropPinyinGlosses,
  tables: convertTables,
  'display-formulas': dropDisplayFormulas,
  formulas: readFormulas,
  latex: dropLatex,
  markup: dropMarkup,
  'page-furniture': dropPageFurniture,
  footnotes: setFootnotesApart,
  captions: setCaptionsApart,
  'hard-wraps': joinLines,
  'torn-sentences': joinTornSentences,
  'heading-marks': dropHeadingMarks,
  'page-breaks': characters.endPages,
  hyphens: joinHyphens,
  'full-width': narrowWidth,
  'line-blanks': characters.trimLines,
  'blank-lines': characters.dropBlankLines,
  'note-marks': dropNoteMarks,
  punctuation: widenPunctuation,
  gaps: characters.closeGapsInLines,
  simplify,
};

/** What these set apart they do not part again. */
const SETTING_APART: ReadonlySet<StepName> = new Set(['footnotes', 'captions']);

/** What was set apart is held until the text ends, up to so many sections full. */
const HELD_SECTIONS = 4;

/**
 * Cleans a decoded text into one paragraph a line and keeps for every code point where it came from. What was set
 * apart stands after the text; but for the place where it begins, origins rise throughout. A text longer than any
 * document is cleaned section by section.
 */
export function normalizeText(text: string, options: CleaningOptions = {}): NormalizedText {
  const cleaning = openCleaning(options);
  return joinSections([...cleaning.add(text), cleaning.end()].map(({ normalized }) => normalized));
}

/**
 * The cleaning of `normalizeText` in bounded memory: however long the text, no more is held than a section and what
 * was set apart in those before it, up to some sections full, which comes with the last one.
 */
export function openCleaning(options: CleaningOptions = {}): Cleaning {
  const sections = openSections(options.sectionLength);
  const apart: ApartBlock[] = [];
  let cleaned = 0;
  let held = 0;
  const place = (normalized: NormalizedText, regions: readonly Region[], origin: number) => {
    const start = cleaned;
    cleaned += codePointLength(normalized.text);
    return {
      normalized: { ...normalized, origins: moveOrigins(normalized.origins, start, origin) },
      regions: moveRegions(regions, start),
    };
  };
  const clean = (section: Section): CleanSection => {
    const { body, apart: own } = cleanSection(section, options, held);
    held += unitsOf(own);
    for (const block of own) apart.push({ ...block, origins: moveOrigins(block.origins, 0, section.start) });
    const marks = [...marksWithin(options.marks ?? [], section), ...marksOfMarkup(section.text)];
    const regions = recogniseRegions(
      body,
      marks.sort((a, b) => a.start - b.start),
    );
    return { text: section.text + section.border, ...place(body, regions, section.start) };
  };
  return {
    *add(piece) {
      for (const section of sections.add(piece)) yield clean(section);
    },
    end: () => {
      const { text, normalized, regions } = clean(sections.end());
      if (apart.length === 0) return { text, normalized, regions };
      const ends = asEndNotes(apart);
      const notes = place(ends.notes, ends.regions, 0);
      return {
        text,
        normalized: joinSections([normalized, notes.normalized]),
        regions: [...regions, ...notes.regions],
      };
    },
  };
}

/**
 * The steps to take on one section of a text, each as it is reached; what they leave is the return value. Once the
 * sections before it have left more than is held (`held` UTF-16 units), nothing is set apart.
 */
export function* planSteps(
  text: string,
  { steps = defaultSteps, sectionLength = SECTION_LENGTH }: CleaningOptions,
  held = 0,
): Generator<PlannedStep, CleanParts> {
  const areFull = held > HELD_SECTIONS * sectionLength;
  let before = normalizeAsIs(text);
  let apart: readonly ApartBlock[] = [];
  for (const step of cleaningSteps) {
    if (!steps.includes(step)) continue;
    const isLeft = areFull && SETTING_APART.has(step);
    const edits = isLeft ? [] : EDITS[step](before.text, before);
    yield { step, before, edits };
    const taken = takeBlocks(before, edits, step);
    const cleaned: ApartBlock[] = [];
    for (const block of apart) {
      const own = SETTING_APART.has(step) ? [] : EDITS[step](block.text, block);
      yield { step, before: block, edits: own };
      cleaned.push({ ...applyEdits(block, own, step), kind: block.kind });
    }
    const kind = step === 'captions' ? 'caption' : 'note';
    apart = [...cleaned, ...taken.blocks.map((block) => ({ ...block, kind }) as const)];
    before = taken.text;
  }
  const counts = addCounts([before.steps, ...apart.map((block) => block.steps)]);
  return { body: { ...before, steps: counts }, apart };
}

/** Marks within a section, counted from its beginning; one that goes on beyond it is cut. */
function marksWithin(marks: readonly Mark[], section: Section): Mark[] {
  if (marks.length === 0) return [];
  const end = section.start + codePointLength(section.text);
  return marks
    .filter((mark) => mark.start < end && mark.end > section.start)
    .map((mark) => ({
      kind: mark.kind,
      start: Math.max(mark.start, section.start) - section.start,
      end: Math.min(mark.end, end) - section.start,
    }));
}

function moveRegions(regions: readonly Region[], start: number): readonly Region[] {
  if (start === 0) return regions;
  return regions.map(({ speechStart, ...region }) => ({
    ...region,
    start: region.start + start,
    end: region.end + start,
    ...(speechStart === undefined ? {} : { speechStart: speechStart + start }),
  }));
}

/** UTF-16 units of blocks. */
export function unitsOf(blocks: readonly NormalizedText[]): number {
  return blocks.reduce((sum, { text }) => sum + text.length, 0);
}

function cleanSection({ text, border }: Section, options: CleaningOptions, held: number): CleanParts {
  const plan = planSteps(text, options, held);
  let next = plan.next();
  while (!next.done) next = plan.next();
  const { body, apart } = next.value;
  if (border === '') return { body, apart };
  const { origins } = normalizeAsIs(border);
  const moved = moveOrigins(origins, codePointLength(body.text), codePointLength(text));
  return { body: joinSections([body, { text: border, origins: moved, steps: [] }]), apart };
}
