import type { FoundName, NameCandidate, Pseudonym } from '../../model/pseudonym.js';
import { findNames, joinCandidates, withGivenNames } from '../../stages/pseudonyms/find-names.js';
import { buildNameMatcher } from '../../stages/pseudonyms/name-matcher.js';
import { listDivisions } from '../../stages/screen/divisions.js';
import { dictionaryEntry } from '../../stages/segment/jieba.js';
import { currentVersions, readCaseHead } from '../../store/case-table.js';
import { readCleanText } from '../../store/normalized-text-table.js';
import { offsetMap } from '../../text/code-points.js';
import { buildTermMatcher, type TermMatcher } from '../../text/term-matcher.js';
import type { Context } from '../context.js';
import { wordCutter } from './word-cutter.js';

/** What is counted of a name. */
type Counted = Pick<FoundName, 'count' | 'cases' | 'withinWords' | 'contexts'>;

/** How often names occur in a project. */
export interface CountedNames {
  readonly of: (name: string) => Counted;
  /** Whether a string occurs anywhere in the texts. */
  readonly occurs: (string: string) => boolean;
  /** Names with a line end or blank between their characters, and the cases that have such a place. */
  readonly parted: ReadonlyMap<string, readonly string[]>;
}

/** Contexts of a name that are shown, and characters on both sides. */
const CONTEXTS = 2;
const AROUND = 20;
/** The longest pseudonym that may be proposed has fewer characters, and is looked for among these. */
const PSEUDONYM = /[A-Z]{1,3}\p{Script=Han}{0,5}|[老小阿号码]{1,2}[A-Z]{1,3}/gu;

/** Finds what may be names in the texts, titles and attributes of all cases. */
export async function findCandidates(context: Context): Promise<NameCandidate[]> {
  const segmenter = context.engine.openSegmenter();
  const divisions = listDivisions();
  const { large, small } = divisions.stems;
  const isDivision = (name: string) =>
    (divisions.names.has(name) || large.has(name) || small.has(name)) && !divisions.provinces.has(name);
  const knowledge = { lookUp: dictionaryEntry, isDivision };
  const found: NameCandidate[] = [];
  for await (const strings of stringsOfCases(context)) {
    const lines = strings.flatMap((one) => one.split('\n'));
    const names = lines.flatMap((line) => findNames(line, segmenter.tag(line), knowledge));
    found.push(...joinCandidates(names));
  }
  return withGivenNames(joinCandidates(found), knowledge);
}

/** Counts names in the texts, titles and attributes of all cases, and takes what is around the first. */
export async function countNames(
  context: Context,
  names: readonly Pick<Pseudonym, 'name' | 'alsoWithinWords'>[],
): Promise<CountedNames> {
  const match = buildNameMatcher(names, wordCutter(context.engine.openSegmenter()));
  const counted = new Map<string, { -readonly [Key in keyof Counted]: Counted[Key] }>();
  const there = new Set<string>();
  const countOf = (name: string) => {
    const known = counted.get(name) ?? { count: 0, cases: 0, withinWords: 0, contexts: [] };
    counted.set(name, known);
    return known;
  };
  const parted = new Map<string, string[]>();
  const { find } = buildTermMatcher(names.flatMap(({ name }) => ([...name].length > 2 ? name : [])));
  for await (const strings of stringsOfCases(context)) {
    const inCase = new Set<string>();
    for (const name of partedNames(strings[0], find))
      parted.set(name, [...(parted.get(name) ?? []), strings[1]]);
    for (const text of strings) {
      const found = match(text);
      const offsets = offsetMap(text);
      for (const { term, start, end } of found.names) {
        const one = countOf(term);
        one.count += 1;
        inCase.add(term);
        if (one.contexts.length >= CONTEXTS) continue;
        one.contexts = [...one.contexts, contextOf(text, offsets.toUtf16(start), offsets.toUtf16(end))];
      }
      for (const { term } of found.withinWords) countOf(term).withinWords += 1;
      for (const [pseudonym] of text.matchAll(PSEUDONYM)) there.add(pseudonym);
    }
    for (const name of inCase) countOf(name).cases += 1;
  }
  const known = [...there];
  return { of: countOf, occurs: (string) => known.some((one) => one.includes(string)), parted };
}

/** The names that a text has more often when its blanks and line ends are left out. */
function partedNames(text: string, find: TermMatcher['find']): string[] {
  const count = (one: string) => {
    const counts = new Map<string, number>();
    for (const { term } of find(one)) counts.set(term, (counts.get(term) ?? 0) + 1);
    return counts;
  };
  const whole = count(text);
  return [...count(text.replaceAll(/\s+/g, ''))].flatMap(([name, times]) =>
    times > (whole.get(name) ?? 0) ? name : [],
  );
}

/** The name in brackets, with some characters of its line around it. */
function contextOf(text: string, start: number, end: number): string {
  const lineStart = text.lastIndexOf('\n', start - 1) + 1;
  const lineEnd = text.indexOf('\n', end);
  const before = [...text.slice(lineStart, start)].slice(-AROUND).join('');
  const after = [...text.slice(end, lineEnd < 0 ? undefined : lineEnd)].slice(0, AROUND).join('');
  return `${before}【${text.slice(start, end)}】${after}`;
}

/** The strings of each case that people read: its clean text, title and attributes, and its id. */
async function* stringsOfCases({
  store,
  progress,
}: Context): AsyncGenerator<readonly [text: string, caseId: string, ...described: string[]]> {
  const versions = currentVersions(store, { scope: 'all' });
  for (const [at, { caseId, version }] of versions.entries()) {
    await progress('segment', at, versions.length);
    const head = readCaseHead(store, caseId, version);
    const described = head ? [head.title, ...Object.entries(head.attributes).flat()] : [];
    yield [readCleanText(store, caseId, version) ?? '', caseId, ...described];
  }
  await progress('segment', versions.length, versions.length);
}
