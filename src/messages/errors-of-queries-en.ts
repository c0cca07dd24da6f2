import { english } from '../text/english.js';
import type { ErrorsOf } from './messages.js';

/** The messages about queries, in English. */
export const errorsOfQueries: ErrorsOf<'query'> = {
  'query/nothing-asked': () => 'The query asks for nothing. Write words, or choose a code or a coder.',
  'query/unknown-attribute': ({ name, known }) => `There is no attribute “${name}”. Known: ${known}`,
  'query/too-many': ({ found, most }) =>
    english`The query found ${found} sentences; at most ${most} are coded at once. Narrow the query first.`,
  'query/name-taken': ({ name }) => `Another query is called “${name}”. Choose another name.`,
  'query/nothing-found': ({ query }) =>
    `The query “${query}” found no sentence, so nothing was coded. Change what it asks for.`,
};
