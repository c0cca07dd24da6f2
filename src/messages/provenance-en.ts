import { counted } from './counted.js';
import type { ProvenanceWords } from './provenance-words.js';

/** What is said about a methods text, in English. */
export const provenanceWords: ProvenanceWords = {
  wrote: (path) => `Wrote ${path}`,
  gaps: (count) =>
    count === 0 ? 'No gaps are left.' : `${counted(count, 'gap')} for the authors to fill in.`,
};
