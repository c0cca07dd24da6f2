import type { Span } from '../../model/span.js';
import { sliceCodePoints } from '../../text/code-points.js';
import { rawSpan } from '../../text/origins.js';
import { type CleaningOptions, planSteps } from './normalize-text.js';
import { splitPieces } from './pieces.js';
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
  for (const piece of splitPieces(text)) {
    if (piece.isBorder) continue;
    for (const { step, before, edits } of planSteps(piece.text, options)) {
      for (const edit of edits) {
        const { start, end } = rawSpan(before, edit);
        changes.push({
          step,
          start: piece.start + start,
          end: piece.start + end,
          before: sliceCodePoints(before.text, edit),
          after: remainsOf(edit),
        });
      }
    }
  }
  return changes.sort((a, b) => a.start - b.start);
}
