import { quoteForShell } from '../../text/quote-for-shell.js';
import type { SparkPlan } from './plan-spark.js';

/** Ends a file inside a script. */
const END = 'END_OF_FILE';

/** What running a plan would do, as a script for a shell that does the same by hand. */
export function writeDryRun(plan: SparkPlan, program: string, workFolder: string): string {
  const { files, archive } = plan;
  return [
    `mkdir -p ${quoteForShell(workFolder)}`,
    'cd "$(mktemp -d)"',
    ...Object.entries(files).map(([name, text]) => `cat > ${name} <<'${END}'\n${text}${END}`),
    ...(archive ? [`ln -s ${quoteForShell(archive.path)} ${archive.name}`] : []),
    [program, ...plan.arguments].map(quoteForShell).join(' '),
    `# then: zhagen merge ${quoteForShell(workFolder)}/*.part`,
    '',
  ].join('\n');
}
