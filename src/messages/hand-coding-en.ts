import type { DoubtfulQuote } from '../workflow/import-coding.js';
import { counted } from './counted.js';
import type { Messages } from './messages.js';
import { unreadOfSheet } from './unread-en.js';

/** What is reported of coding that a team made by hand, in English. */
export const handCodingReports: Pick<Messages['reports'], 'importedCoding'> = {
  importedCoding: (coding) => [
    `${coding.isDryRun ? 'Would be imported' : 'Imported'}: ${counted(coding.codings, 'coding')} of ${coding.coders.join(', ') || 'nobody'}, from ${counted(coding.rows, 'row')}; ${
      coding.isMade ? 'made' : 'under'
    } the codebook ${coding.codebookId}, levels from the lowest up: ${coding.levels.join(', ')}.`,
    `Rows: ${coding.located.exact} found word for word, ${coding.located.repeated} that occur more than once (the first is taken), ${coding.located.alike} nearly so, ${coding.located.lost} not found, ${coding.located.whole} on the case as a whole; ${coding.codesOnly} without case (codes only), ${coding.blank} without code.`,
    ...quotesOf('Occur more than once', coding.repeated),
    ...quotesOf('Found nearly', coding.alike),
    ...quotesOf('Not found, kept on the case as a whole', coding.lost),
    ...(coding.newCases.length > 0 ? [`New cases without text: ${firstOf(coding.newCases)}`] : []),
    ...(coding.founded.length > 0 ? [`New codes: ${firstOf(coding.founded.map(({ name }) => name))}`] : []),
    ...coding.founded.flatMap(({ name, near }) =>
      near.length > 0 ? [`  ${name}: nearly the same as ${near.join(', ')}; please check`] : [],
    ),
    ...(coding.unmapped.length > 0 ? [`Columns not read: ${coding.unmapped.join(', ')}`] : []),
    ...unreadOfSheet(coding),
    ...(coding.alreadyInForce.length > 0 ? [`Already in force: ${coding.alreadyInForce.length}.`] : []),
    ...(coding.problems.length > 0
      ? [`${counted(coding.problems.length, 'row')} ${coding.isDryRun ? 'with a problem' : 'skipped'}:`]
      : []),
  ],
};

/** The first names of a list, and how many there are if these are not all. */
function firstOf(names: readonly string[]): string {
  return `${names.slice(0, 5).join(', ')}${names.length > 5 ? ` … (${names.length})` : ''}`;
}

/** How many doubtful quotes are shown; all of them are in the JSON. */
const QUOTES_SHOWN = 20;

/** The rows whose words were found otherwise than just once and just so. */
function quotesOf(title: string, quotes: readonly DoubtfulQuote[]): string[] {
  if (quotes.length === 0) return [];
  const shown = quotes
    .slice(0, QUOTES_SHOWN)
    .map(
      ({ line, caseId, quote, found, score }) =>
        `  row ${line} · ${caseId} · ${quote}${found ? ` → ${found}` : ''} (${score})`,
    );
  return [`${title}:`, ...shown, ...(quotes.length > QUOTES_SHOWN ? [`  … (${quotes.length})`] : [])];
}
