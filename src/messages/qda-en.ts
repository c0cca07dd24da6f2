import type { CodingChange } from '../project/qda/diff-codings.js';
import type { ImportedQdaProject } from '../workflow/qda/imported-qda-project.js';
import { counted } from './counted.js';
import type { ErrorsOf, Messages } from './messages.js';

/** What is reported of projects of other programs, in English. */
export const qdaReports: Pick<Messages['reports'], 'importedQda'> = {
  importedQda: (said) => [
    `${said.isDryRun ? 'Would import' : 'Imported'} a project of ${said.origin || 'an unnamed program'}: ${counted(said.newCases.length, 'new case')}, ${said.knownCases} known; ${
      said.codebookId === null
        ? 'no codes'
        : `codebook ${said.codebookId}${said.isNewCodebook ? ' (new)' : ''}`
    }; coders ${said.coders.join(', ') || 'none'}.`,
    `${counted(said.codings, 'coding')}: ${said.unchanged} unchanged, ${said.changes.length} changed.${said.ofProgram > 0 ? ` ${counted(said.ofProgram, 'proposal')} of the program: not imported, \`zhagen code\` makes them.` : ''}`,
    ...(said.isCompared || said.knownCases === 0
      ? []
      : [
          'The file does not say what it had when it was exported: codings of the project are taken away only where an earlier import of it brought them.',
        ]),
    ...(said.newCodes.length > 0 ? [`New codes (${said.newCodes.length}): ${said.newCodes.join(', ')}`] : []),
    ...said.changedCodes.map(changedCode),
    ...(said.deletedCodes.length > 0
      ? [`Deleted codes (${said.deletedCodes.length}): ${said.deletedCodes.join(', ')}`]
      : []),
    ...said.keptCodes.map(
      ({ code, codings, coders }) =>
        `  ${code}: the file has it no longer; it stays${codings > 0 ? ` with ${counted(codings, 'coding')} of ${coders.join(', ')}` : ', because codes below it stay'}`,
    ),
    ...said.newRelations.map((one) => `  new relation: ${relation(one)}`),
    ...said.removedRelations.map((one) => `  relation taken away: ${relation(one)}`),
    ...(said.newMemos + said.editedMemos + said.deletedMemos > 0
      ? [`Memos: ${said.newMemos} new, ${said.editedMemos} with another text, ${said.deletedMemos} deleted`]
      : []),
    ...(said.attributes > 0 ? [`Attributes with another value: ${said.attributes}`] : []),
    ...listed(said),
    ...(said.notTaken.length > 0 ? ['Not taken:'] : []),
    ...said.notTaken.map(
      ({ kind, count, at = [] }) =>
        `  ${NOT_TAKEN[kind] ?? kind}: ${count}${at.length > 0 ? ` (${at.join(', ')}${at.length < count ? ' …' : ''})` : ''}`,
    ),
  ],
};

/** Why something was not taken; what is not here is the name of an element of the file. */
const NOT_TAKEN: Readonly<Record<string, string>> = {
  'no-place': 'codings at places that are none in their texts',
  'words-gone': 'codings whose words the text of the project does not have',
  sealed: 'codings in sealed statements',
  'no-code': 'codings of a code that the file does not have',
  'doubled-name': 'names used twice (told apart where they are codes)',
  'doubled-guid': 'GUIDs used twice (the last one counts)',
  'bad-value': 'values that are not of the type of their variable (taken as they are)',
  'outside-path': 'paths that lead out of the archive (not followed)',
  dangling: 'references to something that the file does not have',
  'case-closed': 'cases that are excluded or sealed in the project',
  'no-text': 'sources without a text in the file (media, or files that are missing)',
  'unknown-attribute': 'values of attributes that the project does not have',
  'name-taken': 'new names of codes that other codes have',
  'no-level': 'codes moved below the lowest level of the codebook (they stay where they are)',
  'code-colour': 'colours of codes',
  'memo-answered': 'memos that the file has no longer (they stay: there are memos on them)',
  'link-unnamed': 'links between codes without a name, or of a code to itself',
  'link-cases': 'links between cases',
  'link-texts': 'links between texts or codings',
  Link: 'links between things of several kinds',
  Graph: 'graphs',
};

function changedCode({ code, name, definition, parent }: ImportedQdaProject['changedCodes'][number]): string {
  const what = [
    ...(name === undefined ? [] : [`now called ${name}`]),
    ...(parent === undefined ? [] : [parent === '' ? 'now under no code' : `now under ${parent}`]),
    ...(definition === undefined ? [] : ['another definition']),
  ];
  return `  ${code}: ${what.join('; ') || 'on another level'}`;
}

const relation = ({ from, kind, to }: ImportedQdaProject['newRelations'][number]) =>
  `${from} – ${kind} → ${to}`;

const SHOWN = 30;

function listed({ changes }: ImportedQdaProject): string[] {
  return [...changes.slice(0, SHOWN).map(line), ...(changes.length > SHOWN ? ['  …'] : [])];
}

function line({ what, coder, caseId, code, words, before }: CodingChange): string {
  const at = words === '' ? 'whole case' : `“${cut(words)}”`;
  const was =
    before === undefined ? '' : what === 'moved' ? `, before “${cut(before)}”` : `, before ${before}`;
  return `  ${what}: ${coder}, ${caseId}, ${code}, ${at}${was}`;
}

function cut(text: string): string {
  const letters = [...text.replaceAll(/\s+/g, ' ')];
  return letters.length > 30 ? `${letters.slice(0, 30).join('')}…` : letters.join('');
}

/** The messages for what is wrong with importing such projects, in English. */
export const errorsOfQda: ErrorsOf<'qdpx'> = {
  'qdpx/alone': ({ path }) => `Import ${path} alone: a project of another program brings its own cases.`,
  'qdpx/option-elsewhere': ({ option }) =>
    `--${option} does not apply to a .qdpx: a project brings its own cases, texts and attributes.`,
  'qdpx/unknown-user': ({ name, known }) =>
    `The file has no user "${name}", so --coder-map cannot map them. Its users: ${known || 'none'}`,
};
