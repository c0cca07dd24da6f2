import type { FaultKind, RunOutcome } from '../model/verification.js';
import { english } from '../text/english.js';
import { counted } from './counted.js';
import { describePlace, type VerifyWords } from './verify-words.js';

const outcomes: Readonly<Record<Exclude<RunOutcome, 'other-version'>, string>> = {
  same: 'made again: the same rows',
  differs: 'made again: other rows, see below',
  'changed-since': 'cannot be made again: the project changed since; stored hashes compared',
  replaced: 'a later run took its place',
  'kept-texts': 'texts compared with their hashes',
};

const faults: Readonly<Record<FaultKind, string>> = {
  'rows-changed': 'changed by another program',
  'rows-gone': 'removed by another program',
  'rows-added': 'added by another program',
  'other-hash': 'does not match its hash',
  'log-broken': 'does not follow from earlier decisions',
  'not-by-log': 'is not what the decisions leave in force',
  'not-derived': 'does not follow from texts and decisions',
};

/** How many faults are listed; --json has all. */
const LISTED = 40;

/** What tables and columns are called. */
const names: Readonly<Record<string, string>> = {
  table: 'table',
  case: 'case',
  group_name: 'group',
  word: 'word',
  codebook_id: 'codebook',
  revision: 'decisions',
  decision: 'decision',
};

/** What is said about the checks of a project, in English. */
export const verifyWords: VerifyWords = {
  heads: ['run', 'stage', 'version', 'result'],
  outcome: ({ outcome, toolVersion }) =>
    outcome === 'other-version'
      ? `made by version ${toolVersion}, cannot be made again by this one; stored hashes compared`
      : outcomes[outcome],
  found: ({ isIntact, texts, decisions, seals, faults: found, stateHash, logHash }) => [
    `Compared: ${counted(texts, 'text')}, ${counted(decisions, 'decision')}, ${
      seals > 0 ? english`${seals} groups of rows with a stored hash` : 'no stored hashes of rows'
    }.`,
    ...(seals > 0
      ? []
      : [
          'An earlier version wrote this file; it gets hashes of its rows when it is next opened for writing.',
        ]),
    isIntact
      ? 'Nothing was found that does not match.'
      : `What does not match, ${counted(found.length, 'place')}:`,
    ...found.slice(0, LISTED).map((fault) => `  ${describePlace(fault, names, ', ')}: ${faults[fault.kind]}`),
    ...(found.length > LISTED ? [`  … and ${found.length - LISTED} more, all with --json`] : []),
    ...(stateHash ? [`Hash of the project: ${stateHash}`] : []),
    ...(logHash ? [`Hash of the decisions: ${logHash}`] : []),
  ],
};
