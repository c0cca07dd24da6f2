import type { ErrorsOf } from './messages.js';

/** Mistakes at the workbench in the browser, in English. */
export const errorsOfWeb: ErrorsOf<'web'> = {
  'web/no-project': () => 'No project is open. Open or make one on the start page.',
  'web/no-session': () =>
    'This browser was not let in. Open the address that `zhagen serve` prints; it is good for one browser. ' +
    'If the program was started again, take the new address.',
  'web/no-coder': () => 'Say first who you are: decisions carry the name of the person who makes them.',
  'web/foreign-host': ({ host }) =>
    `The page was called by the name “${host}”, which is not the workbench’s own. Open the address that \`zhagen serve\` prints.`,
  'web/foreign-page': ({ origin }) =>
    `A page of another address (${origin}) asked for something. Nothing was done.`,
  'web/not-found': ({ path }) => `There is nothing at ${path}.`,
  'web/bad-request': ({ field }) =>
    `The page sent something unexpected${field === '' ? '' : ` (${field})`}. Load the page again.`,
  'web/too-large': ({ megabytes }) => `More than ${megabytes} MB at once; nothing was done.`,
  'web/child-died': () => 'The part of the program that did this ended before it was done. Try again.',
  'web/busy': () => 'A project is being made. Wait until it is done, or cancel it.',
  'web/changing': () => 'Another file is being taken in. Wait until that is done, or cancel it first.',
  'web/port-taken': ({ port }) =>
    `Port ${port} is taken or not allowed. Leave --port out to have a free one chosen.`,
  'web/bad-name': ({ name }) =>
    `“${name}” cannot be the name of a file. Leave out < > : " / \\ | ? *, and a dot at the beginning or end.`,
  'web/bad-folder': ({ folder, reason }) =>
    `The folder ${folder} cannot be made (${reason}). Choose another one.`,
  'web/relative-path': ({ path }) =>
    `“${path}” is not a whole path. Write it from the beginning, such as /home/me/study or C:\\Users\\me\\study.`,
  'web/already-there': ({ path }) =>
    `${path} exists already and is not overwritten. Choose another name, or open it as a project.`,
  'web/earlier-version': ({ path, found, known }) =>
    `${path} was made by an earlier version of zhagen (format ${found}; this one has ${known}). Opening it brings the file ` +
    'up to date; the earlier version cannot open it then. Keep a copy if you still need that.',
  'web/hidden-cases': ({ cases }) =>
    `You are not done with ${cases} of your cases, in which proposals and the verdicts of others are hidden from you, so no file was written. Finish them, or choose to show them under Save on the page of tables.`,
  'web/no-files': () => 'There are no case files yet. Drop or choose some first.',
  'web/other-project': () =>
    'Another project was opened meanwhile, so nothing was done. Load the page again.',
};
