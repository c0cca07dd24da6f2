#!/usr/bin/env node
import { readFileSync } from 'node:fs';
import { hideBin } from 'yargs/helpers';
import { UserError } from '../errors.js';
import { addAssess } from './commands/assess.js';
import { addCases } from './commands/cases.js';
import { addCode } from './commands/code.js';
import { addCodebook } from './commands/codebook.js';
import { addCompare } from './commands/compare.js';
import { addDecisions } from './commands/decisions.js';
import { addDemo } from './commands/demo.js';
import { addDiscover } from './commands/discover.js';
import { addHistory } from './commands/history.js';
import { addImport } from './commands/import.js';
import { addKeywords } from './commands/keywords.js';
import { addKwic } from './commands/kwic.js';
import { addMine } from './commands/mine.js';
import { addRun } from './commands/run.js';
import { addRuns } from './commands/runs.js';
import { addScreen } from './commands/screen.js';
import { addTables } from './commands/tables.js';
import { openIo, renderError } from './io.js';
import { chooseLanguage } from './language.js';
import { makeParser } from './parser.js';

/** The commands in the order of the work. */
const commands = [
  addRun,
  addImport,
  addMine,
  addScreen,
  addCode,
  addTables,
  addDecisions,
  addHistory,
  addCases,
  addKwic,
  addRuns,
  addCodebook,
  addCompare,
  addAssess,
  addDiscover,
  addKeywords,
  addDemo,
];

const { version } = JSON.parse(readFileSync(new URL('../../package.json', import.meta.url), 'utf8'));
const args = hideBin(process.argv);
const io = openIo(chooseLanguage(args, process.env), version);

// A reader that closes early (| head) is no error.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code !== 'EPIPE') throw error;
  process.exit(0);
});
// Nor is one of the messages: the work goes on unheard.
process.stderr.on('error', () => {});

try {
  await commands.reduce((cli, add) => add(cli, io), makeParser(args, io)).parseAsync();
} catch (error) {
  if (error instanceof UserError) {
    io.note(renderError(io.say, error));
    process.exitCode = 1;
  } else {
    io.note(error instanceof Error ? (error.stack ?? error.message) : String(error));
    io.note(io.say.bug);
    process.exitCode = 2;
  }
}
