import { fileURLToPath } from 'node:url';
import type { Argv } from 'yargs';
import type { Context } from '../../workflow/context.js';
import type { Table, TableRequest } from '../../workflow/make-table.js';
import type { RunReport } from '../../workflow/run-all.js';
import { inProject } from '../in-project.js';
import { type Globals, type Io, printable } from '../io.js';
import { renderTable } from '../render-table.js';

const CORPUS = fileURLToPath(new URL('../../../corpus/', import.meta.url));
const DATABASE = 'zhagen-demo.db';
const FOLDER = 'zhagen-demo';

/** The province whose keywords the demo shows, as the model study shows those of Jiangxi. */
const PROVINCE = '江西';

/** `zhagen demo`: the main job on the sample corpus, and what a researcher wants to see of it first. */
export function addDemo(cli: Argv<Globals>, io: Io): Argv<Globals> {
  return cli.command(
    'demo',
    io.say.commands.demo,
    (command) => command,
    (argv) =>
      inProject(io, { ...argv, db: DATABASE }, 'create', async (context) => {
        const { runAll } = await import('../../workflow/run-all.js');
        const result = await runAll(context, {
          paths: [`${CORPUS}cases`],
          attributes: `${CORPUS}cases.csv`,
          codebook: 'six-pillars',
          out: FOLDER,
        });
        if (argv.json) return io.json(result);
        await show(io, context, result);
      }),
  );
}

async function show(io: Io, { store }: Context, result: RunReport): Promise<void> {
  const { makeTable } = await import('../../workflow/make-table.js');
  const { labelledTable } = await import('../../workflow/format-table.js');
  const { demo, reports } = io.say;
  const table = (request: TableRequest) => makeTable(store, request);
  const coding = table({ name: 'coding' });
  const frequency = table({ name: 'frequency' });
  const print = (title: string, shown: Table, columns: number | undefined) => {
    const labelled = labelledTable(shown, io.language);
    io.print(`\n${title}\n\n${renderTable(labelled, columns)}`);
  };
  const distinct = (column: string) =>
    new Set(coding.rows.filter(hasEvidence).map((row) => row[column])).size;
  const counts = [
    result.import.added.length + result.import.changed.length + result.import.unchanged.length,
    result.mine.candidates,
    result.code.caseKeywords,
    frequency.rows.length,
    distinct('axial'),
    distinct('pillar'),
  ];
  io.print(demo.steps.map((step, at) => `${step} ${counts[at]}`).join(' → '));
  const keywords = table({ name: 'keywords', by: 'province' });
  const ofProvince = keywords.rows.filter(({ group }) => group === PROVINCE).slice(0, 10);
  print(demo.keywordsOf(PROVINCE), { ...keywords, rows: ofProvince }, process.stdout.columns);
  print(demo.mostFrequent, { ...frequency, rows: frequency.rows.slice(0, 10) }, process.stdout.columns);

  const evidence = table({ name: 'evidence' });
  const walked = frequency.rows.find(({ references }) => Number(references) >= 3 && Number(references) <= 8);
  if (walked) {
    io.print(
      `\n${demo.walkBack(String(walked['coreKeyword']), Number(walked['cases']), Number(walked['references']))}`,
    );
    for (const { codeId, origin, caseId, start, end, quote } of evidence.rows) {
      if (codeId !== walked['codeId'] || origin === 'keyword') continue;
      io.print(printable(`  ${caseId} [${start}, ${end})  ${String(quote).replaceAll(/\s*\n\s*/g, '')}`));
    }
  }
  io.print(`\n${reports.took(result.milliseconds).join('')}`);
  io.print(reports.wrote(FOLDER, result.files).join(''));
  io.print(demo.next);
}

const hasEvidence = ({ assignments, references }: Table['rows'][number]) =>
  Number(assignments) + Number(references) > 0;
