import type { Argv } from 'yargs';
import { UserError } from '../../errors.js';
import { inProject } from '../in-project.js';
import { type Globals, type Io, printable } from '../io.js';
import { renderTable } from '../render-table.js';

const actions = ['list', 'show', 'validate', 'diff', 'stats', 'export', 'audit'] as const;

/** `zhagen codebook list|show|validate|diff|stats|export|audit`. */
export function addCodebook(cli: Argv<Globals>, io: Io): Argv<Globals> {
  const { options, commands, reports } = io.say;
  return cli.command(
    'codebook <action> [codebook] [other]',
    commands.codebook,
    (command) =>
      command
        .positional('action', { choices: actions, demandOption: true, describe: options.action })
        .positional('codebook', { type: 'string', describe: options.codebookFile })
        .positional('other', { type: 'string', describe: options.otherCodebook })
        .option('format', {
          choices: ['yaml', 'csv', 'json', 'qdc', 'xlsx', 'docx'] as const,
          describe: options.format,
        } as const)
        .option('out', { type: 'string', describe: options.outFile })
        .option('against', { type: 'string', describe: options.against }),
    async (argv) => {
      const { action, codebook, other, format, out, against, json, quiet } = argv;
      const verbs = await import('../../workflow/codebooks.js');
      const named = (name: string | undefined): string => {
        if (name === undefined)
          throw new UserError('cli/usage', { problem: io.say.usage.needsCodebook(action) });
        return name;
      };
      const show = (rows: readonly object[]) => {
        if (json) io.json(rows);
        else if (rows.length === 0) io.note(reports.nothingFound);
        else io.print(textOf(rows));
      };
      switch (action) {
        case 'list':
          return show(verbs.listCodebooks().map((row) => ({ ...row, title: row.title[io.language] })));
        case 'diff':
          return show(await verbs.diffCodebooks(named(codebook), named(other)));
        case 'stats':
          return show(await verbs.codebookStats(named(codebook)));
        case 'export': {
          const { exportCodebook, exportEffective, writeCodebook } = await import(
            '../../workflow/export-codebook.js'
          );
          const wanted = json ? 'json' : (format ?? 'yaml');
          const exported =
            codebook === undefined
              ? await inProject(io, argv, 'read', (context) => exportEffective(context, wanted, io.language))
              : await exportCodebook(codebook, wanted, io.language);
          if (out !== undefined) writeCodebook(exported, out);
          else if (typeof exported.data === 'string') io.print(exported.data);
          else throw new UserError('cli/usage', { problem: io.say.usage.needsOut(wanted) });
          const { notCarried, withoutParent } = exported;
          if (notCarried.length > 0 && !quiet) io.note(reports.notCarried(notCarried));
          if (withoutParent.length > 0 && !quiet) io.note(reports.withoutParent(withoutParent));
          return;
        }
        case 'audit': {
          const { auditCodebook, formatAudit } = await import('../../workflow/audit-codebook.js');
          const report = await auditCodebook(named(codebook), against);
          if (json || format === 'json') return io.json(report);
          const text = formatAudit(report, format === 'csv' ? 'csv' : 'text', io.language);
          if (text !== '') io.print(printable(text));
          if (!quiet) io.note(reports.audited(report));
          return;
        }
        case 'show':
          if (json) return io.json((await verbs.validateCodebook(named(codebook))).codebook);
          return io.print(printable((await verbs.showCodebook(named(codebook), io.language)).join('\n')));
        case 'validate': {
          const { codebook: sound, doubtful } = await verbs.validateCodebook(named(codebook));
          for (const word of doubtful) io.note(reports.doubtfulWord(word));
          if (json) return io.json(sound);
          return io.note(`${sound.id} ${sound.version}: ${sound.codes.length}`);
        }
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
