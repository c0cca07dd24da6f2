import type { Argv } from 'yargs';
import { UserError } from '../../errors.js';
import { inProject } from '../in-project.js';
import type { Globals, Io } from '../io.js';
import { renderTable } from '../render-table.js';

const actions = ['list', 'show', 'validate', 'diff', 'stats', 'export'] as const;

/** `zhagen codebook list|show|validate|diff|stats|export`. */
export function addCodebook(cli: Argv<Globals>, io: Io): Argv<Globals> {
  const { options, commands } = io.say;
  return cli.command(
    'codebook <action> [codebook] [other]',
    commands.codebook,
    (command) =>
      command
        .positional('action', { choices: actions, demandOption: true, describe: options.action })
        .positional('codebook', { type: 'string', describe: options.codebookFile })
        .positional('other', { type: 'string', describe: options.otherCodebook })
        .option('format', {
          choices: ['yaml', 'csv', 'json'] as const,
          default: 'yaml',
          describe: options.format,
        } as const),
    async (argv) => {
      const { action, codebook, other, format, json } = argv;
      const {
        codebookStats,
        diffCodebooks,
        exportCodebook,
        exportEffective,
        listCodebooks,
        validateCodebook,
      } = await import('../../workflow/codebooks.js');
      const named = (name: string | undefined): string => {
        if (name === undefined) throw new UserError('cli/usage', { problem: options.codebookFile });
        return name;
      };
      const show = (rows: readonly object[]) => io.print(json ? JSON.stringify(rows) : textOf(rows));
      if (action === 'list') {
        return show(listCodebooks().map((row) => ({ ...row, title: row.title[io.language] })));
      }
      if (action === 'diff') return show(diffCodebooks(named(codebook), named(other)));
      if (action === 'stats') return show(codebookStats(named(codebook)));
      if (action === 'export' && codebook === undefined) {
        const { text, withoutParent } = await inProject(io, argv, 'read', (context) =>
          exportEffective(context, json ? 'json' : format),
        );
        if (withoutParent.length > 0 && !argv.quiet) io.note(io.say.reports.withoutParent(withoutParent));
        return io.print(text);
      }
      if (action === 'export') return io.print(exportCodebook(named(codebook), json ? 'json' : format));
      const sound = validateCodebook(named(codebook));
      if (json) return io.print(JSON.stringify(sound));
      if (action === 'validate') return io.note(`${sound.id} ${sound.version}: ${sound.codes.length}`);
      const depth = new Map(sound.levels.map(({ id }, index) => [id, index]));
      for (const { id, label, level, definition } of sound.codes) {
        io.print(`${'  '.repeat(depth.get(level) ?? 0)}${label[io.language]} (${id}): ${definition}`);
      }
    },
  );
}

/** Rows of one shape as a table for the terminal. */
function textOf(rows: readonly object[]): string {
  const header = Object.keys(rows[0] ?? {});
  const cells = rows.map((row) => Object.values(row).map(String));
  const numeric = header.map((_, at) => rows.every((row) => typeof Object.values(row)[at] === 'number'));
  return renderTable({ header, cells, numeric }, process.stdout.columns);
}
