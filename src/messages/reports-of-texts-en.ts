import { english } from '../text/english.js';
import { counted } from './counted.js';
import type { Messages } from './messages.js';
import { regionReports } from './regions-en.js';
import { segmentedReport } from './segmented-en.js';
import { splitReport } from './split-en.js';
import { unreadablePages, unreadOfSheet } from './unread-en.js';

const BECAUSE = {
  statistics: '',
  first: '',
  cases: '',
  restat: '',
  excluded: ' because cases were excluded or sealed since',
  options: ' because an option changed',
  vocabulary: ' because the vocabulary changed',
};

/** What commands report about texts and sheets that they read, in English. */
export const textReports: Pick<
  Messages['reports'],
  | 'imported'
  | 'unread'
  | 'partWritten'
  | 'partsUnread'
  | 'mined'
  | 'withoutText'
  | 'noText'
  | 'derived'
  | 'importedSheet'
  | 'exportedSheet'
  | 'writtenRecipe'
  | 'appliedRecipe'
> = {
  imported: ({
    added,
    changed,
    unchanged,
    recleaned,
    attributesChanged,
    withoutRow,
    withoutText,
    sameNames,
    nearDuplicates,
    reanchored,
    skipped,
    unread,
    doubledColumns,
    split,
    segmented,
    regions,
  }) => [
    ...segmentedReport(segmented),
    ...splitReport(split),
    `Cases: ${added.length} new, ${changed.length} changed, ${unchanged.length} unchanged${
      attributesChanged.length > 0 ? `, ${attributesChanged.length} with new attributes` : ''
    }.`,
    ...(changed.length > 0
      ? [
          `New versions: ${changed.join(', ')}. Coded passages: ${reanchored.moved} found again, ${reanchored.orphaned.length} orphaned.`,
        ]
      : []),
    ...reanchored.orphaned.map(({ caseId, codeId, quote }) => `  orphaned: ${caseId} · ${codeId} · ${quote}`),
    ...reanchored.lostStatements.map(
      ({ caseId, statements }) =>
        `  reserved statements that the new text of ${caseId} does not have, so that nothing of it is held out for them: ${statements}`,
    ),
    ...(withoutText.length > 0 ? [`Without text: ${firstOf(withoutText)}`] : []),
    ...(recleaned.length > 0 ? [`Cleaned again: ${recleaned.join(', ')} (the next mine includes them)`] : []),
    ...(withoutRow.length > 0
      ? [
          `No row of the attribute table for ${withoutRow.length}: ${withoutRow.slice(0, 10).join(', ')}${withoutRow.length > 10 ? ', …' : ''}`,
        ]
      : []),
    ...(sameNames.length > 0
      ? [
          english`Files of the same name: ${sameNames.length} new cases keep the extension. To make a file a new version of a case, import it with an attribute table that gives its id and file:`,
        ]
      : []),
    ...sameNames
      .slice(0, 10)
      .map(({ id, otherId, otherSource }) => `  ${id}: ${otherId} is the case of ${otherSource}`),
    ...(sameNames.length > 10 ? ['  …'] : []),
    ...(nearDuplicates.length > 0 ? ['Near-duplicates, all imported; please check:'] : []),
    ...nearDuplicates.map(
      ({ first, second, similarity }) => `  ${first} ≈ ${second} (similarity ${similarity.toFixed(2)})`,
    ),
    ...regionReports.importedRegions(regions),
    ...textReports.unread(unread),
    ...(doubledColumns.length > 0 ? ['Columns of the same name, numbered:'] : []),
    ...doubledColumns.map(({ source, name, as }) => `  ${source}: ${name} → ${as}`),
    ...(skipped.length > 0 ? [`Skipped: ${skipped.length}`] : []),
  ],
  partWritten: ({ part, of, file, cases, lines, bytes }) =>
    english`Part ${part} of ${of}: ${counted(cases, 'case')}, ${counted(lines, 'line')}, ${bytes} bytes in ${file}.`,
  partsUnread: (files) =>
    `Of ${counted(files, 'file')} something was not read; the messages of zhagen part say what.`,
  unread: (parts) => [
    ...(parts.length > 0 ? ['Parts that were not read:'] : []),
    ...parts.map((part) => {
      if ('pages' in part) {
        return `  ${part.source}: page ${part.pages.join(', ')} has no text (blank or a scanned picture) and was skipped; to import its words, run text recognition (OCR) first.`;
      }
      if ('unreadable' in part) return `  ${part.source}: ${unreadablePages(part.unreadable)}`;
      if ('leftOut' in part) {
        const { hidden, prompts, comments, symbols, parts: embedded, stamps } = part.leftOut;
        const what = [
          hidden > 0 && `${counted(hidden, 'character')} of hidden text`,
          prompts > 0 && `${counted(prompts, 'character')} of prompts in fields that nobody filled in`,
          comments > 0 && `${counted(comments, 'character')} of comments by readers`,
          symbols > 0 && `${counted(symbols, 'sign')} of unknown fonts`,
          embedded > 0 && counted(embedded, 'embedded part'),
          stamps > 0 && counted(stamps, 'drawn stamp'),
        ].filter(Boolean);
        return `  ${part.source}: left out ${what.join(', ')}.`;
      }
      const lacks =
        part.column === 'id'
          ? '"id" or "file"'
          : 'of texts (text, 正文 …; import takes any other with --text-column)';
      return `  ${part.source}: sheet ${part.sheets.join(', ')} has no column ${lacks} and was not read.`;
    }),
  ],
  mined: ({
    statisticsRunId,
    generation,
    file,
    documents,
    computedFor,
    newWords,
    generations,
    groupsMoved,
    casesMined,
    casesAgain,
    changedWords,
    candidates,
    by,
    top,
    rankChanges,
    withoutText,
    givenWords,
  }) => [
    file !== null
      ? `Statistics ${statisticsRunId}${ofGeneration(generation)} come from ${file} (${counted(documents, 'case')} elsewhere, ${counted(newWords, 'new word')}); --restat goes back to those of this project.`
      : computedFor
        ? english`Statistics ${statisticsRunId}${ofGeneration(generation)} computed over all cases${BECAUSE[computedFor]}: ${newWords} new words.`
        : english`No new cases: statistics ${statisticsRunId}${ofGeneration(generation)} stay in force (${newWords} new words); --restat computes them again.`,
    english`Mined ${casesMined.length} cases; ${candidates} candidates, by ${by}, the first ${top} of each.`,
    ...(givenWords > 0
      ? [
          `${counted(givenWords, 'case')} given with their words: these are mined as they are, and new words are not looked for there.`,
        ]
      : []),
    ...textReports.withoutText(withoutText),
    ...(groupsMoved.length > 0 && (computedFor === 'cases' || computedFor === null)
      ? [`Groups with earlier cases now ranked with generation ${generation}: ${firstOf(groupsMoved)}`]
      : []),
    ...(generations.length > 1
      ? generations.map(({ number, groups }) => `Ranked with generation ${number}: ${firstOf(groups)}`)
      : []),
    ...(casesAgain.length > 0
      ? [
          english`Segmented ${casesAgain.length} earlier cases again because they contain words that people decided about since: ${changedWords
            .slice(0, 12)
            .map(({ word, change, cases }) => `${word} (${change}, cases: ${cases})`)
            .join(', ')}${changedWords.length > 12 ? ` … (${changedWords.length})` : ''}`,
        ]
      : []),
    ...(rankChanges.length > 0 ? [english`${rankChanges.length} ranks changed:`] : []),
    ...rankChanges
      .slice(0, 20)
      .map(({ group, word, before, after }) => `  ${group} · ${word}: ${before ?? '–'} → ${after ?? '–'}`),
  ],
  withoutText: (cases) => (cases > 0 ? [`Left out: ${counted(cases, 'case')} without text.`] : []),
  derived: 'derived',
  noText: 'This case has no text. To code it as a whole: zhagen passage code CASE --code CODE',
  importedSheet: (sheet) => [
    `${sheet.isDryRun ? 'Would be taken in' : 'Taken in'}: sheet ${sheet.sheet} of ${sheet.coder}, ${counted(sheet.rows, 'row')}; ${
      listKinds(sheet.kinds) || 'no decisions'
    }.`,
    ...sheet.founded.map(
      ({ name, near }) =>
        `  new code: ${name}${near.length > 0 ? ` (nearly the same: ${near.join(', ')}; please check)` : ''}`,
    ),
    ...(sheet.alreadyInForce.length > 0 ? [`Already in force: ${sheet.alreadyInForce.length}.`] : []),
    ...unreadOfSheet(sheet),
    ...(sheet.problems.length > 0
      ? [`${counted(sheet.problems.length, 'row')} ${sheet.isDryRun ? 'with a problem' : 'skipped'}:`]
      : []),
  ],
  writtenRecipe: ({ kinds, leftOut }, path) => [
    `${path}: ${listKinds(kinds) || 'no decisions'}.`,
    ...(leftOut.ofOneGroup > 0 ? [`Left out, for one group only: ${leftOut.ofOneGroup}.`] : []),
    ...(leftOut.contested > 0 ? [`Left out, because coders differ: ${leftOut.contested}.`] : []),
  ],
  appliedRecipe: ({ recipe, coder, sources, kinds, alreadyInForce, problems, isDryRun }) => [
    `${isDryRun ? 'Would be taken over' : 'Taken over'} from recipe ${recipe}: ${listKinds(kinds) || 'no decisions'}.`,
    ...(sources.length > 0
      ? [
          `They ${isDryRun ? 'would be' : 'are'} decisions of ${coder} here; the reason of each names whose it was (${sources.join(', ')}).`,
        ]
      : []),
    ...(alreadyInForce.length > 0 ? [`Already in force: ${alreadyInForce.length}.`] : []),
    ...(problems.length > 0
      ? [`${counted(problems.length, 'decision')} ${isDryRun ? 'with a problem' : 'skipped'}:`]
      : []),
  ],
  exportedSheet: ({ coder, rows, of, agreement }, path) => [
    `${path}: ${counted(rows, 'row')}${rows < of ? ` of ${of}` : ''} for ${coder}.`,
    ...(agreement
      ? [
          `Judged by several coders: in agreement, and in force as it is: ${agreement.agreed}; differing and settled before: ${agreement.settled}; open: ${agreement.contested}.`,
        ]
      : []),
    ...(rows === 0 ? ['There is nothing of this kind to judge.'] : []),
  ],
};

/** Which generation statistics are, when there were others before. */
function ofGeneration(generation: number): string {
  return generation > 1 ? ` (generation ${generation})` : '';
}

/** The first names of a list, and how many there are if these are not all. */
function firstOf(names: readonly string[]): string {
  return `${names.slice(0, 5).join(', ')}${names.length > 5 ? ` … (${names.length})` : ''}`;
}

/** Kinds of decisions, each with its number. */
function listKinds(kinds: Readonly<Record<string, number>>): string {
  return Object.entries(kinds)
    .map(([kind, count]) => `${kind} ${count}`)
    .join(', ');
}
