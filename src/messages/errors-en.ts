import type { CountsFault, Problem, WordListFault } from '../errors.js';
import { nameKinds } from '../model/counted-regions.js';
import { regionKinds } from '../model/region-kind.js';
import { verdictWord } from '../model/sheet-verdict.js';
import { type Messages, sayProblem } from './messages.js';
import { problems } from './problems-en.js';

const say = (problem: Problem) => sayProblem(problems, problem);

/** File, line, place and problem of a mistake in a YAML file. */
const inYaml = ({ path, place, problem }: { path: string; place: string; problem: Problem }) =>
  `${path}: ${[place, say(problem)].filter(Boolean).join(' ')}. Fix it and run the command again.`;

/** What is wrong with a line of a word list. */
const wordListFaults: Readonly<Record<WordListFault, (first: number) => string>> = {
  'not-utf8': () => 'is not UTF-8; save the file again as UTF-8',
  'no-word': () => 'begins with a blank; the word comes first',
  'other-pos': (first) => `line ${first} gives the same word another part of speech; keep one of them`,
  'too-short': () => 'is one character; a word has at least two',
  'too-long': () => 'is longer than 30 characters, which is not a word',
  control: () => 'contains a control character (shown as � here); delete it',
  'blank-inside': () =>
    'has a blank between Chinese characters; a line contains one word (with frequency and part of speech in a user dictionary)',
  'bad-frequency': () => 'has a frequency that is not a whole number',
  'bad-pos': () => 'has an unknown part of speech; use one of the segmenter, such as n, v, a, nz, or n_new',
};

/** What is wrong with a line of counts. */
const countsFaults: Readonly<Record<CountsFault, string>> = {
  'not-utf8': 'is not UTF-8',
  header: 'is not a header of counts, which begins with #zhagen-counts',
  unfinished: 'has no end: the file was cut off',
  'too-long': 'is longer than 4 MB, which is not a line of counts',
  order: 'comes before the line above it by code point; sort by it (LC_ALL=C sort)',
  columns: 'does not have 11 columns separated by tabs',
  string: 'does not begin with a string of Chinese characters, or begins with one beyond max-length',
  number: 'has a count that is not a whole number from 0 on',
  'more-than-frequency': 'counts something more often than the string occurs in the texts',
  neighbours: 'has neighbours that are not ordered by code point, or not as many as the string is frequent',
};

/** The first names of a list. */
const firstOf = (names: readonly string[]) =>
  `${names.slice(0, 5).join(', ')}${names.length > 5 ? ', …' : ''}`;

/** The messages for what a user can fix, in English. */
export const errors: Messages['errors'] = {
  'import/missing-path': ({ path }) =>
    `${path}: no such file or folder. Check the spelling, or give the full path.`,
  'import/nothing-to-import': ({ path }) =>
    `${path}: nothing to import here. Put case texts into it (.txt .docx .pdf .html .xlsx .csv .jsonl …).`,
  'import/empty-file': ({ path }) => `${path}: has no text. Fill or remove it.`,
  'import/empty-row': ({ path }) =>
    `${path}: has no text. Fill or remove it, or say that cases may have no text: --without-text.`,
  'import/binary-file': ({ path }) =>
    `${path}: is not a text. Save the case as plain text (UTF-8) first; if it is one, name its encoding with --encoding.`,
  'import/not-utf8': ({ path, offset }) =>
    `${path}: is not UTF-8 (byte ${offset}). Save it again as UTF-8, for instance with an editor's "Save as".`,
  'import/unknown-encoding': ({ encoding, known }) =>
    `There is no encoding "${encoding}". Use one of: ${known}`,
  'import/wrong-encoding': ({ path, encoding, offset }) =>
    `${path}: byte ${offset} is not valid ${encoding}. The file is damaged or cut off there; fix it, or name its real encoding with --encoding.`,
  'import/unclear-encoding': ({ path, known }) =>
    `${path}: could not detect the encoding. Name it with --encoding (${known}), or save the file as UTF-8.`,
  'import/corrupt-file': ({ path, format, problem }) =>
    `${path}: is not a valid ${format} file (${say(problem)}). Open it and save it again, or get another copy.`,
  'import/encrypted-file': ({ path }) =>
    `${path}: is protected by a password. Open it and save a copy without one.`,
  'import/old-word': ({ path }) =>
    `${path}: is in the old format of Word. Open it in Word or LibreOffice and save it as .docx.`,
  'import/over-limit': ({ path, limit, allowed }) =>
    `${path}: goes beyond the limit ${limit} of ${allowed}. If you trust the file, raise it: --limit ${limit}=<number>`,
  'import/unknown-format': ({ path, extension }) =>
    `${path}: ${extension || 'no extension'} is not a format that zhagen reads. It reads .txt .md .docx .pdf .html .mhtml .xlsx .xls .csv .tsv .jsonl and .zip.`,
  'import/symbolic-link': ({ path }) =>
    `${path}: is a symbolic link, which is not followed. Put the file itself here, or name it as an argument.`,
  'import/unreadable': ({ path, reason }) => `${path}: cannot be read (${reason}). Check its permissions.`,
  'import/changed-file': ({ path }) =>
    `${path}: changed while it was read. Wait until nothing writes to it, then import again.`,
  'import/bad-name': ({ path }) => `${path}: its name is not UTF-8. Rename the file first.`,
  'import/not-a-file': ({ path }) => `${path}: is not a plain file. Name the file itself.`,
  'import/bad-files': ({ problems, total }) =>
    `${problems.length} of ${total} could not be imported, so nothing was imported. Fix them${problems.length < total ? ', or skip them with --skip-bad' : ''}:`,
  'import/duplicate-id': ({ id, first, second }) =>
    `${second}: the id "${id}" is already that of ${first}. Give one of them another id.`,
  'import/reserved-value': ({ place, field, value }) =>
    `${place}: ${field} is "${value}", which means all groups in decisions, so no case or group can have that name. Write something else${field === 'id' ? '' : ', or leave it empty'}.`,
  'import/bad-record': ({ path, line, place, problem }) =>
    `${path}:${line}: is not a case (${[place, say(problem)].filter(Boolean).join(' ')}). Each line is one JSON object with "id", "title" and "text".`,
  'import/missing-column': ({ path, column, found }) =>
    `${path}: has no column "${column}" (found: ${found}). A table of cases needs "text", or another column named with --text-column, or --without-text and a column of ids if the cases have no texts; an attribute table goes with --attributes and needs "id" or "file".`,
  'import/doubled-column': ({ path, line, column }) =>
    `${path}:${line}: has two columns "${column}". Rename or remove one of them.`,
  'import/attribute-without-case': ({ path, line, id }) =>
    `${path}:${line}: no case "${id}" for this row. Correct its id or file name, or import that case too.`,
  'import/unknown-attribute': ({ attribute, known }) =>
    `--attribute-type ${attribute}: no case has this attribute. Known: ${known}.`,
  'import/bad-csv': ({ path, line, problem }) => `${path}:${line}: is not proper CSV (${say(problem)}).`,
  'import/needs-ocr': ({ path }) =>
    `${path}: contains images but no readable text (probably a scan). Run text recognition (OCR) and import its result.`,
  'import/unsafe-archive': ({ path, entry, problem }) =>
    `${path}: the entry "${entry}" is not acceptable (${say(problem)}). Unpack and check it, then import the folder.`,
  'import/reader-timeout': ({ path, seconds }) =>
    `${path}: was not read within ${seconds} seconds. It may be damaged; for more time: --limit readerSeconds=….`,
  'import/reader-crashed': ({ path, megabytes }) =>
    `${path}: took more than ${megabytes} MB or broke its reader. Split it, or raise it: --limit readerMegabytes=….`,
  'sheet/not-a-sheet': ({ path }) =>
    `${path} is not a sheet of zhagen: it has no column zhagen:sheet. Write one with zhagen review export.`,
  'sheet/mixed': ({ path }) =>
    `${path} has rows of several sheets. Import each sheet from a file of its own.`,
  'sheet/other-coder': ({ path, of, coder }) =>
    `${path} is the sheet of ${of}, not of ${coder}. Import it without --coder.`,
  'sheet/bad-rows': ({ path, problems }) =>
    `${path}: ${problems.length} ${problems.length === 1 ? 'row' : 'rows'} could not be taken, so nothing was written. Fix the rows, or skip them with --skip-bad:`,
  'sheet/row': ({ line }) => `row ${line}:`,
  'sheet/unknown-code': ({ name, near }) =>
    `No code is called "${name}".${near ? ` Nearly the same: ${near}.` : ''} To found it, import with --new.`,
  'sheet/unknown-verdict': ({ written, allowed }) =>
    `"${written}" is not a verdict. Write ${allowed.map((one) => verdictWord(one, 'en')).join(', ')}, or leave it blank.`,
  'sheet/words-differ': () =>
    'The words are not those that the row is about. Sort all columns together, or add a row of its own for other words.',
  'sheet/passage-gone': ({ caseId }) =>
    `The passage is not in the present text of ${caseId} any more. Paste its words as they are now into a new row.`,
  'sheet/no-case': ({ cases }) =>
    cases
      ? `The words occur in several cases: ${cases}. Write the case into its column.`
      : 'The words do not occur in any case. Copy them from the text, or write the case into its column.',
  'sheet/no-words': () => 'The row has no words of a text. Paste the words that are coded.',
  'sheet/no-target': ({ word }) => `Write into which keyword "${word}" is folded.`,
  'sheet/one-code': ({ word }) => `The keyword "${word}" goes to one code. Write one.`,
  'sheet/confirmed-and-changed': () =>
    'The row confirms a code and has another in its place. Write both codes, or leave the verdict blank.',
  'sheet/contradicts': ({ line }) => `Row ${line} puts the same code under another one.`,
  'sheet/said-since': ({ decision }) =>
    `Something else was decided since the sheet was written (${decision}). Look at it with zhagen history, and export the sheet again.`,
  'sheet/bad-sample': ({ sample }) =>
    `"${sample}" is not a sample. Give a number of rows, such as 50, or a share, such as 20%.`,
  'sheet/unknown-format': ({ path }) =>
    `A sheet is an .xlsx or .csv file, which ${path} is not. Name it so: --out sheet.xlsx`,
  'passage/no-place': ({ caseId }) =>
    `Say which passage of ${caseId} it is: --quote "…", or --span start:end in the raw text. To code the case as a whole, give neither of them nor --nth.`,
  'passage/no-text': ({ caseId }) =>
    `${caseId} has no text. Code the case as a whole, without --quote, --span and --nth.`,
  'passage/no-code': () => 'Name the code: --code; with recode also the code that takes its place: --to.',
  'passage/not-a-span': ({ span }) =>
    `"${span}" is not a span. Write start:end, two numbers of characters of the raw text, such as 120:164.`,
  'passage/outside': ({ caseId, start, end, length }) =>
    `The span ${start}:${end} does not lie in ${caseId}, whose raw text has ${length} characters.`,
  'passage/quote-not-found': ({ caseId, quote }) =>
    `"${quote}" does not occur in ${caseId}. Copy the passage from: zhagen cases show ${caseId}`,
  'passage/quote-twice': ({ caseId, quote, count }) =>
    `"${quote}" occurs ${count} times in ${caseId}. Say which one with --nth (1 to ${count}), or quote more of it.`,
  'passage/unknown': ({ id, sealed }) =>
    `There is no coded passage ${id}. The ids are in the column passage of: zhagen tables evidence${
      sealed && `. Passages of sealed cases (${sealed}) cannot be chosen until zhagen cases unseal`
    }`,
  'passage/nothing-chosen': () =>
    'No coded passage was chosen. Give the ids of passages, or --code or --case with coded passages.',
  'passage/not-coded-by': ({ coder, caseId, code }) =>
    `${coder} did not code that passage of ${caseId} as ${code}. To speak against another's coding: zhagen reject`,
  'define/nothing': ({ code }) =>
    `Say what is defined of ${code}: --definition, --limits, --example, --property or --facet.`,
  'define/bad-facet': ({ facet }) =>
    `"${facet}" is not a facet. Write its name and its values, such as 工具类型=环境型,供给型.`,
  'define/bad-property': ({ property }) =>
    `"${property}" is not a property. Write its name and its dimensions, such as 强度=强,弱.`,
  'delete/not-empty': ({ code, children, passages, keywords, terms, relations }) => {
    const has = [
      children.length > 0 && `codes under it (${firstOf(children)})`,
      passages > 0 && `coded passages (${passages})`,
      keywords.length > 0 && `keywords (${firstOf(keywords)})`,
      terms.length > 0 && `words that occur in cases (${firstOf(terms)})`,
      relations > 0 && `relations (${relations}; zhagen relate --list)`,
    ].filter(Boolean);
    return `Only an empty code can be deleted, and "${code}" has ${has.join('; ')}. Merge it into another: zhagen merge ${code} <code>; or move what is under it: zhagen move <codes> <parent>`;
  },
  'relate/no-type': () =>
    'Say what the first code is to the second: --as, such as "causal condition" or a type of your own.',
  'relate/itself': ({ code }) => `"${code}" cannot be related to itself. Name another code with --to.`,
  'relate/unknown': ({ from, kind, to }) =>
    `"${from}" is not related to "${to}" as ${kind}. See: zhagen relate --list`,
  'relate/not-core': ({ code }) => `"${code}" is not the core category. See: zhagen relate --list`,
  'memo/empty': () => 'The memo is empty. Write its text, or - to read it from standard input.',
  'memo/unknown': ({ id }) => `There is no memo "${id}". List the memos with their ids: zhagen memo list`,
  'memo/unknown-decision': ({ id }) =>
    `There is no decision "${id}". The ids are in the last column of: zhagen history`,
  'memo/unclear-id': ({ id, count }) => `${count} ids begin with "${id}". Write more of the id.`,
  'memo/no-subject': () =>
    'Say what the memo is on: --on case:ID, code:NAME, passage:ID, decision:ID, memo:ID or project.',
  'memo/bad-subject': ({ on }) =>
    `"${on}" does not say what the memo is on. Write case:ID, code:NAME, passage:ID, decision:ID, memo:ID or project.`,
  'memo/not-author': ({ id, author, coder }) =>
    `The memo ${id} is by ${author}, who alone edits it; you are ${coder}. Add a memo of your own to it: zhagen memo add "…" --on memo:${id}`,
  'settings/unknown': ({ name, known }) => `There is no setting "${name}". Known: ${known}.`,
  'settings/wrong-value': ({ name, value, allowed }) =>
    `"${value}" is not a value of ${name}. It takes one of: ${allowed}.`,
  'settings/no-value': ({ name }) => `Give the value that ${name} is set to: zhagen settings ${name} VALUE`,
  'regions/unknown-kind': ({ name }) => `"${name}" is not a kind of region. Known: ${regionKinds.join(', ')}`,
  'regions/nothing-left': () => 'No kind of region would count. Leave at least one, such as body.',
  'regions/changed': ({ database }) =>
    `${database}: the regions that count changed after the coding. Mine and code again: zhagen mine, then zhagen code`,
  'mine/no-texts': ({ cases }) =>
    `None of the ${cases} cases has a text, so there is nothing to mine. Apply a codebook (zhagen code --codebook …) and code the cases as a whole: zhagen passage code CASE --code CODE`,
  'mine/no-cases': ({ database }) =>
    `${database}: contains no cases yet. Import some: zhagen import <folder>`,
  'mine/reserved-group': ({ by, group, cases }) =>
    `Cannot group by ${by}: "${group}" means all groups, so no group can have that name (cases: ${cases}). Rename it and import again; attributes with --attributes.`,
  'mine/unknown-attribute': ({ attribute, known }) =>
    `--by ${attribute}: no case has this attribute. Known: ${known}. Attributes come with: zhagen import … --attributes cases.csv`,
  'segment/addon-missing': ({ addon, problem }) =>
    `The compiled part of ${addon} is missing (${problem}). Install a C++ compiler, make and Python 3, then run: npm rebuild ${addon}`,
  'segment/worker-died': ({ reason }) =>
    `a segmenting process died twice on the same texts (${reason}); try --workers 1 or more memory`,
  'discover/no-han': ({ source }) =>
    `${source}: contains no Chinese text, so there are no words to discover.`,
  'counts/bad-line': ({ path, line, fault }) =>
    `${path}:${line}: the line ${countsFaults[fault]}. Make the counts again: zhagen count, zhagen merge-counts`,
  'counts/different': ({ path, line, found, wanted, first }) =>
    `${path}:${line}: counted with ${found}, but ${first} with ${wanted}. Count all texts again with the same options.`,
  'counts/incomplete': ({ source, text }) =>
    `${source}: the line of "${text}" is missing or does not fit the others. Counts were cut off or changed, or only a part of them was given; give all of them.`,
  'counts/too-short': ({ source, maxLength, wanted }) =>
    `${source}: strings were counted up to ${maxLength} characters. Give --max-length ${maxLength} or less, or count again with --max-length ${wanted}.`,
  'counts/too-many': ({ source, text, frequency, allowed }) =>
    `${source}: "${text}" was counted ${frequency} times; words can be discovered up to ${allowed}. Give the counts of fewer texts.`,
  'keywords/too-long': ({ path, line, characters, allowed }) =>
    `${path}:${line}: the text has ${characters} characters or more; keywords are taken of texts up to ${allowed}. Split it into documents, one a line.`,
  'vocabulary/bad-line': ({ path, line, fault, text, first }) =>
    `${path}:${line}: "${text}" ${wordListFaults[fault](first)}.`,
  'vocabulary/faulty': ({ path, total, problems }) =>
    `${path}: ${total} faulty lines${total > problems.length ? `, the first ${problems.length}` : ''}:`,
  'screen/bad-rules': inYaml,
  'screen/not-mined': ({ database }) => `${database}: has not been mined yet. Run: zhagen mine`,
  'screen/unknown-word': ({ word, group, near }) =>
    `"${word}" is not a keyword ${group === '*' ? 'of any group' : `of "${group}"`}.${near ? ` Did you mean: ${near}?` : ''} A word found by reading is added with: zhagen add`,
  'screen/unknown-group': ({ group, known }) => `There is no group "${group}". The nearest are: ${known}`,
  'screen/add-without-evidence': ({ word }) =>
    `"${word}" does not occur in any case. Name the case and the passage that speak of it: zhagen add ${word} --case ID --quote "…"`,
  'screen/add-in-left-out-region': ({ word, kinds }) =>
    `"${word}" occurs only in regions that do not count (${nameKinds(kinds, 'en')}). Count them: zhagen regions --include-regions ${kinds.join(',')}; or name the case and the passage, which is kept without being counted: zhagen add ${word} --case ID --quote "…"`,
  'screen/quote-not-found': ({ caseId, quote }) =>
    `Case ${caseId} does not contain the passage "${quote}". Copy it from: zhagen cases show ${caseId}`,
  'screen/nothing-to-split': ({ word }) =>
    `"${word}" is not merged into a core keyword, so there is nothing to split.`,
  'decide/nothing-to-undo': ({ coder }) => `${coder} has no decision to take back. See: zhagen history`,
  'decide/undo-blocked': ({ decision, later }) =>
    `"${decision}" cannot be taken back, because later decisions depend on it: ${later}. Take those back first.`,
  'decide/nothing-to-redo': ({ coder }) =>
    `${coder} took nothing back since their last decision, so there is nothing to redo. See: zhagen history`,
  'decide/redo-blocked': ({ decision }) =>
    `Cannot make the decision again: what was in force then has changed since (${decision}). State it as a new decision.`,
  'decide/coder-without-name': () => 'A coder needs a name. Give it with --coder NAME, or set ZHAGEN_CODER.',
  'decide/machine-coder': ({ coder }) =>
    `"${coder}" is the program's own name among the coders. Use another name with --coder.`,
  'decide/changed-since': ({ coders, stages }) => {
    const by = [...(coders.length > 0 ? [`decisions by ${coders.join(', ')}`] : []), ...stages].join('; ');
    return `The project changed after you read it (${by}), so nothing was decided. Read it again, then decide: zhagen history`;
  },
  'decide/not-contested': ({ word }) =>
    `Coders do not differ about "${word}" there, so there is nothing to adjudicate. See: zhagen history`,
  'decide/no-verdict-of': ({ coder, word, coders }) =>
    `${coder} has no verdict on "${word}". Choose one of the coders who have: ${coders}.`,
  'decide/needs-target': ({ verb }) => `zhagen ${verb} needs two words or more; the last one is the target.`,
  'decide/fold-into-itself': ({ word }) => `"${word}" cannot go into itself.`,
  'decide/takes-two': ({ verb }) => `zhagen ${verb} takes two names: the present name and the new one.`,
  'decide/empty-word': ({ verb }) =>
    `A word of zhagen ${verb} is blank. Write every word, for example: zhagen ${verb} 扶贫车间`,
  'decide/unknown-target': ({ verb, name, near }) =>
    `No code or keyword is called "${name}".${near ? ` Did you mean: ${near}?` : ''} To make a new one add --new: zhagen ${verb} … ${name} --new`,
  'decide/not-new': ({ name }) =>
    `There is already a code or keyword "${name}". Leave out --new, or choose another name.`,
  'decide/not-coded': ({ verb }) =>
    `zhagen ${verb} works on the codebook of a coded project. First run: zhagen code --codebook none (or the codebook you use)`,
  'decide/mixed-levels': ({ names }) =>
    `${names}: are not all at one level. Name codes of one level at a time; zhagen promote moves one up a level.`,
  'decide/wrong-level': ({ code, level, wanted }) =>
    `"${code}" is at level ${level}; the target must be at level ${wanted}. Name another one, or give the target a name of its own.`,
  'decide/top-level': ({ code, level }) =>
    `"${code}" is at the top level (${level}): there is no level above it.`,
  'decide/has-codes-under': ({ code, children }) =>
    `"${code}" has codes under it: ${children}. First move them: zhagen move <codes> <parent>`,
  'decide/name-taken': ({ name, code }) =>
    `"${name}" is the name of the code ${code}. Choose another one, or merge the two: zhagen merge`,
  'decide/level-taken': ({ name }) => `Another level is called "${name}" already. Choose another name.`,
  'code/unknown-codebook': ({ name, known }) =>
    `There is no codebook "${name}". Give a YAML file, or one of: ${known}, none`,
  'code/bad-codebook': inYaml,
  'code/faulty-codebook': ({ path, problems }) =>
    `${path}: ${problems.length} fault${problems.length === 1 ? '' : 's'}:`,
  'code/unknown-code': ({ name, near }) =>
    `There is no code "${name}".${near ? ` Did you mean: ${near}?` : ''} See: zhagen codebook show <codebook>`,
  'code/no-codes': ({ database }) =>
    `${database}: no codes yet. Make some: zhagen promote <keyword>, zhagen merge <keywords> <core keyword>, zhagen group <codes> <parent>`,
  'agree/two-coders': ({ known }) =>
    `Name two or more coders with --coders (the project has: ${known || 'none'}); without a project, read a sheet with --from.`,
  'agree/too-many-coders': ({ most }) =>
    `At most ${most} coders can be compared at once. Choose them with --coders.`,
  'agree/machine': ({ coder }) =>
    `"${coder}" is the program itself: agreement of people with it is validity, not intercoder reliability. Use zhagen assess.`,
  'agree/nothing-in-common': ({ coders, unit }) =>
    `${coders} judged no unit in common (${unit}). A sentence left without a code counts as judged once its coder is done with the case: zhagen done`,
  'agree/no-such-level': ({ level, levels }) =>
    `The codebook has no level ${level}. It has ${levels}, 1 being the top.`,
  'agree/no-such-version': ({ codebook, version, known }) =>
    `The project was never coded with version ${version} of the codebook ${codebook}. Versions it was coded with: ${known || 'none'}.`,
  'agree/sheet-coders': ({ path, found }) =>
    `${path}: needs two or more coders: one column a coder with one row a unit, or columns "coder" and "code" with one row a unit and coder. Coders found: ${found || 'none'}.`,
  'agree/sheet-column': ({ path, column }) =>
    `${path}: has no column that names the unit. It may be called: ${column}`,
  'agree/sheet-coder': ({ path, coder, found }) =>
    `${path}: has no coder "${coder}". It has: ${found || 'none'}.`,
  'saturation/unknown-order': ({ order, known }) =>
    `There is no order "${order}" of the cases. Orders: ${known}`,
  'saturation/too-few-cases': ({ cases, base, run }) =>
    `${cases} cases are too few for a base of ${base} and a run of ${run}. Lower --base or --run, or collect more cases.`,
  'assess/no-claims': ({ name, known }) =>
    `There is nothing published under "${name}". Name a claims.yaml or its folder with --against, or one of: ${known}`,
  'assess/bad-claims': inYaml,
  'assess/bad-gold': ({ path, line, problem }) =>
    `${path}:${line}: ${say(problem)}. A gold file has the columns case_id and open_code, or case_id and main_pillar.`,
  'tables/not-coded': ({ table, database }) =>
    `${database}: has no coding under a codebook for the table "${table}". Run: zhagen code`,
  'tables/option-elsewhere': ({ option, table, tables }) =>
    `--${option} does not apply to the table "${table}". It applies to: ${tables}`,
  'tables/needs-two-codebooks': ({ given }) =>
    `A crosswalk needs two different codebooks (given: "${given}"). Name them as --codebooks a,b, after coding under each: zhagen code --codebook a`,
  'tables/unknown-codebook': ({ name, known }) =>
    `The project was not coded under "${name}" (known: ${known || 'none'}). Run: zhagen code --codebook ${name}`,
  'view/unknown': ({ view }) =>
    `There is no view "${view}". Use one of: settled, coder:NAME, blind (with --coder NAME).`,
  'view/unknown-coder': ({ coder, known }) =>
    `Nobody called "${coder}" decided anything in this project. Coders: ${known || 'none'}.`,
  'view/blind-needs-coder': () =>
    'The view blind is one coder’s own. Say whose with --coder, or set ZHAGEN_CODER.',
  'view/coder-elsewhere': ({ coder }) =>
    `--coder says who acts, or whose view blind is. To read the rows of ${coder}: --view coder:${coder}`,
  'view/compares-coders': ({ table }) =>
    `The table ${table} shows the verdicts of several coders, so it has no view of one coder. Leave out --view.`,
  'view/out-of-date': ({ database }) =>
    `${database}: texts, statistics or rules changed after the last coding, so there are no rows of one coder yet. Run: zhagen code`,
  'cases/unknown-batch': ({ batch, known }) => `There is no batch "${batch}". Known: ${known}`,
  'cases/nothing-to-find': () =>
    'The word to find is blank. Write a word or a code, for example: zhagen kwic 扶贫车间',
  'cases/unknown-case': ({ id, near }) =>
    `There is no case "${id}".${near ? ` Did you mean: ${near}?` : ''} See: zhagen cases`,
  'cases/sealed': ({ id }) =>
    `${id} is sealed: it is held out for a later check, and nobody codes or judges it. To open it: zhagen cases unseal ${id}`,
  'cases/no-attribute': ({ caseId }) =>
    `Name what is set: zhagen cases set ${caseId} NAME=VALUE (NAME= takes the value away).`,
  'cases/not-a-value': ({ given }) =>
    `"${given}" is not a value of an attribute. Write NAME=VALUE, for example: zhagen cases set JX01 province=江西`,
  'cases/unknown-attribute': ({ name, known }) =>
    `The cases have no attribute "${name}". Known: ${known || 'none'}. New ones come with an attribute table: zhagen import --attributes`,
  'cases/attribute-type': ({ name, value, type }) =>
    `"${value}" is not a valid value of ${name}, whose type is ${type}. See: zhagen cases --attributes`,
  'cases/needs-reason': ({ verb }) =>
    `Give the reason: zhagen cases ${verb} … ${verb === 'next' ? '--because' : '--reason'} "…"`,
  'cases/own-coding': ({ coder }) =>
    `${coder} cannot check their own coding. Name another coder with --coding-of.`,
  'cases/not-done': ({ coder, cases }) =>
    `${coder} is not done with ${cases} in its current version, so there is no coding to check. First: zhagen done ${cases} --coder ${coder}`,
  'store/missing-database': ({ path }) =>
    `${path}: there is no project here. Start one: zhagen import <folder> --db ${path}`,
  'store/not-a-project': ({ path }) =>
    `${path}: is not a zhagen project. It was not changed; name another file with --db.`,
  'store/newer-version': ({ path, found, known }) =>
    `${path}: was written by a newer zhagen (version ${found} of the file, this one knows ${known}). Update zhagen.`,
  'store/cannot-open': ({ path, reason }) => `${path}: cannot be opened (${reason}).`,
  'store/cannot-write': ({ path, reason }) =>
    `${path}: cannot be written to the end (${reason}). Nothing was changed; see whether the disk is full, and run the command again.`,
  'store/left-in-journal': ({ path, reason }) =>
    `${path}: what the command did was saved, but part of it still lies in ${path}-wal (${reason}). Keep the two files together and free some space: the next command that writes joins them.`,
  'store/disk-full': ({ path }) =>
    `${path}: the disk is full. Nothing was changed; free some space and run the command again.`,
  'store/busy': ({ path }) =>
    `${path}: another program is writing to it. Wait until it is done and run the command again.`,
  'store/read-only': ({ path }) =>
    `${path}: cannot be written. Check the permissions of the file and its folder, or name another with --db.`,
  'files/cannot-write': ({ path, reason }) => `${path}: cannot be written (${reason}).`,
  'cli/usage': ({ problem }) => problem,
  'cli/bad-value': ({ option, value, known }) =>
    `--${option}: "${value}" is not a valid value. It can be: ${known}`,
  'coders/wrong-guid': ({ guid }) =>
    `"${guid}" is not a GUID. A GUID has 32 hexadecimal digits, such as 1b4e28ba-2fa1-11d2-883f-0016d3cca427.`,
  'coders/guid-taken': ({ guid, owner }) =>
    `${guid} is the GUID of ${owner}. Give each coder one of their own.`,
  'decide/interrupted': () =>
    'Interrupted. Nothing was decided: the log and all tables are as they were before.',
  'cli/interrupted': () => 'Interrupted. The step in progress saved nothing; run the command again to go on.',
};
