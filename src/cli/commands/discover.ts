import { once } from 'node:events';
import type { Argv } from 'yargs';
import { UserError } from '../../errors.js';
import { endWhenInterrupted } from '../end-when-interrupted.js';
import type { Globals, Io } from '../io.js';
import { atLeast, discoverOptions } from '../options.js';

const columns = [
  'word',
  'pos',
  'score',
  'frequency',
  'cases',
  'cohesion',
  'leftEntropy',
  'rightEntropy',
  'hmmShare',
  'alignment',
  'knownAlignment',
  'cutsInside',
  'beginShare',
  'endShare',
  'length',
  'inDictionary',
] as const;

/** Lines that are written together. */
const LINES_AT_ONCE = 1000;

/** `zhagen discover <files…|->`: a filter from text, or counts of it, to ranked new words with all their scores. */
export function addDiscover(cli: Argv<Globals>, io: Io): Argv<Globals> {
  const { options, commands } = io.say;
  return cli.command(
    'discover [files..]',
    commands.discover,
    (command) =>
      discoverOptions(command, io)
        .positional('files', { type: 'string', array: true, default: ['-'], describe: options.files })
        .option('clean', { type: 'boolean', default: false, describe: options.clean })
        .option('counts', { type: 'boolean', default: false, describe: options.counts })
        .option('workers', { type: 'number', describe: options.workers, coerce: atLeast(io, 1, 'workers') })
        .option('format', { choices: ['tsv', 'jsonl'] as const, describe: options.format }),
    async (argv) => {
      endWhenInterrupted(io);
      if (argv.counts && argv.clean) {
        throw new UserError('cli/usage', { problem: io.say.usage.notTogether('--counts', '--clean') });
      }
      const discover = argv.counts
        ? (await import('../../workflow/discover-in-counts.js')).discoverInCounts
        : (await import('../../workflow/discover-filter.js')).discoverInFiles;
      const words = discover({
        ...argv,
        profile: argv.profile ?? 'both',
        minFrequency: argv.minFrequency ?? 3,
        maxLength: argv.maxLength ?? 8,
        onUnread: (parts) => {
          if (!argv.quiet) for (const line of io.say.reports.unread(parts)) io.note(line);
        },
      });
      const asJson = argv.json || argv.format === 'jsonl';
      const lines: string[] = asJson ? [] : [columns.join('\t')];
      for await (const word of words) {
        if (asJson) io.json(word);
        else lines.push(columns.map((column) => word[column]).join('\t'));
        if (lines.length >= LINES_AT_ONCE) io.print(lines.splice(0).join('\n'));
        if (process.stdout.writableNeedDrain) await once(process.stdout, 'drain');
      }
      if (lines.length > 0) io.print(lines.join('\n'));
    },
  );
}
