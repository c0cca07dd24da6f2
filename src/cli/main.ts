#!/usr/bin/env node
import { setFlagsFromString } from 'node:v8';
import { hideBin } from 'yargs/helpers';
import { UserError } from '../errors.js';
import { renderError } from '../messages/render-error.js';
import { systemReason } from '../sources/read-bytes.js';
import { readToolVersion } from '../sources/tool-version.js';
import { removeLeftFolders } from '../temporary-folder.js';
import { addCommands } from './commands.js';
import { openIo } from './io.js';
import { chooseLanguage } from './language.js';
import { makeParser } from './parser.js';

// Left to itself V8 lets the heap grow fourfold before it looks for garbage: coding a text of 57 MB took 2.3 GB, not 1.3.
setFlagsFromString('--heap-growing-percent=100');

removeLeftFolders();
const args = hideBin(process.argv);
const io = await openIo(chooseLanguage(args, process.env), readToolVersion());

// A reader that closes early (| head) is no error.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code === 'EPIPE') process.exit(0);
  io.note(renderError(io.say, new UserError('cli/cannot-print', { reason: systemReason(error) })));
  process.exit(1);
});
// Nor is one of the messages: the work goes on unheard.
process.stderr.on('error', () => {});

try {
  await addCommands(makeParser(args, io), io).parseAsync();
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
