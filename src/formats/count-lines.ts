import type { CountsFault } from '../model/problem.js';
import {
  type CountsKind,
  type NeighbourCounts,
  STRING_NUMBERS,
  type StringCounts,
} from '../model/string-counts.js';
import { codePointLength } from '../text/code-points.js';
import { HAN, isHan } from '../text/han.js';

const HEADER = /^#zhagen-counts\tformat=(\d+)\tmax-length=([1-9]\d{0,3})\tzhagen=(\S+)$/;
const FORMAT = '1';

/** Stands for the empty string: what is counted of all texts. Sorts before every string and behind the header. */
const ALL = '*';
/** Stands for a neighbour that is no Han character. */
const NO_HAN = '|';
const NO_HAN_CODE = 0x7c;
const ZERO = 0x30;

const STRING = new RegExp(`^[${HAN}]+$`, 'u');
const NUMBER = /^(?:0|[1-9]\d{0,14})$/;
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
  const text = columns[0] === ALL ? '' : (columns[0] as string);
  const length = codePointLength(text);
  if (columns[0] !== ALL && (!STRING.test(text) || length > maxLength)) return 'string';
  for (let i = 1; i < COLUMNS - 2; i += 1) if (!NUMBER.test(columns[i] as string)) return 'number';
  const [frequency, cases, aligned, whole, onKnownCuts, knownCutsInside, begins, ends] = columns
    .slice(1, -2)
    .map(Number) as [number, number, number, number, number, number, number, number];
  const left = parseNeighbours(columns.at(-2) as string, frequency);
  const right = parseNeighbours(columns.at(-1) as string, frequency);
  if (!left || !right) return 'neighbours';
  const most = Math.max(cases, aligned, whole, onKnownCuts, begins, ends);
  const isPossible = cases > 0 && most <= frequency && knownCutsInside <= frequency * (length - 1);
  // Of all texts nothing but characters is counted.
  if (length > 0 && !isPossible) return 'more-than-frequency';
  return { text, frequency, cases, aligned, whole, onKnownCuts, knownCutsInside, begins, ends, left, right };
}

function formatNeighbours(neighbours: NeighbourCounts): string {
  let text = '';
  for (let i = 0; i < neighbours.length; i += 2) {
    const code = neighbours[i] as number;
    text += `${code === 0 ? NO_HAN : String.fromCodePoint(code)}${neighbours[i + 1]}`;
  }
  return text;
}

/** Neighbours that are ordered and stand beside each occurrence; undefined when they do not. */
function parseNeighbours(text: string, frequency: number): number[] | undefined {
  const neighbours: number[] = [];
  let sum = 0;
  let before = -1;
  for (let at = 0; at < text.length; ) {
    const character = text.codePointAt(at) as number;
    const code = character === NO_HAN_CODE ? 0 : character;
    at += character > 0xffff ? 2 : 1;
    const first = text.charCodeAt(at) - ZERO;
    let count = 0;
    for (let digit = first; digit >= 0 && digit <= 9; digit = text.charCodeAt(at) - ZERO) {
      count = 10 * count + digit;
      at += 1;
    }
    if (code <= before || (code > 0 && !isHan(code)) || first === 0 || count === 0) return undefined;
    before = code;
    sum += count;
    neighbours.push(code, count);
  }
  return sum === frequency ? neighbours : undefined;
}
