import type { UserError } from '../errors.js';
import type { Language } from '../model/language.js';
import type { Messages } from './messages.js';
import type { CommandName } from './names.js';
import { renderError, renderProblems } from './render-error.js';
import { shellWords } from './web/shell.js';

type PageName = keyof (typeof shellWords)['zh']['pages'];

/**
 * The page on which one does what a command does; null for what is done on the command line alone. The workbench itself is no
 * step of the work.
 */
const PAGES: Readonly<Record<Exclude<CommandName, 'serve'>, PageName | null>> = {
  run: null,
  import: 'start',
  mine: 'overview',
  screen: null,
  code: 'overview',
  tables: 'tables',
  export: 'tables',
  figure: 'tables',
  suggest: 'codes',
  keep: 'screening',
  drop: 'screening',
  add: 'screening',
  fold: 'screening',
  merge: 'codes',
  split: 'codes',
  group: 'codes',
  promote: 'codes',
  rename: 'codes',
  move: 'codes',
  define: 'codes',
  delete: 'codes',
  relate: 'codes',
  confirm: 'cases',
  reject: 'cases',
  passage: 'cases',
  memo: 'cases',
  done: 'cases',
  checked: 'cases',
  adjudicate: 'agreement',
  review: 'agreement',
  'import-coding': null,
  'split-work': 'agreement',
  join: 'agreement',
  restore: null,
  decisions: 'agreement',
  undo: 'history',
  redo: 'history',
  history: 'history',
  tag: null,
  diff: null,
  settings: null,
  coders: 'agreement',
  discover: null,
  part: null,
  keywords: null,
  terms: null,
  cases: 'cases',
  reserve: null,
  unseal: null,
  pseudonyms: null,
  regions: null,
  kwic: 'tables',
  runs: 'history',
  codebook: 'codes',
  agree: 'agreement',
  pilot: null,
  saturation: null,
  'batch-report': null,
  sensitivity: null,
  assess: null,
  verify: null,
  provenance: null,
  compare: 'compare',
  demo: 'start',
};

/** What only lists cases is on their page, and mining as before on the overview; what changes cases or mining is not. */
const COMMAND = /zhagen ([a-z-]+)(?: (set|unseal|seal|exclude|include|next|--by|--top|--restat)\b)?/g;
const ANOTHER_FILE = /--db\b/;
const SENTENCES = /(?<=[。！？])|(?<=[.!?])\s+(?=[A-Z“"])/;

/** What a sentence leads to: pages, or the command line. */
interface Ways {
  readonly pages: readonly PageName[];
  readonly isOfCommandLine: boolean;
  /** Whether it says more than the way: that another file may be named is its last clause. */
  readonly isOfFile: boolean;
}

/**
 * The message of an error for who works in the page: a sentence that leads to a command leads to the page where one does the
 * same; where there is none it stays, and says that it is about the command line.
 * @param here the page on which one works: nobody is led to where they are
 */
export function renderErrorInPage(
  say: Messages,
  error: UserError,
  language: Language,
  here?: string,
): string {
  return linesInPage(renderError(say, error), language, here);
}

/** The same of the problems of a list, of each kind the first ones. */
export function renderProblemsInPage(
  say: Messages,
  problems: readonly UserError[],
  language: Language,
): string[] {
  return renderProblems(say, problems).map((text) => linesInPage(text, language));
}

const linesInPage = (text: string, language: Language, here?: string): string =>
  text
    .split('\n')
    .map((line) => nameOptions(inPage(line, language, here), language))
    .join('\n');

function inPage(line: string, language: Language, here: string | undefined): string {
  const sentences = line.split(SENTENCES).map((text) => ({ text, ways: waysOf(text) }));
  const pages = new Set(sentences.flatMap(({ ways }) => (ways.isOfCommandLine ? [] : ways.pages)));
  if (sentences.some(({ ways }) => ways.isOfCommandLine)) return `${line}${WORDS[language].commandLine}`;
  if (pages.size === 0) return line;
  const kept = sentences.flatMap(({ text, ways }) => {
    if (ways.pages.length === 0) return text;
    const before = clausesBefore(text);
    return ways.isOfFile || sentences.length === 1 || before.some(saysMore) ? before : [];
  });
  if (kept.length === 0) return line;
  const names = [...pages].flatMap((page) => (page === here ? [] : shellWords[language].pages[page]));
  const way = names.length === 0 ? [] : [WORDS[language].goTo(names)];
  return [...kept, ...way].join(language === 'en' ? ' ' : '');
}

function waysOf(sentence: string): Ways {
  const commands = [...sentence.matchAll(COMMAND)].flatMap(([, name = '', change]) =>
    name in PAGES ? [change === undefined ? PAGES[name as keyof typeof PAGES] : null] : [],
  );
  const pages = commands.flatMap((page) => page ?? []);
  const isOfFile = commands.length === 0 && ANOTHER_FILE.test(sentence);
  return { pages: isOfFile ? ['start'] : pages, isOfCommandLine: pages.length < commands.length, isOfFile };
}

/** What a sentence says before the clause that leads to a command or to another file. */
function clausesBefore(sentence: string): string[] {
  const [before] =
    /^.*?(?=(?:[，,]\s*(?:例如|for example))?[，；：,;:][^，；：,;:]*(?:zhagen |--db\b))/.exec(sentence) ??
    [];
  return before === undefined ? [] : [`${before}${/\p{Script=Han}/u.test(before) ? '。' : '.'}`];
}

/** Whether clauses say more than that something is to be run or looked up. */
function saysMore(before: string): boolean {
  return (before.match(/\p{Script=Han}/gu)?.length ?? 0) > 5 || before.split(' ').length > 3;
}

/**
 * Names options as the page does. Ways out by an option that it does not have are left out where there is another one, and
 * otherwise are said to be of commands alone.
 */
function nameOptions(line: string, language: Language): string {
  const { options, optionOfCommand, commandLine } = WORDS[language];
  const named = line.replaceAll(/( ?)--([a-z][a-z-]*)( ?)/g, (flag, before, name: string, behind) => {
    const option = options[name];
    if (option === undefined) return flag;
    return language === 'zh' ? option : `${before}${option}${behind}`;
  });
  if (!OPTION.test(named) || named.endsWith(commandLine)) return named;
  const left = named
    .split(SENTENCES)
    .map(otherWays)
    .join(language === 'en' ? ' ' : '');
  return OPTION.test(left) ? `${left}${optionOfCommand}` : left;
}

const OPTION = /--[a-z]/;

/** The ways that a sentence names without an option; the sentence as it is where there are none. */
function otherWays(sentence: string): string {
  if (!OPTION.test(sentence)) return sentence;
  const isChinese = /\p{Script=Han}/u.test(sentence);
  const [first, ...more] = sentence
    .split(/[；;] ?|[，,] ?(?=或|or )/)
    .filter((way) => !OPTION.test(way))
    .map((way) => way.replace(/[。.]$/, ''));
  if (first === undefined) return sentence;
  const begun = isChinese
    ? first.replace(/^或(?:请|者)?/, '请')
    : first.replace(/^(?:or )?(.)/, (_, letter: string) => letter.toUpperCase());
  return [begun, ...more].join(isChinese ? '；' : '; ') + (isChinese ? '。' : '.');
}

interface PageWords {
  readonly goTo: (pages: readonly string[]) => string;
  readonly commandLine: string;
  readonly optionOfCommand: string;
  readonly options: Readonly<Record<string, string>>;
}

const WORDS: Readonly<Record<Language, PageWords>> = {
  zh: {
    goTo: (pages) => `请到${pages.map((page) => `“${page}”`).join('、')}页。`,
    commandLine: '（工作台中还没有这一步，请在命令行中运行。）',
    optionOfCommand: '（以 -- 开头的是命令行的选项，工作台中没有。）',
    options: {
      'skip-bad': '页面上的“跳过”选项',
      new: '页面上的“新建”选项',
      coders: '页面上的编码者一栏',
      codebooks: '页面上的编码框架一栏',
      by: '页面上的案例属性一栏',
      word: '页面上的“词或编码”一栏',
      coder: '“换人”',
    },
  },
  en: {
    goTo: (pages) => `Go to the page ${pages.map((page) => `“${page}”`).join(', ')}.`,
    commandLine: ' (The workbench does not have this step; run it on the command line.)',
    optionOfCommand: ' (What begins with -- is an option of commands, which the workbench does not have.)',
    options: {
      'skip-bad': 'the option to skip',
      new: 'the option to make it',
      coders: 'the list of coders',
      codebooks: 'the field for codebooks',
      by: 'the field for an attribute',
      word: 'the field for a word or code',
      coder: '“Change”',
    },
  },
};
