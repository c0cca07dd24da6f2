import type { Argv } from 'yargs';
import type { BatchReport } from '../../workflow/report-batch.js';
import { inProject } from '../in-project.js';
import { type Globals, type Io, printable } from '../io.js';
import { codingFilter } from '../options.js';
import { renderTable } from '../render-table.js';

/** Words of a list that the terminal shows. */
const SHOWN = 30;

/** `zhagen batch-report <batch>`: what a batch brought that the batches before it did not have. */
export function addBatchReport(cli: Argv<Globals>, io: Io): Argv<Globals> {
  const { commands, options } = io.say;
  return cli.command(
    'batch-report <batch>',
    commands['batch-report'],
    (command) =>
      codingFilter(command, io).positional('batch', {
        type: 'string',
        demandOption: true,
        describe: options.reportedBatch,
      }),
    async (argv) => {
      const { reportBatch } = await import('../../workflow/report-batch.js');
      const report = await inProject(io, argv, 'read', (context) => reportBatch(context, argv));
      if (argv.json) return io.json(report);
      io.print(printable(partsOf(io, report).join('\n\n')));
    },
  );
}

function partsOf(io: Io, report: BatchReport): string[] {
  const words = io.say.batch;
  const { firstSeen, pillars, newWords, unmapped, earlierBatches } = report;
  const table = (title: string, header: readonly string[], cells: readonly string[][], labels: number) => {
    const numeric = header.map((_, at) => at >= labels);
    return cells.length > 0
      ? [`${title}\n${renderTable({ header, cells, numeric }, process.stdout.columns)}`]
      : [];
  };
  const codes = firstSeen.map(({ level, code, cases, references, assignments }) => [
    level[io.language],
    code,
    ...[cases, references, assignments].map(String),
  ]);
  const shares = pillars.map(({ pillar, batch, earlier }) => [
    pillar,
    ...cellsOf(batch),
    ...cellsOf(earlier),
  ]);
  return [
    words.found(report).join('\n'),
    ...table(words.pillarTitle, words.pillarHeads, shares, 1),
    ...(earlierBatches.length > 0 ? table(words.codeTitle, words.codeHeads, codes, 2) : []),
    ...(newWords.length > 0 && earlierBatches.length > 0
      ? [words.newWords(newWords.slice(0, SHOWN), newWords.length - SHOWN)]
      : []),
    ...(unmapped.length > 0 ? [words.unmapped(unmapped.slice(0, SHOWN), unmapped.length - SHOWN)] : []),
  ];
}

type Pillar = BatchReport['pillars'][number];

function cellsOf({ cases, caseShare, references, referenceShare, assignments }: Pillar['batch']): string[] {
  return [
    String(cases),
    percent(caseShare),
    String(references),
    percent(referenceShare),
    String(assignments),
  ];
}

const percent = (share: number) => `${(100 * share).toFixed(1)} %`;
