import { english } from '../text/english.js';
import type { ErrorsOf } from './messages.js';

/** The messages about passages that are coded or judged, in English. */
export const errorsOfPassages: ErrorsOf<'passage'> = {
  'passage/no-place': ({ caseId }) =>
    `Say which passage of ${caseId} it is: --quote "…", or --span start:end in the raw text. To code the case as a whole, give neither of them nor --nth.`,
  'passage/no-text': ({ caseId }) =>
    `${caseId} has no text. Code the case as a whole, without --quote, --span and --nth.`,
  'passage/no-code': () => 'Name the code: --code; with recode also the code that takes its place: --to.',
  'passage/not-a-span': ({ span }) =>
    `"${span}" is not a span. Write start:end, two numbers of characters of the raw text, such as 120:164.`,
  'passage/outside': ({ caseId, start, end, length }) =>
    english`The span ${start}:${end} does not lie in ${caseId}, whose raw text has ${length} characters.`,
  'passage/quote-not-found': ({ caseId, quote }) =>
    `"${quote}" does not occur in ${caseId}. Copy the passage from: zhagen cases show ${caseId}`,
  'passage/quote-twice': ({ caseId, quote, count }) =>
    english`"${quote}" occurs ${count} times in ${caseId}. Say which one with --nth (1 to ${count}), or quote more of it.`,
  'passage/unknown': ({ id, sealed }) =>
    `There is no coded passage ${id}. The ids are in the column passage of: zhagen tables evidence${
      sealed && `. Passages of sealed cases (${sealed}) cannot be chosen until zhagen cases unseal`
    }`,
  'passage/sealed': ({ caseId, quote }) =>
    `"${quote}" of ${caseId} lies in a reserved statement: it is held out for a later check, and nobody codes or judges it. To open the statements of the case: zhagen unseal ${caseId} --unit statement`,
  'passage/nothing-chosen': () =>
    'No coded passage was chosen. Give the ids of passages, or --code or --case with coded passages.',
  'passage/not-coded-by': ({ coder, caseId, code }) =>
    `${coder} did not code that passage of ${caseId} as ${code}. To speak against another's coding: zhagen reject`,
};
