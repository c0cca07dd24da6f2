import type { Argv } from 'yargs';
import { UserError } from '../../errors.js';
import { renderError, renderProblems } from '../../messages/render-error.js';
import { who } from '../coder-options.js';
import { inProject } from '../in-project.js';
import { type Globals, type Io, report } from '../io.js';
import { splitNames } from '../options.js';

const actions = ['export', 'apply'] as const;

/** `zhagen decisions export` and `zhagen decisions apply <recipe>`: what was decided in one project, for another. */
export function addRecipes(cli: Argv<Globals>, io: Io): Argv<Globals> {
  const { commands, options, usage, reports } = io.say;
  return cli.command(
    'decisions <action> [recipe]',
    commands.decisions,
    (command) =>
      who(command, io)
        .positional('action', { choices: actions, demandOption: true, describe: options.recipeAction })
        .positional('recipe', { type: 'string', describe: options.recipeFile })
        .option('out', { type: 'string', requiresArg: true, describe: options.recipeOut })
        .option('kinds', { type: 'string', requiresArg: true, describe: options.kinds })
        .option('new', { type: 'boolean', describe: options.newInRecipe })
        .option('dry-run', { type: 'boolean', describe: options.recipeDryRun })
        .option('skip-bad', { type: 'boolean', describe: options.recipeSkipBad }),
    async ({ action, recipe, out, coder, new: isNew, dryRun, skipBad, ...argv }) => {
      const verbs = await import('../../workflow/decision-recipes.js');
      if (action === 'export') {
        if (out === undefined) throw new UserError('cli/usage', { problem: usage.needsOption('--out') });
        const kinds = splitNames(argv.kinds);
        const written = await inProject(io, argv, 'read', (context) =>
          verbs.exportDecisions(context, { out, kinds }),
        );
        return report(io, argv, written, reports.writtenRecipe(written, out));
      }
      if (recipe === undefined) throw new UserError('cli/usage', { problem: usage.missingArgument });
      const applied = await inProject(io, argv, 'write', (context) =>
        verbs.applyDecisions(context, { path: recipe, coder, isNew, dryRun, skipBad }),
      );
      const problems = applied.problems.map((problem) => renderError(io.say, problem));
      report(io, argv, { ...applied, problems }, reports.appliedRecipe(applied));
      if (argv.quiet) return;
      for (const problem of renderProblems(io.say, applied.problems)) io.note(`  ${problem}`);
    },
  );
}
