import type { Argv } from 'yargs';
import { UserError } from '../../errors.js';
import type { Span } from '../../model/span.js';
import { whoAndWhy } from '../coder-options.js';
import { inProject } from '../in-project.js';
import { type Globals, type Io, report } from '../io.js';
import { atLeast } from '../options.js';

const verbs = ['code', 'recode', 'uncode'] as const;

/**
 * `zhagen confirm|reject [passages…]` and `zhagen passage code|recode|uncode <case>`: what people decide about the codes of
 * passages.
 */
export function addPassages(cli: Argv<Globals>, io: Io): Argv<Globals> {
  const { commands, options } = io.say;
  const withReviews = (['confirm', 'reject'] as const).reduce(
    (parser, says) =>
      parser.command(
        `${says} [passages..]`,
        commands[says],
        (command) =>
          whoAndWhy(command, io)
            .positional('passages', { type: 'string', array: true, describe: options.passages })
            .option('code', { type: 'string', describe: options.ofCode })
            .option('case', { type: 'string', array: true, describe: options.ofCases })
            .option('codebook', { type: 'string', describe: options.codebook }),
        async ({ passages, case: cases, ...argv }) => {
          const { reviewPassages } = await import('../../workflow/judge-passages.js');
          const result = await inProject(io, argv, 'write', (context) =>
            reviewPassages(context, says, { ...argv, passages, cases }),
          );
          report(io, argv, result, io.say.reports.decided(result));
        },
      ),
    cli,
  );
  return withReviews.command(
    'passage <action> <case>',
    commands.passage,
    (command) =>
      whoAndWhy(command, io)
        .positional('action', { choices: verbs, demandOption: true, describe: options.passageAction })
        .positional('case', { type: 'string', demandOption: true, describe: options.ofCase })
        .option('code', { type: 'string', array: true, demandOption: true, describe: options.passageCode })
        .option('to', { type: 'string', describe: options.to })
        .option('quote', { type: 'string', describe: options.passageQuote })
        .option('nth', { type: 'number', describe: options.nth, coerce: atLeast(io, 1, 'nth') })
        .option('span', { type: 'string', describe: options.span })
        .option('memo', { type: 'string', describe: options.memo })
        .option('codebook', { type: 'string', describe: options.codebook }),
    async ({ action, case: caseId, code: codes, to, span: written, ...argv }) => {
      const judge = await import('../../workflow/judge-passages.js');
      const span = written === undefined ? undefined : parseSpan(written);
      const { readArgument } = await import('../../sources/read-argument.js');
      const memo = argv.memo === undefined ? undefined : await readArgument(argv.memo);
      const asked = { ...argv, caseId, codes, span, memo };
      if (action === 'uncode' && argv.memo !== undefined) {
        throw new UserError('cli/usage', { problem: io.say.usage.notTogether('uncode', '--memo') });
      }
      if (action === 'recode' && to === undefined) throw new UserError('passage/no-code', {});
      const result = await inProject(io, argv, 'write', (context) => {
        if (action === 'recode') return judge.recodePassage(context, { ...asked, to: to ?? '' });
        return action === 'code' ? judge.codePassage(context, asked) : judge.uncodePassage(context, asked);
      });
      report(io, argv, result, io.say.reports.decided(result));
    },
  );
}

/** A span as typed, `120:164`. */
function parseSpan(written: string): Span {
  const [, start, end] = /^(\d+):(\d+)$/.exec(written.trim()) ?? [];
  if (start === undefined || end === undefined) throw new UserError('passage/not-a-span', { span: written });
  return { start: Number(start), end: Number(end) };
}
