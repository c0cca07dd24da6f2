import type { StatisticsFault } from '../model/corpus-statistics.js';
import type { OtherWriting } from '../model/other-writing.js';
import type { Problem, WordListFault } from '../model/problem.js';
import { english } from '../text/english.js';
import { type ErrorsOf, sayProblem } from './messages.js';
import { problems } from './problems-en.js';
import { segmentedErrors } from './segmented-en.js';
import { splitErrors } from './split-en.js';

const say = (problem: Problem) => sayProblem(problems, problem);

/** What a text in another encoding looks like. */
const writings: Readonly<Record<Exclude<OtherWriting, 'unread'>, string>> = {
  korean: 'Korean text',
  japanese: 'Japanese text',
  cyrillic: 'text in Cyrillic letters',
  greek: 'Greek text',
  hebrew: 'Hebrew text',
  arabic: 'Arabic text',
  thai: 'Thai text',
  latin: 'text in Latin letters with accents',
};

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

/** What is wrong with a line of a statistics file. */
const statisticsFaults: Readonly<Record<StatisticsFault, string>> = {
  header: 'is not the head of a statistics file, as zhagen terms writes it',
  'new-word': 'is not a new word with all its figures',
  term: 'is not a term with the number of its cases',
  order: 'comes before the line above it by code point, or is its double',
  cases: 'has more cases than the statistics are of',
  'after-end': 'comes after the end of the file',
};

/** The messages for what is wrong with files and the command line, in English. */
export const errorsOfFiles: ErrorsOf<
  'import' | 'files' | 'segment' | 'vocabulary' | 'statistics' | 'discover' | 'keywords' | 'cli' | 'coding'
> = {
  ...segmentedErrors,
  ...splitErrors,
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
  'import/wrong-encoding': ({ path, encoding, offset, line }) =>
    `${path}: byte ${offset} (line ${line}) is not valid ${encoding}. The file is damaged or cut off there; fix it, or name its real encoding with --encoding.`,
  'import/unclear-encoding': ({ path, known }) =>
    `${path}: could not detect the encoding. Name it with --encoding (${known}), or save the file as UTF-8.`,
  'import/other-encoding': ({ path, writing, encodings }) =>
    writing === 'unread'
      ? `${path}: looks like text in ${encodings}, which zhagen does not read. Open it in an editor that does, and save it as UTF-8.`
      : `${path}: looks like ${writings[writing]} (${encodings}). If it is, name its encoding with --encoding; if it is Chinese, give gb18030 or big5 with --encoding, or save the file as UTF-8.`,
  'import/corrupt-file': ({ path, format, problem }) =>
    `${path}: is not a valid ${format} file (${say(problem)}). Open it and save it again, or get another copy.`,
  'import/encrypted-file': ({ path }) =>
    `${path}: is protected by a password. Open it and save a copy without one.`,
  'import/old-word': ({ path }) =>
    `${path}: is in the old format of Word. Open it in Word or LibreOffice and save it as .docx.`,
  'import/over-limit': ({ path, limit, allowed }) =>
    `${path}: goes beyond the limit ${limit} of ${allowed}. If you trust the file, raise it: --limit ${limit}=<number>`,
  'import/unknown-format': ({ path, extension }) =>
    `${path}: ${extension || 'no extension'} is not a format that zhagen reads. It reads .txt .md .docx .rtf .pdf .html .mhtml .xlsx .xls .ods .csv .tsv .jsonl .json and .zip.`,
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
  'import/bad-item': ({ path, item, place, problem }) =>
    `${path}: item ${item} is not a case (${[place, say(problem)].filter(Boolean).join(' ')}). The file is one JSON array of objects with "id", "title" and "text"; another member is named with --text-column. A project that zhagen exported is read by "zhagen restore".`,
  'import/missing-column': ({ path, column, found }) =>
    `${path}: has no column "${column}" (found: ${found}). A table of cases needs "text", or another column named with --text-column, or --without-text and a column of ids if the cases have no texts; an attribute table goes with --attributes and needs a column "id" (编号) or "file" (文件).`,
  'import/doubled-column': ({ path, line, column }) =>
    `${path}:${line}: has two columns "${column}". Rename or remove one of them.`,
  'import/attribute-without-case': ({ path, line, id }) =>
    `${path}:${line}: no case "${id}" for this row. Correct its id or file name, or import that case too.`,
  'import/unknown-attribute': ({ attribute, known }) =>
    `--attribute-type ${attribute}: no case has this attribute. Known: ${known}.`,
  'import/bad-csv': ({ path, line, problem }) => `${path}:${line}: is not proper CSV (${say(problem)}).`,
  'import/needs-ocr': ({ path }) =>
    `${path}: has no text: its pages are blank or pictures (probably a scan). Run text recognition (OCR) and import its result.`,
  'import/unreadable-text': ({ path, unreadable, characters }) =>
    english`${path}: ${unreadable} of ${characters} characters cannot be read, because its fonts do not say which they are. Ask for the original (Word), or run text recognition (OCR) and import its result.`,
  'import/unsafe-archive': ({ path, entry, problem }) =>
    `${path}: the entry "${entry}" is not acceptable (${say(problem)}). Unpack and check it, then import the folder.`,
  'import/reader-timeout': ({ path, seconds }) =>
    english`${path}: was not read within ${seconds} seconds. It may be damaged; for more time: --limit readerSeconds=….`,
  'import/reader-crashed': ({ path, megabytes }) =>
    `${path}: took more than ${megabytes} MB or broke its reader. Split it, or raise it: --limit readerMegabytes=….`,
  'coding/bad-map': ({ part }) =>
    `"${part}" does not say what a column is. Write NAME=COLUMN, each name once: --map 案例=ID,核心词=Keyword`,
  'coding/map-without': ({ what }) =>
    what === 'case'
      ? 'The map names no column of cases. Add it: --map 案例=COLUMN'
      : 'The map names no column of codes. Name one column a level, from the lowest up (核心词=…,范畴=…), or 编码=… of a table with a row a coding, not both.',
  'coding/too-many-levels': ({ most }) =>
    english`A codebook has at most ${most} levels. Leave some of them out of --map.`,
  'coding/bad-score': ({ score }) => `${score} is not a score. Give --min-score a number above 0, at most 1.`,
  'coding/no-rows': ({ path }) => `${path} has no row with a code. Check which columns --map names.`,
  'coding/bad-rows': ({ path, problems }) =>
    `${path}: ${problems.length} ${problems.length === 1 ? 'row' : 'rows'} could not be taken, so nothing was written. Fix the rows, or skip them with --skip-bad:`,
  'coding/cell': ({ line, column }) => `row ${line}, column ${column}:`,
  'coding/several-above': ({ cell }) =>
    `"${cell}" is several codes, and a code has one above it. Write one in each row.`,
  'coding/two-above': ({ code, one, other, line }) =>
    `"${code}" is under "${other}" here and under "${one}" ${line === null ? 'in the codebook' : `in row ${line}`}. Correct the table${line === null ? ', or move the code with zhagen move' : ''}.`,
  'coding/unknown-level': ({ level, known }) =>
    `The codebook has no level "${level}". Its levels are: ${known}. Name these in --map, or give the codings a codebook of their own: --codebook NAME`,
  'coding/unknown-case': ({ name, near }) =>
    `No case is called "${name}".${near ? ` Nearly the same: ${near}.` : ''} Import its text, or add cases without text: --without-text`,
  'coding/several-cases': ({ name, cases }) =>
    `Several cases have the title "${name}": ${cases}. Write the id of the case.`,
  'segment/addon-missing': ({ addon, problem }) =>
    `The compiled part of ${addon} is missing (${problem}). Install a C++ compiler, make and Python 3, then run: npm rebuild ${addon}`,
  'segment/worker-died': ({ reason }) =>
    `a segmenting process died twice on the same texts (${reason}); try --workers 1 or more memory`,
  'discover/no-han': ({ source }) =>
    `${source}: contains no Chinese text, so there are no words to discover.`,
  'statistics/bad-line': ({ path, line, fault }) =>
    `${path}:${line}: the line ${statisticsFaults[fault]}. Make the file again: zhagen terms`,
  'statistics/cut': ({ path }) =>
    `${path}: the last line is missing; the file was cut off. Copy it again, or make it again: zhagen terms`,
  'statistics/altered': ({ path }) =>
    `${path}: the lines are not those that its last line says; the file was altered, or lines are missing. Copy it again, or make it again: zhagen terms`,
  'statistics/too-large': ({ path, allowed }) =>
    `${path}: a statistics file may have up to ${allowed / 2 ** 20} MB, since the project keeps all of it.`,
  'statistics/every-word': ({ path }) =>
    `${path}: counts every word, not the terms of mining; it is for zhagen keywords --idf. Make it without --every-word.`,
  'statistics/other-words': ({ path }) =>
    `${path}: is not of every word as these texts are read. Make it with this version: zhagen terms --every-word, with the same --clean and --user-words.`,
  'statistics/different': ({ path, first }) =>
    `${path}: taken with another version, with other words or other new words than ${first}. Make all of them again with the same.`,
  'keywords/too-long': ({ path, line, characters, allowed }) =>
    english`${path}:${line}: the text has ${characters} characters or more; keywords are taken of texts up to ${allowed}. Split it into documents, one a line.`,
  'vocabulary/bad-line': ({ path, line, fault, text, first }) =>
    `${path}:${line}: "${text}" ${wordListFaults[fault](first)}.`,
  'vocabulary/faulty': ({ path, total, problems }) =>
    english`${path}: ${total} faulty lines${total > problems.length ? `, the first ${problems.length}` : ''}:`,
  'files/cannot-write': ({ path, reason }) => `${path}: cannot be written (${reason}).`,
  'cli/usage': ({ problem }) => problem,
  'cli/bad-value': ({ option, value, known }) =>
    `--${option}: "${value}" is not a valid value. It can be: ${known}`,
  'cli/cannot-print': ({ reason }) =>
    `The output could not be written to the end (${reason}). Free some space, or write to another place, and run the command again.`,
  'cli/interrupted': () => 'Interrupted. The step in progress saved nothing; run the command again to go on.',
};
