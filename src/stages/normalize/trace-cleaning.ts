import type { Span } from '../../model/span.js';
import { offsetMap } from '../../text/code-points.js';
import { rawSpan } from '../../text/origins.js';
import { type CleaningOptions, planSteps, unitsOf } from './normalize-text.js';
import { cutSections } from './sections.js';
import { remainsOf } from './set-apart.js';

/** One thing that one cleaning step changed; the span is where it stands in the raw text (code points). */
export interface CleaningChange extends Span {
  readonly step: string;
  /** The text that the step found there, which earlier steps may have changed already. */
  readonly before: string;
  readonly after: string;
}

/** Everything that cleaning changes in a text, in the order of the text and there of the steps. */
export function traceCleaning(text: string, options: CleaningOptions = {}): CleaningChange[] {
  const changes: CleaningChange[] = [];
  let held = 0;
  for (const section of cutSections(text, options.sectionLength)) {
    const plan = planSteps(section.text, options, held);
    let next = plan.next();
    for (; !next.done; next = plan.next()) {
      const { step, before, edits } = next.value;
      const offsets = offsetMap(before.text);
      for (const edit of edits) {
        const { start, end } = rawSpan(before, edit);
        changes.push({
          step,
          start: section.start + start,
          end: section.start + end,
          before: before.text.slice(offsets.toUtf16(edit.start), offsets.toUtf16(edit.end)),
          after: remainsOf(edit),
        });
      }
    }
    held += unitsOf(next.value.apart);
  }
  return changes.sort((a, b) => a.start - b.start);
}
