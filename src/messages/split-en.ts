import type { SplitBy, SplitDocument } from '../model/split-by.js';
import { english } from '../text/english.js';
import { counted } from './counted.js';
import type { ErrorsOf } from './messages.js';

/** How many of what was left out or not found are named. */
const SHOWN = 5;

/** What is said of documents that cannot be split, in English. */
export const splitErrors: Pick<
  ErrorsOf<'import'>,
  'import/nothing-to-split' | 'import/split-without-text'
> = {
  'import/nothing-to-split': ({ path, by, headings, entries }) =>
    `${path}: ${nothingAt(by)}, so it cannot be split. It has ${
      headings.map(({ level, count }) => `${counted(count, 'heading')} of level ${level}`).join(', ') ||
      'no headings'
    } and ${counted(entries, 'line')} of contents. Split it by one of these, or by the lines that its cases begin with, for instance --split-by "^案例"; a file of one case is imported without --split-by.`,
  'import/split-without-text': ({ path, by, matches, empty }) =>
    english`${path}: ${whatOf(by)} ${matches} times, but ${empty} of these places have no text before the next one, so they are not cases. Split it by a higher level of headings or a stricter expression.`,
};

/** How documents were split into cases, and what of them is in none, in English. */
export function splitReport(documents: readonly SplitDocument[]): string[] {
  return documents.flatMap(({ source, by, cases, outside, unmatched }) => [
    `${source}: split into ${counted(cases.length, 'case')} where ${whatOf(by)}.`,
    ...(outside.length > 0
      ? [
          `  in no case, left out: ${counted(outside.length, 'part')}, ${counted(
            outside.reduce((sum, { characters }) => sum + characters, 0),
            'character',
          )} together, beginning with ${outside
            .slice(0, SHOWN)
            .map(({ beginning }) => `"${beginning}"`)
            .join(', ')}${outside.length > SHOWN ? ', …' : ''}`,
        ]
      : []),
    ...(unmatched.length > 0
      ? [
          `  not found in the text, ${counted(unmatched.length, 'title')} of the contents: ${unmatched.slice(0, SHOWN).join('; ')}${unmatched.length > SHOWN ? '; …' : ''}`,
        ]
      : []),
  ]);
}

function whatOf(by: SplitBy): string {
  if (by.kind === 'contents') return 'a title of its contents occurs';
  return by.kind === 'heading' ? `a heading of level ${by.level} occurs` : `a line matches ${by.pattern}`;
}

function nothingAt(by: SplitBy): string {
  if (by.kind === 'contents') return 'no title of a table of contents occurs in its text';
  return by.kind === 'heading' ? `it has no heading of level ${by.level}` : `no line matches ${by.pattern}`;
}
