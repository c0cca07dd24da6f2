import type { CaseRecord, LongText } from '../../model/case-record.js';
import { defaultSteps } from '../../model/cleaning-step.js';
import type { CodedText } from '../../model/coded-text.js';
import { defaultCountedKinds } from '../../model/counted-regions.js';
import { codePointLength } from '../../text/code-points.js';
import { leaveOut, spansOutside } from '../../text/counted-text.js';
import { openCleaning } from './normalize-text.js';
import { joinSections } from './sections.js';

/** The raw text of a record and its clean text as far as it counts, as in a project that nobody set otherwise. */
export function readCountedText({
  text,
  marks,
}: Pick<CaseRecord, 'text' | 'marks'>): Pick<CodedText, 'text' | 'normalized'> {
  const cleaning = openCleaning({ steps: defaultSteps, marks });
  const sections = [...cleaning.add(text), cleaning.end()];
  const { text: clean, origins } = joinSections(sections.map(({ normalized }) => normalized));
  const regions = sections.flatMap((section) => section.regions);
  const outside = spansOutside(regions, defaultCountedKinds, codePointLength(clean));
  return { text, normalized: leaveOut({ text: clean, origins }, outside) };
}

/** A record with its text whole. */
export async function readWhole(record: CaseRecord<string | LongText>): Promise<CaseRecord> {
  const { text } = record;
  if (typeof text === 'string') return { ...record, text };
  const pieces: string[] = [];
  for await (const piece of text.pieces()) pieces.push(piece.text);
  return { ...record, text: pieces.join('') };
}
