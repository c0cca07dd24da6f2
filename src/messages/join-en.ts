import type { Decision } from '../model/decisions/decision.js';
import { english } from '../text/english.js';
import type { JoinReport } from '../workflow/join-projects.js';
import type { SplitReport } from '../workflow/split-work.js';
import { counted } from './counted.js';

/** How many lines of one kind a report has. */
const SHOWN = 20;

/** What joining two projects reports, in English. */
export function joinReport(
  report: JoinReport,
  describe: (decision: Decision) => string,
  shown = SHOWN,
): string[] {
  const { casesAdded, casesChanged, decisions, coders, sameCases, superseded, conflicts, statistics, mined } =
    report;
  const about = ({ earlier, later, kept }: JoinReport['conflicts'][number]) =>
    `  ${describe(earlier)} (${earlier.coder}) / ${describe(later)} (${later.coder}): the ${kept} one is in force`;
  const list = <T>(items: readonly T[], title: string, line: (item: T) => string) =>
    listOf(items, title, { line, shown });
  const taken = [
    `${counted(decisions, 'decision')}`,
    `${counted(casesAdded.length, 'new case')}`,
    ...(casesChanged.length > 0 ? [`newer texts of ${casesChanged.join(', ')}`] : []),
    ...(coders.length > 0 ? [`the coders ${coders.join(', ')}`] : []),
  ];
  return [
    `${report.isDryRun ? 'Would take over' : 'Took over'}: ${taken.join(', ')}.`,
    ...(report.isForeign && report.isDryRun
      ? ['The projects have no case in common: do not join them if they are of different studies.']
      : []),
    ...list(
      sameCases,
      'Cases of equal texts that the projects know by two ids; the first one stands',
      ({ here, there, id }) => `  ${id} = ${here === id ? there : here}`,
    ),
    ...list(superseded, 'One coder decided both ways in two copies; the later decision is in force', about),
    ...list(conflicts, 'Decisions that contradict each other', about),
    ...(statistics === 'there' ? ['The statistics are those of the other project, which are newer.'] : []),
    ...(mined
      ? [
          mined.file === null
            ? `Each project had statistics of its own: generation ${mined.generation} was computed over all cases, and ${counted(mined.rankChanges.length, 'rank')} changed.`
            : `All cases are ranked with the statistics of ${mined.file}, and ${counted(mined.rankChanges.length, 'rank')} changed.`,
          ...mined.rankChanges
            .slice(0, shown)
            .map(
              ({ group, word, before, after }) => `  ${group} ${word}: ${before ?? '–'} → ${after ?? '–'}`,
            ),
        ]
      : []),
  ];
}

function listOf<T>(
  items: readonly T[],
  head: string,
  { line, shown }: { readonly line: (item: T) => string; readonly shown: number },
): string[] {
  if (items.length === 0) return [];
  const more = items.length > shown ? [`  … (${items.length}; all with --json)`] : [];
  return [`${head} (${items.length}):`, ...items.slice(0, shown).map(line), ...more];
}

/** What splitting work reports, in English. */
export function splitReport({ overlap, chosen, files }: SplitReport, folder: string): string[] {
  const isSheets = files.some(({ file }) => file.endsWith('.xlsx'));
  return [
    ...files.map(
      ({ coder, cases, file }) => `${folder}/${file}: ${counted(cases.length, 'case')} for ${coder}`,
    ),
    ...(overlap.length > 0 ? [`All of them code: ${overlap.join(', ')}`] : []),
    ...(chosen.length > 0
      ? [`Chosen for what they may show, so not in the overlap: ${chosen.join(', ')}`]
      : []),
    `Take them in again with: zhagen ${isSheets ? 'review import' : 'join'} ${folder}/${files[0]?.file ?? ''}`,
    ...files.map(({ coder, file }) =>
      isSheets ? `  ${coder} fills in ${file}` : english`  ${coder} codes with --db ${file} --coder ${coder}`,
    ),
  ];
}
