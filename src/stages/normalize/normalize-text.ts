import type { NormalizedText } from '../../model/normalized-text.js';
import { applyEdits, type Edit } from '../../text/edits.js';
import { untouched } from '../../text/origins.js';
import * as characters from './characters.js';
import { joinLines, joinTornSentences } from './join-lines.js';
import { dropPageFurniture } from './page-furniture.js';

/** The cleaning steps in their order: what is no text, then the page (whose lines need their width), then sentences. */
const STEPS: readonly (readonly [name: string, edits: (text: string) => Edit[]])[] = [
  ['line-ends', characters.unifyLineEnds],
  ['invisible-characters', characters.dropInvisible],
  ['radicals', characters.mendRadicals],
  ['title-marks', characters.mendTitleMarks],
  ['page-furniture', dropPageFurniture],
  ['hard-wraps', joinLines],
  ['torn-sentences', joinTornSentences],
  ['full-width', characters.narrowWidth],
  ['line-blanks', characters.trimLines],
  ['blank-lines', characters.dropBlankLines],
  ['note-marks', characters.dropNoteMarks],
  ['punctuation', characters.widenPunctuation],
  ['gaps', characters.closeGaps],
];

/** Cleans a decoded text into one paragraph a line and keeps for every code point where it came from. */
export function normalizeText(text: string): NormalizedText {
  return STEPS.reduce(
    (cleaned, [name, edits]) => applyEdits(cleaned, edits(cleaned.text), name),
    untouched(text),
  );
}
