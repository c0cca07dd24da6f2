import type { Argv } from 'yargs';
import { localTime } from '../../text/local-time.js';
import type { TagDiff } from '../../workflow/diff-tag.js';
import { whoAndWhy } from '../coder-options.js';
import { inProject } from '../in-project.js';
import { type Globals, type Io, printable, report } from '../io.js';
import { atLeast } from '../options.js';
import { renderTable } from '../render-table.js';

/** `zhagen tag [name]` and `zhagen diff <tag> [other]`: states of the project with a name, and what changed since. */
export function addTag(cli: Argv<Globals>, io: Io): Argv<Globals> {
  const { commands, options, tag: words } = io.say;
  return cli
    .command(
      'tag [name]',
      commands.tag,
      (command) =>
        whoAndWhy(command, io)
          .positional('name', { type: 'string', describe: options.tagName })
          .option('list', { type: 'boolean', default: false, describe: options.listTags }),
      async ({ name, ...argv }) => {
        const { listTags, tagProject } = await import('../../workflow/tag-project.js');
        if (name !== undefined && !argv.list) {
          const result = await inProject(io, argv, 'write', (context) =>
            tagProject(context, { ...argv, name }),
          );
          return report(io, argv, result, words.given(result.tag));
        }
        const tags = await inProject(io, argv, 'read', listTags);
        if (argv.json) return io.json(tags);
        if (tags.length === 0) return io.note(words.noTags);
        const cells = tags.map((tag) => [
          tag.name,
          localTime(tag.time),
          tag.coder,
          String(tag.revision),
          String(tag.decisions),
          String(tag.numbers),
          tag.stateHash.slice(0, 12),
          tag.logHash.slice(0, 12),
          tag.reason,
        ]);
        const numeric = words.heads.map((_, at) => at > 2 && at < 6);
        io.print(renderTable({ header: words.heads, cells, numeric }, process.stdout.columns));
      },
    )
    .command(
      'diff <tag> [other]',
      commands.diff,
      (command) =>
        command
          .positional('tag', { type: 'string', demandOption: true, describe: options.tagName })
          .positional('other', { type: 'string', describe: options.otherTag })
          .option('decisions', {
            type: 'number',
            describe: options.listedDecisions,
            coerce: atLeast(io, 0, 'decisions'),
          })
          .option('format', { choices: ['text', 'md', 'csv', 'json'] as const, describe: options.format }),
      async (argv) => {
        const { diffTag } = await import('../../workflow/diff-tag.js');
        const { formatDiff, labelledDiff } = await import('../../workflow/format-diff.js');
        const diff = await inProject(io, argv, 'read', (context) => diffTag(context, argv));
        const format = argv.json ? 'json' : (argv.format ?? 'text');
        if (format === 'json') return io.json(diff);
        if (format !== 'text') return io.print(formatDiff(diff, format, io.language));
        const table = renderTable(labelledDiff(diff, io.language), process.stdout.columns);
        const parts = [
          words.compared(diff).join('\n'),
          ...(diff.changes.length > 0 ? [table] : []),
          [...whyLines(io, diff), ...words.unexplained(diff)].join('\n'),
        ];
        io.print(printable(parts.filter((part) => part !== '').join('\n\n')));
      },
    );
}

/** What was decided about the codes whose numbers changed. */
function whyLines({ say }: Io, { why }: TagDiff): string[] {
  return why.flatMap((code) => [
    say.tag.decisionsOn(code),
    ...code.listed.map((decision) => {
      const said = [
        localTime(decision.time),
        decision.coder,
        say.reports.decision(decision),
        decision.reason,
      ];
      return `  ${said.filter((part) => part !== '').join('  ')}`;
    }),
  ]);
}
