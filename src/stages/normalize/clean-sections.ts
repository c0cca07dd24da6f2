import type { CaseRecord, LongText } from '../../model/case-record.js';
import type { StepName } from '../../model/cleaning-step.js';
import { type CleanSection, openCleaning } from './normalize-text.js';

/** The cleaned sections of a text; `sawBytes` is told how much of a long one has been read. */
export async function* cleanSections(
  { text, marks }: CaseRecord<string | LongText>,
  steps: readonly StepName[],
  sawBytes: (bytes: number) => Promise<void>,
): AsyncGenerator<CleanSection> {
  const cleaning = openCleaning({ steps, marks });
  if (typeof text === 'string') yield* cleaning.add(text);
  else {
    for await (const piece of text.pieces()) {
      await sawBytes(piece.bytes);
      yield* cleaning.add(piece.text);
    }
  }
  yield cleaning.end();
}
