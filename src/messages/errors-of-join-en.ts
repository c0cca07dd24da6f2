import { english } from '../text/english.js';
import type { ErrorsOf } from './messages.js';

/** The messages for what keeps work from being split or projects from being joined, in English. */
export const errorsOfJoin: ErrorsOf<'join' | 'split'> = {
  'join/damaged': ({ path }) =>
    `${path}: is damaged or incomplete, so nothing was changed. Ask for it again, copied after the project was closed.`,
  'join/not-a-project': ({ path }) =>
    `${path}: is not a zhagen project, so nothing was changed. Choose the project file (.db) that the coder sent back.`,
  'join/obstacles': ({ problems }) =>
    `The projects cannot be joined yet, and nothing was changed. ${problems.length} thing${problems.length === 1 ? '' : 's'} must be the same in both first:`,
  'join/conflicts': ({ about, path }) =>
    `${about.length} decision${about.length === 1 ? '' : 's'} of the two projects contradict each other, and nothing was changed: ${about.slice(0, 10).join('; ')}${about.length > 10 ? '; …' : ''}. ${
      path === ''
        ? 'Choose for each in a sheet: --conflicts sheet.xlsx; or take one for all: --settle earlier, --settle later'
        : `They are in ${path}. Choose in its last column, then: zhagen join … --settled ${path}`
    }`,
  'join/id-of-another': ({ caseId, of }) =>
    `In one of the projects ${caseId} is another id of the case ${of}, in the other one it is a case of its own. Import that case under another id, code there, and join again`,
  'join/other-text': ({ caseId }) =>
    `The case ${caseId} has another text in the other project, and neither project knows both. Import the same file in both, or give one of the cases another id`,
  'join/other-cleaning': ({ caseId }) =>
    `The text of ${caseId} was cleaned, or its regions chosen, in another way in the other project. Import it in both with the same options`,
  'join/other-setting': ({ name, here, there }) =>
    `The setting ${name} is "${here}" here and "${there}" there. Run the command that sets it with the same options in both (zhagen mine --by --top, zhagen screen --rules, zhagen settings)`,
  'join/other-codebook': ({ codebook }) =>
    `The codebook ${codebook} comes from different files. Code both projects with the same one: zhagen code --codebook FILE`,
  'join/other-attribute': ({ caseId, name, here, there }) =>
    `${name} of ${caseId} is "${here}" here and "${there}" there. Set it in one of them: zhagen cases set ${caseId} ${name}=VALUE`,
  'join/other-type': ({ name, here, there }) =>
    `The attribute ${name} is said to be ${here} here and ${there} there. Import both with the same --attribute-type`,
  'join/unknown-coder': ({ name, known }) =>
    `Nobody is called "${name}" in the other project, so --coder-map cannot map them. It has: ${known || 'no coders'}`,
  'join/other-guid': ({ name }) =>
    `"${name}" has another GUID in the other project: two people of one name. Give the other one another name here: --coder-map ${name}=NAME`,
  'join/other-name': ({ here, there }) =>
    `"${there}" of the other project has the GUID of "${here}". If they are one person: --coder-map ${there}=${here}; otherwise: --coder-map ${there}=${there}`,
  'join/bad-coder-map': ({ given }) =>
    `"${given}" does not map coders. Write their names there and here, such as --coder-map 小王=王,小李=李.`,
  'join/not-conflicts': ({ path }) =>
    `${path} is not a sheet of conflicts. Write one with: zhagen join … --conflicts sheet.xlsx`,
  'split/file-there': ({ path }) =>
    `${path} is there already, perhaps with somebody's coding in it. Join or import it first, or write to another folder with --out.`,
  'split/bad-days': ({ after }) => `"${after}" is not a number of days. Write, for example, --after 14d`,
  'split/nothing-done': ({ coder, done, after }) =>
    english`${coder} is done with ${done} cases, ${after === '' ? 'so there are none' : `none of them ${after} ago,`} to code again. A coder is done with a case after: zhagen done`,
  'split/no-cases': () => 'There are no cases with text to split. First: zhagen import',
  'join/unknown-choice': ({ path, line, written }) =>
    `${path}:${line}: "${written}" is not a choice. Write earlier or later in the last column.`,
};
