import type { Messages } from './messages.js';

/** What the program says in English. */
export const en: Messages = {
  errors: {
    'import/missing-path': ({ path }) =>
      `${path}: no such file or folder. Check the spelling, or give the full path.`,
    'import/nothing-to-import': ({ path }) =>
      `${path}: nothing to import here. Put case texts (.txt, .md, .jsonl, .csv) into it.`,
    'import/empty-file': ({ path }) => `${path}: has no text. Fill or remove it.`,
    'import/binary-file': ({ path }) =>
      `${path}: is not a text (it holds zero bytes). Save the case as plain text (UTF-8) first.`,
    'import/not-utf8': ({ path, offset }) =>
      `${path}: is not UTF-8 (byte ${offset}). Save it again as UTF-8, for instance with an editor's "Save as".`,
    'import/unknown-format': ({ path, extension }) =>
      `${path}: ${extension || 'no extension'} is no format zhagen reads. It reads .txt, .md, .jsonl and .csv.`,
    'import/unreadable': ({ path, reason }) => `${path}: cannot be read (${reason}). Check its permissions.`,
    'import/bad-files': ({ problems, total }) =>
      `${problems.length} of ${total} could not be imported, so nothing was. Mend them, or leave them out with --skip-bad:`,
    'import/duplicate-id': ({ id, first, second }) =>
      `${second}: the id "${id}" is already that of ${first}. Give one of them another id.`,
    'import/bad-record': ({ path, line, problem }) =>
      `${path}:${line}: is not a case (${problem}). Each line is one JSON object with "id", "title" and "text".`,
    'import/missing-column': ({ path, column, found }) =>
      `${path}: has no column "${column}" (found: ${found}). A table of cases needs "text"; an attribute table goes with --attributes and needs "id" or "file".`,
    'import/attribute-without-case': ({ path, line, id }) =>
      `${path}:${line}: no case "${id}" for this row. Correct its id or file name, or import that case too.`,
    'import/bad-csv': ({ path, line, problem }) => `${path}:${line}: is not proper CSV (${problem}).`,
    'mine/no-cases': ({ database }) => `${database}: holds no cases yet. Import some: zhagen import <folder>`,
    'mine/unknown-attribute': ({ attribute, known }) =>
      `--by ${attribute}: no case has this attribute. Known: ${known}. Attributes come with: zhagen import … --attributes cases.csv`,
    'segment/addon-missing': ({ addon, problem }) =>
      `The compiled part of ${addon} is missing (${problem}). Install a C++ compiler, make and Python 3, then run: npm rebuild ${addon}`,
    'segment/worker-died': ({ reason }) =>
      `a segmenting process died twice on the same texts (${reason}); try --workers 1 or more memory`,
    'discover/no-han': ({ source }) => `${source}: holds no Chinese text, so there are no words to discover.`,
    'screen/bad-rules': ({ path, place, problem }) => `${path}: ${place} ${problem}`,
    'screen/not-mined': ({ database }) => `${database}: has not been mined yet. Run: zhagen mine`,
    'screen/unknown-word': ({ word, group, near }) =>
      `"${word}" is no keyword ${group === '*' ? 'of any group' : `of "${group}"`}.${near ? ` Did you mean: ${near}?` : ''} A word found by reading is added with: zhagen add`,
    'screen/unknown-group': ({ group, known }) => `There is no group "${group}". The nearest are: ${known}`,
    'screen/add-without-evidence': ({ word }) =>
      `"${word}" stands in no case. Name the case and the passage that speak of it: zhagen add ${word} --case ID --quote "…"`,
    'screen/quote-not-found': ({ caseId, quote }) =>
      `Case ${caseId} does not hold the passage "${quote}". Copy it from: zhagen cases show ${caseId}`,
    'screen/nothing-to-split': ({ word }) =>
      `"${word}" was merged into no core keyword, so there is nothing to split.`,
    'decide/nothing-to-undo': ({ coder }) => `${coder} has no decision to take back. See: zhagen history`,
    'decide/undo-blocked': ({ decision, later }) =>
      `"${decision}" cannot be taken back, because later decisions rest on it: ${later}. Take those back first.`,
    'decide/needs-target': ({ verb }) =>
      `zhagen ${verb} needs two words or more; the last one is the target.`,
    'decide/fold-into-itself': ({ word }) => `"${word}" cannot go into itself.`,
    'code/unknown-codebook': ({ name, known }) =>
      `There is no codebook "${name}". Give a YAML file, or one of: ${known}, none`,
    'code/bad-codebook': ({ path, place, problem }) => `${path}: ${place} ${problem}`,
    'tables/not-coded': ({ table, database }) =>
      `${database}: has no coding under a codebook for the table "${table}". Run: zhagen code`,
    'tables/not-grouped': ({ table, grouped }) =>
      `The table "${table}" has no groups. --by goes with: ${grouped}`,
    'tables/unknown-codebook': ({ name, known }) =>
      `The project was not coded under "${name}" (known: ${known || 'none'}). Run: zhagen code --codebook ${name}`,
    'cases/unknown-case': ({ id, near }) =>
      `There is no case "${id}".${near ? ` Did you mean: ${near}?` : ''} See: zhagen cases`,
    'store/missing-database': ({ path }) =>
      `${path}: there is no project here. Start one: zhagen import <folder> --db ${path}`,
    'store/not-a-project': ({ path }) =>
      `${path}: is not a zhagen project. It was left as it is; name another file with --db.`,
    'store/newer-version': ({ path, found, known }) =>
      `${path}: was written by a newer zhagen (version ${found} of the file, this one knows ${known}). Update zhagen.`,
    'store/cannot-open': ({ path, reason }) => `${path}: cannot be opened (${reason}).`,
    'store/disk-full': ({ path }) =>
      `${path}: the disk is full. Nothing was changed; make room and run it again.`,
    'store/busy': ({ path }) =>
      `${path}: another program is writing to it. Wait until it is done and run it again.`,
    'store/read-only': ({ path }) =>
      `${path}: may not be written. Check the permissions of the file and its folder, or name another with --db.`,
    'files/cannot-write': ({ path, reason }) => `${path}: cannot be written (${reason}).`,
    'files/unreadable': ({ path, reason }) => `${path}: cannot be read (${reason}).`,
    'cli/usage': ({ problem }) => `${problem}\nSee: zhagen --help`,
    'cli/interrupted': () => 'Interrupted. Nothing of the step under way was saved; run it again to go on.',
  },
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
    json: 'print the result as JSON',
    lang: 'language of messages and tables',
    quiet: 'say nothing but errors',
    attributes: 'CSV with the attributes of the cases (id or file, title, province …)',
    batch: 'name of the batch',
    'skip-bad': 'leave out what cannot be imported',
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
    read: 'reading',
    clean: 'cleaning',
    segment: 'segmenting',
    discover: 'discovering words',
    save: 'saving',
    code: 'coding',
  },
  reports: {
    imported: ({ added, changed, unchanged, attributesChanged, reanchored, skipped }) => [
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
    decided: ({ decisions }) =>
      decisions.map(({ kind, group, word, after, id }) =>
        [
          kind,
          word,
          after?.into && `→ ${after.into}`,
          group === '*' ? '(all groups)' : `(${group})`,
          id.slice(0, 8),
        ]
          .filter(Boolean)
          .join(' '),
      ),
    wrote: (folder, files) => [`Wrote ${files.length} files to ${folder}`],
    took: (milliseconds) => [
      `Time: ${Object.entries(milliseconds)
        .map(([step, ms]) => `${step} ${(ms / 1000).toFixed(2)} s`)
        .join(', ')}`,
    ],
    nothingFound: 'Nothing found.',
  },
  demo: {
    steps: ['cases', 'candidates', 'raw keywords', 'core keywords', 'axial', 'pillars'],
    keywordsOf: (group) => `Keywords of ${group} (as in Table 2 of the model study)`,
    mostFrequent: 'The ten most frequent core keywords',
    walkBack: (code, cases, references) =>
      `One number walked back: "${code}" has ${references} references in ${cases} cases. Its sentences:`,
    next: 'Next: zhagen tables coding --db zhagen-demo.db',
  },
  needsCommand: 'Name a command.',
  bug: 'This is a bug in zhagen. Please report it with the lines above.',
};
