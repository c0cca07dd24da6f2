import type { Argv } from 'yargs';
import { UserError } from '../../errors.js';
import { describeAttribute, labelAttribute } from '../../model/derived-attribute.js';
import { whoAndWhy } from '../coder-options.js';
import { inProject } from '../in-project.js';
import { type Globals, type Io, printable } from '../io.js';
import { renderTable } from '../render-table.js';
import { stepCounts, stepLabel } from '../step-counts.js';
import { caseActions, decideAboutCases } from './case-decisions.js';

/** `zhagen cases`, `zhagen cases show <id>` and what people decide about cases: exclude, include, seal, unseal, next, set. */
export function addCases(cli: Argv<Globals>, io: Io): Argv<Globals> {
  const { options, commands } = io.say;
  return cli.command(
    'cases [action] [names..]',
    commands.cases,
    (command) =>
      whoAndWhy(command, io)
        .positional('action', { choices: ['show', ...caseActions] as const, describe: options.caseAction })
        .positional('names', { type: 'string', array: true, default: [], describe: options.caseNames })
        .option('because', { type: 'string', describe: options.because })
        .option('batch', { type: 'string', describe: options.batch })
        .option('diff', { type: 'boolean', default: false, describe: options.diff })
        .option('regions', { type: 'boolean', default: false, describe: options.regions })
        .option('manifest', { type: 'boolean', default: false, describe: options.manifest })
        .option('attributes', { type: 'boolean', default: false, describe: options['attribute-list'] }),
    async (argv) => {
      const { action, names } = argv;
      if (argv.manifest) return manifest(io, argv);
      if (argv.attributes) return attributes(io, argv);
      if (action === undefined) return list(io, argv);
      const [id, ...others] = names;
      if (id === undefined) throw new UserError('cli/usage', { problem: io.say.usage.needsCase(action) });
      const takesMore = action !== 'show' && action !== 'next';
      if (others.length > 0 && !takesMore) {
        throw new UserError('cli/usage', { problem: io.say.usage.oneCase(action) });
      }
      if (action !== 'show') return decideAboutCases(io, argv, action, [id, ...others]);
      return argv.diff ? diff(io, argv, id) : argv.regions ? regions(io, argv, id) : show(io, argv, id);
    },
  );
}

async function show(io: Io, argv: Globals, id: string): Promise<void> {
  const { showCase } = await import('../../workflow/show-cases.js');
  const detail = await inProject(io, argv, 'read', (context) => showCase(context, id));
  if (argv.json) return io.json(detail);
  const values = Object.entries(detail.attributes).map(([name, value]) => `${name}=${value}`);
  io.note([detail.id, detail.title, ...values, detail.source].join(' · '));
  if (detail.text === '') return io.note(io.say.reports.noText);
  io.print(printable(detail.cleanText));
}

async function list(io: Io, argv: Globals & { readonly batch?: string | undefined }): Promise<void> {
  const { listCases } = await import('../../workflow/show-cases.js');
  const cases = await inProject(io, argv, 'read', (context) => listCases(context, argv.batch));
  if (argv.json) return io.json(cases);
  const cells = cases.map(({ id, title, characters, batch, attributes, ...state }) => [
    id,
    title,
    String(characters),
    batch,
    Object.values(attributes).join(' · '),
    io.say.reports.caseState(state).join(' · '),
  ]);
  // Where nothing was decided about any case, there is no state to show.
  const width = io.say.heads.cases.length - Number(cells.every((row) => row.at(-1) === ''));
  const shown = cells.map((row) => row.slice(0, width));
  const numeric = [false, false, true, false, false, false].slice(0, width);
  io.print(
    renderTable(
      { header: io.say.heads.cases.slice(0, width), cells: shown, numeric },
      process.stdout.columns,
    ),
  );
}

async function diff(io: Io, argv: Globals, id: string): Promise<void> {
  const { diffCase } = await import('../../workflow/show-cases.js');
  const { steps, changes } = await inProject(io, argv, 'read', (context) => diffCase(context, id));
  if (argv.json) return io.json({ id, steps, changes });
  if (changes.length === 0) io.note(io.say.reports.nothingFound);
  for (const { step, start, end, prefix, before, after, suffix } of changes) {
    const change = `${before === '' ? '' : `[-${before}-]`}${after === '' ? '' : `{+${after}+}`}`;
    io.print(
      printable(`${start}–${end}\t${stepLabel(step, io.say)}\t${visible(`${prefix}${change}${suffix}`)}`),
    );
  }
  if (changes.length > 0) io.note(io.say.reports.diffMarks);
  io.note(stepCounts(steps, io.say));
}

async function regions(io: Io, argv: Globals, id: string): Promise<void> {
  const { showRegions } = await import('../../workflow/case-regions.js');
  const found = await inProject(io, argv, 'read', (context) => showRegions(context, id));
  if (argv.json) return io.json(found);
  const cells = found.regions.map((one) => [
    io.say.regionNames[one.kind],
    one.isCounted ? '✓' : '',
    one.firstParagraph === one.lastParagraph
      ? String(one.firstParagraph)
      : `${one.firstParagraph}–${one.lastParagraph}`,
    String(one.characters),
    one.speaker ?? '',
    printable(one.text),
  ]);
  const header = io.say.columns.caseRegions;
  io.print(renderTable({ header, cells, numeric: header.map((_, at) => at === 3) }, process.stdout.columns));
  io.note(io.say.reports.caseRegions(found));
}

/** Line ends and blanks as marks, since they are what cleaning is mostly about. */
function visible(text: string): string {
  return text.replaceAll('\r', '␍').replaceAll('\n', '⏎').replaceAll('\f', '␌').replaceAll('\u3000', '□');
}

async function manifest(io: Io, argv: Globals & { readonly batch?: string | undefined }): Promise<void> {
  const { listManifest } = await import('../../workflow/show-cases.js');
  const rows = await inProject(io, argv, 'read', (context) => listManifest(context, argv.batch));
  if (argv.json) return io.json(rows);
  const cells = rows.map((row) => [
    row.id,
    row.file,
    row.sha256 ?? '–',
    row.format ?? '–',
    row.encoding ?? '–',
    row.pagesWithoutText.join(' ') || '–',
    row.batch,
    String(row.characters),
    String(row.cleanCharacters),
    stepCounts(row.steps, io.say),
  ]);
  const header = io.say.columns.manifest;
  const numeric = header.map((_, at) => at === 7 || at === 8);
  io.print(renderTable({ header, cells, numeric }, process.stdout.columns));
}

async function attributes(io: Io, argv: Globals): Promise<void> {
  const { listAttributes } = await import('../../workflow/list-attributes.js');
  const rows = await inProject(io, argv, 'read', (context) => listAttributes(context));
  if (argv.json) return io.json(rows);
  const cells = rows.map(({ name, type, isGiven, cases, distinct, misfits, isDerived }) => [
    labelAttribute(name, io.language),
    type,
    isDerived ? io.say.reports.derived : isGiven ? '✓' : '',
    String(cases),
    String(distinct),
    String(misfits),
  ]);
  const numeric = [false, false, false, true, true, true];
  io.print(renderTable({ header: io.say.columns.attributes, cells, numeric }, process.stdout.columns));
  for (const { name, isDerived } of rows) if (isDerived) io.note(describeAttribute(name, io.language));
}
