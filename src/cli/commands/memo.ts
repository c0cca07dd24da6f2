import type { Argv } from 'yargs';
import { UserError } from '../../errors.js';
import { type MemoType, memoTypes } from '../../model/memo-type.js';
import { defaultCoder } from '../coder-options.js';
import { inProject } from '../in-project.js';
import { type Globals, type Io, report } from '../io.js';
import { renderTable } from '../render-table.js';

const actions = ['add', 'edit', 'delete', 'list'] as const;

/** `zhagen memo add <text>`, `zhagen memo edit <id> <text>`, `zhagen memo delete <id>` and `zhagen memo list`: what coders write beside their codings. */
export function addMemo(cli: Argv<Globals>, io: Io): Argv<Globals> {
  const { commands, options, usage } = io.say;
  return cli.command(
    'memo <action> [text..]',
    commands.memo,
    (command) =>
      command
        .positional('action', { choices: actions, demandOption: true, describe: options.memoAction })
        .positional('text', { type: 'string', array: true, describe: options.text })
        .option('on', { type: 'string', describe: options.on })
        .option('type', { choices: memoTypes, describe: options.type })
        .option('coder', { type: 'string', describe: options.coder }),
    async (argv) => {
      const { action, text: given = [], on, type, coder = defaultCoder() } = argv;
      if (action === 'list') return list(io, argv);
      if (action === 'delete') return remove(io, argv, given, coder);
      const [id, ...texts] = action === 'add' ? [undefined, ...given] : given;
      // yargs leaves out a lone -, so that it is what is missing; at a terminal nothing would come.
      const [argument, ...more] = texts.length > 0 || process.stdin.isTTY ? texts : ['-'];
      if (argument === undefined || more.length > 0 || (action === 'edit' && id === undefined)) {
        throw new UserError('cli/usage', { problem: usage.memo[action] });
      }
      if (id === undefined && on === undefined) throw new UserError('memo/no-subject', {});
      const { readArgument } = await import('../../sources/read-argument.js');
      const text = await readArgument(argument);
      const write = await import('../../workflow/write-memo.js');
      const result = await inProject(io, argv, 'write', (context) =>
        id === undefined
          ? write.addMemo(context, { text, on: on ?? '', type, coder })
          : write.editMemo(context, { id, text, coder }),
      );
      report(io, argv, result, io.say.reports.decided(result));
    },
  );
}

async function remove(io: Io, argv: Globals, [id, ...more]: readonly string[], coder: string): Promise<void> {
  if (id === undefined || more.length > 0) {
    throw new UserError('cli/usage', { problem: io.say.usage.memo.delete });
  }
  const { deleteMemo } = await import('../../workflow/write-memo.js');
  const result = await inProject(io, argv, 'write', (context) => deleteMemo(context, { id, coder }));
  report(io, argv, result, io.say.reports.decided(result));
}

async function list(
  io: Io,
  argv: Globals & {
    readonly on?: string | undefined;
    readonly type?: MemoType | undefined;
    readonly coder?: string | undefined;
  },
): Promise<void> {
  const { listMemos, memoTable } = await import('../../workflow/list-memos.js');
  const { labelledTable } = await import('../../workflow/format-table.js');
  if (argv.json) return io.json(await inProject(io, argv, 'read', (context) => listMemos(context, argv)));
  const table = await inProject(io, argv, 'read', (context) => memoTable(context, argv));
  if (table.rows.length === 0) return io.note(io.say.reports.nothingFound);
  const rows = table.rows.map((row) => ({ ...row, memo: String(row['memo']).slice(0, 8) }));
  io.print(renderTable(labelledTable({ ...table, rows }, io.language), process.stdout.columns));
}
