import { fileURLToPath } from 'node:url';
import type { Argv } from 'yargs';
import { PROGRAM } from '../../paths.js';
import type { Context } from '../../project/context.js';
import type { RunReport } from '../../workflow/run-all.js';
import type { Table, TableRequest } from '../../workflow/table.js';
import { inProject } from '../in-project.js';
import { type Globals, type Io, printable } from '../io.js';
import { renderTable } from '../render-table.js';

const CORPUS = fileURLToPath(new URL('../corpus/', PROGRAM));
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
    async (argv) => {
      const { runAll } = await import('../../workflow/run-all.js');
      const show = await inProject(io, { ...argv, db: DATABASE }, 'create', async (context) => {
        const result = await runAll(context, {
          paths: [`${CORPUS}cases`],
          attributes: `${CORPUS}cases.csv`,
          codebook: 'six-pillars',
          out: FOLDER,
        });
        if (argv.json) return () => io.json(result);
        const lines = await walkThrough(io, context, result);
        return () => io.print(lines.join('\n'));
      });
      // A reader that closes early ends the program: by now the project is closed.
      show();
    },
  );
}

async function walkThrough(io: Io, context: Context, result: RunReport): Promise<string[]> {
  const { makeTable } = await import('../../workflow/make-table.js');
  const { labelledTable, tableToRead } = await import('../../workflow/format-table.js');
  const { demo, reports } = io.say;
  const table = (request: TableRequest) => makeTable(context, request);
  const coding = table({ name: 'coding' });
  const frequency = table({ name: 'frequency' });
  const render = (shown: Table) => renderTable(tableToRead(shown, io.language), process.stdout.columns);
  const counts = [
    result.import.added.length + result.import.changed.length + result.import.unchanged.length,
    result.mine.candidates,
    result.code.caseKeywords,
    result.code.coreKeywords,
  ];
  const levels = labelledTable(coding, io.language).header.slice(0, coding.columns.indexOf('codeId'));
  const codes = levels.map((level, at) => `${level} ${codesOf(coding, at)}`).reverse();
  const keywords = table({ name: 'keywords', by: 'province' });
  const ofProvince = keywords.rows.filter(({ group }) => group === PROVINCE).slice(0, 10);
  return [
    demo.steps.map((step, at) => `${step} ${counts[at]}`).join(' → '),
    [`${demo.references} ${result.code.references}`, ...codes].join(' → '),
    `\n${demo.keywordsOf(PROVINCE)}\n\n${render({ ...keywords, rows: ofProvince })}`,
    `\n${demo.mostFrequent}\n\n${render({ ...frequency, rows: frequency.rows.slice(0, 10) })}`,
    ...walkedBack(io, frequency, table({ name: 'evidence' })),
    `\n${reports.took(result.milliseconds).join('')}`,
    ...reports.wrote(FOLDER, result.files),
    demo.next,
  ];
}

/** One number of the frequency table with the sentences it counts. */
function walkedBack({ say }: Io, frequency: Table, evidence: Table): string[] {
  const row = frequency.rows.find(({ references }) => Number(references) >= 3 && Number(references) <= 8);
  if (!row) return [];
  const sentences = evidence.rows.filter(
    ({ codeId, origins }) => codeId === row['codeId'] && String(origins) !== 'keyword',
  );
  const referred = new Set(sentences.map(({ caseId }) => caseId)).size;
  const others = Number(row['cases']) - referred;
  return [
    `\n${say.demo.walkBack(String(row['coreKeyword']), sentences.length, referred, others)}`,
    ...sentences.map(({ caseId, start, end, quote }) =>
      printable(`  ${caseId} [${start}, ${end})  ${String(quote).replaceAll(/\s*\n\s*/g, '')}`),
    ),
  ];
}

/** How many codes of a level of the coding table have evidence, of themselves or of codes under them. */
function codesOf({ rows, columns }: Table, level: number): number {
  const levels = columns.slice(0, columns.indexOf('codeId'));
  return rows.filter(
    (row) =>
      levels.findLastIndex((column) => row[column] !== null) === level &&
      Number(row['assignments']) + Number(row['references']) > 0,
  ).length;
}
