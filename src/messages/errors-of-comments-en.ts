import { english } from '../text/english.js';
import type { ErrorsOf } from './messages.js';

/** What is said of comments in Word documents that cannot be imported, in English. */
export const errorsOfComments: ErrorsOf<'comments'> = {
  'comments/several-kinds': () =>
    'Import one table of codings at a time, or Word documents (.docx, or folders of them), not both together.',
  'comments/unknown-document': ({ path, name, near }) =>
    `${path} is not a case of this project: no case has its text or is called "${name}".${near ? ` Nearly the same names: ${near}.` : ''} Import it first (zhagen import ${path}), or name its case: --case ID`,
  'comments/several-texts': ({ path, cases }) =>
    `Several cases have the text of ${path}: ${cases}. Name the one that is meant: --case ID`,
  'comments/other-text': ({ path, caseId, comments }) =>
    english`${path} was matched with the case "${caseId}" by its name, but that has none of the words of its ${comments} comments, so it is another text. Name its case (--case ID), or import the text first.`,
  'comments/comment': ({ document, number, author }) =>
    `${document}, comment ${number}${author ? ` of ${author}` : ''}:`,
  'comments/words-gone': ({ words, caseId }) =>
    `The case "${caseId}" does not contain "${words}", nor anything nearly so.`,
  'comments/no-comments': ({ paths }) =>
    `${paths}: there are no comments to import. In Word select words, choose Review → New Comment, write the code, save, and import again.`,
  'comments/bad': ({ problems }) =>
    `${problems.length} ${problems.length === 1 ? 'document or comment' : 'documents or comments'} could not be taken, so nothing was written. Fix them, or skip them with --skip-bad:`,
  'comments/unknown-author': ({ name, known }) =>
    `No comment was written by "${name}", so --coder-map cannot map them. Authors of comments: ${known || 'none has a name'}`,
  'comments/two-codebooks': ({ codebooks }) =>
    `These documents were exported under different codebooks: ${codebooks}. Import them one after the other, or name one with --codebook.`,
  'comments/one-document': ({ name, documents }) =>
    `--case ${name} goes with one document, and there are ${documents}.`,
  'comments/exists': ({ path }) =>
    `${path} is there already, perhaps with comments of people in it. Import it first (zhagen import-coding ${path}), or write elsewhere with --out.`,
  'comments/several-cases': ({ path, cases }) =>
    english`There are ${cases} cases, one document each, which do not all go into ${path}. Name a folder (--out commented), or one case (--case ID).`,
  'comments/no-cases': () => 'There is no case to export.',
};
