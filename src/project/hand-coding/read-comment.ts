import type { Codebook } from '../../model/codebook.js';
import { toTextForm } from '../../text/text-form.js';
import { type CodeCells, openCodeCells } from '../sheets/code-cell.js';

/** What a comment is that names no code of the codebook: a new code where it reads like one, or a memo. */
export const commentKinds = ['codes', 'memos'] as const;

export type CommentKind = (typeof commentKinds)[number];

/** What a comment says. */
export interface SaidInComment {
  /** The codes that the words have. */
  readonly codes: readonly string[];
  /** The codes that the case as a whole has. */
  readonly ofCase: readonly string[];
  readonly memo: string;
}

/** Reads comments under one codebook. */
export interface CommentReader {
  readonly codes: CodeCells;
  readonly read: (text: string) => SaidInComment;
  /** What it says by codes that are there already: it founds none. */
  readonly readKnown: (text: string) => SaidInComment;
}

/** What a line begins with that says what it is. */
const MEMO = /^(?:备忘录?|备注|memo|note)\s*[:：]\s*/iu;
const CODES = /^(?:编码|codes?)\s*[:：]\s*/iu;
const OF_CASE = /^(?:整案|whole case)\s*[:：]\s*/iu;
const PARTS = /[；;|、，,/]+/u;
/** No name of a code has a mark that ends a sentence, or is longer. */
const SENTENCE = /[。！？!?…]|\.$/u;
const LONGEST_NAME = 20;
const LONGEST_LATIN_NAME = 40;

/**
 * Opens a codebook for reading comments, line by line: names of codes, their ids or words that stand for one of them alone;
 * another line is a new code where it is short and no sentence, or a memo. A line may begin with what it is.
 */
export function openComments(book: Codebook, unknown: CommentKind): CommentReader {
  const codes = openCodeCells(book, true);
  const byTerm = labelsByTerm(book);
  const known = (line: string): string[] | null => {
    if (codes.knows(line)) return codes.read(line);
    const names = parts(line, PARTS).map((name) => byTerm.get(toTextForm(name)) ?? name);
    return names.length > 0 && names.every(codes.knows) ? names.flatMap((name) => codes.read(name)) : null;
  };
  const read = (text: string, founds: (line: string, isNamed: boolean) => boolean): SaidInComment => {
    const said = { codes: [] as string[], ofCase: [] as string[] };
    const memo: string[] = [];
    const codesOf = (line: string, isNamed: boolean) =>
      known(line) ?? (founds(line, isNamed) ? codes.read(line) : null);
    const lines = text.split('\n');
    for (const [at, whole] of lines.entries()) {
      const line = whole.trim();
      if (MEMO.test(line)) {
        memo.push(line.replace(MEMO, ''), ...lines.slice(at + 1));
        break;
      }
      const isOfCase = OF_CASE.test(line);
      const names = line.replace(isOfCase ? OF_CASE : CODES, '');
      const found = names === '' ? [] : codesOf(names, names !== line);
      if (found) said[isOfCase ? 'ofCase' : 'codes'].push(...found);
      else memo.push(line);
    }
    return {
      codes: [...new Set(said.codes)],
      ofCase: [...new Set(said.ofCase)],
      memo: memo.join('\n').trim(),
    };
  };
  return {
    codes,
    read: (text) => read(text, (line, isNamed) => isNamed || (unknown === 'codes' && isLikeNames(line))),
    readKnown: (text) => read(text, () => false),
  };
}

/** How a comment names a code so that it is read as that one: by its label, unless another code is called so, too. */
export function nameInComment({ codes }: Pick<Codebook, 'codes'>): (codeId: string) => string {
  const first = new Map<string, string>();
  for (const { id, label } of codes) {
    for (const name of [id, label.zh, label.en].map(toTextForm)) if (!first.has(name)) first.set(name, id);
  }
  const labels = new Map(codes.map(({ id, label }) => [id, label.zh]));
  const isRead = (name: string) => ![MEMO, CODES, OF_CASE].some((prefix) => prefix.test(name));
  return (codeId) => {
    const label = labels.get(codeId) ?? codeId;
    return first.get(toTextForm(label)) === codeId && isRead(label) && !label.includes('\n') ? label : codeId;
  };
}

/** The labels of codes by the words that stand for one of them alone. */
function labelsByTerm({ codes }: Codebook): ReadonlyMap<string, string> {
  const labels = new Map<string, string | null>();
  for (const { label, terms } of codes) {
    for (const term of terms.map(toTextForm)) {
      labels.set(term, !labels.has(term) || labels.get(term) === label.zh ? label.zh : null);
    }
  }
  return new Map([...labels].flatMap(([term, label]) => (label === null ? [] : [[term, label] as const])));
}

function isLikeNames(line: string): boolean {
  return parts(line, /[；;|]+/u).every((name) => {
    const most = /\p{sc=Han}/u.test(name) ? LONGEST_NAME : LONGEST_LATIN_NAME;
    return !SENTENCE.test(name) && [...name].length <= most;
  });
}

function parts(line: string, by: RegExp): string[] {
  return line
    .split(by)
    .map((one) => one.trim())
    .filter(Boolean);
}
