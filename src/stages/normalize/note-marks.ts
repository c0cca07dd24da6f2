import { type Edit, editMatches } from '../../text/edits.js';
import { CLOSING, HAN } from '../../text/han.js';

const NUMBERS = '[1-9]\\d{0,2}(?:[ ]?[,，、–—~-][ ]?[1-9]\\d{0,2})*';
const BLANK = '[ \\u00a0\\u2000-\\u200a\\u202f\\u205f\\u3000]*';
const RAISED = '[¹²³⁰⁴-⁹]+(?:[,，⁻–-][¹²³⁰⁴-⁹]+)*';
/** 第[3]题, 式[2] and 图[1] name no notes, and 米² no note either. */
const MARK = new RegExp(
  `(?<=[${HAN}${CLOSING}%％])${BLANK}(?:(?<![第式图表]${BLANK})[\\[［〔](?<numbers>${NUMBERS})[\\]］〕](?<pages>\\d{1,4}(?:[-–—]\\d{1,4})?)?|(?<circled>[①-⑳])|(?<![米里])${RAISED})`,
  'gu',
);
/** What a number counts, so that it is no page. */
const COUNTED =
  /^[年月日天个户人元万亿亩斤项种次倍岁名位家村县省市级成条款章节页吨公千百米平度期届批类%％.\d]/;
/** So many pages at the ends of clauses show that a text gives them behind its marks: [1]34。 */
const FEWEST_PAGES = 2;
const SIGN = /[\]］〕①-⑳¹²³⁰⁴-⁹]/;
const CLAUSE_END = /^[，。；：！？]/;
const RUNNING = /[，。；]/;
const ROW = /\t|^\s*[|<]/;
const ENTRY = /^\s*(?:[[［〔]([1-9]\d{0,2})[\]］〕]|([①-⑳]))/;
const PLAIN_ENTRY = /^\s*([1-9]\d{0,2})(?![\d年月%]|\.\d)[.．、\s]?\s*\S/;
const NOTES_HEADING = /^[#\s]*(?:参考文献|注\s*释|尾注|脚注|references|notes)/i;
/** So many notes in a row may have lost their marks or numbers, as where a machine read the page. */
const MOST_LOST = 2;
/** So far apart may two numbers be that are cited one after the other. */
const WIDEST_JUMP = 8;
/** This share of the numbers up to the highest is cited in their order. */
const LEAST_CITED = 0.45;
/** Or this share of so many different numbers rises, which hardly happens by chance. */
const LEAST_RISING = 0.8;
const FEWEST_RISING = 6;
const LONG_SERIES = 6;

/** A mark as it stands in running text: the numbers it names, in whatever form. */
interface Mark {
  readonly form: 'bracketed' | 'circled' | 'raised';
  readonly sign: string;
  readonly numbers: readonly number[];
  readonly endsClause: boolean;
  /** The number behind the mark, which may be a page: [1]34. */
  readonly pages: string;
  /** What stands behind the mark and its page. */
  readonly behind: string;
}

/** The notes that a text lists: the last of the numbers that follow upon each other from 1, and the circled ones. */
interface Notes {
  readonly last: number;
  readonly circled: ReadonlySet<string>;
}

/**
 * Marks of notes and references such as ［1］, [2,3], ① and ¹ vanish where the text shows what they are: notes are listed under
 * their numbers, or the numbers rise from clause to clause at their ends, or they are raised. All others are data and stay.
 */
export function dropNoteMarks(text: string): Edit[] {
  if (!SIGN.test(text)) return [];
  const marks = new Map<number, Mark>();
  for (const match of text.matchAll(MARK)) {
    const mark = readMark(text, match);
    if (mark !== null) marks.set(match.index, mark);
  }
  if (marks.size === 0) return [];
  const isNote = openEvidence(text, [...marks.values()]);
  const arePaged =
    [...marks.values()].filter(({ pages, endsClause }) => pages !== '' && endsClause).length >= FEWEST_PAGES;
  return editMatches(text, MARK, ({ index, 0: found }) => {
    const mark = marks.get(index);
    if (mark === undefined || !isNote(mark)) return found;
    const isPage = mark.endsClause || (arePaged && !COUNTED.test(mark.behind));
    return isPage ? '' : mark.pages;
  });
}

/** A mark with its place; null for one in a line that is no running text: a row, a label, a heading, an entry of a list. */
function readMark(text: string, { index, 0: found, groups }: RegExpExecArray): Mark | null {
  const start = text.lastIndexOf('\n', index - 1) + 1;
  const end = text.indexOf('\n', index);
  const line = text.slice(start, end < 0 ? text.length : end);
  const { numbers, circled, pages = '' } = groups ?? {};
  const behind = text.slice(index + found.length, index + found.length + 1);
  if (numbers === undefined && circled === undefined) {
    return { form: 'raised', sign: found, numbers: [], endsClause: true, pages, behind };
  }
  if (!RUNNING.test(line) || ROW.test(line) || ENTRY.test(line)) return null;
  return {
    form: circled === undefined ? 'bracketed' : 'circled',
    sign: found.trim(),
    numbers: (numbers ?? '').split(/[,，、]/).flatMap(readRange),
    endsClause: behind === '' || behind === '\n' || CLAUSE_END.test(behind),
    pages,
    behind,
  };
}

/** The numbers from one to another: 4-6 names 4, 5 and 6. */
function readRange(range: string): number[] {
  const [from = 0, to = from] = (range.match(/\d+/g) ?? []).map(Number);
  return Array.from({ length: Math.max(to - from, 0) + 1 }, (_, step) => from + step);
}

function openEvidence(text: string, marks: readonly Mark[]): (mark: Mark) => boolean {
  const notes = readNotes(text);
  const bracketed = marks.filter(({ form }) => form === 'bracketed');
  const series = notes.last > 0 ? citedInOrder(bracketed) : risingFromClauseToClause(bracketed);
  return (mark) => {
    if (mark.form === 'raised') return true;
    if (mark.form === 'circled') return mark.endsClause && notes.circled.has(mark.sign);
    return series.has(mark) && (notes.last === 0 || mark.numbers.every((number) => number <= notes.last));
  };
}

/** The notes that stand on lines of their own under their numbers; plain numbers count below a heading that names them. */
function readNotes(text: string): Notes {
  const circled = new Set<string>();
  let last = 0;
  let lastPlain = 0;
  let isBelowHeading = false;
  for (const line of text.split('\n')) {
    isBelowHeading ||= NOTES_HEADING.test(line);
    const [, number, sign] = ENTRY.exec(line) ?? [];
    if (sign !== undefined) circled.add(sign);
    if (number !== undefined) last = next(last, Number(number));
    const plain = isBelowHeading ? PLAIN_ENTRY.exec(line)?.[1] : undefined;
    if (plain !== undefined) lastPlain = next(lastPlain, Number(plain));
  }
  return { last: Math.max(last, lastPlain), circled };
}

/** The last of numbers that follow upon each other, some perhaps lost, with the next of them. */
function next(last: number, number: number): number {
  return number > last && number <= last + 1 + MOST_LOST ? number : last;
}

/**
 * The marks of notes that are cited in the order of their list: for the first time one above the other, with few left out
 * or few that do not, and again below the highest. Numbers that do not follow, such as the counts of a table, are data.
 */
function citedInOrder(marks: readonly Mark[]): Set<Mark> {
  const firsts = new Set(marks.map(({ numbers }) => numbers[0] ?? 0));
  const rising = new Set(longestRise([...firsts]));
  const cited = new Set(marks.flatMap(({ numbers }) => (rising.has(numbers[0] ?? 0) ? numbers : [])));
  const leavesFewOut = cited.size >= LEAST_CITED * Math.max(...rising);
  const mostRise = firsts.size >= FEWEST_RISING && rising.size >= LEAST_RISING * firsts.size;
  if (!leavesFewOut && !mostRise) return new Set();
  let highest = 0;
  return new Set(
    marks.filter(({ numbers: [first = 0, ...others] }) => {
      if (rising.has(first)) highest = Math.max(highest, first, ...others);
      return first <= highest;
    }),
  );
}

/** The longest run of numbers, others between them, that rise from near 1 in small steps. */
function longestRise(numbers: readonly number[]): number[] {
  const best: number[][] = [];
  for (const [at, number] of numbers.entries()) {
    let before: number[] | undefined = number <= WIDEST_JUMP ? [] : undefined;
    for (let earlier = 0; earlier < at; earlier += 1) {
      const run = best[earlier] ?? [];
      const jump = number - (run.at(-1) ?? number);
      if (jump > 0 && jump <= WIDEST_JUMP && run.length > (before?.length ?? 0)) before = run;
    }
    best.push(before === undefined ? [] : [...before, number]);
  }
  return best.reduce((longest, run) => (run.length > longest.length ? run : longest), []);
}

/**
 * The marks at the ends of clauses, most marks being there, where their numbers count upwards though no list shows what they
 * are: at least two, or the first of a text. Of a long series those within clauses are marks as well.
 */
function risingFromClauseToClause(marks: readonly Mark[]): Set<Mark> {
  const start = marks[0]?.numbers[0] ?? 0;
  let last = start - 1;
  const rising: Mark[] = [];
  for (const mark of marks) {
    const [first = 0, ...others] = mark.numbers;
    const follows = first <= last + MOST_LOST;
    if (mark.endsClause && !follows) return new Set();
    if (!follows) continue;
    last = Math.max(last, first, ...others);
    rising.push(mark);
  }
  const atEnds = rising.filter(({ endsClause }) => endsClause);
  if (atEnds.length * 2 <= marks.length || (start !== 1 && last === start)) return new Set();
  return new Set(start === 1 && atEnds.length >= LONG_SERIES ? rising : atEnds);
}
