import type { Argv } from 'yargs';
import { UserError } from '../../errors.js';
import { defaultCoder } from '../coder-options.js';
import { inProject } from '../in-project.js';
import { type Globals, type Io, printable, report } from '../io.js';
import { renderTable } from '../render-table.js';

/** `zhagen relate`: how codes are related, which is the core category, and the story they tell. */
export function addRelate(cli: Argv<Globals>, io: Io): Argv<Globals> {
  const { commands, options, usage } = io.say;
  return cli.command(
    'relate [code]',
    commands.relate,
    (command) =>
      command
        .positional('code', { type: 'string', describe: options.decidedCode })
        .option('to', { type: 'string', describe: options.to })
        .option('as', { type: 'string', describe: options.as })
        .option('core', { type: 'boolean', default: false, describe: options.core })
        .option('storyline', { type: 'string', describe: options.storyline })
        .option('remove', { type: 'boolean', default: false, describe: options.remove })
        .option('list', { type: 'boolean', default: false, describe: options.list })
        .option('coder', { type: 'string', describe: options.coder })
        .option('reason', { type: 'string', default: '', describe: options.reason })
        .option('codebook', { type: 'string', describe: options.codebook }),
    async (argv) => {
      const { code, to, as, core, storyline, list, remove: isRemoved, coder = defaultCoder() } = argv;
      const isRelation = to !== undefined || as !== undefined;
      const asked = [isRelation, core, storyline !== undefined, list].filter(Boolean).length;
      if (
        asked !== 1 ||
        (isRelation || core) !== (code !== undefined) ||
        (as !== undefined) !== (to !== undefined)
      ) {
        throw new UserError('cli/usage', { problem: usage.relate });
      }
      if (list) return listRelations(io, argv);
      const verbs = await import('../../workflow/relate-codes.js');
      const { readArgument } = await import('../../sources/read-argument.js');
      const said = { ...argv, coder, code: code ?? '' };
      const story = storyline === undefined ? undefined : await readArgument(storyline);
      const result = await inProject(io, argv, 'write', (context) => {
        if (story !== undefined) return verbs.writeStoryline(context, { ...said, text: story });
        if (core) return verbs.nameCore(context, { ...said, isRemoved });
        const relation = { ...said, to: to ?? '', as: as ?? '' };
        return isRemoved ? verbs.unrelateCodes(context, relation) : verbs.relateCodes(context, relation);
      });
      report(io, argv, result, io.say.reports.decided(result));
    },
  );
}

async function listRelations(
  io: Io,
  argv: Globals & { readonly codebook?: string | undefined; readonly coder?: string | undefined },
): Promise<void> {
  const { listTheory, statedRelationTable } = await import('../../workflow/list-relations.js');
  const { labelledTable } = await import('../../workflow/format-table.js');
  await inProject(io, argv, 'read', (context) => {
    const theory = listTheory(context, argv);
    if (argv.json) return io.json(theory);
    for (const line of io.say.reports.theory(theory)) io.print(printable(line));
    if (theory.relations.length === 0) return;
    const table = labelledTable(statedRelationTable(context, argv), io.language);
    io.print(`\n${renderTable(table, process.stdout.columns)}`);
  });
}
