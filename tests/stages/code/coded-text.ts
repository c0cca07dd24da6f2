import type { CodedText } from '../../../src/model/coded-text.js';
import { normalizeText } from '../../../src/stages/normalize/normalize-text.js';

/** A case as coding reads it, cleaned as the house cleans. */
export const codedText = (text: string, caseId = 'JX01'): CodedText => ({
  caseId,
  version: 'a'.repeat(64),
  text,
  normalized: normalizeText(text),
});
