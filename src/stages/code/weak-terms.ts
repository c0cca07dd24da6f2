import type { Code, Codebook } from '../../model/codebook.js';
import { groupBy } from '../../text/group-by.js';

/** How many sentences away other evidence may stand that bears a weak match out. */
const REACH = 12;

/** What is asked of a match: its code, its term or rule, whether that rule is weak, and its sentence. */
interface Found {
  readonly code: Code;
  readonly keyword: string;
  readonly rule: string | null;
  readonly isWeakRule: boolean;
  readonly sentence: number;
}

/** In how many other sentences within reach one and the same weak word is more than a name or a prop. */
const RECURRENCE = 2;

/**
 * Leaves out the matches of weak terms and rules that are a mere mention: they count only where, within reach,
 * the case has more of the same code: something that is not weak, another weak term or rule in another
 * sentence, or the same one in two other sentences. What the title of a case names is no mere mention anywhere,
 * and a label never is one: it is the researchers' own name of the code, whatever its codebook calls weak.
 */
export function withoutMentions({ codes }: Codebook) {
  const weak = new Map(
    codes.map(({ id, label, weak: terms }) => [id, new Set(terms.filter((term) => term !== label.zh))]),
  );
  const isWeak = ({ code, keyword, rule, isWeakRule }: Found) =>
    isWeakRule || (rule === null && weak.get(code.id)?.has(keyword) === true);
  return <T extends Found>(matches: readonly T[], hasTitle: boolean): T[] =>
    [...groupBy(matches, ({ code }) => code.id).values()].flatMap((found) => {
      // However often a sentence says it: so the cost stays linear in a text that is one long sentence.
      const mentions = [...new Map(found.map((match) => [mentionOf(match), match])).values()].sort(
        (a, b) => a.sentence - b.sentence,
      );
      const named = new Set(mentions.filter(({ sentence }) => hasTitle && sentence === 0).map(wordingOf));
      const isBorneOut = (mention: T, index: number) => {
        const near = [...reachedFrom(mentions, index, -1), ...reachedFrom(mentions, index, 1)];
        if (near.some((other) => !isWeak(other))) return true;
        const elsewhere = near.filter(({ sentence }) => sentence !== mention.sentence);
        if (elsewhere.some((other) => wordingOf(other) !== wordingOf(mention))) return true;
        return new Set(elsewhere.map(({ sentence }) => sentence)).size >= RECURRENCE;
      };
      const counting = mentions.filter(
        (mention, index) => !isWeak(mention) || named.has(wordingOf(mention)) || isBorneOut(mention, index),
      );
      const kept = new Set(counting.map(mentionOf));
      return found.filter((match) => kept.has(mentionOf(match)));
    });
}

const wordingOf = ({ rule, keyword }: Found) => rule ?? keyword;
const mentionOf = (match: Found) => `${match.sentence}\t${wordingOf(match)}`;

/** The mentions on one side of another, as far as its sentence reaches. */
function reachedFrom<T extends Found>(mentions: readonly T[], index: number, step: 1 | -1): T[] {
  const { sentence } = mentions[index] as T;
  const reached: T[] = [];
  for (let at = index + step; at >= 0 && at < mentions.length; at += step) {
    const other = mentions[at] as T;
    if (Math.abs(other.sentence - sentence) > REACH) break;
    reached.push(other);
  }
  return reached;
}
