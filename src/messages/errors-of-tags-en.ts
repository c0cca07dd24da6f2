import type { ErrorsOf } from './messages.js';

/** The messages for tags that cannot be given or found, in English. */
export const errorsOfTags: ErrorsOf<'tag'> = {
  'tag/no-name': () => 'A tag needs a name, such as: zhagen tag submitted',
  'tag/given': ({ name, coder, time, revision }) =>
    `"${name}" was given by ${coder} on ${time.slice(0, 16).replace('T', ' ')} (UTC) to revision ${revision}, and keeps its meaning. Give the present state another name, such as: zhagen tag ${name}-2`,
  'tag/unknown': ({ name, known }) =>
    known.length === 0
      ? `There is no tag "${name}": no state of this project has a name yet. Name one: zhagen tag NAME`
      : `There is no tag "${name}". Tags: ${known.join(', ')}`,
  'tag/out-of-date': () =>
    'Texts, groups or rules changed since the last coding, so that the tables do not follow from them. Update the tables first: zhagen mine, then zhagen code',
};
