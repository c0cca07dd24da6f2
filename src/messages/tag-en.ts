import { counted } from './counted.js';
import { listKinds, type TagWords } from './tag-words.js';

/** What is said about named states of a project, in English. */
export const tagWords: TagWords = {
  heads: ['tag', 'time', 'coder', 'revision', 'decisions', 'numbers', 'state hash', 'log hash', 'reason'],
  noTags: 'No state of this project has a name yet. Name one: zhagen tag NAME',
  given: ({ name, revision, decisions, numbers, stateHash, logHash }) => [
    `"${name}" names revision ${revision}: ${counted(decisions, 'decision')}, ${counted(numbers, 'number')} of tables kept.`,
    ...(numbers > 0 ? [] : ['Nothing is coded yet.']),
    `State hash: ${stateHash}`,
    `Log hash: ${logHash}`,
    `What changed since: zhagen diff ${name}`,
  ],
  compared: (diff) => {
    const { from, to, changes, compared, kinds, stages, coders, codebooks, isByTime, isUpToDate } = diff;
    const decisions = kinds.reduce((sum, { count }) => sum + count, 0);
    const ran = stages.map(({ stage, count }) => `${stage} ${count}`).join(', ');
    return [
      `From ${from.name} to ${to === null ? 'now' : to.name}: ${counted(decisions, 'decision')}${
        decisions > 0 ? ` (${listKinds(kinds, (kind) => kind, ', ')}) by ${coders.join(', ')}` : ''
      }; ${ran === '' ? 'no imports and no runs' : `runs: ${ran}`}.`,
      ...codebooks.map(({ codebookId, before, now, isOtherFile }) =>
        before === null || now === null
          ? `Only ${before === null ? 'the later' : 'the earlier'} state is coded under ${codebookId || 'none'}: it is not compared.`
          : `Codebook ${codebookId || 'none'}: version ${before}, then ${now}${isOtherFile ? ', from another file' : ''}.`,
      ),
      ...(isByTime
        ? [
            'A tag came from another copy of the project by a join: what was decided between is told by times, so that a copy may have known less.',
          ]
        : []),
      ...(isUpToDate
        ? []
        : ['Texts, groups or rules changed since the last coding: the tables follow after zhagen code.']),
      changes.length === 0
        ? `No published number changed: ${counted(compared, 'number')} compared.`
        : `${counted(changes.length, 'difference')}; ${counted(compared, 'number')} compared.`,
    ];
  },
  decisionsOn: ({ code, kinds }) => `${code}: ${listKinds(kinds, (kind) => kind, ', ')}`,
  unexplained: ({ changes }) => {
    const count = changes.filter(({ decisions }) => decisions === 0).length;
    if (count === 0) return [];
    return [
      `${counted(count, 'difference')} without a decision about the code: they follow from what all numbers rest on (imports, runs, codebook files, decisions about cases or settings), or from other words of these cases.`,
    ];
  },
};
