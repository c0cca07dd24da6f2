import type { Argv } from 'yargs';
import { UserError } from '../../errors.js';
import { adjudicationReasons } from '../../model/adjudication-reason.js';
import { whoAndWhy } from '../coder-options.js';
import { decisionOptions, founding, named } from '../decision-options.js';
import { inProject } from '../in-project.js';
import { type Globals, type Io, report } from '../io.js';
import { splitNames } from '../options.js';

const ofWords = ['keep', 'drop', 'add', 'fold', 'split'] as const;
const ofCodes = ['group', 'promote', 'rename', 'move'] as const;

/**
 * `zhagen keep|drop|add|fold|split <words…>`, `zhagen group|promote|rename|move <words…>`, `zhagen undo`, `zhagen redo` and
 * `zhagen adjudicate <words…>`: what people decide about keywords and codes.
 */
export function addDecisions(cli: Argv<Globals>, io: Io): Argv<Globals> {
  const { commands } = io.say;
  const withWords = ofWords.reduce(
    (parser, kind) =>
      parser.command(
        `${kind} <words..>`,
        commands[kind],
        (command) => decisionOptions(kind, command, io),
        async (argv) => {
          const { words, coder, reason, group, case: caseId, quote, new: isNew } = argv;
          const { decide } = await import('../../workflow/decide.js');
          const result = await inProject(io, argv, 'write', (context) =>
            decide(context, { kind, words, coder, reason, group, caseId, quote, isNew }),
          );
          report(io, argv, result, io.say.reports.decided(result));
        },
      ),
    cli,
  );
  const withCodes = ofCodes.reduce(
    (parser, kind) =>
      parser.command(
        `${kind} <words..>`,
        commands[kind],
        (command) => founding(kind, named(whoAndWhy(command, io), io), io),
        async (argv) => {
          const { decide } = await import('../../workflow/decide.js');
          const result = await inProject(io, argv, 'write', (context) =>
            decide(context, { ...argv, kind, isNew: argv.new }),
          );
          report(io, argv, result, io.say.reports.decided(result));
        },
      ),
    withWords,
  );
  const withUndo = withCodes.command(
    'undo [decision]',
    commands.undo,
    (command) =>
      whoAndWhy(command, io).positional('decision', { type: 'string', describe: io.say.options.undone }),
    async (argv) => {
      const { undo } = await import('../../workflow/decide.js');
      const result = await inProject(io, argv, 'write', (context) => undo(context, argv));
      report(io, argv, result, io.say.reports.decided(result));
    },
  );
  const withRedo = withUndo.command(
    'redo',
    commands.redo,
    (command) => whoAndWhy(command, io),
    async (argv) => {
      const { redo } = await import('../../workflow/decide.js');
      const result = await inProject(io, argv, 'write', (context) => redo(context, argv));
      report(io, argv, result, io.say.reports.decided(result));
    },
  );
  return addAdjudicate(withRedo, io);
}

/** `zhagen adjudicate [words…]`, or with `--passage` the sentences that passages touch: whose verdict is in force. */
function addAdjudicate(cli: Argv<Globals>, io: Io): Argv<Globals> {
  const { commands, options, usage } = io.say;
  return cli.command(
    'adjudicate [words..]',
    commands.adjudicate,
    (command) =>
      whoAndWhy(command, io)
        .positional('words', { type: 'string', array: true, default: [], describe: options.words })
        .option('passage', { type: 'string', array: true, describe: options.contestedPassages })
        .option('verdict-of', { type: 'string', demandOption: true, describe: options['verdict-of'] })
        .option('why', { choices: adjudicationReasons, requiresArg: true, describe: options.why })
        .option('attendees', { type: 'string', requiresArg: true, describe: options.attendees })
        .option('group', { type: 'string', describe: options.group })
        .option('codebook', { type: 'string', describe: options.codebook }),
    async ({ passage: passages, ...given }) => {
      const argv = { ...given, attendees: splitNames(given.attendees) };
      const { words } = argv;
      if (passages && words.length > 0) {
        throw new UserError('cli/usage', { problem: usage.notTogether(words.join(' '), '--passage') });
      }
      if (!passages && words.length === 0)
        throw new UserError('cli/usage', { problem: usage.missingArgument });
      const result = await inProject(io, argv, 'write', async (context) => {
        if (!passages) return (await import('../../workflow/adjudicate.js')).adjudicate(context, argv);
        const { adjudicatePassages } = await import('../../workflow/adjudicate-passages.js');
        return adjudicatePassages(context, { ...argv, passages });
      });
      report(io, argv, result, io.say.reports.decided(result));
    },
  );
}
