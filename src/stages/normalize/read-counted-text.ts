import type { CaseRecord, LongText } from '../../model/case-record.js';
import { defaultSteps } from '../../model/cleaning-step.js';
import type { CodedText } from '../../model/coded-text.js';
import { defaultCountedKinds } from '../../model/counted-regions.js';
import type { NormalizedText } from '../../model/normalized-text.js';
import type { Region } from '../../model/region.js';
import { codePointLength } from '../../text/code-points.js';
import { leaveOut, spansOutside } from '../../text/counted-text.js';
import { cleanSections } from './clean-sections.js';
import { joinSections } from './sections.js';

/** The raw text of a record and its clean text as far as it counts, as in a project that nobody set otherwise. */
export async function readCountedText(
  record: CaseRecord<string | LongText>,
): Promise<Pick<CodedText, 'text' | 'normalized'>> {
  const texts: string[] = [];
  const parts: NormalizedText[] = [];
  const regions: Region[] = [];
  for await (const section of cleanSections(record, defaultSteps)) {
    texts.push(section.text);
    parts.push(section.normalized);
    for (const region of section.regions) regions.push(region);
  }
  const { text, origins } = joinSections(parts);
  const outside = spansOutside(regions, defaultCountedKinds, codePointLength(text));
  return { text: texts.join(''), normalized: leaveOut({ text, origins }, outside) };
}
