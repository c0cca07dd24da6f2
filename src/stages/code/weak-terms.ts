import type { Code, Codebook } from '../../model/codebook.js';
import { groupBy } from '../../text/group-by.js';

/** How many sentences away other evidence may stand that bears a weak term out. */
const REACH = 12;

/** What is asked of a match: its code, its term (or rule) and its sentence. */
interface Found {
  readonly code: Code;
  readonly keyword: string;
  readonly rule: string | null;
  readonly sentence: number;
}

/**
 * Leaves out the weak terms that are a mere mention: they count only where, within reach, the case has more of
 * the same code, be it another weak term in another sentence.
 */
export function withoutMentions({ codes }: Codebook) {
  const weak = new Map(codes.map(({ id, weak: terms }) => [id, new Set(terms)]));
  const isWeak = ({ code, keyword, rule }: Found) =>
    rule === null && weak.get(code.id)?.has(keyword) === true;
  return <T extends Found>(matches: readonly T[]): T[] =>
    [...groupBy(matches, ({ code }) => code.id).values()].flatMap((own) => {
      const strong = new Set(own.filter((match) => !isWeak(match)).map(({ sentence }) => sentence));
      const places = [...new Set(own.map(({ sentence }) => sentence))].sort((a, b) => a - b);
      const order = new Map(places.map((sentence, index) => [sentence, index]));
      const borneOut = (sentence: number) => {
        if (strong.has(sentence)) return true;
        const index = order.get(sentence) as number;
        const others = [places[index - 1], places[index + 1]];
        return others.some((other) => other !== undefined && Math.abs(other - sentence) <= REACH);
      };
      return own.filter((match) => !isWeak(match) || borneOut(match.sentence));
    });
}
