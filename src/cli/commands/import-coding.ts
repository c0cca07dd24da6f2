import { extname } from 'node:path';
import type { Argv } from 'yargs';
import { UserError } from '../../errors.js';
import { renderError, renderProblems } from '../../messages/render-error.js';
import type { CommentKind } from '../../project/hand-coding/read-comment.js';
import { defaultCoder, readCoderMap } from '../coder-options.js';
import { inProject } from '../in-project.js';
import { type Globals, type Io, report } from '../io.js';

// Spelt out, because what reads comments need not be loaded for --help.
const commentKinds = ['codes', 'memos'] as const satisfies readonly CommentKind[];

/** Files that are tables of codings; all others are Word documents or folders of them. */
const TABLES = ['.xlsx', '.xls', '.xlsm', '.ods', '.csv', '.tsv', '.txt'];
const isTable = (path: string) => TABLES.includes(extname(path).toLowerCase());

/** `zhagen import-coding <files…>`: coding that a team made by hand, in a table or as comments in Word documents. */
export function addImportCoding(cli: Argv<Globals>, io: Io): Argv<Globals> {
  const { commands, options } = io.say;
  return cli.command(
    'import-coding <files..>',
    commands['import-coding'],
    (command) =>
      command
        .positional('files', {
          type: 'string',
          array: true,
          demandOption: true,
          describe: options.codingFile,
        })
        .option('map', { type: 'string', array: true, nargs: 1, describe: options.codingMap })
        .option('coder', { type: 'string', default: defaultCoder(), describe: options.codingCoder })
        .option('coder-map', { type: 'string', requiresArg: true, describe: options.commentCoders })
        .option('codebook', { type: 'string', requiresArg: true, describe: options.codingCodebook })
        .option('case', { type: 'string', requiresArg: true, describe: options.commentCase })
        .option('comments', { choices: commentKinds, requiresArg: true, describe: options.commentKind })
        .option('without-text', { type: 'boolean', describe: options.codingWithoutText })
        .option('min-score', { type: 'number', describe: options.minScore })
        .option('dry-run', { type: 'boolean', describe: options.codingDryRun })
        .option('skip-bad', { type: 'boolean', describe: options.codingSkipBad }),
    async ({ files, ...argv }) => {
      const [path = '', ...others] = files;
      if (others.length > 0 && files.some(isTable)) throw new UserError('comments/several-kinds', {});
      return isTable(path) ? importTable(io, path, argv) : importDocuments(io, files, argv);
    },
  );
}

interface Flags extends Globals {
  readonly map?: readonly string[] | undefined;
  readonly coder: string;
  readonly coderMap?: string | undefined;
  readonly codebook?: string | undefined;
  readonly case?: string | undefined;
  readonly comments?: CommentKind | undefined;
  readonly withoutText?: boolean | undefined;
  readonly minScore?: number | undefined;
  readonly dryRun?: boolean | undefined;
  readonly skipBad?: boolean | undefined;
}

async function importTable(io: Io, path: string, { map, ...argv }: Flags): Promise<void> {
  if (map === undefined) throw new UserError('cli/usage', { problem: io.say.usage.needsOption('--map') });
  const { importCoding } = await import('../../workflow/import-coding.js');
  const mode = argv.dryRun ? 'rehearse' : 'create';
  const result = await inProject(io, argv, mode, (context) => importCoding(context, { ...argv, map, path }));
  reportWithProblems(io, argv, result, io.say.reports.importedCoding(result));
}

async function importDocuments(
  io: Io,
  paths: readonly string[],
  { coderMap, ...argv }: Flags,
): Promise<void> {
  const { importComments } = await import('../../workflow/import-comments.js');
  const mode = argv.dryRun ? 'rehearse' : 'write';
  const result = await inProject(io, argv, mode, (context) =>
    importComments(context, { ...argv, paths, coderMap: readCoderMap(coderMap) }),
  );
  reportWithProblems(io, argv, result, io.say.reports.importedComments(result));
}

/** Prints a result, with its problems as people read them. */
function reportWithProblems(
  io: Io,
  argv: Globals,
  result: { readonly problems: readonly UserError[] },
  lines: readonly string[],
): void {
  const problems = result.problems.map((problem) => renderError(io.say, problem));
  report(io, argv, { ...result, problems }, lines);
  if (argv.quiet) return;
  for (const problem of renderProblems(io.say, result.problems)) io.note(`  ${problem}`);
}
