import type { ImportedComments, NotedComment } from '../workflow/hand-coding/comments-report.js';
import { counted } from './counted.js';
import type { Messages } from './messages.js';

/** What is reported of comments in Word documents, in English. */
export const commentReports: Pick<Messages['reports'], 'importedComments' | 'exportedDocuments'> = {
  exportedDocuments: ({ files, comments, authors }, out) => [
    `Wrote ${out}: ${counted(files.length, 'Word document')}, ${counted(comments, 'comment')}${authors.length > 0 ? ` of ${authors.join(', ')}` : ''}.`,
    'Add comments in Word and import them with zhagen import-coding; comments of zhagen are proposals of the program, which are not imported.',
  ],
  importedComments: (said) => [
    `${said.isDryRun ? 'Would be imported' : 'Imported'}: ${counted(said.comments, 'comment')} of ${said.coders.join(', ') || 'nobody'} in ${counted(said.documents.length, 'document')}, under the codebook ${said.codebookId || '(grown from the data)'}.`,
    `New codings: ${said.codings}; there before: ${said.unchanged}; taken away, since the comments no longer have them: ${said.takenAway}; memos: ${said.memos}, of these answers: ${said.answers}; blank: ${said.blank}${said.ofProgram > 0 ? `; written by this program, not imported: ${said.ofProgram}` : ''}.`,
    ...byName(said),
    ...computers(said),
    ...(said.founded.length > 0
      ? [`New codes (${said.founded.length}): ${said.founded.map(({ name }) => name).join(', ')}`]
      : []),
    ...said.founded.flatMap(({ name, near }) =>
      near.length > 0 ? [`  ${name}: nearly the same as ${near.join(', ')}; please check`] : [],
    ),
    ...listed('On no words, put on the sentence that they stand in', said.points),
    ...listed('On words that occur more than once (the first is taken)', said.repeated),
    ...listed('On words that the case has nearly so', said.alike),
    ...listed('No code, kept as memos', said.keptAsMemo),
    ...listed('Marked as resolved in Word', said.resolved),
    ...(said.problems.length > 0
      ? [`Documents and comments ${said.isDryRun ? 'with a problem' : 'skipped'}: ${said.problems.length}`]
      : []),
  ],
};

/** Documents of which only the name says which case they are. */
function byName({ documents }: ImportedComments): string[] {
  const named = documents.filter(({ by }) => by === 'name');
  return named.map(
    ({ document, caseId }) =>
      `  ${document}: matched with the case "${caseId}" by its name; their texts differ, please check`,
  );
}

function computers({ likeComputers }: ImportedComments): string[] {
  return likeComputers.map(
    (name) =>
      `  "${name}" reads like the name of a computer, perhaps of several people. Say who it is: --coder-map ${/\s/.test(name) ? `"${name}=NAME"` : `${name}=NAME`}`,
  );
}

/** How many comments are shown; all of them are in the JSON. */
const SHOWN = 20;

function listed(title: string, comments: readonly NotedComment[]): string[] {
  if (comments.length === 0) return [];
  const shown = comments
    .slice(0, SHOWN)
    .map(
      ({ document, number, author, words, text }) =>
        `  ${document}, comment ${number}${author ? ` of ${author}` : ''} on ${words ? `"${cut(words)}"` : 'the case'}: ${cut(text)}`,
    );
  return [`${title} (${comments.length}):`, ...shown, ...(comments.length > SHOWN ? ['  …'] : [])];
}

function cut(text: string): string {
  const line = [...text.replaceAll(/\s+/g, ' ')];
  return line.length > 40 ? `${line.slice(0, 40).join('')}…` : line.join('');
}
