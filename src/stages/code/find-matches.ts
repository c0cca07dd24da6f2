import type { Code } from '../../model/codebook.js';
import type { Polarity } from '../../model/coded-passage.js';
import type { CodedText } from '../../model/coded-text.js';
import type { Framework } from '../../model/framework.js';
import type { Span } from '../../model/span.js';
import { offsetMap } from '../../text/code-points.js';
import { groupBy } from '../../text/group-by.js';
import { lookUpTerms, matchesAt } from '../../text/longest-terms.js';
import { buildScanner, type Scan } from '../../text/term-matcher.js';
import { fieldSentences } from './field-sentences.js';
import { type Passages, passagesOf } from './passages.js';
import { ruleMatcher } from './rule-matcher.js';
import { withoutMentions } from './weak-terms.js';

/** A term or rule of a code found in a sentence of a case; `rule` is how the rule reads, null for a term. */
export interface PassageMatch {
  readonly code: Code;
  readonly sentence: number;
  readonly keyword: string;
  readonly start: number;
  readonly rule: string | null;
  readonly isWeakRule: boolean;
  readonly polarity: Polarity;
}

/** What is found in one case, in order of the places, and the sentences it is found in. */
export interface FoundMatches {
  readonly passages: Passages;
  readonly matches: readonly PassageMatch[];
}

type Finding = Pick<PassageMatch, 'code' | 'rule' | 'polarity' | 'isWeakRule'>;

/** Words that deny what stands right behind them; 有没有 asks. */
const DENIAL = /(?:(?<!有)没有?|尚未|未|无|不是|并非|不|缺乏|缺少)$/;
const DENIAL_LENGTH = 3;

/** A finder of all terms and rules of one framework, or of those of some of its codes, in one pass over each text. */
export function matchFinder(
  { codebook, termOwners }: Framework,
  codes?: readonly Code[],
): (coded: CodedText, passages?: Passages) => FoundMatches {
  const rules = ruleMatcher(codes ?? codebook.codes);
  const literals = [...new Set([...rules.literals, ...codebook.context])];
  const scan = codes ? scanSome(termOwners, codes, literals) : buildScanner([...termOwners.keys()], literals);
  const fieldOf = fieldSentences(codebook);
  const unmentioned = withoutMentions(codebook);
  return (coded, passages = passagesOf(coded)) => {
    const { text } = coded.normalized;
    const offsets = offsetMap(text);
    const slice = (start: number, end: number) => text.slice(offsets.toUtf16(start), offsets.toUtf16(end));
    const found = scan(text);
    const hitsBySentence = groupBy(found.literals, ({ start }) => passages.indexAt(start));
    const isOfField = fieldOf(hitsBySentence, passages.count);
    const matches: PassageMatch[] = [];
    const add = (span: Span, sentence: number, { code, rule, polarity: says, isWeakRule }: Finding) => {
      const { start, end } = span;
      if (!isOfField(sentence)) return;
      const except = code.except ?? codebook.except;
      const before = () => slice(Math.max(0, start - DENIAL_LENGTH), start);
      if (except.includes('heading') && passages.isHeading(sentence)) return;
      if (except.includes('citation') && passages.isCited(sentence, start)) return;
      const isDenied = except.includes('negation') && DENIAL.test(before());
      const polarity = isDenied ? opposite(says) : says;
      matches.push({ code, sentence, keyword: slice(start, end), start, rule, isWeakRule, polarity });
    };
    for (const span of found.terms) {
      const code = termOwners.get(span.term) as Code;
      add(span, passages.indexAt(span.start), { code, rule: null, polarity: 'supports', isWeakRule: false });
    }
    for (const [sentence, hits] of hitsBySentence) {
      for (const span of rules.match(hits)) add(span, sentence, span);
    }
    const counting = unmentioned(withoutContradicted(matches), passages.count > 0 && passages.isHeading(0));
    return { passages, matches: counting.sort((a, b) => a.start - b.start) };
  };
}

/**
 * A scanner for the terms of some codes: where one stands, only what is around it is asked for the longer terms of others,
 * which take its place.
 */
function scanSome(
  termOwners: Framework['termOwners'],
  codes: readonly Code[],
  literals: readonly string[],
): (text: string) => Scan {
  const asked = new Set(codes);
  const terms = new Set([...termOwners].flatMap(([term, code]) => (asked.has(code) ? [term] : [])));
  const scan = buildScanner([], [...new Set([...terms, ...literals])]);
  const lookup = lookUpTerms(termOwners);
  return (text) => {
    const offsets = offsetMap(text);
    const found = scan(text).literals;
    const places = found.flatMap(({ term, start }) => (terms.has(term) ? [offsets.toUtf16(start)] : []));
    const matches = matchesAt(lookup, text, new Set(places)).map(({ at, length }) => ({
      term: text.slice(at, at + length),
      start: offsets.toCodePoint(at),
      end: offsets.toCodePoint(at + length),
    }));
    return { terms: matches.filter(({ term }) => terms.has(term)), literals: found };
  };
}

function opposite(polarity: Polarity): Polarity {
  return polarity === 'supports' ? 'contradicts' : 'supports';
}

/** 内生动力 in 内生动力不足 is no support: what stands where a rule speaks against its code does not count for it. */
function withoutContradicted(matches: readonly PassageMatch[]): PassageMatch[] {
  const placeOf = ({ sentence, code }: PassageMatch) => `${sentence}\t${code.id}`;
  const against = groupBy(
    matches.filter(({ rule, polarity }) => rule !== null && polarity === 'contradicts'),
    placeOf,
  );
  const isWithin = (match: PassageMatch, { start, keyword }: PassageMatch) =>
    match.start >= start && match.start < start + [...keyword].length;
  return matches.filter(
    (match) =>
      match.polarity === 'contradicts' || !against.get(placeOf(match))?.some((rule) => isWithin(match, rule)),
  );
}
