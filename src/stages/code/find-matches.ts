import type { Code } from '../../model/codebook.js';
import type { Polarity } from '../../model/coded-passage.js';
import type { CodedText } from '../../model/coded-text.js';
import type { Framework } from '../../model/framework.js';
import type { Span } from '../../model/span.js';
import { offsetMap } from '../../text/code-points.js';
import { groupBy } from '../../text/group-by.js';
import { buildScanner, type TermMatch } from '../../text/term-matcher.js';
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

/**
 * A finder of all terms and rules of one framework in one pass over each text, or of those of some of its codes: then the
 * terms of all that stand in the text are to be given, since of several at one place the longest counts.
 */
export function matchFinder(
  { codebook, termOwners }: Framework,
  codes: readonly Code[] = codebook.codes,
): (coded: CodedText, passages?: Passages, terms?: readonly TermMatch[]) => FoundMatches {
  const rules = ruleMatcher(codes);
  const isAsked = new Set(codes);
  const literals = [...new Set([...rules.literals, ...codebook.context])];
  const scanAll = once(() => buildScanner([...termOwners.keys()], literals));
  const scanLiterals = once(() => buildScanner([], literals));
  const fieldOf = fieldSentences(codebook);
  const unmentioned = withoutMentions(codebook);
  return (coded, passages = passagesOf(coded), terms = undefined) => {
    const { text } = coded.normalized;
    const offsets = offsetMap(text);
    const slice = (start: number, end: number) => text.slice(offsets.toUtf16(start), offsets.toUtf16(end));
    const found = terms ? { terms, literals: scanLiterals()(text).literals } : scanAll()(text);
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
      if (!isAsked.has(code)) continue;
      add(span, passages.indexAt(span.start), { code, rule: null, polarity: 'supports', isWeakRule: false });
    }
    for (const [sentence, hits] of hitsBySentence) {
      for (const span of rules.match(hits)) add(span, sentence, span);
    }
    const counting = unmentioned(withoutContradicted(matches), passages.count > 0 && passages.isHeading(0));
    return { passages, matches: counting.sort((a, b) => a.start - b.start) };
  };
}

/** Makes something when it is first asked for. */
function once<T>(make: () => T): () => T {
  let made: T | undefined;
  return () => {
    made ??= make();
    return made;
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
