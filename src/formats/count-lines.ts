import type { CountsFault } from '../errors.js';
import {
  type CountsKind,
  type NeighbourCounts,
  STRING_NUMBERS,
  type StringCounts,
} from '../model/string-counts.js';
import { codePointLength } from '../text/code-points.js';
import { HAN } from '../text/han.js';

const HEADER = /^#zhagen-counts\tformat=(\d+)\tmax-length=([1-9]\d{0,3})\tzhagen=(\S+)$/;
const FORMAT = '1';

/** Stands for the empty string: what is counted of all texts. Sorts before every string and behind the header. */
const ALL = '*';
/** Stands for a neighbour that is no Han character. */
const NO_HAN = '|';

const STRING = new RegExp(`^[${HAN}]+$`, 'u');
const NUMBER = /^(?:0|[1-9]\d{0,14})$/;
const NEIGHBOURS = new RegExp(`^(?:(?:[${HAN}]|\\|)[1-9]\\d{0,14})*$`, 'u');
const NEIGHBOUR = /(\D+)(\d+)/g;
const COLUMNS = STRING_NUMBERS.length + 3;

/** The first line of counts. */
export function formatCountsHeader({ maxLength, toolVersion }: CountsKind): string {
  return `#zhagen-counts\tformat=${FORMAT}\tmax-length=${maxLength}\tzhagen=${toolVersion}`;
}

/** What the first line of counts says; undefined when it is none of this format. */
export function parseCountsHeader(line: string): CountsKind | undefined {
  const [, format, maxLength, toolVersion = ''] = HEADER.exec(line) ?? [];
  return format === FORMAT ? { maxLength: Number(maxLength), toolVersion } : undefined;
}

/** The line of a string. */
export function formatCountLine(counts: StringCounts): string {
  let line = counts.text === '' ? ALL : counts.text;
  for (const name of STRING_NUMBERS) line += `\t${counts[name]}`;
  return `${line}\t${formatNeighbours(counts.left)}\t${formatNeighbours(counts.right)}`;
}

/** The counts in a line, or what is wrong with it. */
export function parseCountLine(line: string, { maxLength }: CountsKind): StringCounts | CountsFault {
  const columns = line.split('\t');
  if (columns.length !== COLUMNS) return 'columns';
  const [text, left, right] = [columns[0], columns.at(-2), columns.at(-1)] as [string, string, string];
  if (text !== ALL && (!STRING.test(text) || codePointLength(text) > maxLength)) return 'string';
  const numbers = columns.slice(1, -2);
  if (!numbers.every((number) => NUMBER.test(number))) return 'number';
  if (!NEIGHBOURS.test(left) || !NEIGHBOURS.test(right)) return 'neighbours';
  const number = (name: (typeof STRING_NUMBERS)[number]) => Number(numbers[STRING_NUMBERS.indexOf(name)]);
  const counts: StringCounts = {
    text: text === ALL ? '' : text,
    frequency: number('frequency'),
    cases: number('cases'),
    aligned: number('aligned'),
    whole: number('whole'),
    onKnownCuts: number('onKnownCuts'),
    knownCutsInside: number('knownCutsInside'),
    begins: number('begins'),
    ends: number('ends'),
    left: parseNeighbours(left),
    right: parseNeighbours(right),
  };
  if (!isPossible(counts)) return 'more-than-frequency';
  return [counts.left, counts.right].every((side) => isWhole(side, counts.frequency)) ? counts : 'neighbours';
}

function formatNeighbours(neighbours: NeighbourCounts): string {
  let text = '';
  for (let i = 0; i < neighbours.length; i += 2) {
    const code = neighbours[i] as number;
    text += `${code === 0 ? NO_HAN : String.fromCodePoint(code)}${neighbours[i + 1]}`;
  }
  return text;
}

function parseNeighbours(text: string): number[] {
  const neighbours: number[] = [];
  for (const [, character, count] of text.matchAll(NEIGHBOUR)) {
    neighbours.push(
      character === NO_HAN ? 0 : ((character as string).codePointAt(0) as number),
      Number(count),
    );
  }
  return neighbours;
}

/** Whether nothing is counted more often than there are occurrences; of all texts nothing but characters is. */
function isPossible({ text, frequency, knownCutsInside, cases, ...counts }: StringCounts): boolean {
  if (text === '') return true;
  const most = Math.max(cases, counts.aligned, counts.whole, counts.onKnownCuts, counts.begins, counts.ends);
  const places = frequency * (codePointLength(text) - 1);
  return cases > 0 && most <= frequency && knownCutsInside <= places;
}

/** Whether neighbours are ordered and stand beside each occurrence. */
function isWhole(neighbours: NeighbourCounts, frequency: number): boolean {
  let sum = 0;
  let before = -1;
  for (let i = 0; i < neighbours.length; i += 2) {
    if ((neighbours[i] as number) <= before) return false;
    before = neighbours[i] as number;
    sum += neighbours[i + 1] as number;
  }
  return sum === frequency;
}
