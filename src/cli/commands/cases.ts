import type { Argv } from 'yargs';
import { UserError } from '../../errors.js';
import { inProject } from '../in-project.js';
import { type Globals, type Io, printable } from '../io.js';
import { renderTable } from '../render-table.js';

/** `zhagen cases` and `zhagen cases show <id>`. */
export function addCases(cli: Argv<Globals>, io: Io): Argv<Globals> {
  const { options, commands } = io.say;
  return cli.command(
    'cases [show] [id]',
    commands.cases,
    (command) =>
      command
        .positional('show', { type: 'string', choices: ['show'] as const, describe: options.show })
        .positional('id', { type: 'string', describe: options.show })
        .option('batch', { type: 'string', describe: options.batch }),
    async (argv) => {
      if (argv.show === undefined) return list(io, argv);
      const { id } = argv;
      if (id === undefined) throw new UserError('cli/usage', { problem: io.say.usage.needsValue('show') });
      const { showCase } = await import('../../workflow/show-cases.js');
      const detail = await inProject(io, argv, 'read', ({ store }) => showCase(store, id));
      if (argv.json) return io.json(detail);
      const attributes = Object.entries(detail.attributes).map(([name, value]) => `${name}=${value}`);
      io.note([detail.id, detail.title, ...attributes, detail.source].join(' · '));
      io.print(printable(detail.cleanText));
    },
  );
}

async function list(io: Io, argv: Globals & { readonly batch?: string | undefined }): Promise<void> {
  const { listCases } = await import('../../workflow/show-cases.js');
  const cases = await inProject(io, argv, 'read', ({ store }) => listCases(store, argv.batch));
  if (argv.json) return io.json(cases);
  const cells = cases.map(({ id, title, characters, batch, attributes }) => [
    id,
    title,
    String(characters),
    batch,
    Object.values(attributes).join(' · '),
  ]);
  io.print(
    renderTable(
      { header: io.say.heads.cases, cells, numeric: [false, false, true, false, false] },
      process.stdout.columns,
    ),
  );
}
