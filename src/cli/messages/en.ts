import { errors } from './errors-en.js';
import type { Messages } from './messages.js';

/** What the program says in English. */
export const en: Messages = {
  errors,
  commands: {
    run: 'Do all steps: import, mine, screen, code, and write the tables',
    import: 'Import case texts: files, folders, tables of cases',
    mine: 'Discover new words and weigh keywords',
    screen: 'Screen the keywords: drop, fold, take the first, add',
    code: 'Code keywords and passages under a codebook',
    tables: 'Print a table',
    keep: 'Keep keywords whatever the rules say',
    drop: 'Drop keywords',
    add: 'Add a keyword found by reading',
    fold: 'Fold keywords into a near-synonym (the last word)',
    merge: 'Merge keywords into a core keyword (the last word)',
    split: 'Take keywords out of their core keyword',
    undo: 'Take back a coder’s last decision',
    history: 'List the decisions',
    discover: 'Filter: discover the new words of texts',
    keywords: 'Filter: extract the keywords of every line of a JSONL file',
    cases: 'List the cases, or show one whole',
    kwic: 'Show a word or a code in its contexts',
    runs: 'List the runs',
    codebook: 'List, show, validate, compare, count or export codebooks',
    assess: 'Compare the coding with a gold file: precision, recall, F1',
    compare: 'Show all passages of one or two codes side by side',
    demo: 'Run everything on the sample corpus and show the results',
  },
  options: {
    paths: 'files and folders',
    files: 'text files, tables of cases, or - for standard input',
    file: 'JSONL file ({id,title,text} a line), or - for standard input',
    words: 'words',
    table: 'which table',
    wordOrCode: 'a word, or a code by label or id',
    show: 'show <id>: one case whole',
    db: 'project file',
    action: 'what to do',
    codebookFile: 'name of a codebook or a YAML or CSV file',
    otherCodebook: 'diff: the codebook to compare with',
    gold: 'CSV with case_id and open_code or main_pillar',
    codes: 'one or two codes, by label or id',
    explain: 'show for one case which term or rule coded each passage; codes nothing',
    json: 'print the result as JSON',
    lang: 'language of messages and tables',
    quiet: 'say nothing but errors',
    attributes: 'CSV with the attributes of the cases (id or file, title, province …)',
    batch: 'name of the batch',
    'skip-bad': 'leave out what cannot be imported',
    'clean-steps': 'only these cleaning steps, with commas between',
    'without-steps': 'without these cleaning steps',
    simplify: 'traditional into simplified characters (the original stays)',
    limit: 'raise a limit of the readers, NAME=NUMBER',
    encoding: 'the encoding of text files (found out by default)',
    'text-column': 'column of a table of cases that holds the text',
    'title-column': 'column that holds the title',
    'id-column': 'column that holds the id',
    'attribute-type': 'type of an attribute, as year=category (integer, number, date, category, text)',
    'dry-run': 'show what would be imported and cleaned, and write nothing',
    diff: 'show what cleaning changed, step by step',
    manifest: 'list files, sha256, encodings, cleaning steps and lengths',
    'attribute-list': 'list attributes and their types',
    profile: 'what to look for: words, phrases or both',
    'min-frequency': 'least number of occurrences of a new word',
    workers: 'child processes that segment (the result is the same)',
    'max-length': 'longest new word, in characters',
    by: 'group by "case" or by an attribute',
    top: 'how many of each group (or of the list)',
    restat: 'compute the corpus statistics anew',
    rules: 'YAML file with screening rules',
    codebook: 'name of a codebook, a YAML file, or none',
    out: 'folder for the tables',
    coder: 'name of the coder',
    status: 'all codings, or those a person confirmed',
    format: 'output format',
    weight: 'our weight, or TF-IDF to compare with',
    reason: 'why',
    group: 'the group it is decided for (default: all)',
    case: 'the case the reader found it in',
    quote: 'the passage the reader found it in',
    clean: 'clean the texts first',
    idf: 'document frequencies: shipped with the segmenter, or of this file (two passes)',
  },
  steps: {
    import: 'importing (kB)',
    segment: 'segmenting',
    discover: 'discovering words',
    save: 'saving',
    code: 'coding',
  },
  reports: {
    imported: ({
      added,
      changed,
      unchanged,
      recleaned,
      attributesChanged,
      withoutRow,
      nearDuplicates,
      reanchored,
      skipped,
    }) => [
      `Cases: ${added.length} new, ${changed.length} changed, ${unchanged.length} unchanged${
        attributesChanged.length > 0 ? `, ${attributesChanged.length} with new attributes` : ''
      }.`,
      ...(changed.length > 0
        ? [
            `New versions: ${changed.join(', ')}. Coded passages: ${reanchored.moved} found again, ${reanchored.orphaned.length} orphaned.`,
          ]
        : []),
      ...reanchored.orphaned.map(
        ({ caseId, codeId, quote }) => `  orphaned: ${caseId} · ${codeId} · ${quote}`,
      ),
      ...(recleaned.length > 0 ? [`Cleaned anew: ${recleaned.join(', ')}`] : []),
      ...(withoutRow.length > 0
        ? [
            `No row of the attribute table for ${withoutRow.length}: ${withoutRow.slice(0, 10).join(', ')}${withoutRow.length > 10 ? ', …' : ''}`,
          ]
        : []),
      ...(nearDuplicates.length > 0 ? ['Near-duplicates, all imported; please check:'] : []),
      ...nearDuplicates.map(
        ({ first, second, similarity }) => `  ${first} ≈ ${second} (similarity ${similarity.toFixed(2)})`,
      ),
      ...(skipped.length > 0 ? [`Left out: ${skipped.length}`] : []),
    ],
    mined: ({ statisticsRunId, computed, newWords, casesMined, candidates, by, top, rankChanges }) => [
      computed
        ? `Statistics ${statisticsRunId} computed over all cases: ${newWords} new words.`
        : `Statistics ${statisticsRunId} stay frozen (${newWords} new words); --restat computes them anew.`,
      `Mined ${casesMined.length} cases; ${candidates} candidates, by ${by}, the first ${top} of each.`,
      ...(rankChanges.length > 0 ? [`${rankChanges.length} ranks changed:`] : []),
      ...rankChanges
        .slice(0, 20)
        .map(({ group, word, before, after }) => `  ${group} · ${word}: ${before ?? '–'} → ${after ?? '–'}`),
    ],
    screened: ({ rules, considered, kept, suggestedFolds }) => [
      `Screened by ${rules}: ${kept} of ${considered} keywords kept.`,
      ...(suggestedFolds.length > 0 ? ['Near-synonyms you may want to fold:'] : []),
      ...suggestedFolds
        .slice(0, 10)
        .map(
          ({ group, word, into, head }) =>
            `  zhagen fold ${word} ${into} --group ${group}   (both end in ${head})`,
        ),
    ],
    coded: ({ codebookId, caseKeywords, mapped, coreKeywords, unmapped, references }) => [
      `Coded under ${codebookId ?? 'no codebook'}: ${mapped} of ${caseKeywords} case keywords in ${coreKeywords} core keywords, ${references} references proposed.`,
      ...(unmapped.length > 0
        ? [
            `Not mapped: ${unmapped.slice(0, 12).join(', ')}${unmapped.length > 12 ? ` … (${unmapped.length})` : ''}`,
          ]
        : []),
    ],
    decided: ({ decisions, coding }) => [
      ...decisions.map((decision) => {
        const group = decision.group === '*' ? 'all groups' : decision.group;
        return `${en.reports.decision(decision)} (${group})  ${decision.id.slice(0, 8)}`;
      }),
      ...(coding ? en.reports.coded({ ...coding, unmapped: [] }) : []),
    ],
    decision: ({ kind, word, before, after }) => {
      const into = (kind === 'undo' ? before : after)?.into;
      return `${kind === 'undo' && before ? `undo ${before.kind}` : kind} ${word}${into ? ` → ${into}` : ''}`;
    },
    wrote: (folder, files) => [`Wrote ${files.length} files to ${folder}`],
    took: (milliseconds) => [
      `Time: ${Object.entries(milliseconds)
        .map(([step, ms]) => `${step} ${(ms / 1000).toFixed(2)} s`)
        .join(', ')}`,
    ],
    nothingFound: 'Nothing found.',
    nothingWritten: 'This was a rehearsal: nothing was written.',
    occurrences: (lines) =>
      `${lines.length} occurrences in ${new Set(lines.map(({ caseId }) => caseId)).size} cases.`,
  },
  columns: {
    rehearsed: ['id', 'outcome', 'characters', 'clean', 'steps'],
    manifest: ['id', 'file', 'sha256', 'format', 'encoding', 'batch', 'characters', 'clean', 'steps'],
    attributes: ['attribute', 'type', 'given', 'cases', 'distinct', 'misfits'],
  },
  outcomes: { added: 'new', changed: 'changed', unchanged: 'unchanged' },
  demo: {
    steps: ['cases', 'candidates', 'raw keywords', 'core keywords', 'axial', 'pillars'],
    keywordsOf: (group) => `Keywords of ${group} (as in Table 2 of the model study)`,
    mostFrequent: 'The ten most frequent core keywords',
    walkBack: (code, cases, references) =>
      `One number walked back: "${code}" has ${references} references in ${cases} cases. Its sentences:`,
    next: 'Next: zhagen tables coding --db zhagen-demo.db',
  },
  heads: {
    cases: ['id', 'title', 'characters', 'batch', 'attributes'],
    runs: ['id', 'time (UTC)', 'stage', 'cases', 'seconds', 'options'],
    history: ['time (UTC)', 'coder', 'decision', 'group', 'reason', 'id'],
  },
  usage: {
    needsCommand: 'Name a command.',
    missingArgument: 'Something is missing after the command.',
    unknownCommand: (name, near) => `There is no command "${name}".${near ? ` Did you mean: ${near}?` : ''}`,
    needsValue: (name) => `${name}: has no value.`,
    givenTwice: (name) => `${name}: can be given once only.`,
    see: (command) => `See: zhagen ${command}--help`,
    example: 'Example: zhagen run cases/ --attributes cases.csv --by province --out tables/',
  },
  bug: 'This is a bug in zhagen. Please report it with the lines above.',
};
